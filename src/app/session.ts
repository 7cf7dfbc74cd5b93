/**
 * The session: one workbook, opened through a host, read, checked, counted and written about. Wires the core to the host;
 * what it decides itself is only when to read again, what to keep, and what the surfaces are told.
 */
import type { CellValue, Grid } from "../ledger/grid";
import type { Reading, SheetOverride, UnitDirectory } from "../ledger/types";
import { readInSteps } from "../ledger/read-workbook";
import type { Report } from "../check/check";
import { HOLDING_RULES } from "../check/holding";
import { countFindings } from "../finding/counts";
import { applyIgnores } from "../finding/pipeline/ignore";
import type { Finding, Lang } from "../finding/types";
import { compose } from "../notice/compose";
import { heldBy } from "../notice/held";
import { DEFAULT_STYLE, STYLES, styleNamed } from "../notice/styles";
import { parseTemplate } from "../notice/template";
import { tally as countReading } from "../tally/tally";
import type { Tally } from "../tally/types";
import {
  HostError,
  type CopiesFacet,
  type FacetName,
  type Host,
  type HostEvent,
  type Mark,
  type ReportSheet,
} from "../hosts/port";
import { createRecorder } from "./diagnostics";
import { explain } from "./explain";
import { filterFindings } from "./finding-filter";
import { journalView, redoable, undoable, type Journal } from "./journal";
import { KNOWN_NAMES } from "./known-names";
import { findBeside } from "./known-workbooks";
import { marksOf } from "./marks";
import { previewEdits, previewFixes } from "./previews";
import { createQueue } from "./queue";
import { reportSheet } from "./report-sheet";
import type {
  ApplyOutcome,
  Failure,
  FindingsView,
  Ignore,
  Session,
  SessionEnvironment,
  Settings,
  Snapshot,
  StateConcern,
  Summary,
} from "./session-types";
import { DEFAULT_SETTINGS, patchToInput, settingsFrom } from "./settings";
import {
  correctionsDocument,
  directoryDocument,
  ignoresDocument,
  journalDocument,
  keepInside,
  loadState,
  settingsDocument,
  type Keeper,
} from "./state";
import { ledgerViews } from "./views";
import {
  applyPreview,
  failureOf,
  lackError,
  redoEntry,
  undoEntry,
  type WritingContext,
  type WritingResult,
} from "./writing";

const FACETS: readonly FacetName[] = ["events", "select", "marks", "write", "sheets", "state", "copies"];
/** Settings that change what is read, and those that change what is found. */
const READING_SETTINGS: readonly (keyof Settings)[] = ["asOf", "feedbackDate", "concentratedMonths", "sheets"];
const CHECK_SETTINGS: readonly (keyof Settings)[] = ["rules", "words", "dueSoon"];

const EMPTY_SNAPSHOT: Snapshot = Object.freeze({
  phase: "empty",
  failure: null,
  progress: null,
  revision: 0,
  workbook: null,
  settings: DEFAULT_SETTINGS,
  ledgers: [],
  passedOver: [],
  overlaps: [],
  asOf: null,
  feedbackDate: null,
  directory: null,
  corrections: new Map<string, SheetOverride>(),
  counts: null,
  checked: false,
  ignoredCount: 0,
  journal: { entries: [], canUndo: false, canRedo: false, unfinished: null },
  marks: { on: false, marked: 0, limit: null },
  report: null,
  keeping: "nowhere",
  updating: false,
  notice: null,
});

/**
 * A session without a workbook.
 * @param initial settings to begin with (language, style, …); those kept for a workbook go over them
 * @example
 * const session = createSession(environment);
 * await session.open(host);
 * await session.check();
 * session.findings()?.counts.error; // 3
 */
export function createSession(environment: SessionEnvironment, initial: Settings = DEFAULT_SETTINGS): Session {
  const recorder = createRecorder(environment.now, environment.versions);
  const enqueue = createQueue();
  const listeners = new Set<() => void>();
  let snapshot: Snapshot = Object.freeze({ ...EMPTY_SNAPSHOT, settings: initial });

  let host: Host | null = null;
  let grids: readonly Grid[] = [];
  let reading: Reading | null = null;
  let checker: Report | null = null;
  /** There is no finding, and so no sentence, before the rules are there. */
  let messageOf: (finding: Finding, lang: Lang) => string = (finding) => finding.rule;
  let outsideDirectory: UnitDirectory | null = null;
  let ignores: ReadonlyMap<string, Ignore> = new Map();
  let journal: Journal = [];
  let keeper: Keeper | null = null;
  let readOnly: ReadonlySet<StateConcern> = new Set();
  let stopListening: (() => Promise<void>) | null = null;
  let running: AbortController | null = null;
  let entries = 0;
  let pending = { rows: new Map<string, Set<number>>(), structure: false, scheduled: false };
  let findingsCache: FindingsView | null = null;
  let tallyCache: Tally | null = null;
  let summaryCache: Summary | null = null;

  // ----------------------------------------------------------------------------------------------------------- store

  function set(patch: Partial<Snapshot>): void {
    snapshot = Object.freeze({ ...snapshot, ...patch });
    for (const listener of [...listeners]) listener();
  }

  /** Something that findings, tally or summary depend on has changed. */
  function bump(patch: Partial<Snapshot> = {}): void {
    findingsCache = null;
    tallyCache = null;
    summaryCache = null;
    const view = findings();
    set({
      ...patch,
      revision: snapshot.revision + 1,
      counts: view?.counts ?? null,
      ignoredCount: view?.ignored.length ?? 0,
    });
  }

  /** Failures that are expected become data; mistakes of ours go on as errors. */
  function asFailure(error: unknown): Failure {
    if (error instanceof HostError) recorder.record("hostError", { code: error.code, detail: error.detail });
    else recorder.record("error", { name: error instanceof Error ? error.name : typeof error });
    return failureOf(error, host ?? { workbookName: "" });
  }

  /** Runs an action on the host; a failure becomes the notice, and the fallback the answer. */
  async function attempt<T>(action: () => Promise<T>, fallback: T): Promise<T> {
    set({ notice: null });
    try {
      return await action();
    } catch (error) {
      set({ notice: asFailure(error), progress: null });
      return fallback;
    }
  }

  // -------------------------------------------------------------------------------------------------------- keeping

  async function keep(concern: StateConcern): Promise<void> {
    if (keeper === null || readOnly.has(concern)) return;
    await keeper.save(concern, documentOf(concern));
  }

  function documentOf(concern: StateConcern): string {
    switch (concern) {
      case "settings":
        return settingsDocument(snapshot.settings);
      case "corrections":
        return correctionsDocument(snapshot.corrections);
      case "ignores":
        return ignoresDocument(ignores.values());
      case "journal":
        return journalDocument(journal);
      case "directory":
        return directoryDocument(outsideDirectory);
    }
  }

  async function keepOrNotice(concern: StateConcern): Promise<void> {
    await attempt(() => keep(concern), undefined);
  }

  /** State inside the workbook goes before state beside it: it travelled with the file. */
  async function findKeeper(from: Host): Promise<{ keeper: Keeper | null; keeping: Snapshot["keeping"] }> {
    if (from.state) {
      const inside = keepInside(from.state);
      for (const concern of ["settings", "corrections", "ignores", "journal"] as const) {
        if ((await inside.load(concern)) !== null) return { keeper: inside, keeping: "workbook" };
      }
    }
    if (environment.store === null) return { keeper: null, keeping: "nowhere" };
    return {
      keeper: await findBeside(environment.store, from.workbookKey, from.sketch ?? null),
      keeping: "beside",
    };
  }

  // --------------------------------------------------------------------------------------------------------- reading

  async function readAgain(): Promise<void> {
    const { settings, corrections } = snapshot;
    const done = recorder.time("readWorkbook");
    const steps = readInSteps(grids, {
      today: environment.today(),
      asOf: settings.asOf ?? undefined,
      feedbackDate: settings.feedbackDate ?? undefined,
      concentratedMonths: settings.concentratedMonths ?? undefined,
      directory: outsideDirectory ?? undefined,
      sheets: settings.sheets ?? undefined,
      overrides: corrections,
    });
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await environment.yieldNow();
    const read = step.value;
    // What follows from the reading is drawn in a task of its own.
    await environment.yieldNow();
    reading = read;
    checker = null;
    done({ ledgers: read.ledgers.length, passedOver: read.passedOver.length });
    showReading(read, { checked: false });
  }

  function showReading(read: Reading, patch: Partial<Snapshot>): void {
    const { feedbackDate } = read;
    bump({
      ...patch,
      ledgers: ledgerViews(read),
      passedOver: read.passedOver,
      overlaps: read.overlaps,
      asOf: read.asOf,
      feedbackDate:
        feedbackDate === null
          ? null
          : { date: feedbackDate, source: snapshot.settings.feedbackDate === null ? "stated" : "option" },
      directory: read.directory === null ? null : { source: read.directory.source, names: read.directory.names },
    });
  }

  async function fetchGrids(from: Host, signal: AbortSignal | undefined): Promise<void> {
    const done = recorder.time("fetch");
    set({ phase: "reading", failure: null, progress: { task: "reading", done: 0, total: 0 } });
    const sheets = await from.read.sheets();
    grids = await from.read.grids(undefined, {
      signal,
      onProgress: (progress) => set({ progress: { task: "reading", ...progress } }),
    });
    if (signal?.aborted) throw new HostError("cancelled");
    done({ sheets: grids.length, rows: grids.reduce((sum, grid) => sum + grid.values.length, 0) });
    if (snapshot.workbook) set({ workbook: { ...snapshot.workbook, sheets } });
    await environment.yieldNow();
  }

  /** Fetches and reads everything; checks again where findings were shown. */
  async function readAll(signal: AbortSignal | undefined): Promise<void> {
    if (host === null) return;
    const wasChecked = snapshot.checked;
    const hadReading = reading !== null;
    try {
      await fetchGrids(host, signal);
      await readAgain();
      set({ phase: "ready", progress: null });
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === "cancelled") set({ phase: hadReading ? "ready" : "empty", progress: null });
      else set({ phase: "failed", failure, progress: null });
      return;
    }
    if (wasChecked) await runCheck(signal);
  }

  // -------------------------------------------------------------------------------------------------------- checking

  async function runCheck(signal: AbortSignal | undefined): Promise<void> {
    if (reading === null) return;
    const checking = await import(/* webpackChunkName: "rules" */ "./checking");
    messageOf = checking.messageOf;
    const { rules, words, dueSoon } = snapshot.settings;
    const done = recorder.time("check");
    set({ phase: "checking", progress: { task: "checking", done: 0, total: 0 } });
    const finished = await checking.runCheck(
      reading,
      { rules, words, dueSoonDays: dueSoon },
      {
        signal,
        onProgress: (progress) => set({ progress: { task: "checking", ...progress } }),
        pause: environment.yieldNow,
      },
    );
    if (finished === null) {
      done({ cancelled: true });
      set({ phase: "ready", progress: null });
      return;
    }
    checker = finished;
    // What was found is drawn in a task of its own.
    await environment.yieldNow();
    bump({ phase: "ready", progress: null, checked: true });
    done({ ...finished.counts });
    if (snapshot.marks.on) await refreshMarks();
  }

  function findings(): FindingsView | null {
    if (checker === null) return null;
    if (findingsCache === null) {
      const asked = [...ignores.values()].map(({ id, reason, at }) => ({ id, reason, when: at }));
      const { kept, ignored } = applyIgnores(checker.findings, asked);
      findingsCache = {
        findings: kept,
        counts: countFindings(kept),
        ignored: ignored.map(({ finding, ignore }) => ({
          finding,
          ignore: { id: ignore.id, reason: ignore.reason, at: ignore.when },
        })),
      };
    }
    return findingsCache;
  }

  const sentence = (finding: Finding) => messageOf(finding, snapshot.settings.lang);

  // ---------------------------------------------------------------------------------------------------------- events

  function onHostEvent(event: HostEvent): void {
    if (event.type === "structure") {
      pending.structure = true;
    } else {
      const rows = pending.rows.get(event.sheet);
      if (rows) for (const row of event.rows) rows.add(row);
      else pending.rows.set(event.sheet, new Set(event.rows));
    }
    if (pending.scheduled) return;
    pending.scheduled = true;
    set({ updating: true });
    const from = host;
    enqueue(async () => {
      await environment.yieldNow();
      const { rows, structure } = pending;
      pending = { rows: new Map(), structure: false, scheduled: false };
      if (host !== from) return;
      await attempt(() => (structure ? readAll(undefined) : updateRows(rows)), undefined);
      set({ updating: false });
    }).catch(recordBug);
  }

  async function updateRows(changed: ReadonlyMap<string, ReadonlySet<number>>): Promise<void> {
    if (host === null || reading === null) return;
    const done = recorder.time("update");
    let reread = false;
    for (const [sheet, rows] of changed) {
      const grid = grids.find((each) => each.sheet === sheet);
      if (!grid) {
        // A sheet that came after the last reading.
        await readAll(undefined);
        return;
      }
      const values = await host.read.rows(sheet, [...rows]);
      patchGrid(grid, values);
      if (!reading.passedOver.some((passed) => passed.sheet === sheet && passed.why === "ourReport")) reread = true;
    }
    done({ reread });
    if (!reread) return;
    const wasChecked = snapshot.checked;
    await readAgain();
    if (wasChecked) await runCheck(undefined);
  }

  // ----------------------------------------------------------------------------------------------------------- marks

  async function refreshMarks(): Promise<void> {
    const view = findings();
    if (!host?.marks || view === null) return;
    set({ progress: { task: "marking", done: 0, total: view.findings.length } });
    await environment.yieldNow();
    const { marked, limit } = await host.marks.set(marksOf(view.findings, sentence));
    recorder.record("marks", { marked });
    set({ marks: { on: true, marked, limit }, progress: null });
  }

  // --------------------------------------------------------------------------------------------------------- writing

  function writingContext(into: Host): WritingContext {
    return {
      host: into,
      journal: () => journal,
      setJournal: async (next) => {
        journal = next;
        set({ journal: journalView(journal) });
        await keep("journal");
      },
      rowsOf: (sheet) => grids.find((grid) => grid.sheet === sheet)?.values ?? [],
      onProgress: (done, total) => set({ progress: { task: "writing", done, total } }),
    };
  }

  /** Runs a write, then looks again at the rows it touched. */
  async function write(code: string, run: (context: WritingContext) => Promise<WritingResult>): Promise<ApplyOutcome> {
    const into = host;
    if (into === null) return NOTHING_WRITTEN;
    set({ notice: null });
    const done = recorder.time(code);
    const { outcome, touched } = await run(writingContext(into));
    done({ written: outcome.written, refused: outcome.refused });
    set({ progress: null, notice: outcome.failure });
    if (touched.size > 0) await attempt(() => updateRows(touched), undefined);
    if (outcome.failure !== null) set({ notice: outcome.failure });
    return outcome;
  }

  // ------------------------------------------------------------------------------------------------------ the session

  /** Settings of a workbook that nothing is known of. The language is the person's, not the workbook's. */
  function freshSettings(): Settings {
    return Object.freeze({ ...initial, lang: snapshot.settings.lang });
  }

  async function leave(): Promise<void> {
    const stop = stopListening;
    stopListening = null;
    if (stop) await stop();
  }

  async function rereadAfter(concern: StateConcern): Promise<void> {
    await keepOrNotice(concern);
    if (reading === null) return;
    const wasChecked = snapshot.checked;
    await readAgain();
    if (wasChecked) await runCheck(undefined);
  }

  function correct(sheet: string, change: (old: SheetOverride) => SheetOverride): Promise<void> {
    return enqueue(async () => {
      const corrections = new Map(snapshot.corrections);
      const next = change(corrections.get(sheet) ?? {});
      if (isEmptyOverride(next)) corrections.delete(sheet);
      else corrections.set(sheet, next);
      set({ corrections });
      await rereadAfter("corrections");
    });
  }

  function recordBug(error: unknown): void {
    recorder.record("error", { name: error instanceof Error ? error.name : typeof error });
    set({ updating: false, notice: { code: "hostFailed", workbook: host?.workbookName ?? "", detail: "internal" } });
  }

  const session: Session = {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    getSnapshot: () => snapshot,

    open: (next, options = {}) => {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const signal = anySignal(controller, options.signal);
      return enqueue(async () => {
        await leave();
        host = next;
        grids = [];
        reading = null;
        checker = null;
        journal = [];
        ignores = new Map();
        pending = { rows: new Map(), structure: false, scheduled: false };
        recorder.record("open", { host: next.name });
        bump({
          ...EMPTY_SNAPSHOT,
          settings: freshSettings(),
          phase: "reading",
          revision: snapshot.revision,
          workbook: {
            name: next.workbookName,
            key: next.workbookKey,
            host: next.name,
            sheets: [],
            can: Object.fromEntries(FACETS.map((facet) => [facet, next[facet] !== undefined])) as Record<
              FacetName,
              boolean
            >,
            lacks: next.lacks,
          },
        });
        let notice: Failure | null = null;
        try {
          const place = await findKeeper(next);
          keeper = place.keeper;
          const kept = keeper === null ? null : await loadState(keeper, KNOWN_NAMES, initial);
          readOnly = kept?.readOnly ?? new Set();
          ignores = new Map((kept?.ignores ?? []).map((ignore) => [ignore.id, ignore]));
          journal = kept?.journal ?? [];
          outsideDirectory = options.directory ?? kept?.directory ?? null;
          set({
            settings: Object.freeze({
              ...(kept?.settings ?? initial),
              lang: snapshot.settings.lang,
              ...options.settings,
            }),
            corrections: kept?.corrections ?? new Map<string, SheetOverride>(),
            journal: journalView(journal),
            keeping: place.keeping,
          });
        } catch (error) {
          // Without what was kept the ledger can still be checked; nothing is kept then, so that nothing is written over.
          keeper = null;
          notice = asFailure(error);
          set({ keeping: "nowhere" });
        }
        await readAll(signal);
        if (reading !== null && next.events) {
          const { events } = next;
          stopListening = await attempt(() => events.listen(onHostEvent), null);
        }
        if (notice !== null) set({ notice });
      });
    },

    close: () => {
      running?.abort();
      return enqueue(async () => {
        await leave();
        host = null;
        reading = null;
        checker = null;
        grids = [];
        keeper = null;
        journal = [];
        ignores = new Map();
        outsideDirectory = null;
        bump({ ...EMPTY_SNAPSHOT, settings: snapshot.settings, revision: snapshot.revision });
      });
    },

    read: (options = {}) => enqueue(() => readAll(options.signal)),

    update: (sheet, rows) => enqueue(() => attempt(() => updateRows(new Map([[sheet, new Set(rows)]])), undefined)),

    changeSettings: (patch) =>
      enqueue(async () => {
        const outcome = settingsFrom(patchToInput(patch), KNOWN_NAMES, snapshot.settings);
        if (!outcome.ok) return outcome;
        const before = snapshot.settings;
        const changed = (names: readonly (keyof Settings)[]) =>
          names.some((name) => before[name] !== outcome.settings[name]);
        set({ settings: outcome.settings });
        await keepOrNotice("settings");
        const wasChecked = snapshot.checked;
        if (reading !== null && changed(READING_SETTINGS)) {
          await readAgain();
          if (wasChecked) await runCheck(undefined);
        } else if (wasChecked && changed(CHECK_SETTINGS)) {
          await runCheck(undefined);
        } else {
          bump();
        }
        return outcome;
      }),

    correctColumn: (sheet, key, col) =>
      correct(sheet, (old) => {
        const columns = { ...old.columns };
        if (col === undefined) delete columns[key];
        else columns[key] = col;
        // A column holds one field: the correction takes it from another that was corrected onto it.
        for (const [other, taken] of Object.entries(columns) as [typeof key, number | null][]) {
          if (other !== key && col !== null && taken === col) delete columns[other];
        }
        return { ...old, columns };
      }),
    correctKind: (sheet, kind) => correct(sheet, (old) => ({ ...old, kind })),
    useSheet: (sheet, use) => correct(sheet, (old) => ({ ...old, use })),
    setDirectory: (directory) =>
      enqueue(async () => {
        outsideDirectory = directory;
        await rereadAfter("directory");
      }),

    check: (options = {}) => enqueue(() => attempt(() => runCheck(options.signal), undefined)),
    findings,
    filterFindings: (query) => filterFindings(findings()?.findings ?? [], query, messageOf),
    ignore: (findingId, reason) =>
      enqueue(async () => {
        ignores = new Map(ignores).set(findingId, { id: findingId, reason, at: environment.wallClock() });
        bump();
        await keepOrNotice("ignores");
        if (snapshot.marks.on) await attempt(refreshMarks, undefined);
      }),
    unignore: (findingId) =>
      enqueue(async () => {
        const next = new Map(ignores);
        next.delete(findingId);
        ignores = next;
        bump();
        await keepOrNotice("ignores");
        if (snapshot.marks.on) await attempt(refreshMarks, undefined);
      }),

    reading: () => reading,
    tally: () => {
      if (reading === null) return null;
      const { definition: done, denominator, dueSoon } = snapshot.settings;
      tallyCache ??= countReading(reading, { definition: { done, denominator }, dueSoonDays: dueSoon });
      return tallyCache;
    },

    summary: () => {
      const counted = session.tally();
      if (counted === null || reading === null) return null;
      if (summaryCache === null) {
        const { template, style, variables, precision, writeAnyway } = snapshot.settings;
        const source = template ?? (styleNamed(style) ?? styleNamed(DEFAULT_STYLE))?.template ?? "";
        const forms = new Set(counted.accountability?.byForm.keys());
        const parsed = parseTemplate(source, forms);
        const held = heldBy(findings()?.findings ?? [], HOLDING_RULES);
        summaryCache = {
          style: template === null ? style : "template",
          composition:
            parsed.problems.length > 0
              ? null
              : compose(parsed, counted, { asOf: reading.asOf.date, variables, precision }),
          problems: parsed.problems,
          variables: parsed.variables,
          held,
          blocked: held.length > 0 && !writeAnyway,
          checked: snapshot.checked,
        };
      }
      return summaryCache;
    },
    styles: () => STYLES,
    explain: (figure) => explain(reading ?? NO_READING, figure),

    selectFinding: (findingId) =>
      attempt(async () => {
        const finding = checker?.findings.find((each) => each.id === findingId);
        if (!finding || !host?.select) return false;
        const { sheet, row, col } = finding;
        await host.select.select(sheet, [{ top: row, left: col, bottom: row, right: col }]);
        return true;
      }, false),
    selectRows: (rows) =>
      attempt(async () => {
        const first = rows[0];
        if (!first || !host?.select) return false;
        const areas = rows
          .filter((ref) => ref.sheet === first.sheet)
          .map(({ row, col }) => ({ top: row, left: col, bottom: row, right: col }));
        await host.select.select(first.sheet, areas);
        return true;
      }, false),

    setMarks: (on) =>
      enqueue(() =>
        attempt(async () => {
          if (!host?.marks) return false;
          if (on) {
            if (!snapshot.checked) await runCheck(undefined);
            await refreshMarks();
            return true;
          }
          await host.marks.clear();
          recorder.record("marksCleared");
          set({ marks: { on: false, marked: 0, limit: null } });
          return true;
        }, false),
      ),

    addReport: () =>
      enqueue(() =>
        attempt(async () => {
          if (!host?.sheets || reading === null) return null;
          if (!snapshot.checked) await runCheck(undefined);
          const view = findings();
          if (view === null) return null;
          const sheet = reportSheet(view.findings, view.counts, reading.asOf, sentence, snapshot.settings.lang);
          const { name } = await host.sheets.add(sheet);
          recorder.record("report", { rows: sheet.rows.length });
          set({ report: name });
          return name;
        }, null),
      ),
    removeReport: () =>
      enqueue(() =>
        attempt(async () => {
          if (!host?.sheets) return false;
          await host.sheets.removeOurs();
          set({ report: null });
          return true;
        }, false),
      ),

    makeCopy: (which) =>
      enqueue(() =>
        attempt(async () => {
          const copies = host?.copies;
          if (!host || !copies || reading === null) return null;
          if (which === "clean") return { ...(await copies.clean()), notesSkipped: [] };
          if (which === "annotated" && !snapshot.checked) await runCheck(undefined);
          const view = findings();
          const wanted =
            which === "edited" || view === null
              ? null
              : {
                  marks: marksOf(view.findings, sentence),
                  report: reportSheet(view.findings, view.counts, reading.asOf, sentence, snapshot.settings.lang),
                };
          const { bytes, notesSkipped } = await copyWith(host, copies, wanted);
          // The open workbook gets back what it showed before.
          if (snapshot.marks.on) await refreshMarks();
          if (snapshot.report !== null && host.sheets && view !== null) {
            await host.sheets.add(
              reportSheet(view.findings, view.counts, reading.asOf, sentence, snapshot.settings.lang),
            );
          }
          return { bytes, removed: [], notesSkipped };
        }, null),
      ),

    previewFixes: (which) => {
      const all = findings()?.findings ?? [];
      if (reading === null) return { changes: [], skipped: [], label: "fix" };
      if ("rule" in which) {
        return previewFixes(
          reading,
          all.filter((finding) => finding.rule === which.rule),
          [],
          which.rule,
        );
      }
      const wanted = new Set(which.ids);
      const found = all.filter((finding) => wanted.has(finding.id));
      for (const finding of found) wanted.delete(finding.id);
      const rules = new Set(found.map((finding) => finding.rule));
      return previewFixes(reading, found, [...wanted], rules.size === 1 ? [...rules][0]! : "fix");
    },
    previewEdit: (cells) =>
      enqueue(async () => {
        const current = new Map<string, CellValue>();
        const from = host;
        await attempt(async () => {
          for (const { sheet, row, col } of from === null ? [] : cells) {
            const values = await from!.read.rows(sheet, [row]);
            current.set(`${row}:${col}:${sheet}`, values.get(row)?.[col] ?? null);
          }
        }, undefined);
        const known = cells.filter(({ sheet, row, col }) => current.has(`${row}:${col}:${sheet}`));
        return previewEdits(reading, known, (sheet, row, col) => current.get(`${row}:${col}:${sheet}`) ?? null);
      }),
    apply: (preview) =>
      enqueue(() =>
        write("apply", (context) => {
          entries += 1;
          const at = environment.wallClock();
          return applyPreview(context, preview, { id: `${at}#${entries}`, at });
        }),
      ),
    undo: () =>
      enqueue(async () => {
        const entry = undoable(journal);
        return entry === null ? NOTHING_WRITTEN : write("undo", (context) => undoEntry(context, entry));
      }),
    redo: () =>
      enqueue(async () => {
        const entry = redoable(journal);
        return entry === null ? NOTHING_WRITTEN : write("redo", (context) => redoEntry(context, entry));
      }),

    keepInWorkbook: (on) =>
      enqueue(() =>
        attempt(async () => {
          if (!host?.state) {
            if (host !== null && on) throw lackError(host, "state");
            return false;
          }
          const inside = keepInside(host.state);
          const beside =
            environment.store === null
              ? null
              : await findBeside(environment.store, host.workbookKey, host.sketch ?? null);
          keeper = on ? inside : beside;
          readOnly = new Set();
          for (const concern of CONCERNS) await keep(concern);
          // One place only: two would drift apart.
          await (on ? beside : inside)?.remove();
          recorder.record("keeping", { inside: on });
          set({ keeping: on ? "workbook" : beside === null ? "nowhere" : "beside" });
          return true;
        }, false),
      ),
    forget: () =>
      enqueue(() =>
        attempt(async () => {
          await keeper?.remove();
          ignores = new Map();
          journal = [];
          outsideDirectory = null;
          readOnly = new Set();
          set({
            corrections: new Map<string, SheetOverride>(),
            journal: journalView(journal),
            settings: freshSettings(),
          });
          if (reading === null) return;
          const wasChecked = snapshot.checked;
          await readAgain();
          if (wasChecked) await runCheck(undefined);
        }, undefined),
      ),
    dismissNotice: () => set({ notice: null }),
    diagnostics: () => recorder.report(host?.name ?? null),
  };
  return session;
}

const CONCERNS: readonly StateConcern[] = ["settings", "corrections", "ignores", "journal", "directory"];

const NOTHING_WRITTEN: ApplyOutcome = Object.freeze({
  entry: null,
  outcomes: [],
  written: 0,
  refused: 0,
  failure: null,
});

const NO_READING: Pick<Reading, "ledgers"> = { ledgers: [] };

function isEmptyOverride({ kind, use, columns }: SheetOverride): boolean {
  return kind === undefined && use === undefined && Object.keys(columns ?? {}).length === 0;
}

/** Bytes of the workbook with exactly these marks and this report (null: neither). Afterwards neither is there. */
async function copyWith(
  host: Host,
  copies: CopiesFacet,
  wanted: { readonly marks: readonly Mark[]; readonly report: ReportSheet } | null,
): Promise<{ readonly bytes: Uint8Array; readonly notesSkipped: readonly string[] }> {
  await host.marks?.clear();
  await host.sheets?.removeOurs();
  let notesSkipped: readonly string[] = [];
  if (wanted !== null) {
    notesSkipped = (await host.marks?.set(wanted.marks))?.notesSkipped ?? [];
    await host.sheets?.add(wanted.report);
  }
  try {
    return { bytes: await copies.current(), notesSkipped };
  } finally {
    await host.marks?.clear();
    await host.sheets?.removeOurs();
  }
}

/** Takes new rows into a grid as last fetched. */
function patchGrid(grid: Grid, rows: ReadonlyMap<number, readonly CellValue[]>): void {
  const values = grid.values as (readonly CellValue[])[];
  for (const [row, cells] of rows) {
    while (values.length <= row) values.push([]);
    values[row] = cells;
  }
}

/** The controller's signal, aborted too when the other one is. */
function anySignal(controller: AbortController, other: AbortSignal | undefined): AbortSignal {
  if (other?.aborted) controller.abort();
  else other?.addEventListener("abort", () => controller.abort(), { once: true });
  return controller.signal;
}
