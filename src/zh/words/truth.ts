/** Whether what was complained of is true. Read by zh/words/claim-sides.ts and src/ledger/columns/column-profile.ts. */
export const TRUTH: readonly string[] = [
  "部分查实",
  "基本查实",
  "查无实据",
  "查实",
  "查否",
  "部分属实",
  "基本属实",
  "不属实",
  "属实",
  "失实",
];
