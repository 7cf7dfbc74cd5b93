import fc from "fast-check";
import { JSDOM } from "jsdom";
import { readWorkbook, type Reading } from "../../../src/ledger";
import { DEFAULT_STATS, wallHtml, wallPages, type BoardOptions } from "../../../src/month";
import { gridOf } from "../../grid/grid-of";

const AS_OF = { year: 2025, month: 11, day: 28 };
const OPTIONS: BoardOptions = { ...DEFAULT_STATS, by: "unit", kind: null, dueSoonDays: 15 };
type Row = readonly [number: string, section: string, unit: string, deadline: string, status: string];

function read(rows: readonly Row[]): Reading {
  const head = ["序号", "类别", "反馈问题", "责任单位", "整改时限", "整改状态"];
  const cells = rows.map(([number, section, ...rest], index) => [number, section, `某方面问题${index + 1}`, ...rest]);
  return readWorkbook([gridOf([["整改台账", "<", "<", "<", "<", "<"], head, ...cells])], { today: AS_OF, asOf: AS_OF });
}

function draw(rows: readonly Row[], more: Partial<BoardOptions> = {}): Document[] {
  const pages = wallPages(read(rows), { ...OPTIONS, ...more }, { title: "挂图", precision: 0 });
  return pages.map((page) => new JSDOM(page, { contentType: "image/svg+xml" }).window.document);
}

const flagsOf = (pages: readonly Document[]) =>
  pages.flatMap((page) =>
    [...page.querySelectorAll("[data-state]")].map((flag) => ({
      cell: flag.getAttribute("data-cell"),
      state: flag.getAttribute("data-state"),
      label: flag.querySelector("text")?.textContent ?? "",
      x: Number(flag.querySelector("text")?.getAttribute("x")),
      y: Number(flag.querySelector("text")?.getAttribute("y")),
    })),
  );

it("shows each state by shape and colour, with the month of the deadline", () => {
  const pages = draw([
    ["1", "", "甲科", "2025年6月30日", "已完成"],
    ["2", "", "甲科", "2025年12月31日", "正在整改"],
    ["3", "", "甲科", "2025年12月5日", "正在整改"],
    ["4", "", "乙科", "2025年6月30日", "正在整改"],
    ["5", "", "乙科", "长期坚持", "长期坚持"],
    ["6", "", "乙科", "尽快", "不涉及"],
  ]);
  expect(Object.fromEntries(flagsOf(pages).map(({ cell, state }) => [cell, state]))).toEqual({
    "整改台账!A3": "done",
    "整改台账!A4": "open",
    "整改台账!A5": "due-soon",
    "整改台账!A6": "overdue",
    "整改台账!A7": "longTerm",
    "整改台账!A8": "excluded",
  });
  const words = pages[0]?.documentElement.textContent ?? "";
  expect(words).toContain("共 6 项");
  for (const word of ["6月", "12月", "长期", "未定", "已完成 1", "超期 1", "1/3", "红"]) expect(words).toContain(word);
});

const anyRow = fc.tuple(
  fc.constantFrom("党建方面", "财务方面", ""),
  fc.constantFrom("甲科", "乙科、甲科", "某某县很长很长名称的一个下属事业单位服务中心办公室", ""),
  fc.constantFrom(
    "2024年1月5日",
    "2025年6月30日",
    "2025年11月28日",
    "2025年12月5日",
    "2027年3月",
    "长期坚持",
    "立行立改",
    "",
  ),
  fc.constantFrom("已完成", "正在整改", "长期坚持", "不涉及", "未完成", ""),
);

it("shows every item once, inside the page and apart from all others, in no text below 9 points", () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { minLength: 1, maxLength: 60 }),
      fc.constantFrom("unit", "section"),
      fc.integer({ min: 1, max: 100_000 }),
      (rows, by, first) => {
        const numbered = rows.map((row, index): Row => [String(first + index), ...row]);
        const pages = draw(numbered, { by });
        const flags = flagsOf(pages);
        expect(flags.map(({ label }) => label).sort()).toEqual(numbered.map(([number]) => number).sort());
        for (const page of pages) {
          const own = flagsOf([page]);
          const sizes = [...page.querySelectorAll("text")].map((text) => Number(text.getAttribute("font-size")));
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
          for (const { x, y, label } of own) {
            // A digit of 18 points is less than 11 wide.
            expect(x + 11 * label.length).toBeLessThan(1190.55);
            expect(y).toBeLessThan(841.89 - 50);
          }
          const places = new Set(own.map(({ x, y }) => `${x}:${y}`));
          expect(places.size).toBe(own.length);
        }
      },
    ),
    { numRuns: 40 },
  );
});

it("goes on over pages: three hundred items of one unit", () => {
  const rows = Array.from({ length: 300 }, (_row, index): Row => [
    String(index + 1),
    "",
    "甲科",
    "2025年12月31日",
    "正在整改",
  ]);
  const pages = draw(rows);
  expect(flagsOf(pages)).toHaveLength(300);
  const many = Array.from({ length: 40 }, (_row, index): Row => [
    String(index + 1),
    "",
    `第${index + 1}科`,
    "2025年12月31日",
    "正在整改",
  ]);
  const paged = draw(many);
  expect(paged.length).toBeGreaterThan(1);
  expect(paged[1]?.documentElement.textContent).toContain(`第 2 页，共 ${paged.length} 页`);
});

it("is one file that runs and loads nothing, and names no person", () => {
  const pages = wallPages(read([["1", "", "甲<科>&", "2025年6月30日", "已完成"]]), OPTIONS, {
    title: "挂<图>",
    precision: 0,
  });
  const html = wallHtml(pages, "挂<图>");
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)|src=|href=/u);
  expect(html).toContain("甲&lt;科&gt;&amp;");
  expect(html).toContain("@page{size:420mm 297mm");
});
