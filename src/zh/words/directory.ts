/** Read by src/ledger/fields/directory.ts. */
export const directory = {
  directoryText: ["合计", "小计", "总计", "注[:：]", "备注", "说明"],
} as const;
