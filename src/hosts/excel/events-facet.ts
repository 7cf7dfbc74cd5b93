/**
 * Hears what happens to the workbook: edits of the user and of colleagues, moved rows, sorts, sheets, recalculation.
 * What this pane writes itself is not news.
 */
import type { Area } from "../../ledger/grid";
import { HostError, type EventsFacet, type HostEvent } from "../port";
import { parseAddress } from "./addresses";
import { createEventQueue, type EventQueue } from "./event-queue";
import { createFormulaResults } from "./formula-results";
import type { OwnWrites } from "./own-writes";
import { hostErrorOf, isUnsupported, runExcel } from "./run";
import type { SheetMemory } from "./sheet-memory";

interface Handle {
  readonly context: OfficeExtension.ClientRequestContext;
  remove(): void;
}

/** A sheet's part of an event, as far as all of them have it. */
interface SheetEvent {
  readonly worksheetId: string;
  readonly address?: string;
  readonly source?: string;
  readonly triggerSource?: string;
}

export interface EventsState {
  readonly memory: SheetMemory;
  readonly ownWrites: OwnWrites;
}

export function createEventsFacet(state: EventsState): EventsFacet {
  let listeners = 0;
  return {
    async listen(handler) {
      const stop = await startListening(state, handler);
      listeners += 1;
      return async () => {
        listeners -= 1;
        if (listeners === 0) state.memory.setListening(false);
        await stop();
      };
    },
  };
}

async function startListening(state: EventsState, handler: (event: HostEvent) => void): Promise<() => Promise<void>> {
  const names = new Map<string, string>();
  const formulas = createFormulaResults();
  const queue = createEventQueue({
    tell: (event) => {
      if (event.type === "structure") formulas.forget(event.sheet);
      handler(event);
    },
    recalculatedRows: (sheet) => formulas.changedRows(sheet),
    mayDiffer: (sheet) => state.memory.mayDiffer(sheet),
    // Whatever could not be looked up, reading everything again finds out, or says what is wrong.
    onError: (error) => {
      if (!(error instanceof HostError)) throw error;
      handler({ type: "structure", sheet: null });
    },
  });
  const handles: Handle[] = [];
  await runExcel(async (context) => {
    context.workbook.worksheets.load("items/id,items/name");
    handles.push(context.workbook.worksheets.onChanged.add(async (args) => changed(state, names, queue, args)));
    await context.sync();
    for (const sheet of context.workbook.worksheets.items) names.set(sheet.id, sheet.name);
  });
  const all = await addFurther(furtherEvents(state, names, queue), handles);
  // Merged areas may be trusted between reads only if everything that can change them is heard.
  state.memory.setListening(all);
  const stopMissed = state.ownWrites.onMissed((sheets) => {
    for (const sheet of sheets) queue.edited(sheet, { top: 0, left: 0, bottom: 1_048_575, right: 0 });
  });
  return async () => {
    queue.close();
    stopMissed();
    const contexts = new Map<OfficeExtension.ClientRequestContext, Handle[]>();
    for (const handle of handles) contexts.set(handle.context, [...(contexts.get(handle.context) ?? []), handle]);
    for (const [context, own] of contexts) await removeHandles(context, own);
  };
}

async function removeHandles(context: OfficeExtension.ClientRequestContext, handles: readonly Handle[]): Promise<void> {
  for (const handle of handles) handle.remove();
  try {
    await context.sync();
  } catch (error) {
    throw hostErrorOf(error);
  }
}

type Registration = (context: Excel.RequestContext) => Handle;

function furtherEvents(state: EventsState, names: Map<string, string>, queue: EventQueue): readonly Registration[] {
  const structure = async (args: SheetEvent): Promise<void> => {
    queue.structure(names.get(args.worksheetId) ?? null);
  };
  const sheets = async (args: SheetEvent): Promise<void> => {
    if (args.source !== "Remote" && state.ownWrites.isQuiet()) return;
    names.delete(args.worksheetId);
    queue.structure(null);
  };
  return [
    (context) =>
      context.workbook.worksheets.onFormatChanged.add(async (args) => {
        const sheet = names.get(args.worksheetId);
        const area = parseAddress(args.address);
        if (args.source !== "Remote" && state.ownWrites.isQuiet()) return;
        if (sheet !== undefined && area) queue.formatted(sheet, area);
        else queue.structure(null);
      }),
    (context) => context.workbook.worksheets.onRowSorted.add(structure),
    (context) => context.workbook.worksheets.onColumnSorted.add(structure),
    (context) => context.workbook.worksheets.onRowHiddenChanged.add(structure),
    (context) =>
      context.workbook.worksheets.onCalculated.add(async (args) => {
        const sheet = names.get(args.worksheetId);
        if (sheet !== undefined) queue.calculated(sheet);
      }),
    (context) => context.workbook.worksheets.onAdded.add(sheets),
    (context) => context.workbook.worksheets.onDeleted.add(sheets),
  ];
}

/** Adds all in one sync; where Excel knows only some of them, one by one. Returns whether all are heard. */
async function addFurther(registrations: readonly Registration[], handles: Handle[]): Promise<boolean> {
  const add = async (some: readonly Registration[]): Promise<void> => {
    await runExcel(async (context) => {
      const added = some.map((register) => register(context));
      await context.sync();
      handles.push(...added);
    });
  };
  try {
    await add(registrations);
    return true;
  } catch (error) {
    if (!isUnsupported(hostErrorOf(error))) throw error;
  }
  for (const registration of registrations) {
    try {
      await add([registration]);
    } catch (error) {
      if (!isUnsupported(hostErrorOf(error))) throw error;
    }
  }
  return false;
}

function changed(
  state: EventsState,
  names: ReadonlyMap<string, string>,
  queue: EventQueue,
  args: SheetEvent & { readonly changeType?: string },
): void {
  const sheet = names.get(args.worksheetId);
  const area = args.address === undefined ? null : parseAddress(args.address);
  const local = args.source !== "Remote";
  if (sheet === undefined) {
    // A report sheet that is being written, or a sheet added while we were not told.
    if (!(local && state.ownWrites.isQuiet())) queue.structure(null);
    return;
  }
  if (!area || (args.changeType !== "RangeEdited" && args.changeType !== undefined)) {
    queue.structure(sheet);
    return;
  }
  if (local && isOurs(state, sheet, area, args.triggerSource)) return;
  const width = state.memory.width(sheet);
  const wholeRows = area.left === 0 && area.right > 16_000;
  if (width !== null && area.right >= width && !wholeRows) queue.structure(sheet);
  else queue.edited(sheet, area);
}

/** From ExcelApi 1.14 on Excel says who did it; without a word of it, the moment and the cells must tell. */
function isOurs(state: EventsState, sheet: string, area: Area, trigger: string | undefined): boolean {
  if (trigger === "ThisLocalAddin") return true;
  return state.ownWrites.isEcho(sheet, area);
}
