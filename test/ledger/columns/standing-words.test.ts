/** Who says how an item stands and of when, told by a header, and the runs of numbers in a table. */
import { headerPeriod, voiceOf } from "../../../src/ledger/columns/standing";
import { runsOf } from "../../../src/ledger/items/numbering";

test.each([
  ["单位自报/整改状态", "self"],
  ["整改状态/自评", "self"],
  ["整改状态/巡察办认定", "verified"],
  ["整改状态", "plain"],
])("%s is %s", (header, voice) => expect(voiceOf(header)).toBe(voice));

test.each([
  ["9月整改状态", 900],
  ["12月整改状态", 1200],
  ["2025年9月整改状态", 20_250_900],
  ["2024年整改状态", 20_240_000],
  ["整改状态", null],
])("%s stands at %p", (header, period) => expect(headerPeriod(header)).toBe(period));

test.each([
  [
    [1, 2, 1, 2],
    [1, 1, 2, 2],
  ],
  [
    [1, 1, 1],
    [1, 2, 3],
  ],
  [
    [2, 3],
    [0, 0],
  ],
  [
    [1, 2, 3],
    [1, 1, 1],
  ],
])("numbers %j stand in runs %j", (ordinals, runs) =>
  expect(runsOf(ordinals.map((ordinal) => ({ text: String(ordinal), series: "", ordinal })))).toEqual(runs),
);
