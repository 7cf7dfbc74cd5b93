/** An office's own words, in what is read. */
import { readWorkbook } from "../../src/ledger/read-workbook";
import { compileLexicon, NO_LEXICON, writtenOf } from "../../src/ledger/lexicon";
import { SAID } from "../../src/zh/words/status-names";
import { sensesOf } from "../../src/ledger/columns/header-words";
import { readStatus } from "../../src/ledger/fields/status";
import { textOf } from "../../src/ledger/items/cells";
import { COLUMN_WORDS } from "../../src/ledger/words";
import { COLUMN_KEYS, type OfficeLexicon } from "../../src/ledger/types";
import { check } from "../../src/check/check";
import { tally } from "../../src/tally/tally";
import { gridOf } from "../grid/grid-of";

const TODAY = { year: 2025, month: 11, day: 30 };
const read = (drawing: string, lexicon: Partial<OfficeLexicon> = {}) =>
  readWorkbook([gridOf(drawing)], { today: TODAY, asOf: TODAY, lexicon: { ...NO_LEXICON, ...lexicon } });

describe("every status is said in words that the reader takes for it", () => {
  it.each(Object.entries(SAID))("%s", (status, said) => {
    for (const kind of ["problem", "clue", "letter"] as const) {
      // Of a clue nothing is left out: 不计入 says nothing of it.
      if (kind === "clue" && status === "excluded") continue;
      expect(readStatus(said, kind).status).toBe(status);
    }
  });
});

it.each(COLUMN_KEYS)("the word of field %s over a column is no word of another field's alone", (key) => {
  // 主要问题 may be the deepest problem, 措施状态 the only status: the lexicon names the column by itself.
  if (key === "parentProblem" || key === "measureStatus") return;
  const senses = sensesOf(COLUMN_WORDS[key].zh);
  expect(senses.length === 0 || senses.some((sense) => sense.key === key)).toBe(true);
});

const OWN = `
  序号 | 堵点描述 | 包办科室 | 整改时限 | 办得怎样
  1 | 某制度未落实 | 办公室 | 2025年6月底前 | 合格
  2 | 某台账不全 | 财务股 | 2025年9月底前 | 待销
  3 | 某会议少开 | 人事股 | 2025年9月底前 | 合格，未销号
`;
const LEXICON: Partial<OfficeLexicon> = {
  headers: { 堵点描述: "problem", 包办科室: "unit", 办得怎样: "status" },
  statuses: { 合格: "done", 待销: "ongoing" },
};

it("reads headers and statuses of the office's own, and quotes them as they are written", () => {
  const reading = read(OWN, LEXICON);
  const [ledger] = reading.ledgers;
  expect(ledger?.items.map((item) => item.status)).toEqual(["done", "ongoing", "done"]);
  expect(ledger?.columns).toMatchObject({
    problem: { col: 1, header: "堵点描述" },
    unit: { col: 2 },
    status: { col: 4 },
  });
  expect(ledger?.items.map((item) => textOf(ledger, item, "status"))).toEqual(["合格", "待销", "合格，未销号"]);
  expect(ledger?.grid.values.flat()).not.toContain("已完成");
  const counts = tally(reading, { definition: { done: "done", denominator: "all" }, precision: 0 } as never);
  expect(counts.kinds[0]?.byStatus.done.value).toBe(2);
  expect(check(reading).findings.filter(({ rule }) => rule === "status-unknown")).toEqual([]);
});

it("knows nothing of them without the lexicon", () => {
  const reading = read(OWN.replace("堵点描述", "问题").replace("办得怎样", "整改状态"));
  expect(reading.ledgers[0]?.items.map((item) => item.status)).toContain("unknown");
});

it("a person's own choice of a column goes before the lexicon", () => {
  const drawing = `
    序号 | 问题 | 责任单位 | 办得怎样 | 最新状态
    1 | 某制度未落实 | 办公室 | 已完成 | 正在整改
  `;
  const lexicon = { ...NO_LEXICON, headers: { 办得怎样: "status" as const } };
  const statusOf = (columns: { status?: number }) =>
    readWorkbook([gridOf(drawing)], {
      today: TODAY,
      lexicon,
      overrides: new Map([["整改台账", { columns }]]),
    }).ledgers[0]?.items[0]?.status;
  expect(statusOf({})).toBe("done");
  expect(statusOf({ status: 4 })).toBe("ongoing");
});

it("a status of the office's own in another field stays a text", () => {
  const drawing = `
    序号 | 问题类别 | 问题 | 责任单位 | 整改状态
    1 | 合格 | 某制度未落实 | 合格 | 合格
  `;
  const [ledger] = read(drawing, { statuses: { 合格: "done" } }).ledgers;
  expect(ledger?.items[0]).toMatchObject({ section: "合格", status: "done" });
  expect(ledger?.items[0]?.rows[0]?.units.units[0]?.name).toBe("合格");
});

it("an item's own status beside those of its measures is read with the lexicon, too", () => {
  const drawing = `
    序号 | 问题 | 整改状态 | 整改措施 | 措施完成情况
    1 | 某制度未落实 | 合格 | 修订制度 | 已完成
    ^ | ^ | ^ | 组织学习 | 已完成
  `;
  const reading = read(drawing, { statuses: { 合格: "done" } });
  expect(check(reading).findings.map(({ rule }) => rule)).not.toContain("status-unknown");
});

it("names short names of units without making a list of all units", () => {
  const drawing = `
    序号 | 问题 | 责任单位 | 整改状态
    1 | 某制度未落实 | 卫健局 | 已完成
    2 | 某台账不全 | 县卫生健康局 | 已完成
    3 | 某会议少开 | 县民政局 | 已完成
  `;
  const [ledger] = read(drawing, { units: { 县卫生健康局: ["卫健局"] } }).ledgers;
  const units = ledger?.items.map((item) => item.rows[0]?.units.units[0]);
  expect(units?.map((unit) => unit?.name)).toEqual(["县卫生健康局", "县卫生健康局", "县民政局"]);
  expect(units?.every((unit) => unit?.known)).toBe(true);
});

it("leaves a sheet it says nothing of as it is, and translates each sheet once", () => {
  const grid = gridOf(OWN);
  expect(compileLexicon(NO_LEXICON).speak(grid)).toBe(grid);
  const words = compileLexicon({ ...NO_LEXICON, ...LEXICON });
  const spoken = words.speak(grid);
  expect(writtenOf(spoken)).toBe(grid);
  expect(spoken.values[1]).not.toBe(grid.values[1]);
  expect(words.speak(gridOf("甲 | 乙")).values).toEqual(gridOf("甲 | 乙").values);
});
