/** The ways a notice leaves: files, print, the clipboard, proofreading. */
import type { ActionData } from "../../app/actions";
import { documentName, sessionSignoff, type NoticeDocument } from "../../app/documents";
import {
  ledgerPage,
  noticeBytes,
  noticeClip,
  noticeFromTemplate,
  signoffDocx,
  signoffPage,
  type NoticeFormat,
} from "../../app/notice-files";
import { useDraftSession, useDraftTools, useLedgerHash } from "../draft/draft-context";
import { useSession, useSnapshot, useWords } from "../session-context";
import type { PaneProps } from "../shell/pane-props";
import { sha256 } from "../sha256";
import { copyHtml } from "../shell/copy-html";
import { useCopy } from "../shell/copying";
import { printHtml } from "../shell/print-html";
import { saveFile } from "../shell/save-file";
import { type readFormInput } from "./form-input";
import { NOTICE_WORDS } from "./words";

export type ExportFacts = ReturnType<typeof readFormInput>["facts"];

/** Lets the page paint between slices of a long notice. */
const pause = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, 0));

/** 2025年12月1日 09:30, where the user is. */
function localTime(time: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`;
}

export function useExports(notice: NoticeDocument, facts: ExportFacts, go: PaneProps["go"]) {
  const words = useWords(NOTICE_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  const copyOut = useCopy();
  const hash = useLedgerHash();
  const drafts = useDraftSession();
  const load = useDraftTools();

  const noticeName = `${facts.unit ?? ""}${words.noticeName}${notice.edition === "inside" ? words.insideMark : ""}`;
  /** Makes a file; null where nothing could be made of the session as it is. */
  const make = (run: () => Promise<ActionData | null>) => session.act("download", run);
  const save = (format: NoticeFormat) =>
    make(async () => {
      const name = `${noticeName}.${format}`;
      saveFile(await noticeBytes(notice, format, { mark: true, yieldNow: pause }), name, format);
      return { name, paste: true };
    });
  const fill = (file: File) =>
    make(async (): Promise<ActionData | null> => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const outcome = await noticeFromTemplate(session, notice, facts, bytes);
      if (outcome === null) return null;
      const { lang } = session.getSnapshot().settings;
      if (!outcome.ok) return { partial: true, why: words.templateFailed(file.name, outcome[lang]) };
      const name = `${noticeName}.docx`;
      saveFile(outcome.bytes, name, "docx");
      return { name, paste: true };
    });
  /** Of the file that holds what the sheet says: as it was opened, or the copy that was made with the edits. */
  const fingerprint = async () => {
    const { unsaved } = session.getSnapshot();
    const copy = session.copied();
    const sum = unsaved > 0 ? null : copy === null ? await hash() : await sha256(copy.slice().buffer);
    return { sha256: sum, edits: unsaved > 0 ? unsaved : copy === null ? null : ("copied" as const) };
  };
  const sheet = async () => {
    const { version, build, rules } = session.diagnostics().versions;
    return sessionSignoff(session, notice.summary, {
      unit: facts.unit,
      file: snapshot.workbook?.name ?? "",
      ...(await fingerprint()),
      time: localTime(new Date()),
      versions: { version, build, rules },
    });
  };
  const saveSignoff = () =>
    make(async () => {
      const made = await sheet();
      if (!made) return null;
      const name = `${documentName(made.unit, snapshot.asOf?.date ?? null, words.signoffName)}.docx`;
      saveFile(await signoffDocx(made), name, "docx");
      return { name };
    });
  const savePage = (html: string, title: string): ActionData => {
    const name = `${title}.html`;
    saveFile(new TextEncoder().encode(html), name, "html");
    return { name };
  };
  const printOrSave = (html: string, title: string): ActionData =>
    printHtml(html, title) ? {} : { partial: true, ...savePage(html, title) };
  const print = () =>
    session.act("print", async () => {
      const made = await sheet();
      if (!made) return null;
      return printOrSave(await signoffPage(made), words.signoffName);
    });
  const printLedger = () =>
    session.act("print", async () => {
      const html = await ledgerPage(session);
      return html === null ? null : printOrSave(html, words.ledgerPrintName);
    });
  const saveLedger = () =>
    make(async () => {
      const html = await ledgerPage(session);
      return html === null ? null : savePage(html, words.ledgerPrintName);
    });
  const replaceDraft = () =>
    session.act("openDraft", async (): Promise<ActionData> => {
      const tools = await load();
      const name = `${noticeName}.txt`;
      drafts.open(tools.paste(noticeClip(notice, "all").text, name));
      go("proofread");
      return { name };
    });
  const copy = (what: "all" | "table") => {
    const clip = noticeClip(notice, what);
    return copyOut({ title: words.copyAll, text: () => clip.text, way: () => copyHtml(clip.html, clip.text) });
  };
  return { save, fill, saveSignoff, print, printLedger, saveLedger, replaceDraft, copy };
}
