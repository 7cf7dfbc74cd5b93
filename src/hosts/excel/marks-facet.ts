/**
 * Marks as conditional formats: the cells' own formats stay what they are, and removing the marks leaves nothing. Each
 * carries our marker in its rule, so that it is found again wherever sorting or pasting took it.
 */
import { HostError, type Mark, type MarksFacet } from "../port";
import { addressLists, joinCells } from "./addresses";
import type { OwnWrites } from "./own-writes";
import { runExcel } from "./run";

/** Cells marked at most; the rest stands in the pane. A sheet full of rules is slow to draw and to sort. */
export const MAX_MARKED = 2_000;

const MARKER = "taizhang:";
const SEVERITIES = ["error", "warning", "info"] as const;
const COLOURS: Readonly<Record<Mark["severity"], { readonly fill: string; readonly font: string }>> = {
  error: { fill: "#FFC7CE", font: "#9C0006" },
  warning: { fill: "#FFEB9C", font: "#7F6000" },
  info: { fill: "#DDEBF7", font: "#1F4E78" },
};

/** The rule of our marks: always true, and never anybody else's. */
export function markFormula(severity: Mark["severity"]): string {
  return `=LEN("${MARKER}${severity}:1")>0`;
}

/** A rule without a formula is a mark that was cut off while it was made; no other program leaves one. */
const isOurs = (formula: string): boolean => formula.includes(`"${MARKER}`) || formula === "";

export function createMarksFacet(ownWrites: OwnWrites): MarksFacet {
  return {
    set: (marks) => ownWrites.quietly(() => runExcel((context) => setMarks(context, marks))),
    clear: () =>
      ownWrites.quietly(() =>
        runExcel(async (context) => {
          const { ours, locked } = await findMarks(context);
          for (const format of ours) format.delete();
          await context.sync();
          if (locked) throw new HostError("protected", "marks on a protected sheet");
        }),
      ),
  };
}

async function setMarks(
  context: Excel.RequestContext,
  marks: readonly Mark[],
): Promise<{ readonly marked: number; readonly limit: number }> {
  const { ours, writable } = await findMarks(context);
  const chosen = chooseMarks(marks.filter((mark) => writable.has(mark.sheet)));
  for (const format of ours) format.delete();
  for (const severity of SEVERITIES) {
    for (const [sheet, cells] of groupBySheet(chosen.filter((mark) => mark.severity === severity))) {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      for (const list of addressLists(joinCells(cells))) {
        const format = worksheet.getRanges(list).conditionalFormats.add(Excel.ConditionalFormatType.custom);
        format.custom.rule.formula = markFormula(severity);
        format.custom.format.fill.color = COLOURS[severity].fill;
        format.custom.format.font.color = COLOURS[severity].font;
        // Told apart without colour, too: on a black-and-white printout errors are bold.
        if (severity === "error") format.custom.format.font.bold = true;
      }
    }
  }
  await context.sync();
  return { marked: chosen.length, limit: MAX_MARKED };
}

/** One mark a cell, the gravest first, up to the limit. */
function chooseMarks(marks: readonly Mark[]): readonly Mark[] {
  const chosen = new Map<string, Mark>();
  for (const severity of SEVERITIES) {
    for (const mark of marks) {
      if (chosen.size >= MAX_MARKED) return [...chosen.values()];
      const key = `${mark.row}:${mark.col}:${mark.sheet}`;
      if (mark.severity === severity && !chosen.has(key)) chosen.set(key, mark);
    }
  }
  return [...chosen.values()];
}

function groupBySheet(marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.sheet) ?? [];
    group.push(mark);
    groups.set(mark.sheet, group);
  }
  return groups;
}

interface FoundMarks {
  /** Marks of ours on sheets that can be written. */
  readonly ours: readonly Excel.ConditionalFormat[];
  readonly writable: ReadonlySet<string>;
  /** Some of ours are on a protected sheet. */
  readonly locked: boolean;
}

async function findMarks(context: Excel.RequestContext): Promise<FoundMarks> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name,items/protection/protected");
  await context.sync();
  const sheets = worksheets.items.map((sheet) => {
    const formats = sheet.getRange().conditionalFormats;
    formats.load("items/id,items/type");
    return { sheet, formats };
  });
  await context.sync();
  const custom = sheets.flatMap(({ sheet, formats }) =>
    formats.items
      .filter((format) => format.type === Excel.ConditionalFormatType.custom)
      .map((format) => {
        const { rule } = format.custom;
        rule.load("formula");
        return { sheet, format, rule };
      }),
  );
  if (custom.length > 0) await context.sync();
  const marks = custom.filter(({ rule }) => isOurs(String(rule.formula ?? "")));
  return {
    ours: marks.filter(({ sheet }) => !sheet.protection.protected).map(({ format }) => format),
    writable: new Set(worksheets.items.filter((sheet) => !sheet.protection.protected).map((sheet) => sheet.name)),
    locked: marks.some(({ sheet }) => sheet.protection.protected),
  };
}
