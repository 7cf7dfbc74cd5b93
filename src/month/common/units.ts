/** What stands for the unit of items that name none, where people read it. */
export const NO_UNIT = "无责任单位";
