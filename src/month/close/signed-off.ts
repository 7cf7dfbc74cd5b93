/** Whether an item was signed off (销号) already. */
import { readStatus, rawOf, spokenOf, textOf, type Item, type LedgerRow } from "../../ledger";
import { re } from "../../zh/pattern";
import { signOff as words } from "../../zh/words/sign-off";
import { readFormDate } from "../../zh/written-date";

const SIGNED = re`${words.signed}`;
const NOT_YET = re`${words.notYet}`;

/**
 * Whether every row of an item that counts says so: in its sign-off column (已销号, 是, √, a day), or in its status (已销号).
 * @example isSignedOff(item) // false
 */
export function isSignedOff(item: Item): boolean {
  const rows = item.rows.filter(({ status }) => status.status !== "excluded");
  return rows.length > 0 && rows.every(rowSignedOff);
}

function rowSignedOff(row: LedgerRow): boolean {
  const { ledger } = row.item;
  const { status, signOff } = ledger.columns;
  const said = [textOf(ledger, row.item.statusOwn ? row.item : row, "status"), textOf(ledger, row, "signOff")];
  if (said.some((text) => NOT_YET.test(text))) return false;
  if (said.some((text) => SIGNED.test(text))) return true;
  if (signOff === undefined || status?.col === signOff.col) return false;
  const value = rawOf(ledger, row, "signOff");
  if (value === null || value === "") return false;
  return (
    typeof value === "number" ||
    readFormDate(said[1] ?? "") !== null ||
    readStatus(spokenOf(ledger, row, "signOff"), ledger.kind).status === "done"
  );
}
