import { proofread } from "../../src/proofread";
import { REPORT_HARMLESS, REPORT_WRONG } from "./pairs/reports";

const loud = (text: string): readonly string[] =>
  proofread(text.split("\n"), {})
    .findings.filter(({ severity }) => severity !== "info")
    .filter(({ rule }) => !/missing|half-width/u.test(rule))
    .map(({ rule, data }) => `${rule} ${JSON.stringify(data)}`);

describe("figures of yearly reports", () => {
  it.each(REPORT_HARMLESS)("accuses nothing of: %s", (text) => {
    expect(loud(text)).toEqual([]);
  });

  it.each(REPORT_WRONG)("tells what is wrong in: %s", (text) => {
    expect(loud(text)).not.toEqual([]);
  });
});
