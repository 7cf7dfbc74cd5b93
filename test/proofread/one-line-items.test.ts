/** Items told in one line without 整改情况: the sentence behind the problem is the status, and the rest is the answer. */
import { readNotice } from "../../src/reading/read-notice";
import { proofread } from "../../src/proofread";

const HEAD = ["中共××局党组关于巡察整改进展情况的通报", "一、整改进展情况"];
const found = (...items: readonly string[]): string[] =>
  proofread([...HEAD, ...items], {})
    .findings.filter(({ rule }) => rule === "done-but-pending")
    .map(({ line, quote }) => `${line}: ${quote}`);
const DONE = "3.会议记录不全。已完成整改。已补记。";

test("their statuses are read", () => {
  const { document } = readNotice([
    ...HEAD,
    "1.台账不清。已完成整改。台账已补齐。",
    "2.制度不健全。正在整改。制度已报审。",
    "3.合同未备案。未完成整改。",
  ]);
  expect(document.items.map(({ statuses }) => statuses.map(({ status }) => status))).toEqual([
    ["done"],
    ["ongoing"],
    ["notDone"],
  ]);
});

test.each([
  ["1.台账不清。已完成整改。台账已补齐，争取尽快解决。", "争取尽快解决"],
  ["1.欠款未收回。已完成整改。已收回6万元，剩余4万元分三年归还。", "剩余4万元分三年归还"],
  ["1.土地纠纷未解决。已完成整改。已提起诉讼，待判决后处理。", "待判决后处理"],
])("%s", (item, quote) => {
  expect(found(item, "2.制度不健全。已完成整改。制度已印发。", DONE)).toEqual([
    expect.stringContaining(quote) as string,
  ]);
});

test("what is finished, and what is not called done, is left alone", () => {
  expect(found("1.台账不清。已完成整改。台账已补齐。", "2.制度不健全。正在整改。争取年底前印发。", DONE)).toEqual([]);
});
