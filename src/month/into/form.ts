/** The master's own form that comes back is read with the master's columns, however few or uniform its values are now. */
import { COLUMN_KEYS, type ColumnSettlement, type Reading } from "../../ledger";

/**
 * What settles the columns of tables that have all headings of one of the master's.
 * @example formOf(reading)[0] // { field: "number", among: ["序号", "反馈问题", "整改状态"], take: "序号" }
 */
export function formOf({ ledgers }: Reading): readonly ColumnSettlement[] {
  return ledgers.flatMap(({ columns }) => {
    const choices = COLUMN_KEYS.flatMap((key) => columns[key] ?? []);
    const headers = choices.map(({ header }) => header);
    // Two columns under one heading are told apart by nothing that a settlement knows; one may stand for two fields.
    if (new Set(headers).size < new Set(choices.map(({ col }) => col)).size || headers.includes("")) return [];
    return choices
      .filter(({ key, dress }) => key !== "kind" && dress === undefined)
      .map(({ key, header }) => ({ field: key, among: headers, take: header }));
  });
}
