/**
 * What notice, sign-off sheet and ledger for print are written as, on every surface. Each format that needs much code is
 * loaded when it is first asked for.
 */
import {
  textOfSpans,
  type NoticeDocument,
  type Facts,
  noticeFragment,
  noticePage,
  noticeTable,
  noticeMarkdown,
  noticeText,
  NO_FACTS,
  type RatesInput,
} from "../notice";
import type { FillOutcome } from "../notice/docx";
import type { SignoffSheet } from "../notice/signoff";
import { chineseDate } from "../zh/civil-date";
import { ledgerFacts } from "./documents";
import type { Session } from "./session";
import { definitionText } from "./words";

export type NoticeFormat = "docx" | "txt" | "md" | "html";

interface NoticeWriting {
  /** Text begins with a byte order mark, so that Notepad and WPS read it as UTF-8. */
  readonly mark?: boolean;
  /** Items of a Word document that are written, and all of them. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Lets a surface go first between slices of a long Word document. */
  readonly yieldNow?: () => Promise<void>;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Bytes of a notice in a format.
 * @example await noticeBytes(document, "md")
 */
export async function noticeBytes(
  document: NoticeDocument,
  format: NoticeFormat,
  { mark = false, ...progress }: NoticeWriting = {},
): Promise<Uint8Array> {
  switch (format) {
    case "docx": {
      const { writeNotice } = await import(/* webpackChunkName: "notice-docx" */ "../notice/docx");
      return writeNotice(document, progress);
    }
    case "txt":
      return encode(`${mark ? "\ufeff" : ""}${noticeText(document)}`);
    case "md":
      return encode(noticeMarkdown(document));
    case "html":
      return encode(noticePage(document, { items: "table" }));
  }
}

/** A notice for the clipboard, whole or its items as a table. */
export function noticeClip(document: NoticeDocument, what: "all" | "table"): { html: string; text: string } {
  if (what === "all") return { html: noticeFragment(document, { items: "paragraphs" }), text: noticeText(document) };
  const rows = document.items.map((item, index) =>
    [
      String(index + 1),
      textOfSpans(item.problem),
      textOfSpans(item.status),
      item.progress.map(textOfSpans).join(" "),
    ].join("\t"),
  );
  return { html: noticeTable(document), text: rows.join("\n") };
}

/** A Word template of one's own (its bytes) filled with a session's notice. Null before reading. */
export async function noticeFromTemplate(
  session: Session,
  document: NoticeDocument,
  facts: Facts,
  template: Uint8Array,
): Promise<FillOutcome | null> {
  const reading = session.reading();
  const tally = session.tally();
  const { precision, dueSoon, progressTolerance: tolerance } = session.getSnapshot().settings;
  if (reading === null || tally === null) return null;
  const source = { reading, dueSoonDays: dueSoon, tolerance, last: session.lastPeriod() };
  const { fillTemplate } = await import(/* webpackChunkName: "notice-docx" */ "../notice/docx");
  return fillTemplate(template, document, { facts, tally, asOf: reading.asOf.date, precision, source });
}

/** The sign-off sheet as a Word document. */
export async function signoffDocx(sheet: SignoffSheet): Promise<Uint8Array> {
  const { writeSignoff } = await import(/* webpackChunkName: "notice-signoff" */ "../notice/signoff");
  return writeSignoff(sheet);
}

/** The sign-off sheet as a page for print: HTML. */
export async function signoffPage(sheet: SignoffSheet): Promise<string> {
  const { signoffHtml } = await import(/* webpackChunkName: "notice-signoff" */ "../notice/signoff");
  return signoffHtml(sheet);
}

/** What a session has read as a page for print (A3, landscape): HTML. Null before reading. */
export async function ledgerPage(session: Session): Promise<string | null> {
  const reading = session.reading();
  if (reading === null) return null;
  const { ledgerHtml } = await import(/* webpackChunkName: "ledger-print" */ "../notice");
  return ledgerHtml(reading.ledgers);
}

/** What a session has counted, as rates are printed: by 单位全称 of the form, else of the ledger. Null before reading. */
export function ratesInput(session: Session, unit: string | null): RatesInput | null {
  const tally = session.tally();
  const { asOf, settings } = session.getSnapshot();
  if (tally === null || asOf === null) return null;
  const offered = ledgerFacts(session, NO_FACTS)?.offers.find((offer) => offer.fact === "unit")?.value ?? null;
  return {
    unit: unit ?? offered,
    asOf: chineseDate(asOf.date),
    definition: definitionText(tally.definition, "zh"),
    tally,
    precision: settings.precision,
  };
}

/** The rates as a page for print: HTML. */
export async function ratesPage(input: RatesInput): Promise<string> {
  const { ratesHtml } = await import(/* webpackChunkName: "ledger-print" */ "../notice");
  return ratesHtml(input);
}

/** The rates as a picture, and its size in pixels: SVG. */
export async function ratesSvg(input: RatesInput): Promise<{ svg: string; width: number; height: number }> {
  const { ratesPicture, ratesPictureSize } = await import(/* webpackChunkName: "ledger-print" */ "../notice");
  return { svg: ratesPicture(input), ...ratesPictureSize(input) };
}
