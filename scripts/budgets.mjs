/**
 * What may be fetched, in kB of 1000 bytes after gzip, without office.js.
 * - frame: what the HTML itself names; the pane paints with it.
 * - ledger: everything that is fetched until the 台账 pane shows a ledger, the frame included.
 */
export const BUDGETS = {
  "taskpane.html": { frame: 220, ledger: 300 },
  "page/index.html": { frame: 220, ledger: 298 },
};
