/** The snapshot that surfaces draw: a view of the open workbook, and what is going on. */
import type { SheetOverride } from "../../ledger";
import type { FacetName } from "../../hosts/port";
import type { Settings } from "../settings";
import type { JournalView } from "./journal";
import type { OpenWorkbook } from "./open-workbook";
import type { FindingsView } from "./result-types";
import type { Snapshot } from "./snapshot-types";
import { ledgerViews } from "./views";

const FACETS: readonly FacetName[] = ["events", "select", "marks", "write", "lists", "sheets", "state", "copies"];

export function emptySnapshot(settings: Settings, shared: boolean): Snapshot {
  return Object.freeze({
    phase: "empty",
    opening: null,
    failure: null,
    progress: null,
    revision: 0,
    workbook: null,
    settings,
    ledgers: [],
    passedOver: [],
    overlaps: [],
    asOf: null,
    feedbackDate: null,
    directory: null,
    remembered: [],
    templates: new Map<string, string>(),
    corrections: new Map<string, SheetOverride>(),
    counts: null,
    checked: false,
    ignoredCount: 0,
    journal: { entries: [], canUndo: false, canRedo: false, unfinished: null },
    facts: new Map<string, string>(),
    marks: { on: false, marked: 0, changed: 0, limit: null, locked: 0 },
    report: null,
    book: [],
    reportStale: false,
    keeping: "nowhere",
    shared,
    storage: null,
    unsaved: 0,
    recovery: null,
    updating: false,
    waiting: null,
    activity: null,
  });
}

interface SnapshotParts {
  readonly revision: number;
  readonly settings: Settings;
  readonly findings: FindingsView | null;
  readonly journal: JournalView;
  readonly recovery: Snapshot["recovery"];
  readonly shared: boolean;
}

/** The snapshot of a workbook, with what is going on as it was before. */
export function workbookSnapshot(before: Snapshot, book: OpenWorkbook | null, parts: SnapshotParts): Snapshot {
  const going = {
    phase: before.phase,
    opening: before.opening,
    failure: before.failure,
    progress: before.progress,
    updating: before.updating,
    waiting: before.waiting,
    activity: before.activity,
    revision: parts.revision,
  };
  const { settings, shared } = parts;
  if (book === null) return { ...emptySnapshot(settings, shared), ...going };
  const { host, reading, decisions, ours, keeper } = book;
  return {
    ...going,
    workbook: workbookView(book),
    settings,
    ...readingViews(reading, decisions.settings.feedbackDate !== null),
    remembered: decisions.office,
    templates: decisions.templates,
    corrections: decisions.corrections,
    counts: parts.findings?.counts ?? null,
    checked: parts.findings !== null,
    ignoredCount: parts.findings?.ignored.length ?? 0,
    journal: parts.journal,
    facts: decisions.facts,
    marks: {
      on: ours.marked > ours.changed,
      marked: ours.marked,
      changed: ours.changed,
      limit: ours.limit,
      locked: ours.locked,
    },
    report: ours.report,
    book: ours.book,
    reportStale: ours.report !== null && isStale(ours.reported, parts.findings),
    keeping: keeper === null ? "nowhere" : keeper.key === null ? "workbook" : "beside",
    shared,
    storage: book.storage,
    unsaved: host.copies ? book.unsaved.size : 0,
    recovery: parts.recovery,
  };
}

function isStale(reported: readonly string[] | null, now: FindingsView | null): boolean {
  if (reported === null || now === null) return false;
  const { findings } = now;
  return reported.length !== findings.length || findings.some(({ id }, order) => id !== reported[order]);
}

const workbookView = remembered(({ host, sheets }: OpenWorkbook) => ({
  name: host.workbookName,
  key: host.workbookKey,
  host: host.name,
  sheets,
  can: {
    ...(Object.fromEntries(FACETS.map((facet) => [facet, host[facet] !== undefined])) as Record<FacetName, boolean>),
    book: host.sheets?.book !== undefined,
  },
  lacks: host.lacks,
}));

/** Views of a reading, the same objects for the same reading. */
function readingViews(reading: OpenWorkbook["reading"], given: boolean) {
  if (reading === null) {
    return { ledgers: [], passedOver: [], overlaps: [], asOf: null, feedbackDate: null, directory: null };
  }
  const known = VIEWS.get(reading) ?? ledgerViews(reading);
  VIEWS.set(reading, known);
  const { feedbackDate, directory } = reading;
  return {
    ledgers: known,
    passedOver: reading.passedOver,
    overlaps: reading.overlaps,
    asOf: reading.asOf,
    feedbackDate:
      feedbackDate === null ? null : { date: feedbackDate, source: given ? ("option" as const) : ("stated" as const) },
    directory: directory === null ? null : { source: directory.source, names: directory.names },
  };
}

const VIEWS = new WeakMap<NonNullable<OpenWorkbook["reading"]>, ReturnType<typeof ledgerViews>>();

/** A view of host and sheets, the same object as long as both are. */
function remembered<R>(view: (book: OpenWorkbook) => R): (book: OpenWorkbook) => R {
  const known = new WeakMap<OpenWorkbook["sheets"], { readonly host: unknown; readonly view: R }>();
  return (book) => {
    const found = known.get(book.sheets);
    if (found && found.host === book.host) return found.view;
    const made = view(book);
    known.set(book.sheets, { host: book.host, view: made });
    return made;
  };
}
