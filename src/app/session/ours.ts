/** What is ours in the workbook: marks and the report sheet. What is there is asked of the workbook, not remembered. */
import type { Lang } from "../../rule";
import { isChangeMark } from "../../hosts/ours";
import type { CopiesFacet, Host, Mark, ReportSheet } from "../../hosts/port";
import type { Checking } from "./checking";
import type { Answer, Core } from "./core";
import { marksOf, mergedMarks } from "./marks-of";
import type { OpenWorkbook, Ours } from "./open-workbook";
import type { CopyWanted, FindingsView, MakeSheets, MarkedCopy } from "./result-types";
import { lackError } from "./lack-error";

export interface OursPart {
  /** Looks up what is there. A host that cannot tell (formats it can't read) is taken to hold nothing of ours. */
  readonly find: () => Promise<void>;
  /** Sets marks anew where they are on. */
  readonly refreshMarks: () => Promise<void>;
  readonly setMarks: (on: boolean) => Promise<Answer<boolean>>;
  /** Marks what changed since last time, beside the findings, if those are marked; null takes these marks back. */
  readonly setChangeMarks: (marks: ChangeMarks | null) => Promise<Answer<boolean>>;
  readonly addReport: () => Promise<Answer<string | null>>;
  readonly removeReport: () => Promise<Answer<boolean>>;
  readonly putBook: (wanted: readonly string[], make: MakeSheets) => Promise<Answer<boolean>>;
  readonly removeBook: () => Promise<Answer<boolean>>;
  readonly makeCopy: (which: CopyWanted) => Promise<Answer<Copy | null>>;
}

/** Marks of what changed, as of now: asked again whenever the ledger changes. */
type ChangeMarks = () => readonly Mark[];

interface Copy {
  readonly bytes: Uint8Array;
  readonly removed: readonly string[];
  readonly notesSkipped: readonly string[];
}

interface OursOptions {
  readonly core: Core;
  readonly checking: Checking;
  readonly findings: () => FindingsView | null;
  /** Findings, the rules having run. */
  readonly checked: () => Promise<FindingsView | null>;
  readonly lang: () => Lang;
}

export function createOurs(o: OursOptions): OursPart {
  const { core } = o;
  const sentence = (finding: Parameters<Checking["messageOf"]>[0]) => o.checking.messageOf(finding, o.lang());
  const note = (host: Host, patch: Partial<Ours>): void => {
    const book = core.book();
    if (book?.host === host) core.replace(host, { ours: { ...book.ours, ...patch } });
  };

  /** What was marked last, so that marks that still stand are not taken off and set again under the user's hands. */
  let last: { readonly host: Host; readonly marks: string; readonly marked: number } | null = null;
  const keyOf = (marks: readonly Mark[]) => JSON.stringify(marks);
  /** What changed since last time, where that was asked for. */
  let changes: { readonly host: Host; readonly marks: ChangeMarks } | null = null;
  const changesOf = (host: Host): readonly Mark[] => (changes?.host === host ? changes.marks() : []);

  /** Marks of findings (null: none) and of changes, in the order in which a limit takes them. */
  const allMarks = (host: Host, view: FindingsView | null): readonly Mark[] =>
    mergedMarks([...(view === null ? [] : marksOf(view.findings, sentence)), ...changesOf(host)]);

  /** Marks of changes that an earlier visit left: what they were made of is not known any more, so they stay as they are. */
  const leftOf = (host: Host, changed: number) =>
    changed > 0 && changes?.host !== host ? ("changes" as const) : undefined;

  async function mark(host: Host, view: FindingsView | null, keep?: "changes"): Promise<Ours | null> {
    if (!host.marks) return null;
    core.set({ progress: { task: "marking", done: 0, total: view?.findings.length ?? 0 } });
    await core.environment.yieldNow();
    const marks = allMarks(host, view);
    const { marked, limit, locked } = await host.marks.set(marks, keep);
    core.recorder.record("marks", { marked, locked });
    core.set({ progress: null });
    const changed = marks.filter(isChangeMark).length;
    // Of those that a limit or a protection kept out, or that stayed, nobody knows which they are but the workbook.
    const isWhole = keep === undefined && (marked === marks.length || changed === 0);
    const found = isWhole ? { marked, changed } : await host.marks.find();
    const all = keep === undefined ? marked : found.marked;
    last = { host, marks: keyOf(marks), marked: all };
    note(host, { marked: all, limit, locked, changed: found.changed });
    return core.book()?.ours ?? null;
  }

  async function cleared(host: Host, keep?: "changes"): Promise<{ readonly removed: number; readonly locked: number }> {
    const { removed = 0, locked = 0 } = (await host.marks?.clear(keep)) ?? {};
    core.recorder.record("marksCleared");
    const left = keep === undefined ? null : await host.marks?.find();
    note(host, { marked: left?.marked ?? locked, changed: left?.changed ?? 0, locked: 0 });
    return { removed, locked };
  }

  const whole = ({ marked, limit, locked }: Ours): Pick<Answer<boolean>, "state" | "data"> => {
    const isLimited = limit !== null && marked >= limit;
    return {
      state: locked > 0 || isLimited ? "partial" : "done",
      data: { on: true, marked, locked, limit: isLimited ? limit : 0 },
    };
  };

  /** With the names of the rules, which load with the rules. */
  async function report(book: OpenWorkbook, view: FindingsView): Promise<ReportSheet | null> {
    if (book.reading === null) return null;
    const { reportSheet } = await import(/* webpackChunkName: "rules" */ "./report-sheet");
    return reportSheet(view, book.reading, sentence, o.lang());
  }

  async function find(): Promise<void> {
    const book = core.book();
    if (book === null) return;
    const { host, ours } = book;
    const { marked = 0, changed = 0 } = (await host.marks?.find()) ?? {};
    const reports = (await host.sheets?.findOurs()) ?? [];
    const sheets = (await host.sheets?.book?.find()) ?? [];
    note(host, {
      book: sheets,
      marked,
      changed,
      locked: marked === 0 ? 0 : ours.locked,
      report: reports.includes(ours.report ?? "") ? ours.report : (reports[0] ?? null),
    });
  }

  return {
    find,
    refreshMarks: async () => {
      const book = core.book();
      if (!book?.host.marks || book.ours.marked === 0) return;
      // Somebody may have taken them off meanwhile: then they stay off.
      const { marked, changed } = await book.host.marks.find();
      if (changed === 0) changes = null;
      if (marked === 0) {
        note(book.host, { marked: 0, changed: 0, locked: 0 });
        return;
      }
      const view = marked > changed ? o.findings() : null;
      if (view === null && changes === null) return;
      const standing = last?.host === book.host && last.marked === marked;
      if (standing && last?.marks === keyOf(allMarks(book.host, view))) return;
      await mark(book.host, view, leftOf(book.host, changed));
    },
    setChangeMarks: async (marks): Promise<Answer<boolean>> => {
      const book = core.book();
      if (book === null) return { value: false, state: "failed" };
      const { host, ours } = book;
      if (!host.marks) throw lackError(host, "marks");
      changes = marks === null ? null : { host, marks };
      const view = ours.marked > ours.changed ? await o.checked() : null;
      if (marks === null && view === null) {
        const { removed, locked } = await cleared(host);
        return { value: true, state: locked > 0 ? "partial" : "done", data: { on: false, removed, locked } };
      }
      const now = await mark(host, view);
      if (now === null) return { value: false, state: "failed" };
      const data = { on: marks !== null, changed: marks === null ? ours.changed : now.changed };
      const { state, data: told } = whole(now);
      return { value: true, state, data: { ...told, ...data, removed: ours.changed } };
    },
    setMarks: async (on): Promise<Answer<boolean>> => {
      const book = core.book();
      if (book === null) return { value: false, state: "failed" };
      const { host } = book;
      if (!host.marks) throw lackError(host, "marks");
      if (!on) {
        const { marked, changed } = book.ours;
        const isChanged = changed > 0 && changes?.host === host;
        if (isChanged) await mark(host, null);
        const { removed, locked } = isChanged
          ? { removed: marked - changed, locked: 0 }
          : await cleared(host, leftOf(host, changed));
        return { value: true, state: locked > 0 ? "partial" : "done", data: { on: false, removed, locked } };
      }
      const view = await o.checked();
      const { changed } = book.ours;
      const ours = view === null ? null : await mark(host, view, leftOf(host, changed));
      if (ours === null) return { value: false, state: "failed" };
      return { value: true, ...whole(ours) };
    },
    addReport: async (): Promise<Answer<string | null>> => {
      const book = core.book();
      if (!book?.host.sheets) {
        if (book) throw lackError(book.host, "sheets");
        return { value: null, state: "failed" };
      }
      const view = await o.checked();
      const sheet = view === null ? null : await report(core.book() ?? book, view);
      if (view === null || sheet === null) return { value: null, state: "failed" };
      // A report that is there already is renewed.
      if (book.ours.report !== null) await book.host.sheets.removeOurs();
      const { name } = await book.host.sheets.add(sheet);
      core.recorder.record("report", { rows: sheet.rows.length });
      note(book.host, { report: name, reported: idsOf(view) });
      return { value: name, data: { name, findings: view.findings.length } };
    },
    removeReport: async (): Promise<Answer<boolean>> => {
      const book = core.book();
      if (!book?.host.sheets) {
        if (book) throw lackError(book.host, "sheets");
        return { value: false, state: "failed" };
      }
      await book.host.sheets.removeOurs();
      note(book.host, { report: null, reported: null });
      return { value: true };
    },
    putBook: async (wanted, make): Promise<Answer<boolean>> => {
      const book = core.book();
      if (book === null || book.reading === null) return { value: false, state: "failed" };
      const { host } = book;
      if (!host.sheets?.book) throw lackError(host, "sheets");
      const names = await host.sheets.book.put(wanted, (given) => {
        const sheets = make(given);
        if (sheets === null) throw new Error("not read");
        return sheets;
      });
      core.recorder.record("book", { sheets: names.length });
      note(host, { book: names });
      return { value: true, data: { name: names[0] ?? "" } };
    },
    removeBook: async (): Promise<Answer<boolean>> => {
      const book = core.book();
      if (!book?.host.sheets?.book) {
        if (book) throw lackError(book.host, "sheets");
        return { value: false, state: "failed" };
      }
      await book.host.sheets.book.remove();
      note(book.host, { book: [] });
      return { value: true };
    },
    makeCopy: async (which): Promise<Answer<Copy | null>> => {
      const book = core.book();
      const copies = book?.host.copies;
      if (!book || !copies) {
        if (book) throw lackError(book.host, "copies");
        return { value: null, state: "failed" };
      }
      const { host, ours } = book;
      if (which === "clean") {
        const copy = await copies.clean();
        return { value: { ...copy, notesSkipped: [] }, data: { which, removed: copy.removed.length } };
      }
      const view = which === "annotated" ? await o.checked() : o.findings();
      const sheet = view === null ? null : await report(core.book() ?? book, view);
      const found = view === null || sheet === null ? null : { marks: marksOf(view.findings, sentence), report: sheet };
      const wanted = which === "edited" ? null : which === "annotated" ? found : which;
      const { bytes, notesSkipped } = await copyWith(host, copies, wanted);
      // The open workbook gets back what it showed before.
      if (ours.marked > 0) await mark(host, ours.marked > ours.changed ? view : null);
      if (ours.report !== null && host.sheets && sheet !== null) await host.sheets.add(sheet);
      return {
        value: { bytes, removed: [], notesSkipped },
        state: notesSkipped.length > 0 ? "partial" : "done",
        data: { which: typeof which === "string" ? which : "marked", removed: 0, notesSkipped: notesSkipped.length },
      };
    },
  };
}

/** What a report is made of. */
const idsOf = (view: FindingsView): readonly string[] => view.findings.map((finding) => finding.id);

/** Bytes of the workbook with exactly these marks and this report (null: neither). Afterwards neither is there. */
async function copyWith(
  host: Host,
  copies: CopiesFacet,
  wanted: MarkedCopy | null,
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
