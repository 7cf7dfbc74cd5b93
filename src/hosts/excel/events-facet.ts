/**
 * Hears what happens to the workbook: edits of the user and of colleagues, moved rows, sorts, sheets, recalculation.
 * What this pane writes itself is not news. Events are hints: some never come, and whatever goes wrong with one is told
 * as `structure`, so that everything is read again.
 */
import type { Area } from "../../grid";
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
  readonly changeType?: string;
}

interface EventsState {
  readonly memory: SheetMemory;
  readonly ownWrites: OwnWrites;
}

export function createEventsFacet(state: EventsState): EventsFacet {
  return { listen: (handler) => startListening(state, handler) };
}

async function startListening(state: EventsState, handler: (event: HostEvent) => void): Promise<() => Promise<void>> {
  const formulas = createFormulaResults(state.memory);
  const tell = (event: HostEvent): void => {
    try {
      handler(event);
    } catch {
      // A listener's slip must not end in an unhandled rejection of office.js; reading anew shows it where people look.
      if (event.type === "structure" && event.sheet === null) return;
      tell({ type: "structure", sheet: null });
    }
  };
  const queue = createEventQueue({
    tell: (event) => {
      if (event.type === "structure") formulas.forget(event.sheet);
      tell(event);
    },
    recalculatedRows: (sheet) => formulas.changedRows(sheet),
    // Whatever could not be looked up, reading everything again finds out, or says what is wrong.
    onError: () => tell({ type: "structure", sheet: null }),
  });
  const handles: Handle[] = [];
  try {
    await learnNames(state.memory);
    await add([changes(state, queue)], handles);
    await addFurther(furtherEvents(state, queue), handles);
  } catch (error) {
    queue.close();
    await removeAll(handles);
    throw error;
  }
  const stopMissed = state.ownWrites.onMissed((sheets) => {
    for (const sheet of sheets) queue.edited(sheet, { top: 0, left: 0, bottom: 1_048_575, right: 0 });
  });
  return async () => {
    queue.close();
    stopMissed();
    await removeAll(handles);
  };
}

/** Events name sheets by id. Who listens before reading hears of the sheets by the names they have now. */
async function learnNames(memory: SheetMemory): Promise<void> {
  if (memory.isListed()) return;
  await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    await context.sync();
    memory.list(worksheets.items.map(({ id, name }) => ({ id, name })));
  });
}

/** Takes registrations back. One that can't be is mute all the same: its queue is closed. */
async function removeAll(handles: readonly Handle[]): Promise<void> {
  const contexts = new Map<OfficeExtension.ClientRequestContext, Handle[]>();
  for (const handle of handles) contexts.set(handle.context, [...(contexts.get(handle.context) ?? []), handle]);
  for (const [context, own] of contexts) await removeOf(context, own);
}

async function removeOf(context: OfficeExtension.ClientRequestContext, handles: readonly Handle[]): Promise<void> {
  try {
    for (const handle of handles) handle.remove();
    await context.sync();
  } catch (error) {
    if (!(hostErrorOf(error) instanceof HostError)) throw error;
  }
}

type Registration = (context: Excel.RequestContext) => Handle;

/** Runs an event's handler; what it throws is a hint that something happened. */
function hear<T extends SheetEvent>(queue: EventQueue, handle: (args: T) => void): (args: T) => Promise<void> {
  return (args) => {
    try {
      handle(args);
    } catch {
      queue.structure(null);
    }
    return Promise.resolve();
  };
}

const changes =
  (state: EventsState, queue: EventQueue): Registration =>
  (context) =>
    context.workbook.worksheets.onChanged.add(
      hear<Excel.WorksheetChangedEventArgs>(queue, (args) => changed(state, queue, args)),
    );

function furtherEvents(state: EventsState, queue: EventQueue): readonly Registration[] {
  const nameOf = (args: SheetEvent): string | null => state.memory.nameOf(args.worksheetId);
  const isQuiet = (args: SheetEvent): boolean => args.source !== "Remote" && state.ownWrites.isQuiet();
  const structure = hear(queue, (args) => queue.structure(nameOf(args)));
  const sheets = hear(queue, (args) => {
    if (!isQuiet(args)) queue.structure(null);
  });
  return [
    (context) =>
      context.workbook.worksheets.onFormatChanged.add(
        hear<Excel.WorksheetFormatChangedEventArgs>(queue, (args) => {
          if (isQuiet(args)) return;
          const sheet = nameOf(args);
          const area = parseAddress(args.address);
          if (sheet !== null && area) queue.formatted(sheet, area);
          else queue.structure(null);
        }),
      ),
    (context) => context.workbook.worksheets.onRowSorted.add(structure),
    (context) => context.workbook.worksheets.onColumnSorted.add(structure),
    (context) => context.workbook.worksheets.onRowHiddenChanged.add(structure),
    (context) =>
      context.workbook.worksheets.onCalculated.add(
        hear(queue, (args) => {
          const sheet = nameOf(args);
          if (sheet !== null) queue.calculated(sheet);
        }),
      ),
    (context) => context.workbook.worksheets.onAdded.add(sheets),
    (context) => context.workbook.worksheets.onDeleted.add(sheets),
  ];
}

async function add(registrations: readonly Registration[], handles: Handle[]): Promise<void> {
  await runExcel(async (context) => {
    const added = registrations.map((register) => register(context));
    await context.sync();
    handles.push(...added);
  });
}

/** Adds all in one sync; where Excel knows only some of them, one by one. */
async function addFurther(registrations: readonly Registration[], handles: Handle[]): Promise<void> {
  try {
    await add(registrations, handles);
    return;
  } catch (error) {
    if (!isUnsupported(error)) throw error;
  }
  for (const registration of registrations) {
    try {
      await add([registration], handles);
    } catch (error) {
      if (!isUnsupported(error)) throw error;
    }
  }
}

function changed(state: EventsState, queue: EventQueue, args: SheetEvent): void {
  const sheet = state.memory.nameOf(args.worksheetId);
  const area = args.address === undefined ? null : parseAddress(args.address);
  const local = args.source !== "Remote";
  if (sheet === null) {
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
