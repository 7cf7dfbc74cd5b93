/**
 * All that is read from texts of many kinds, to the last offset. A difference is a changed reading: look at it, and keep it
 * with `npx jest test/reading/notices-in-full.test.ts --selectProjects node -u` when it is meant.
 */
import { readingInFull } from "../printed/print-notice";
import { TEXTS } from "../printed/texts";

test.each(Object.entries(TEXTS))("%s", (_, texts) => {
  expect(`\n${texts.flatMap(readingInFull).join("\n")}\n`).toMatchSnapshot();
});
