/** What is ours in the workbook: marks and the report sheet. What is there is asked of the workbook, not remembered. */
import type { Lang } from "../../rule";
import type { CopiesFacet, Host, Mark, ReportSheet } from "../../hosts/port";
import type { Checking } from "./checking";
import type { Answer, Core } from "./core";
import { marksOf } from "./marks-of";
import type { OpenWorkbook, Ours } from "./open-workbook";
import type { FindingsView } from "./result-types";
import { lackError } from "./writing";

interface OursPart {
  /** Looks up what is there. A host that cannot tell (formats it can't read) is taken to hold nothing of ours. */
  readonly find: () => Promise<void>;
  /** Sets marks anew where they are on. */
  readonly refreshMarks: () => Promise<void>;
  readonly setMarks: (on: boolean) => Promise<Answer<boolean>>;
  readonly addReport: () => Promise<Answer<string | null>>;
  readonly removeReport: () => Promise<Answer<boolean>>;
  readonly makeCopy: (which: "annotated" | "edited" | "clean") => Promise<Answer<Copy | null>>;
}

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

  async function mark(host: Host, view: FindingsView): Promise<Ours | null> {
    if (!host.marks) return null;
    core.set({ progress: { task: "marking", done: 0, total: view.findings.length } });
    await core.environment.yieldNow();
    const marks = marksOf(view.findings, sentence);
    const { marked, limit, locked } = await host.marks.set(marks);
    last = { host, marks: keyOf(marks), marked };
    core.recorder.record("marks", { marked, locked });
    core.set({ progress: null });
    note(host, { marked, limit, locked });
    return core.book()?.ours ?? null;
  }

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
    const marked = (await host.marks?.find())?.marked ?? 0;
    const reports = (await host.sheets?.findOurs()) ?? [];
    note(host, {
      marked,
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
      const { marked } = await book.host.marks.find();
      const view = o.findings();
      if (marked === 0) {
        note(book.host, { marked: 0, locked: 0 });
        return;
      }
      if (view === null) return;
      const standing = last?.host === book.host && last.marked === marked;
      if (standing && last?.marks === keyOf(marksOf(view.findings, sentence))) return;
      await mark(book.host, view);
    },
    setMarks: async (on): Promise<Answer<boolean>> => {
      const book = core.book();
      if (book === null) return { value: false, state: "failed" };
      const { host } = book;
      if (!host.marks) throw lackError(host, "marks");
      if (!on) {
        const { removed, locked } = await host.marks.clear();
        core.recorder.record("marksCleared");
        note(host, { marked: locked, locked: 0 });
        return { value: true, state: locked > 0 ? "partial" : "done", data: { on: false, removed, locked } };
      }
      const view = await o.checked();
      const ours = view === null ? null : await mark(host, view);
      if (ours === null) return { value: false, state: "failed" };
      const { marked, limit, locked } = ours;
      const limited = limit !== null && marked >= limit;
      return {
        value: true,
        state: locked > 0 || limited ? "partial" : "done",
        data: { on: true, marked, locked, limit: limited ? limit : 0 },
      };
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
      const wanted =
        which === "edited" || view === null || sheet === null
          ? null
          : { marks: marksOf(view.findings, sentence), report: sheet };
      const { bytes, notesSkipped } = await copyWith(host, copies, wanted);
      // The open workbook gets back what it showed before.
      if (ours.marked > 0 && view !== null) await mark(host, view);
      if (ours.report !== null && host.sheets && sheet !== null) await host.sheets.add(sheet);
      return {
        value: { bytes, removed: [], notesSkipped },
        state: notesSkipped.length > 0 ? "partial" : "done",
        data: { which, removed: 0, notesSkipped: notesSkipped.length },
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
