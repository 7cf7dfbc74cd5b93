/** Where the one change of two texts begins and ends, and what no longer is one, each beside its limit. */
import { oneChange } from "../../src/proofread/against/near-text";

test.each([
  ["召开专题会议共甲", "召开专题会议共乙", 7, 8, 8],
  ["甲开专题会议共三", "乙开专题会议共三", 0, 1, 1],
  ["召开会议3次", "召开会议13次", 4, 5, 6],
  ["召开会议13次", "召开会议14次", 4, 6, 6],
  ["召开会议2025年", "召开会议2024年", 4, 8, 8],
  // six characters are one change, seven are two texts
  ["由甲乙丙丁戊己牵头核对账", "由一二三四五六牵头核对账", 1, 7, 7],
  ["财务科牵头", "财务科室牵头", 3, 3, 4],
  // two around a figure, five around words
  ["共3次", "共4次", 1, 2, 2],
  ["由甲牵头核对", "由乙牵头核对", 1, 2, 2],
  ["召开专题会议", "召开专题会议三", 6, 6, 7],
])("%s / %s", (a, b, start, endA, endB) => {
  expect(oneChange(a, b)).toMatchObject({ start, endA, endB });
  expect(oneChange(b, a)).toMatchObject({ start, endA: endB, endB: endA });
});

test.each([
  ["由甲乙丙丁戊己庚牵头核对账", "由一二三四五六七牵头核对账"],
  ["3次", "4次"],
  ["由甲牵头核", "由乙牵头核"],
  ["核对账目", "核对账目并逐笔登记清楚"],
  ["甲", "甲"],
  ["召开专题会议", "召开专题会议"],
])("%s / %s", (a, b) => expect(oneChange(a, b)).toBeNull());
