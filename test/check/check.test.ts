/** Checking as a whole: edits, steps, progress, cancel, order, ids. */
import fc from "fast-check";
import { check, runCheck } from "../../src/check/check";
import { RULES, ruleOf } from "../../src/check/list";
import { messageOf } from "../../src/check/list";
import { comparePlaces } from "../../src/rule/order";
import type { Finding } from "../../src/rule/types";
import type { CellValue, Grid } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import type { Reading } from "../../src/ledger/types";
import { gridOf } from "../grid/grid-of";

const AS_OF = { year: 2025, month: 11, day: 30 };

const HEADER = [
  "序号",
  "反馈问题",
  "整改措施",
  "责任单位",
  "配合单位",
  "整改时限",
  "整改状态",
  "是否销号",
  "完成日期",
  "整改进展情况",
  "佐证材料",
];
const PROBLEMS = [
  "预算执行率偏低，结转较多",
  "会议记录不全",
  "采购程序缺失，资料不齐",
  "学习不深入",
  "其中一笔未入账",
  "档案管理混乱",
  null,
];
const POOLS: readonly (readonly CellValue[])[] = [
  [1, 2, 3, 4, 5, 6, 8, 12, "7", "一", null],
  PROBLEMS,
  ["清点", "建账；抽查", "/", null],
  ["办公室", "规划财务股", "规划财物股", "基层卫生股", "各乡镇卫生院", "办公室、财务科", "　办公室", null, "#N/A"],
  ["人事科", null],
  ["2025年6月底前", "2025年12月5日", "尽快", "长期坚持", "立行立改", "12月底前", 45838, null, "2025年底前，并长期坚持"],
  ["已完成", "正在整改", "未完成", "阶段性完成", "差不多", "移交其他单位", "长期坚持", null, "#REF!"],
  ["已销号", "未销号", null],
  ["2025年6月1日", "2026年6月1日", "见附件", "/", null],
  ["已开会部署。", "资金尚未到位。", "已整改到位。", "计划于2026年3月召开会议。", null],
  ["附件1", "待补充", null],
];

const cellEdit = fc
  .nat(POOLS.length - 1)
  .chain((col) => fc.record({ col: fc.constant(col), pick: fc.nat(POOLS[col]!.length - 1), row: fc.nat(11) }));

function bookOf(rows: readonly (readonly CellValue[])[], directory: boolean): Grid[] {
  const sheet = gridOf([["整改台账"], HEADER, ...rows, ["合计", `${rows.length}个问题`]], { hiddenRows: [3] });
  const units = gridOf(
    [
      ["单位名称", "简称"],
      ["办公室", null],
      ["规划财务股", null],
    ],
    { sheet: "单位名录" },
  );
  return directory ? [sheet, units] : [sheet];
}

function read(grids: readonly Grid[]): Reading {
  return readWorkbook(grids, { today: AS_OF, asOf: AS_OF, feedbackDate: { year: 2025, month: 1, day: 24 } });
}

const START: readonly (readonly CellValue[])[] = Array.from({ length: 12 }, (_, i) => [
  i + 1,
  `第${i + 1}类业务流程执行不到位`,
  "完善制度",
  ["办公室", "规划财务股"][i % 2] as string,
  null,
  "2025年6月底前",
  "已完成",
  "已销号",
  "2025年6月1日",
  "已开会部署。",
  `附件${i + 1}`,
]);

describe("an edit", () => {
  /** The fields whose edit an id may show: they name the item, or tell which of its measures a row is. */
  const NAMING = new Set(["序号", "反馈问题", "整改措施"].map((name) => HEADER.indexOf(name)));

  it("in one row leaves the findings of other rows, with their ids", () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.array(cellEdit, { minLength: 1, maxLength: 25 }), fc.boolean(), (edits, directory) => {
        // Overdue, and dated without being done: every row has something to keep.
        const rows = START.map((row) => row.map((cell, col) => (HEADER[col] === "整改状态" ? "正在整改" : cell)));
        const own = (row: number) => check(read(bookOf(rows, directory))).findings.filter(isAbout(row));
        for (const { row, col, pick } of edits) {
          if (NAMING.has(col)) continue;
          const elsewhere = (row + 5) % START.length;
          const before = own(elsewhere);
          (rows[row] as CellValue[])[col] = POOLS[col]?.[pick] ?? null;
          expect(own(elsewhere)).toEqual(before);
          kept += before.length;
        }
      }),
      { numRuns: 20 },
    );
    // The draws differ; that there was something to keep does not.
    expect(kept).toBeGreaterThan(40);
  });

  it("and its undoing leave no trace: findings follow from what the sheet holds", () => {
    fc.assert(
      fc.property(fc.array(cellEdit, { minLength: 1, maxLength: 8 }), fc.boolean(), (edits, directory) => {
        const rows = START.map((row) => [...row]);
        const grids = bookOf(rows, directory);
        const before = check(read(grids));
        const held = edits.map(({ row, col, pick }) => {
          // As the session patches: the row of the same grid is replaced.
          const values = grids[0]?.values as CellValue[][];
          const old = values[row + 2] as CellValue[];
          values[row + 2] = old.map((cell, i) => (i === col ? (POOLS[col]?.[pick] ?? null) : cell));
          return { row: row + 2, old };
        });
        const edited = check(read(grids));
        expect(edited).toEqual(check(read(grids.map((grid) => ({ ...grid, values: grid.values.map((r) => [...r]) })))));
        for (const { row, old } of held.reverse()) (grids[0]?.values as CellValue[][])[row] = old;
        expect(check(read(grids))).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  /** Findings of row, item and cell rules in a row of `START`; table rules speak of several rows. */
  function isAbout(row: number): (finding: Finding) => boolean {
    return (finding) => finding.row === row + 2 && ruleOf(finding.rule)?.scope !== "table";
  }
});

describe("a run", () => {
  const rows = START.map((row, i) => row.map((cell, col) => (i % 3 === 0 ? (POOLS[col]?.[i % 4] ?? null) : cell)));

  it("does not depend on the order of the rules", () => {
    const forward = check(read(bookOf(rows, true)), undefined, RULES).findings;
    const backward = check(read(bookOf(rows, true)), undefined, [...RULES].reverse()).findings;
    expect(backward).toEqual(forward);
  });

  it("finds with one rule what it finds with all", () => {
    const all = check(read(bookOf(rows, true))).findings;
    for (const rule of RULES) {
      const alone = check(read(bookOf(rows, true)), undefined, [rule]).findings;
      expect(alone).toEqual(all.filter((finding) => finding.rule === rule.alias));
    }
  });

  it("is sorted, has unique ids and a sentence in both languages", () => {
    const reading = read(bookOf(rows, true));
    const findings = check(reading).findings;
    expect(findings.length).toBeGreaterThan(10);
    expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
    for (const finding of findings) {
      expect(messageOf(finding, "zh")).not.toMatch(/undefined|NaN/);
      expect(messageOf(finding, "en")).not.toMatch(/undefined|NaN|[；。]$/);
      expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
    }
    const places = findings.map((f) => ({ ...f, sheetOrder: 0, tie: "" }));
    for (let i = 1; i < places.length; i++) {
      expect(comparePlaces(places[i - 1]!, places[i]!)).toBeLessThanOrEqual(0);
    }
  });

  it("in slices equals a run at once, and reports progress", async () => {
    const seen: number[] = [];
    let pauses = 0;
    const report = await runCheck(read(bookOf(rows, true)), undefined, {
      slice: 5,
      onProgress: ({ done, total }) => seen.push(done / total),
      pause: async () => {
        pauses++;
        await Promise.resolve();
      },
    });
    expect(report?.findings).toEqual(check(read(bookOf(rows, true))).findings);
    expect(seen[seen.length - 1]).toBe(1);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(pauses).toBe(seen.length);
  });

  it("stops when cancelled", async () => {
    const signal = { aborted: false };
    const report = await runCheck(read(bookOf(rows, true)), undefined, {
      slice: 2,
      signal,
      onProgress: () => {
        signal.aborted = true;
      },
    });
    expect(report).toBeNull();
  });
});

describe("ids", () => {
  const table = (...lines: readonly string[]): Reading =>
    readWorkbook([gridOf(["序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态", ...lines].join("\n"))], {
      today: AS_OF,
      asOf: AS_OF,
    });
  const idsOf = (reading: Reading): string[] =>
    check(reading)
      .findings.filter((f) => f.rule === "overdue")
      .map((f) => f.id);

  it("survive sorting and lapse when the text changes", () => {
    const a = "1 | 采购程序缺失 | 办公室 | 2025年3月底前 | 正在整改";
    const b = "2 | 会议记录不全 | 办公室 | 2025年4月底前 | 正在整改";
    expect(idsOf(table(b, a)).sort()).toEqual(idsOf(table(a, b)).sort());
    expect(idsOf(table(a.replace("3月", "5月")))).not.toEqual(idsOf(table(a)));
  });

  it("of equal findings are told apart", () => {
    const line = " | 采购程序缺失 | 办公室 | 2025年3月底前 | 正在整改";
    const ids = idsOf(table(`1${line}`, "2 | 会议记录不全 | 办公室 | 2025年9月底前 | 已完成", `1${line}`));
    expect(ids).toHaveLength(2);
    expect(ids[1]).toBe(`${ids[0]}~2`);
  });

  /** Items whose numbers, problems and deadlines are often the same ones. */
  const line = fc.record({
    number: fc.constantFrom("", "1", "2", "3"),
    problem: fc.constantFrom("采购程序缺失", "会议记录不全"),
    day: fc.constantFrom("3月底前", "4月底前"),
    mended: fc.boolean(),
  });

  it("never pass to another row when one is mended", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const overdueBy = (mend: boolean) => {
          const rows = lines.map(({ number, problem, day, mended }) => {
            const year = mend && mended ? 2027 : 2025;
            return `${number} | ${problem} | 办公室 | ${year}年${day} | 正在整改`;
          });
          const { findings } = check(table(...rows));
          return new Map(findings.filter(({ rule }) => rule === "overdue").map(({ id, row }) => [row, id]));
        };
        const before = overdueBy(false);
        for (const [row, id] of overdueBy(true)) expect(id).toBe(before.get(row));
      }),
    );
  });

  it("of tables are those of their sheets", () => {
    const head = "序号 | 反馈问题 | 责任单位 | 整改状态";
    const sheets = (first: string) =>
      readWorkbook(
        [
          gridOf([first, "1 | 采购程序缺失 | 办公室 | 已完成"].join("\n")),
          gridOf([head, "1 | 会议不全 | 办公室 | 已完成"].join("\n"), { sheet: "二季度" }),
        ],
        { today: AS_OF, asOf: AS_OF },
      );
    const lacking = (reading: Reading) =>
      new Map(
        check(reading).findings.flatMap(({ rule, sheet, id }) => (rule === "column-missing" ? [[sheet, id]] : [])),
      );
    const before = lacking(sheets(head));
    expect(before.size).toBe(2);
    const after = lacking(sheets("序号 | 反馈问题 | 责任单位 | 整改时限"));
    expect(after.get("二季度")).toBe(before.get("二季度"));
  });
});
