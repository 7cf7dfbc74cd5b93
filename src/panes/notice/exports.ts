/** What the notice is exported as. Each format is code of its own, loaded when it is first asked for. */
import { textOfSpans, type NoticeDocument } from "../../notice/document/types";
import { noticeFragment, noticePage, noticeTable } from "../../notice/document/html";
import { noticeMarkdown } from "../../notice/document/markdown";
import { noticeText } from "../../notice/document/plain-text";

export type NoticeFormat = "docx" | "txt" | "md" | "html";

/** Lets the page paint between slices of a long notice. */
const pause = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, 0));

/** Bytes of the notice. Texts begin with a mark, so that Notepad and WPS read them as UTF-8. */
export async function noticeBytes(document: NoticeDocument, format: NoticeFormat): Promise<Uint8Array> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case "docx": {
      const { writeNotice } = await import(/* webpackChunkName: "notice-docx" */ "../../notice/docx/write-notice");
      return writeNotice(document, { yieldNow: pause });
    }
    case "txt":
      return encode(`\ufeff${noticeText(document)}`);
    case "md":
      return encode(noticeMarkdown(document));
    case "html":
      return encode(noticePage(document, { items: "table" }));
  }
}

/** The notice for the clipboard, whole or its items as a table. */
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
