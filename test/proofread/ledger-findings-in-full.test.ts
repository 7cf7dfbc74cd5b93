/**
 * All that is found in a notice held against its ledger, a change a test. Keep a meant difference with
 * `npx jest test/proofread/ledger-findings-in-full.test.ts --selectProjects node -u`.
 */
import { CHANGES, NOTICE, SHEETS } from "../printed/notice-and-ledger";
import { findingsInFull } from "../printed/print-notice";
import { countGrids } from "./ledger-side";

const ledger = countGrids(SHEETS);

test.each(CHANGES)("%s → %s", (from, to) => {
  const text = NOTICE.replace(from, to);
  expect(text === NOTICE).toBe(from === "");
  const [, ...found] = findingsInFull(text, { ledger });
  expect(`\n${found.filter((line) => !line.startsWith("claim")).join("\n")}\n`).toMatchSnapshot();
});
