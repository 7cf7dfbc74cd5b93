/**
 * `taizhang/core`: ledgers read, checked, counted, composed and proofread by other programs. What comes back is what the
 * command line prints with `--format json` (schema 1), as plain data. Nothing is read or written but what is handed in.
 */
import { checkJson, type CheckJson } from "../app/check-json";
import { readFacts, NO_FACTS, sessionNotice, describeTemplateProblem } from "../app/documents";
import { KNOWN_NAMES } from "../app/known-names";
import { noticeBytes, type NoticeFormat } from "../app/notice-files";
import { proofreadDraft } from "../app/proofread-draft";
import { changedFrom, settingsFrom, type Settings } from "../app/settings";
import type { Session } from "../app/session";
import { createSession } from "../app/session/session";
import { failureSentence } from "../app/words";
import { openInMemory } from "../hosts/file/in-memory";
import { HostError } from "../hosts/port";
import { proofreadJson, type ProofreadJson } from "../proofread";
import { tallyJson, type TallyJson } from "../tally";
import { readFormDate } from "../zh/written-date";

/** The language of sentences: Chinese where nothing is said. */
export type Language = "zh" | "en";

/** What could not be done, in a sentence for the person who gave the input: what, where, what to do. */
export class TaizhangError extends Error {
  constructor(
    /** Stable: `notAWorkbook`, `encrypted`, `damaged`, `tooLarge`, `unsupportedFormat`, `settings`, `facts`, `template`, … */
    readonly code: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(zh);
    this.name = "TaizhangError";
  }
}

export interface ReadOptions {
  /** The file's name: its ending tells the format where the bytes do not, and sentences name it. */
  readonly name: string;
  /** As a settings file has them (docs/settings.md): `{ "asOf": "2025-11-30", "precision": 1 }`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Today, `2025-11-30`, by which is counted where neither the settings nor the ledger name a day. */
  readonly today: string;
}

/** A workbook that was read. What is asked of it never changes it. */
export interface LedgerBook {
  readonly name: string;
}

const sessions = new WeakMap<LedgerBook, Session>();

/**
 * Reads the ledgers of a workbook or document (.xlsx, .xlsm, .xls, .et, .csv, .docx).
 * @param bytes the whole file
 * @throws TaizhangError where it cannot be read, or a setting is wrong
 * @example const book = await read(bytes, { name: "台账.xlsx", today: "2025-11-30" });
 */
export async function read(bytes: Uint8Array, options: ReadOptions): Promise<LedgerBook> {
  const today = readFormDate(options.today);
  if (today === null) throw wrong("settings", `today 应为日期，例如 "2025-11-30"，现在是「${options.today}」。`);
  let steps = 0;
  const session = createSession({
    today: () => today,
    now: () => 0,
    wallClock: () => `${options.today}T00:00:00Z`,
    yieldNow: () => Promise.resolve(),
    pause: untilAborted,
    newId: () => String((steps += 1)),
    store: null,
    versions: { version: "", build: "", rules: "" },
  });
  const settings = settingsOf(options.settings ?? {});
  try {
    await session.open(await openInMemory(bytes, options.name), { settings, directory: null });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw failed({ code: error.code, workbook: options.name, detail: error.detail });
  }
  const { failure } = session.getSnapshot();
  if (failure !== null) throw failed({ ...failure, workbook: options.name });
  const book: LedgerBook = Object.freeze({ name: options.name });
  sessions.set(book, session);
  return book;
}

/** No time passes here: bytes in memory answer, and nothing is ever late. */
function untilAborted(_milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener("abort", () => resolve(), { once: true }));
}

/**
 * Every row against every rule.
 * @example (await check(book)).findings[0]?.message
 */
export async function check(book: LedgerBook, options: { readonly lang?: Language } = {}): Promise<CheckJson> {
  const session = sessionOf(book);
  await session.check();
  return checkJson(session, book.name, options.lang ?? "zh");
}

/**
 * Counts and exact rates. `held` says what is still to be settled before a figure may be made public.
 * @example tally(book).kinds[0]?.total
 */
export function tally(book: LedgerBook): TallyJson {
  const session = sessionOf(book);
  const counted = session.tally();
  const { asOf, settings } = session.getSnapshot();
  if (counted === null || asOf === null) throw new Error("not read");
  return tallyJson(counted, { file: book.name, asOf: asOf.date, precision: settings.precision });
}

export interface ComposeOptions {
  /** As the file of `--facts` has them: `{ "单位全称": "××县某某局" }` (docs/notice.md). */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** "txt" where nothing is said. */
  readonly format?: NoticeFormat;
}

export interface Composed {
  readonly bytes: Uint8Array;
  /** Rules whose findings hold the notice back: a figure in it may be wrong. Empty where it may go out. */
  readonly held: readonly string[];
}

/**
 * The whole notice, in the style that the settings name.
 * @throws TaizhangError where a fact or the template is wrong
 * @example new TextDecoder().decode((await compose(book, { facts: { 单位全称: "××县某某局" } })).bytes)
 */
export async function compose(book: LedgerBook, options: ComposeOptions = {}): Promise<Composed> {
  const session = sessionOf(book);
  await session.check();
  const facts = options.facts === undefined ? { ok: true as const, facts: NO_FACTS } : readFacts(options.facts);
  if (!facts.ok) throw wrong("facts", facts.problems[0]?.zh ?? "", facts.problems[0]?.en);
  const made = sessionNotice(session, facts.facts);
  if (made === null) throw new Error("not read");
  if (!made.ok) {
    const [problem] = made.problems;
    if (problem === undefined) throw new Error("no problem told");
    throw wrong("template", describeTemplateProblem(problem, "zh"), describeTemplateProblem(problem, "en"));
  }
  const bytes = await noticeBytes(made.document, options.format ?? "txt");
  return { bytes, held: [...new Set(made.held)] };
}

export interface ProofreadOptions {
  /** The ledger that the notice speaks of. */
  readonly ledger?: LedgerBook;
  /** What is still to be filled in is an error. */
  readonly final?: boolean;
  readonly lang?: Language;
  readonly name?: string;
}

/**
 * A notice against itself, the standards of writing, and its ledger.
 * @param text lines parted by line feeds
 * @example proofread("反馈的23个问题，已完成整改20个，正在整改4个。").findings[0]?.message
 */
export function proofread(text: string, options: ProofreadOptions = {}): ProofreadJson {
  const session = options.ledger === undefined ? null : sessionOf(options.ledger);
  const reading = session?.reading() ?? null;
  const counted = session?.tally() ?? null;
  const ledger = reading === null || counted === null ? null : { reading, tally: counted };
  const settings = session?.getSnapshot().settings;
  const result = proofreadDraft(text.split(/\r\n|\r|\n/), ledger, {
    ...(settings === undefined ? {} : { settings }),
    final: options.final ?? false,
  });
  return proofreadJson(result, { file: options.name ?? "", lang: options.lang ?? "zh" });
}

function sessionOf(book: LedgerBook): Session {
  const session = sessions.get(book);
  if (session === undefined) throw new TypeError("the book must come from read()");
  return session;
}

function settingsOf(input: Readonly<Record<string, unknown>>): Partial<Settings> {
  const read = settingsFrom(input, KNOWN_NAMES);
  if (!read.ok) throw wrong("settings", read.problems[0]?.zh ?? "", read.problems[0]?.en);
  return changedFrom(read.settings);
}

const wrong = (code: string, zh: string, en = zh) => new TaizhangError(code, zh, en);

function failed(failure: Parameters<typeof failureSentence>[0]): TaizhangError {
  return new TaizhangError(failure.code, failureSentence(failure, "zh"), failureSentence(failure, "en"));
}
