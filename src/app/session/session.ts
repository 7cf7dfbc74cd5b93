/**
 * The session: one workbook, opened through a host, read, checked, counted and written about. Its parts do the work; here
 * they are wired, and what follows what is decided.
 */
import type { Host, SelectOutcome } from "../../hosts/port";
import { NO_LEXICON, type SheetOverride } from "../../ledger";
import { STYLE_NAMES } from "../../notice";
import type { ActionName } from "../actions";
import { lexiconToJson, mergeLexicons } from "../lexicon";
import {
  DEFAULT_SETTINGS,
  patchToInput,
  settingsFrom,
  type KnownNames,
  type Settings,
  type SettingsOutcome,
} from "../settings";
import { createChecking } from "./checking";
import { createCore, type Answer } from "./core";
import { columnPut, directoryPut, kindPut, rowPut, settingsPuts, usePut } from "./decisions";
import { createEditActions } from "./edit-actions";
import type { EntryPut } from "./entries";
import type { SessionEnvironment } from "./environment";
import { createEvents } from "./events";
import { explain } from "./explain";
import { createFigures, remembered } from "./figures";
import type { LastLedger } from "./last-period";
import { filterFindings } from "./finding-filter";
import { absentEntries, journalView } from "./journal";
import { createKeeping } from "./keeping";
import { createKeptActions } from "./kept-actions";
import { createNoticeIgnores } from "./notices";
import { createTyping } from "./typing";
import { NOTHING_OURS, opener, type OpenWorkbook } from "./open-workbook";
import { OFFICE_KEY, settlementPuts, templatePuts } from "./office";
import { createOurs } from "./ours";
import { patiently, patientHost } from "./patience";
import { createPeriods } from "./periods";
import { createReading } from "./reading";
import { createSelecting } from "./selecting";
import { emptySnapshot, workbookSnapshot } from "./snapshot";
import { interruptedIn, present, recoveryOf } from "./standing-steps";
import type { Session } from "./types";

/** The rules load with the first check: what they are called is not known before. */
const KNOWN: KnownNames = { rules: null, styles: STYLE_NAMES };

/** Settings that change what is read, and those that change what is found. */
const READING_SETTINGS: readonly (keyof Settings)[] = [
  "asOf",
  "feedbackDate",
  "concentratedMonths",
  "sheets",
  "columns",
  "rows",
  "lexicon",
];
/** Decisions that change what is read. */
const OF_READING = ["settings", "corrections", "directory", "office"] as const;
/** Settings that are the visit's and never the workbook's. */
const OF_THE_VISIT: ReadonlySet<keyof Settings> = new Set<keyof Settings>(["lang", "writeAnyway"]);
const CHECK_SETTINGS: readonly (keyof Settings)[] = ["rules", "words", "dueSoon"];

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
  const listeners = new Set<() => void>();
  const figures = createFigures();
  /** Settings of this visit, over those of the workbook: the language, options of the command line, a way past a hold. */
  let visit: Partial<Settings> = { lang: initial.lang };
  const settingsOf = remembered((kept: Settings, ofVisit: Partial<Settings>): Settings =>
    Object.freeze({
      ...kept,
      ...ofVisit,
      lexicon: mergeLexicons(kept.lexicon, ofVisit.lexicon ?? NO_LEXICON),
    }),
  );
  /** A ledger of the period before, as long as this workbook is open. */
  let last: LastLedger | null = null;
  /** Grows whenever something has changed that figures and findings rest on. */
  let revision = 0;
  const revisionOf = remembered((..._of: readonly unknown[]) => (revision += 1));
  const settingsNow = (book: OpenWorkbook | null) => settingsOf(book?.decisions.settings ?? initial, visit);

  const core = createCore({
    environment,
    initial,
    known: KNOWN,
    listeners,
    empty: emptySnapshot(settingsNow(null), environment.shared?.on() ?? false),
    snapshotOf: (before, book) =>
      workbookSnapshot(before, book, {
        revision: revisionOf(book?.reading, figures.findings(book), settingsNow(book), book?.decisions.facts, last),
        settings: settingsNow(book),
        findings: figures.findings(book),
        journal: journalView(book === null ? [] : present(book), interruptedIn(book)),
        recovery: book === null ? null : recoveryOf(book),
        shared: environment.shared?.on() ?? false,
      }),
  });
  const { act, book } = core;
  const settings = () => settingsNow(book());
  const findings = () => figures.findings(book());
  const keeping = createKeeping(core);
  const checking = createChecking(core);
  const reading = createReading(core, keeping, checking, settings);
  const checked = async () => {
    if (book()?.report === null) await reading.check();
    return findings();
  };
  const ours = createOurs({ core, checking, findings, checked, lang: () => settings().lang });
  const selecting = createSelecting(core, reading, findings);
  const { saved, ...editActions } = createEditActions(core, keeping, reading, findings, afterDecisions, ours);
  const events = createEvents(core, reading, ours.refreshMarks);
  const store = () => (environment.shared?.on() === true ? null : environment.store);
  const typing = createTyping(store, environment.wallClock);
  const notices = createNoticeIgnores(store, environment.wallClock, ({ reason }) => {
    core.recorder.record("storage", { reason });
    core.set({ storage: reason });
  });
  let stopWatching: (() => void) | null = null;

  /** What a decision changes is read, or checked, or marked anew. */
  async function afterDecisions(concerns: ReadonlySet<string>): Promise<void> {
    if (OF_READING.some((concern) => concerns.has(concern))) await reading.readAgain();
    await ours.refreshMarks();
  }

  const decide = (action: ActionName, puts: () => readonly EntryPut[]): Promise<void> =>
    act(
      action,
      async (): Promise<Answer<undefined>> => {
        const wanted = puts();
        await keeping.decide(action, wanted);
        await afterDecisions(new Set(wanted.map((put) => put.concern)));
        return { value: undefined };
      },
      undefined,
    );

  /** Another window decided something about this workbook. */
  function follow(key: string): void {
    if (key !== OFFICE_KEY && book()?.keeper?.key !== key) return;
    void core.quietly("update", async () => {
      const before = book()?.decisions;
      await keeping.refresh();
      const after = book()?.decisions;
      if (before === undefined || after === undefined) return;
      const changed = ([...OF_READING, "ignores"] as const).filter((concern) => before[concern] !== after[concern]);
      if (changed.length > 0) await afterDecisions(new Set<string>(changed));
    });
  }

  async function leave(): Promise<void> {
    stopWatching?.();
    stopWatching = null;
    await events.stop();
  }

  async function openHost(host: Host, options: Parameters<Session["open"]>[1]): Promise<void> {
    const patient = patientHost(host, core.patience);
    core.recorder.record("open", { host: host.name });
    visit = { lang: settings().lang, ...options?.settings };
    const kept = await keeping.find(patient);
    const opened: OpenWorkbook = {
      host: patient,
      sheets: [],
      grids: [],
      reading: null,
      report: null,
      absent: new Set(),
      waved: new Set(),
      living: await keeping.living(),
      unsaved: new Map(),
      copied: null,
      writing: false,
      ours: NOTHING_OURS,
      ...kept,
    };
    const directory = options?.directory ?? null;
    core.setBook(directory === null ? opened : { ...opened, decisions: { ...opened.decisions, directory } });
    await reading.readAll();
    const read = book();
    if (read === null) return;
    core.replace(patient, { absent: absentEntries(read.decisions.journal, read.grids, patient.copies !== undefined) });
    core.set({ phase: "ready", progress: null });
    stopWatching = environment.store?.watch?.(follow) ?? null;
    await ours.find();
    await events.listen();
  }

  /** What every whole reading ends with. */
  async function settleIn(): Promise<void> {
    await ours.find();
    await ours.refreshMarks();
    await events.listen();
  }

  const session: Session = {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    getSnapshot: core.snapshot,

    act: (name, run) =>
      act(
        name,
        async () => {
          const data = await run();
          if (data === null) return { value: false, state: "failed" };
          return { value: true, state: data["partial"] === true ? "partial" : "done", data };
        },
        false,
        true,
      ),
    cancel: core.cancel,
    retry: core.retry,
    dismissActivity: () => core.set({ activity: null }),

    open: (source, options = {}) => {
      core.cancel();
      const { name, open: from } = opener(source);
      const serial = (openings += 1);
      return act(
        "open",
        async (): Promise<Answer<undefined>> => {
          // Another one was asked for meanwhile.
          if (serial !== openings) return { value: undefined };
          // What is open stays until the other one is there: a file that cannot be read takes nothing away.
          const open = book() !== null;
          core.set({ phase: "reading", failure: null, opening: name });
          let left = false;
          try {
            await core.cancellable(options.signal, async () => {
              const host = await patiently(from, core.patience);
              await leave();
              left = true;
              last = null;
              core.setBook(null);
              await openHost(host, options);
            });
            return { value: undefined, data: { ledgers: core.snapshot().ledgers.length } };
          } catch (error) {
            const failure = { ...core.failureOf(error), workbook: name };
            if (open && !left) {
              core.set({ phase: "ready", progress: null });
              return { value: undefined, state: "failed", failure };
            }
            if (failure.code === "cancelled") {
              core.setBook(null, { phase: "empty", progress: null });
              return { value: undefined, state: "failed", failure };
            }
            core.set({ phase: "failed", failure, progress: null });
            return { value: undefined, state: "failed", failure };
          }
        },
        undefined,
      );
    },

    close: () => {
      core.cancel();
      return core.enqueue(async () => {
        await leave();
        visit = { lang: settings().lang };
        core.setBook(null, { phase: "empty", failure: null, progress: null, activity: null, waiting: null });
      });
    },

    recheck: (options = {}) =>
      act(
        "recheck",
        async () => {
          await core.cancellable(options.signal, async () => {
            await keeping.refresh();
            await reading.readAll({ check: true });
            await settleIn();
          });
          core.set({ phase: "ready", failure: null, progress: null });
          return { value: undefined, data: { ...findings()?.counts, ledgers: core.snapshot().ledgers.length } };
        },
        undefined,
      ),
    glance: () =>
      core.quietly("glance", async () => {
        if (book()?.reading === null || book() === null) return;
        await keeping.refresh();
        await reading.look();
        await settleIn();
      }),
    update: (sheet, rows) =>
      core.quietly("update", async () => {
        await reading.freshen(new Map([[sheet, new Set(rows)]]));
        await ours.refreshMarks();
      }),

    changeSettings: (patch) => {
      const outcome = settingsFrom(patchToInput(patch), KNOWN, settings());
      if (!outcome.ok) return Promise.resolve(outcome);
      const before = settings();
      const after = outcome.settings;
      const names = Object.keys(patch) as (keyof Settings)[];
      // Shown at once, whatever is still being done; kept, and read with, in its turn.
      visit = { ...visit, ...pick(after, names) };
      core.setBook(book());
      return act(
        "changeSettings",
        async (): Promise<Answer<SettingsOutcome>> => {
          const open = book();
          if (open !== null) {
            const ofWorkbook = names.filter((name) => !OF_THE_VISIT.has(name));
            const { settings: old } = open.decisions;
            const kept = settingsPuts(old, { ...old, ...pick(after, ofWorkbook) });
            if (kept.length > 0) await keeping.decide("changeSettings", kept);
            // What was changed again meanwhile is a later turn's.
            const settled = new Set<string>(ofWorkbook.filter((name) => visit[name] === after[name]));
            visit = Object.fromEntries(Object.entries(visit).filter(([name]) => !settled.has(name)));
            core.setBook(book());
          }
          const changed = (some: readonly (keyof Settings)[]) => some.some((name) => before[name] !== settings()[name]);
          if (changed(READING_SETTINGS)) await reading.readAgain();
          else if (changed(CHECK_SETTINGS) && book()?.report) await reading.check();
          await ours.refreshMarks();
          return { value: { ok: true, settings: settings() } };
        },
        outcome,
      );
    },

    teach: (words, columns = [], templates = new Map()) => {
      const outcome = settingsFrom({ lexicon: lexiconToJson(words) }, KNOWN);
      if (!outcome.ok) return Promise.resolve(outcome);
      const taught = outcome.settings.lexicon;
      const old = book()?.decisions.settings;
      // Without a workbook there is nothing to keep it with: it lasts for the visit.
      if (old === undefined) {
        const lexicon = mergeLexicons(visit.lexicon ?? NO_LEXICON, taught);
        visit = { ...visit, lexicon, columns: [...(visit.columns ?? initial.columns), ...columns] };
      }
      return decide("teach", () => {
        const kept = book()?.decisions.settings ?? initial;
        const words = settingsPuts(kept, { ...kept, lexicon: mergeLexicons(kept.lexicon, taught) });
        return [...words, ...settlementPuts(kept, columns, true), ...templatePuts(templates)];
      }).then(() => ({ ok: true, settings: settings() }));
    },

    keepTemplates: (templates) => decide("keepTemplates", () => templatePuts(new Map(Object.entries(templates)))),
    settleColumns: (settlements, keep = true) =>
      decide("settleColumns", () => settlementPuts(book()?.decisions.settings ?? initial, settlements, keep)),
    correctColumn: (sheet, key, col) =>
      decide("correctColumn", () => {
        const columns: NonNullable<SheetOverride["columns"]> = book()?.decisions.corrections.get(sheet)?.columns ?? {};
        // A column holds one field: the correction takes it from another that was corrected onto it.
        const others = (Object.entries(columns) as [typeof key, number | null][]).filter(
          ([other, taken]) => other !== key && typeof col === "number" && taken === col,
        );
        return [columnPut(sheet, key, col), ...others.map(([other]) => columnPut(sheet, other, undefined))];
      }),
    correctRows: (sheet, keys, item) => decide("correctRows", () => keys.map((key) => rowPut(sheet, key, item))),
    correctKind: (sheet, kind) => decide("correctKind", () => [kindPut(sheet, kind)]),
    useSheet: (sheet, use) => decide("useSheet", () => [usePut(sheet, use)]),
    setDirectory: (directory) => decide("setDirectory", () => [directoryPut(directory)]),
    changeFacts: (facts) =>
      decide("changeFacts", () =>
        Object.entries(facts).map(([key, text]) => ({ concern: "facts", key, value: text === "" ? null : text })),
      ),

    check: ({ signal, asked = true } = {}) => {
      const work = async () => {
        await core.cancellable(signal, reading.check);
        await ours.refreshMarks();
        return { value: undefined, data: { ...findings()?.counts } };
      };
      // What went wrong a moment ago stays told: nobody has asked for this.
      const silent = !asked && core.snapshot().activity?.state === "failed";
      return silent ? core.quietly("check", async () => void (await work())) : act("check", work, undefined);
    },
    findings,
    filterFindings: (query) => filterFindings(findings()?.findings ?? [], query, checking.messageOf),
    ignore: (findingId, reason) =>
      decide("ignore", () => [{ concern: "ignores", key: findingId, value: { reason, at: environment.wallClock() } }]),
    unignore: (findingId) => decide("unignore", () => [{ concern: "ignores", key: findingId, value: null }]),

    ignoredInNotice: (key) => notices.load(key),
    ignoreInNotice: (key, id, reason) =>
      act("ignore", async () => ({ value: await notices.put(key, id, reason) }), null),
    unignoreInNotice: (key, id) => act("unignore", async () => ({ value: await notices.put(key, id, null) }), null),

    typed: typing.load,
    keepTyped: typing.keep,

    reading: () => book()?.reading ?? null,
    copied: () => book()?.copied ?? null,
    tally: () => figures.tally(book(), settings()),
    held: () => figures.held(book(), settings()),
    lastPeriod: () => figures.last(book(), settings(), last),
    compareWith: (ledger) => {
      last = ledger;
      core.setBook(book());
    },
    comparedWith: () => last,
    ...createPeriods({ core, keeping, decide }),
    explain: (figure) => {
      const then = figure.last ? figures.last(book(), settings(), last) : null;
      return explain((figure.last ? then?.reading : book()?.reading) ?? { ledgers: [] }, figure);
    },

    selectFinding: (id, options) => act("select", () => selecting.finding(id, options), null),
    followFinding: async (id) => {
      let outcome: SelectOutcome | null = null;
      if (!book()?.host.select) return outcome;
      await core.quietly("select", async () => {
        outcome = (await selecting.finding(id, { stay: true })).value;
      });
      return outcome;
    },
    selectRows: (rows, options) => act("select", () => selecting.rows(rows, options), null),
    setMarks: (on) => act("marks", () => ours.setMarks(on), false),
    putBook: (wanted, make) => act("putBook", () => ours.putBook(wanted, make), false),
    removeBook: () => act("removeBook", () => ours.removeBook(), false),
    setChangeMarks: (marks) => act("changeMarks", () => ours.setChangeMarks(marks), false),
    hasLists: async () => {
      let there = false;
      await core.quietly("lists", async () => {
        there = (await book()?.host.lists?.find()) ?? false;
      });
      return there;
    },
    setLists: (on) =>
      act(
        "lists",
        async () => (await import(/* webpackChunkName: "lists" */ "./lists")).changeLists(book(), on, settings().lang),
        false,
      ),
    addReport: () => act("addReport", ours.addReport, null),
    removeReport: () => act("removeReport", ours.removeReport, false),
    makeCopy: (which, finish) =>
      act(
        "makeCopy",
        async () => {
          const copy = await ours.makeCopy(which);
          if (copy.value === null) return copy;
          const bytes = finish === undefined ? copy.value.bytes : finish(copy.value.bytes);
          if (bytes === null) return { value: null };
          await saved(bytes);
          return { ...copy, value: { ...copy.value, bytes } };
        },
        null,
      ),

    ...editActions,
    ...createKeptActions({
      core,
      keeping,
      beforeForgetting: () => {
        visit = { lang: settings().lang };
      },
      readAnew: () => afterDecisions(new Set(["corrections"])),
    }),
    diagnostics: () => core.recorder.report(book()?.host.name ?? null),
  };
  let openings = 0;

  return session;
}

const pick = (settings: Settings, names: readonly (keyof Settings)[]): Partial<Settings> =>
  Object.fromEntries(names.map((name) => [name, settings[name]]));
