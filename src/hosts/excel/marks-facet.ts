/**
 * Marks as conditional formats: the cells' own formats stay what they are, and removing the marks leaves nothing. Each
 * carries our marker in its rule, and is found by it whenever it is asked for, wherever sorting or pasting took it.
 * Nothing is remembered between calls but what a request that was cut off may have left half made.
 */
import { HostError, type Mark, type MarksFacet } from "../port";
import { isChangeFormula, isMarkFormula, MARK_LOOKS, markFormula } from "../ours";
import { addressLists, joinCells } from "./addresses";
import { askEach } from "./ask-each";
import type { OwnWrites } from "./own-writes";
import { readExcel, runExcel } from "./run";
import type { SheetMemory } from "./sheet-memory";

/** Cells marked at most; the rest stands in the pane. A sheet full of rules is slow to draw and to sort. */
export const MAX_MARKED = 2_000;

const COLOURS: Readonly<Record<Mark["severity"], { readonly fill: string; readonly font: string }>> = {
  error: { fill: "#FFC7CE", font: "#9C0006" },
  warning: { fill: "#FFEB9C", font: "#7F6000" },
  risk: { fill: "#E8D9F3", font: "#5B2C83" },
  change: { fill: "#E2EFDA", font: "#375623" },
  info: { fill: "#DDEBF7", font: "#1F4E78" },
};

/** Formats there were before a request of ours that was cut off: a rule without a formula that came since is ours. */
type Unfinished = ReadonlySet<string> | null;

export function createMarksFacet(memory: SheetMemory, ownWrites: OwnWrites): MarksFacet {
  let unfinished: Unfinished = null;

  const removeAll = async (
    keep?: "changes",
  ): Promise<{ readonly found: Found; readonly removed: number; readonly locked: number }> => {
    const all = await findMarks(unfinished);
    const found = keep === undefined ? all : { ...all, ours: all.ours.filter(({ isChange }) => !isChange) };
    const free = found.ours.filter((mark) => !mark.sheet.locked);
    await askEach(free, removeMarks);
    unfinished = null;
    const cells = (marks: readonly FoundMark[]): number => marks.reduce((sum, mark) => sum + mark.cells, 0);
    return { found, removed: cells(free), locked: cells(found.ours) - cells(free) };
  };

  const setAll = async (
    marks: readonly Mark[],
    keep?: "changes",
  ): Promise<{ readonly marked: number; readonly locked: number }> => {
    const { found } = await removeAll(keep);
    const byId = new Map(found.sheets.map((sheet) => [sheet.id, sheet]));
    const byName = new Map(found.sheets.map((sheet) => [sheet.name, sheet]));
    const sheetOf = (name: string): MarkedSheet | undefined => {
      const key = memory.keyOf(name);
      return byId.get(key) ?? (key === name ? byName.get(name) : undefined);
    };
    const placed = new Map<string, Placed>();
    for (const severity of MARK_LOOKS) {
      for (const mark of marks) {
        const sheet = sheetOf(mark.sheet);
        const key = `${mark.row}:${mark.col}:${sheet?.id ?? ""}`;
        if (sheet && mark.severity === severity && !placed.has(key)) placed.set(key, { mark, sheet });
      }
    }
    const all = [...placed.values()];
    const chosen = all.filter(({ sheet }) => !sheet.locked).slice(0, MAX_MARKED);
    unfinished = found.others;
    await addMarks(chosen);
    unfinished = null;
    return { marked: chosen.length, locked: all.filter(({ sheet }) => sheet.locked).length };
  };

  return {
    find: async () => {
      const { ours } = await findMarks(unfinished);
      const cells = (marks: readonly FoundMark[]): number => marks.reduce((sum, mark) => sum + mark.cells, 0);
      return { marked: cells(ours), changed: cells(ours.filter(({ isChange }) => isChange)) };
    },
    set: (marks, keep) =>
      ownWrites.quietly(async () => {
        try {
          return { ...(await setAll(marks, keep)), limit: MAX_MARKED };
        } catch (error) {
          // Protected or deleted between the look and the marks: the next look sees it.
          if (!(error instanceof HostError) || !["protected", "missingSheet"].includes(error.code)) throw error;
          return { ...(await setAll(marks, keep)), limit: MAX_MARKED };
        }
      }),
    clear: (keep) =>
      ownWrites.quietly(async () => {
        const { removed, locked } = await removeAll(keep);
        return { removed, locked };
      }),
  };
}

interface MarkedSheet {
  readonly id: string;
  readonly name: string;
  readonly locked: boolean;
}

interface FoundMark {
  readonly sheet: MarkedSheet;
  readonly id: string;
  readonly cells: number;
  readonly isChange: boolean;
}

interface Found {
  readonly sheets: readonly MarkedSheet[];
  readonly ours: readonly FoundMark[];
  /** Ids of formats that are not ours. */
  readonly others: ReadonlySet<string>;
}

interface Placed {
  readonly mark: Mark;
  readonly sheet: MarkedSheet;
}

const formatsOf = (context: Excel.RequestContext, sheet: MarkedSheet): Excel.ConditionalFormatCollection =>
  context.workbook.worksheets.getItem(sheet.id).getRange().conditionalFormats;

/**
 * Looks through all sheets. A sheet whose formats can't be listed, and a format whose rule can't be read, holds none of
 * ours (office-js issues 6827 and 6835: reading some people's rules fails).
 */
async function findMarks(unfinished: Unfinished): Promise<Found> {
  const sheets = await readExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name,items/protection/protected");
    await context.sync();
    return worksheets.items.map(({ id, name, protection }) => ({ id, name, locked: protection.protected }));
  });
  const custom: { readonly sheet: MarkedSheet; readonly id: string }[] = [];
  const all = new Set<string>();
  await askEach(sheets, (some) =>
    readExcel(async (context) => {
      const asked = some.map((sheet) => {
        const formats = formatsOf(context, sheet);
        formats.load("items/id,items/type");
        return { sheet, formats };
      });
      await context.sync();
      const read = asked.flatMap(({ sheet, formats }) => formats.items.map(({ id, type }) => ({ sheet, id, type })));
      for (const { sheet, id, type } of read) {
        all.add(id);
        if (type === Excel.ConditionalFormatType.custom) custom.push({ sheet, id });
      }
    }),
  );
  const marked: { readonly sheet: MarkedSheet; readonly id: string; readonly isChange: boolean }[] = [];
  await askEach(custom, (some) =>
    readExcel(async (context) => {
      const asked = some.map((format) => {
        const { rule } = formatsOf(context, format.sheet).getItem(format.id).custom;
        rule.load("formula");
        return { format, rule };
      });
      await context.sync();
      const ours = asked.filter(({ format, rule }) => {
        const formula = rule.formula as string | null;
        const halfMade = formula === "" && unfinished !== null && !unfinished.has(format.id);
        return halfMade || (formula !== null && isMarkFormula(formula));
      });
      const isChange = (formula: string | null): boolean => formula !== null && isChangeFormula(formula);
      marked.push(
        ...ours.map(({ format, rule }) => ({ ...format, isChange: isChange(rule.formula as string | null) })),
      );
    }),
  );
  const cells = new Map<string, number>();
  await askEach(marked, (some) =>
    readExcel(async (context) => {
      const asked = some.map(({ sheet, id }) => {
        const areas = formatsOf(context, sheet).getItem(id).getRanges();
        areas.load("cellCount");
        return { id, areas };
      });
      await context.sync();
      // -1 stands for more cells than can be counted.
      for (const { id, areas } of asked) cells.set(id, Math.max(1, areas.cellCount));
    }),
  );
  for (const { id } of marked) all.delete(id);
  return { sheets, ours: marked.map((mark) => ({ ...mark, cells: cells.get(mark.id) ?? 1 })), others: all };
}

function removeMarks(marks: readonly FoundMark[]): Promise<void> {
  return runExcel(async (context) => {
    for (const { sheet, id } of marks) formatsOf(context, sheet).getItem(id).delete();
    await context.sync();
  });
}

function addMarks(chosen: readonly Placed[]): Promise<void> {
  if (chosen.length === 0) return Promise.resolve();
  return runExcel(async (context) => {
    for (const severity of MARK_LOOKS) {
      const bySheet = new Map<MarkedSheet, Mark[]>();
      for (const { mark, sheet } of chosen) {
        if (mark.severity === severity) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), mark]);
      }
      for (const [sheet, cells] of bySheet) {
        const worksheet = context.workbook.worksheets.getItem(sheet.id);
        for (const list of addressLists(joinCells(cells))) {
          const format = worksheet.getRanges(list).conditionalFormats.add(Excel.ConditionalFormatType.custom);
          // The marker first: a format that is cut off behind it is known again by everybody.
          format.custom.rule.formula = `=${markFormula(severity)}`;
          format.custom.format.fill.color = COLOURS[severity].fill;
          format.custom.format.font.color = COLOURS[severity].font;
          // Told apart without colour, too: on a black-and-white printout errors and risky changes are bold.
          if (severity === "error" || severity === "risk") format.custom.format.font.bold = true;
        }
      }
    }
    await context.sync();
  });
}
