/**
 * Marks as conditional formats: the cells' own formats stay what they are, and removing the marks leaves nothing. Each
 * carries our marker in its rule, so that it is found again wherever sorting or pasting took it.
 */
import { HostError, type Mark, type MarksFacet } from "../port";
import { addressLists, joinCells } from "./addresses";
import type { OwnWrites } from "./own-writes";
import { isUnsupported, runExcel } from "./run";
import type { SheetMemory } from "./sheet-memory";

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

/** Marks as they were set last, as long as nothing has moved them since. */
interface Standing {
  readonly key: string;
  readonly marked: number;
  readonly generation: number;
  readonly formats: readonly { readonly sheet: string; readonly id: string }[];
}

export interface MarksState {
  readonly ownWrites: OwnWrites;
  readonly memory: SheetMemory;
}

export function createMarksFacet({ ownWrites, memory }: MarksState): MarksFacet {
  let standing: Standing | null = null;
  return {
    async set(marks) {
      const before = memory.generation();
      const known = standing !== null && standing.generation === before ? standing : null;
      const key = keyOf(marks);
      if (known?.key === key) return { marked: known.marked, limit: MAX_MARKED };
      standing = null;
      const { marked, formats } = await ownWrites.quietly(() => replaceMarks(marks, known));
      if (before !== null) standing = { key, marked, formats, generation: before };
      return { marked, limit: MAX_MARKED };
    },
    clear: () => {
      standing = null;
      return clearMarks(ownWrites);
    },
  };
}

async function clearMarks(ownWrites: OwnWrites): Promise<void> {
  await ownWrites.quietly(() =>
    runExcel(async (context) => {
      const { ours, locked } = await findMarks(context);
      for (const format of ours) format.delete();
      await context.sync();
      if (locked) throw new HostError("protected", "marks on a protected sheet");
    }),
  );
}

/** An edit changes a mark or two: when the standing ones are where they were, they need not be looked for. */
async function replaceMarks(marks: readonly Mark[], known: Standing | null): Promise<SetMarks> {
  if (known) {
    try {
      return await runExcel((context) => setAgain(context, marks, known));
    } catch (error) {
      if (!(error instanceof HostError) || (error.code !== "missingSheet" && !isUnsupported(error))) throw error;
    }
  }
  return runExcel((context) => setMarks(context, marks));
}

const keyOf = (marks: readonly Mark[]): string =>
  marks.map((mark) => `${mark.severity}:${mark.row}:${mark.col}:${mark.sheet}`).join("\n");

interface SetMarks {
  readonly marked: number;
  readonly formats: Standing["formats"];
}

async function setMarks(context: Excel.RequestContext, marks: readonly Mark[]): Promise<SetMarks> {
  const { ours, writable } = await findMarks(context);
  for (const format of ours) format.delete();
  return addMarks(context, chooseMarks(marks.filter((mark) => writable.has(mark.sheet))));
}

async function setAgain(context: Excel.RequestContext, marks: readonly Mark[], known: Standing): Promise<SetMarks> {
  const { worksheets } = context.workbook;
  for (const { sheet, id } of known.formats) {
    worksheets.getItem(sheet).getRange().conditionalFormats.getItem(id).delete();
  }
  const sheets = [...new Set(marks.map((mark) => mark.sheet))].map((name) => {
    const { protection } = worksheets.getItem(name);
    protection.load("protected");
    return { name, protection };
  });
  await context.sync();
  const locked = new Set(sheets.filter(({ protection }) => protection.protected).map(({ name }) => name));
  return addMarks(context, chooseMarks(marks.filter((mark) => !locked.has(mark.sheet))));
}

async function addMarks(context: Excel.RequestContext, chosen: readonly Mark[]): Promise<SetMarks> {
  const added: { readonly sheet: string; readonly format: Excel.ConditionalFormat }[] = [];
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
        format.load("id");
        added.push({ sheet, format });
      }
    }
  }
  await context.sync();
  return { marked: chosen.length, formats: added.map(({ sheet, format }) => ({ sheet, id: format.id })) };
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
