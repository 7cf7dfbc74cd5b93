/**
 * All that is found in texts of many kinds: place, words, figures, correction. A difference is a changed finding: look at
 * it, and keep it with `npx jest test/proofread/findings-in-full.test.ts --selectProjects node -u` when it is meant.
 */
import { findingsInFull } from "../printed/print-notice";
import { TEXTS } from "../printed/texts";

test.each(Object.entries(TEXTS))("%s", (_, texts) => {
  expect(`\n${texts.flatMap((text) => findingsInFull(text)).join("\n")}\n`).toMatchSnapshot();
});
