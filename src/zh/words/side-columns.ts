/** Read by src/ledger/items/side-columns.ts. */
export const sideColumns = {
  unitBand: [
    "责任(?:主体)?(?:单位|部门|科室|方)",
    "(?:参建|相关|涉及)(?:单位|部门|方)",
    "责任主体",
    "责任",
    "责任分工",
    "责任落实",
    "责任体系",
  ],
  noUnit: ["人$", "人员", "领导", "电话", "手机", "联系", "姓名", "职务", "签字", "签名", "时间", "日期", "时限"],
} as const;
