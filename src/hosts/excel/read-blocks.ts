/** Values in blocks that Excel takes in one request, smaller ones where it does not; number formats of columns of days. */
import { HostError, type ReadOptionsForHost } from "../port";
import { gridRow } from "./cell-values";
import { cutBlocks, halve, packBlocks, rowsOf, TARGET_BYTES, TARGET_CELLS, type ReadBlock } from "./read-plan";
import { hostErrorOf } from "./run";
import { type SheetInReading, isTable, isDay } from "./read-sizes";

/** Values of the sheets that were not complete with their sample. */
export async function readValues(
  context: Excel.RequestContext,
  sheets: readonly SheetInReading[],
  options: ReadOptionsForHost,
): Promise<void> {
  const total = sheets.reduce((sum, sheet) => sum + sheet.height, 0);
  const done = (): number => sheets.reduce((sum, sheet) => sum + Math.min(sheet.values.length, sheet.height), 0);
  options.onProgress?.({ done: done(), total });

  const targets = { bytes: TARGET_BYTES };
  const blocks = sheets.flatMap((sheet, index) =>
    sheet.complete ? [] : cutBlocks(blockOf(sheet, index), targets.bytes),
  );
  for (const pack of packBlocks(blocks, targets.bytes)) {
    goOn(options);
    await readPack(context, sheets, pack, options);
    options.onProgress?.({ done: done(), total });
  }
  goOn(options);
}

export function goOn(options: ReadOptionsForHost): void {
  if (options.signal?.aborted) throw new HostError("cancelled");
}

function blockOf(sheet: SheetInReading, index: number): ReadBlock {
  return { sheet: index, top: 0, bottom: sheet.height - 1, columns: sheet.width, bytesPerRow: sheet.bytesPerRow };
}

/** Reads blocks in one sync; when that is too much for Excel, in two halves. */
async function readPack(
  context: Excel.RequestContext,
  sheets: readonly SheetInReading[],
  pack: readonly ReadBlock[],
  options: ReadOptionsForHost,
): Promise<void> {
  if (await askBlocks(context, sheets, pack)) return;
  goOn(options);
  const only = pack.length === 1 ? pack[0] : undefined;
  const halves = only ? halve(only) : null;
  if (only && !halves) throw new HostError("payloadLimit", "one row");
  const middle = Math.floor(pack.length / 2);
  const parts = halves ? halves.map((half) => [half]) : [pack.slice(0, middle), pack.slice(middle)];
  for (const part of parts) await readPack(context, sheets, part, options);
}

/** False when the response was too large: refused, or given without values. */
async function askBlocks(
  context: Excel.RequestContext,
  sheets: readonly SheetInReading[],
  pack: readonly ReadBlock[],
): Promise<boolean> {
  const asked = pack.map((block) => {
    const reading = sheets[block.sheet]!;
    const sheet = context.workbook.worksheets.getItem(reading.id);
    const range = sheet.getRangeByIndexes(block.top, 0, rowsOf(block), block.columns);
    range.load("values");
    const formats = [...reading.dateColumns].map((col) => {
      const column = sheet.getRangeByIndexes(block.top, col, rowsOf(block), 1);
      column.load("numberFormat");
      return { col, column };
    });
    return { block, reading, range, formats };
  });
  const isWhole = (): boolean =>
    asked.every(
      ({ range, formats }) => isTable(range.values) && formats.every(({ column }) => isTable(column.numberFormat)),
    );
  if (!(await syncWithin(context, isWhole))) return false;
  for (const { block, reading, range, formats } of asked) {
    const lines = range.values as readonly (readonly unknown[])[];
    lines.forEach((line, offset) => {
      reading.values[block.top + offset] = gridRow(line);
    });
    for (const { col, column } of formats)
      keepFormats(reading, col, block.top, column.numberFormat as readonly (readonly unknown[])[]);
  }
  return true;
}

function keepFormats(
  reading: SheetInReading,
  col: number,
  top: number,
  formats: readonly (readonly unknown[])[],
): void {
  const kept = reading.formats.get(col) ?? [];
  formats.forEach((line, offset) => {
    const format = line[0];
    if (typeof format === "string" && format !== "General") kept[top + offset] = format;
  });
  reading.formats.set(col, kept);
}

/** Number formats of columns where days appear that the blocks had not asked about. */
export async function readLateFormats(context: Excel.RequestContext, sheets: readonly SheetInReading[]): Promise<void> {
  const late = sheets.flatMap((reading) => {
    const spans = new Map<number, { top: number; bottom: number }>();
    reading.values.forEach((row, index) =>
      row.forEach((value, col) => {
        if (!isDay(value) || reading.formats.has(col)) return;
        const span = spans.get(col);
        if (span) span.bottom = index;
        else spans.set(col, { top: index, bottom: index });
      }),
    );
    return [...spans].flatMap(([col, span]) =>
      cutBlocks({ sheet: 0, ...span, columns: 1, bytesPerRow: 16 }, TARGET_BYTES).map((block) => ({
        reading,
        col,
        block,
      })),
    );
  });
  let at = 0;
  while (at < late.length) {
    let cells = 0;
    const batch = late.slice(at).filter(({ block }, index) => {
      cells += rowsOf(block);
      return index === 0 || cells <= TARGET_CELLS / 4;
    });
    at += batch.length;
    await askFormats(context, batch);
  }
}

interface LateColumn {
  readonly reading: SheetInReading;
  readonly col: number;
  readonly block: ReadBlock;
}

async function askFormats(context: Excel.RequestContext, columns: readonly LateColumn[]): Promise<void> {
  const asked = columns.map(({ reading, col, block }) => {
    const sheet = context.workbook.worksheets.getItem(reading.id);
    const range = sheet.getRangeByIndexes(block.top, col, rowsOf(block), 1);
    range.load("numberFormat");
    return { reading, col, block, range };
  });
  await context.sync();
  for (const { reading, col, block, range } of asked) {
    const formats = range.numberFormat as readonly (readonly unknown[])[];
    if (isTable(formats)) keepFormats(reading, col, block.top, formats);
  }
}

/**
 * Syncs, and says whether the answer is whole. Above its limits Excel refuses the response, or gives null where values
 * should be (office-js-docs, resource limits).
 */
export async function syncWithin(
  context: OfficeExtension.ClientRequestContext,
  isWhole: () => boolean,
): Promise<boolean> {
  try {
    await context.sync();
  } catch (error) {
    const known = hostErrorOf(error);
    if (known instanceof HostError && known.code === "payloadLimit") return false;
    throw known;
  }
  return isWhole();
}
