/** How papers (督办函, 审批表, 清单) are set: styles beside those of the notice. */
import type { PaperRole } from "../document/paper";
import type { ParagraphStyle } from "./styles-part";

/** 小四, in half-points, and its line. */
const CELL = { size: 24, line: 20 * 20 } as const;
/** GB/T 9704—2012, 10.1: the issuer's name of a letter, red 小标宋. */
const MARK = { size: 72, line: 48 * 20 } as const;
/** Half-points of the issuer's name: 36 pt, less for a long one, so that it stands on one line of 170 mm; 22 pt at least. */
export function markSize(widthInCharacters: number): number {
  const fitting = Math.floor((170 * 2.835 * 2) / Math.max(1, widthInCharacters + 1));
  return Math.min(MARK.size, Math.max(44, fitting));
}
export const RED = "FF0000";

export const PAPER_STYLES: readonly ParagraphStyle[] = [
  {
    id: "PaperMark",
    name: "函发文机关",
    face: "title",
    size: MARK.size,
    line: MARK.line,
    align: "center",
    colour: RED,
  },
  { id: "PaperNumber", name: "函文号", align: "right" },
  { id: "PaperAddressee", name: "函主送机关" },
  { id: "PaperCell", name: "表格文字", size: CELL.size, line: CELL.line, align: "left" },
  { id: "PaperHead", name: "表格标题", face: "part", size: CELL.size, line: CELL.line, align: "center" },
  { id: "PaperNote", name: "表注", size: CELL.size, line: CELL.line },
];

export const PAPER_STYLE_IDS: Readonly<Record<PaperRole, string>> = {
  mark: "PaperMark",
  number: "PaperNumber",
  title: "NoticeTitle",
  addressee: "PaperAddressee",
  body: "NoticeBody",
  signature: "NoticeSignature",
  date: "NoticeDate",
  note: "PaperNote",
};
