/** The reader of forms. It loads with the first workbook that may hold one. */
export { readForm } from "../../ledger";
