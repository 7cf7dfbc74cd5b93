/**
 * The statistics workbook of made-up ledgers, calculated by LibreOffice from formulas whose saved values were taken out: it
 * must give the values that are saved. By hand, where soffice is: node test/bench/run.mjs stats-office [ledgers]
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { valueAt, type Book, type CellValue, type Grid } from "../../src/grid";
import { bookBytes, openFile } from "../../src/hosts/file/node";
import { readWorkbook, type Reading } from "../../src/ledger";
import { countStats, DEFAULT_STATS, periodOf, ranksOf, statsBook } from "../../src/month";

const AS_OF = { year: 2025, month: 11, day: 28 };
const HEAD = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "整改进展"];

const row = fc.tuple(
  fc.constantFrom("县财政局", "县教育局、县财政局", "县住建局 县水利局", "", "a单位", "A单位*", "=某科", "~某?局"),
  fc.constantFrom("2025-10-31", "2025-12-05", "立行立改", "长期坚持", "", "2025年11月底前"),
  fc.constantFrom("已完成", "正在整改", "基本完成", "阶段性完成", "未完成", "不计入", "长期坚持", "已上报", "延期"),
  fc.constantFrom("", "超序时进度", "已完成62.5%", "滞后"),
);
const ledger = fc.record({
  title: fc.constantFrom("反馈问题整改台账", "信访件办理台账", "立行立改台账"),
  rows: fc.array(row, { minLength: 1, maxLength: 60 }),
  before: fc.array(row, { maxLength: 30 }),
});

function read(title: string, rows: readonly (readonly string[])[]): Reading {
  const values: CellValue[][] = [
    [title, null, null, null, null, null],
    HEAD,
    ...rows.map((cells, index) => [String(index + 1), `某项制度执行不到位第${index + 1}处`, ...cells]),
  ];
  const none = new Set<number>();
  const grid: Grid = {
    sheet: "台账",
    values,
    merges: [{ top: 0, bottom: 0, left: 0, right: 5 }],
    hiddenRows: none,
    hiddenCols: none,
    visibility: "visible",
    date1904: false,
  };
  return readWorkbook([grid], { today: AS_OF, asOf: AS_OF });
}

/** The workbook without the values of its formulas, so that whoever opens it has to calculate. */
function withoutValues(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts))
    if (/^xl\/worksheets\/sheet\d+\.xml$/u.test(name)) {
      const text = new TextDecoder().decode(part);
      parts[name] = new TextEncoder().encode(text.replace(/(<\/f>)<v>[^<]*<\/v>/gu, "$1"));
    }
  return zipSync(parts);
}

function isEqual(saved: unknown, given: CellValue): boolean {
  if (typeof saved === "number" && typeof given === "number") return Math.abs(saved - given) < 1e-9;
  return (saved ?? "") === (given ?? "");
}

/** Formulas of a book, and those whose value LibreOffice gives otherwise. */
function compareBook(book: Book, grids: readonly Grid[]): { readonly all: number; readonly wrong: readonly string[] } {
  let all = 0;
  const wrong: string[] = [];
  for (const sheet of book.sheets) {
    const grid = grids.find((one) => one.sheet === sheet.name);
    sheet.rows.forEach((cells, top) =>
      cells.forEach((cell, left) => {
        if (cell?.formula === undefined) return;
        all += 1;
        const given = grid === undefined ? null : valueAt(grid, top, left);
        if (!isEqual(cell.value, given)) wrong.push(`${cell.formula}: ${String(given)}, saved ${String(cell.value)}`);
      }),
    );
  }
  return { all, wrong };
}

export async function run(args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? 50);
  const folder = mkdtempSync(join(tmpdir(), "taizhang-office-"));
  try {
    const books = fc.sample(ledger, { numRuns: count, seed: 18 }).map(({ title, rows, before }, index) => {
      const previous =
        before.length === 0 ? null : ranksOf(periodOf(read(title, before), { masked: true }), DEFAULT_STATS.definition);
      const stats = countStats(read(title, rows), DEFAULT_STATS, previous);
      const about = {
        title: "统计表",
        asOf: AS_OF,
        definition: "已完成",
        precision: 0,
        previous: previous !== null,
      } as const;
      const book = statsBook(stats, about);
      const path = join(folder, `${index}.xlsx`);
      writeFileSync(path, withoutValues(bookBytes(book)));
      return { book, path };
    });
    const out = join(folder, "out");
    const filter = "xlsx:Calc MS Excel 2007 XML";
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", filter, "--outdir", out, ...books.map(({ path }) => path)],
      { stdio: "ignore" },
    );
    let all = 0;
    const wrong: string[] = [];
    for (const [index, { book }] of books.entries()) {
      const host = await openFile(join(out, `${index}.xlsx`));
      const compared = compareBook(book, await host.read.grids());
      all += compared.all;
      wrong.push(...compared.wrong.map((line) => `${index}: ${line}`));
    }
    process.stdout.write(
      `${books.length} ledgers, ${all} formulas, ${wrong.length} differ\n${wrong.slice(0, 20).join("\n")}\n`,
    );
    if (wrong.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
