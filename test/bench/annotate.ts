/**
 * Measures the annotated copy and the clean copy of a ledger of 10,000 rows against inflating and deflating all its
 * parts, which is the least any program does that writes the file anew. Medians in milliseconds.
 */
import { createNodeInflater } from "../../src/hosts/file/node-zlib";
import { cleanXlsx, LIMITS, openPackage, patchXlsx, readXlsx } from "../../src/hosts/file/xlsx";
import type { Mark, ReportSheet } from "../../src/hosts/port";
import { makeLedger } from "./make-ledger";

const ROWS = 10_000;
const MARKS = 600;
const NOTES = 200;

export async function run(): Promise<void> {
  const { bytes } = makeLedger(ROWS);
  const inflater = createNodeInflater();
  const { grids } = await readXlsx(bytes, { inflater });
  const sheet = grids[0]?.sheet ?? "";
  const marks = Array.from({ length: MARKS }, (_, i): Mark => {
    const row = 1 + i * Math.floor(ROWS / MARKS);
    const severity = (["error", "warning", "info"] as const)[i % 3] ?? "info";
    return { sheet, row, col: 3 + (i % 6), severity, note: i < NOTES ? `第${row + 1}行：责任单位为空` : undefined };
  });
  const report: ReportSheet = {
    name: "核验报告",
    columns: [{ width: 20 }, { width: 60 }, { width: 12 }],
    rows: marks.map((mark) => [
      { value: mark.severity },
      { value: `第${mark.row + 1}行：责任单位为空，请补填`, wrap: true },
      { value: "单元格", link: { sheet, row: mark.row, col: mark.col } },
    ]),
  };
  const annotated = patchXlsx(openPackage(bytes, inflater, LIMITS), { marks, reports: [report] }).bytes;
  const [floor = NaN, annotate = NaN, clean = NaN] = medians([
    () => {
      const pack = openPackage(bytes, inflater, LIMITS);
      for (const entry of pack.archive.entries) inflater.deflate(pack.bytes(entry.name, "sheet"));
    },
    () => patchXlsx(openPackage(bytes, inflater, LIMITS), { marks, reports: [report] }),
    () => cleanXlsx(openPackage(annotated, inflater, LIMITS)),
  ]);
  const line = (name: string, ms: number) => ({ name, ms: Math.round(ms), "to floor": (ms / floor).toFixed(2) });
  console.table([line("inflate and deflate", floor), line("annotate", annotate), line("clean", clean)]);
}

/** Medians of several acts, done in turn, so that a busy machine troubles all alike. */
function medians(acts: readonly (() => unknown)[]): number[] {
  const times = acts.map((): number[] => []);
  for (let i = 0; i < 11; i++) {
    acts.forEach((act, which) => {
      const start = performance.now();
      act();
      times[which]?.push(performance.now() - start);
    });
  }
  return times.map((list) => list.sort((a, b) => a - b)[list.length >> 1] ?? NaN);
}
