/** Read by src/ledger/items/item-fields.ts. */
export const itemFields = {
  betweenForms: ["[、，,；;/\\n\\r+]+", "并处", "和"],
  personsOfMatch: ["人", "名", "人次"],
} as const;
