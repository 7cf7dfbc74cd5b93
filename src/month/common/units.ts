/** What stands for the unit of items that name none, where people read it. */
export const NO_UNIT = "未明确责任单位";
