/** What reading must not depend on: the order of columns, where the table stands, and blank rows. */
import fc from "fast-check";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { cellOf, textOf } from "../../src/ledger/items/cells";
import type { Area, CellValue, Grid } from "../../src/grid/grid";
import { COLUMN_KEYS, type Item, type Ledger } from "../../src/ledger/types";
import { gridOf } from "../grid/grid-of";

const TODAY = { year: 2025, month: 10, day: 10 };

interface Column {
  readonly header: string;
  readonly values: readonly CellValue[];
}

const COLUMNS: readonly Column[] = [
  { header: "问题类别", values: ["党的建设方面", "工作作风方面", "业务工作方面"] },
  { header: "整改措施", values: ["一是完善制度；二是开展培训", "开展专项检查并通报", "组织一次集中学习研讨"] },
  { header: "责任领导", values: ["甲某", "乙某"] },
  { header: "责任单位", values: ["办公室", "财务科", "人事科、法规科", null] },
  { header: "配合单位", values: [null, "法规科", null] },
  { header: "整改时限", values: ["2025年6月底前", 45930, "长期坚持", "尽快", null] },
  { header: "整改状态", values: ["已完成", "正在整改", "阶段性完成", null, "差不多"] },
  { header: "完成时间", values: [45830, null, "2025年6月1日"] },
  { header: "整改情况", values: ["已修订制度并完成培训，成效明显。", "正在按照计划推进，资料正在整理归档。"] },
  { header: "佐证材料", values: ["附件1", null] },
  { header: "备注", values: [null] },
];

interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Rows that go on with the item above them: their number and problem are merged upwards. */
  readonly goesOn: readonly boolean[];
}

const table: fc.Arbitrary<Table> = fc
  .record({
    optional: fc.subarray([...COLUMNS], { minLength: 4 }),
    rows: fc.array(
      fc.record({
        goesOn: fc.boolean(),
        picks: fc.array(fc.nat(59), { minLength: COLUMNS.length, maxLength: COLUMNS.length }),
      }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
  })
  .filter(({ optional }) =>
    ["责任单位", "整改时限", "整改状态"].every((header) => optional.some((column) => column.header === header)),
  )
  .map(({ optional, rows }) => {
    let number = 0;
    return {
      headers: ["序号", "反馈问题", ...optional.map((column) => column.header)],
      rows: rows.map(({ goesOn, picks }, r) => {
        const own = r === 0 || !goesOn;
        if (own) number++;
        return [
          own ? number : null,
          own ? `第${number}个问题执行不够到位` : null,
          ...optional.map((column, c) => column.values[(picks[c] ?? 0) % column.values.length] ?? null),
        ];
      }),
      goesOn: rows.map(({ goesOn }, r) => r > 0 && goesOn),
    };
  });

interface Drawing {
  readonly order?: readonly number[];
  readonly blanksBefore?: readonly number[];
  readonly offset?: { readonly rows: number; readonly cols: number };
}

/** Draws a table with its columns in some order, blank rows before some rows, and somewhere on the sheet. */
function draw(
  { headers, rows, goesOn }: Table,
  { order = headers.map((_, i) => i), blanksBefore = [], offset }: Drawing,
): Grid {
  const arrange = (cells: readonly CellValue[]): CellValue[] => order.map((i) => cells[i] ?? null);
  const values: CellValue[][] = [["巡察反馈问题整改台账"], arrange(headers)];
  const sheetRow: number[] = [];
  rows.forEach((cells, r) => {
    for (let i = 0; i < (blanksBefore[r] ?? 0); i++) values.push([]);
    sheetRow.push(values.length);
    values.push(arrange(cells));
  });
  const merges: Area[] = [{ top: 0, left: 0, bottom: 0, right: headers.length - 1 }];
  for (let r = 0; r < rows.length; r++) {
    if (goesOn[r]) continue;
    let last = r;
    while (goesOn[last + 1]) last++;
    if (last === r) continue;
    for (const column of [0, 1]) {
      const at = order.indexOf(column);
      merges.push({ top: sheetRow[r] as number, left: at, bottom: sheetRow[last] as number, right: at });
    }
  }
  return gridOf(values, { merges, offset });
}

/** Everything read of a ledger but where it stands. */
function essence(grid: Grid): unknown {
  const reading = readWorkbook([grid], { today: TODAY });
  return reading.ledgers.map((ledger) => ({
    kind: ledger.kind,
    fields: COLUMN_KEYS.flatMap((key) => {
      const choice = ledger.columns[key];
      return choice ? [[key, choice.header, choice.score, choice.reason, choice.runnerUp]] : [];
    }),
    unmapped: ledger.unmapped.map((column) => column.header).sort(),
    itemLevel: [...ledger.itemLevel].sort(),
    items: ledger.items.map((item) => itemEssence(ledger, item)),
  }));
}

function itemEssence(ledger: Ledger, item: Item): unknown {
  const { number, ordinal, group, problem, section, parent, status, statusOwn, rolledStatus, deadline, overdue } = item;
  return {
    ...{ number, ordinal, group, problem, section, parent, status, statusOwn, rolledStatus, deadline, overdue },
    rows: item.rows.map((row) => ({
      deadline: row.deadline,
      status: row.status,
      units: row.units,
      coUnits: row.coUnits,
      doneDate: row.doneDate,
      texts: COLUMN_KEYS.map((key) => textOf(ledger, row, key)),
    })),
  };
}

describe("reading does not depend on", () => {
  test("the order of columns", () => {
    fc.assert(
      fc.property(
        table.chain((t) =>
          fc.tuple(
            fc.constant(t),
            fc.shuffledSubarray(
              t.headers.map((_, i) => i),
              { minLength: t.headers.length },
            ),
          ),
        ),
        ([t, order]) => {
          expect(essence(draw(t, { order }))).toEqual(essence(draw(t, {})));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("where the table stands", () => {
    fc.assert(
      fc.property(table, fc.nat(9), fc.nat(6), (t, rows, cols) => {
        expect(essence(draw(t, { offset: { rows, cols } }))).toEqual(essence(draw(t, {})));
      }),
      { numRuns: 100 },
    );
  });

  test("blank rows", () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }), (t, blanksBefore) => {
        expect(essence(draw(t, { blanksBefore }))).toEqual(essence(draw(t, {})));
      }),
      { numRuns: 100 },
    );
  });
});

describe("cells", () => {
  test("every reading stands in the cell it says, within the table", () => {
    fc.assert(
      fc.property(table, fc.nat(5), fc.nat(3), (t, rows, cols) => {
        const grid = draw(t, { offset: { rows, cols } });
        const ledger = readWorkbook([grid], { today: TODAY }).ledgers[0];
        if (!ledger) throw new Error("no ledger");
        for (const item of ledger.items) {
          for (const of of [item, ...item.rows]) {
            for (const key of COLUMN_KEYS) {
              const at = cellOf(ledger, of, key);
              expect(at === null).toBe(ledger.columns[key] === undefined);
              if (!at) continue;
              expect(at.col).toBe(ledger.columns[key]?.col);
              expect(at.row).toBeGreaterThanOrEqual(ledger.layout.firstRow);
              expect(at.row).toBeLessThanOrEqual(ledger.layout.lastRow);
            }
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
