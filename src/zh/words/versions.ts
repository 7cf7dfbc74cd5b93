/** Read by src/ledger/items/versions.ts. */
export const versions = {
  half: ["上", "下"],
  firstHalf: "上半年",
} as const;
