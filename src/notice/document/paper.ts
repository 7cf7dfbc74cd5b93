/** A paper that goes out beside the notice (督办函, 审批表, 清单) as data: paragraphs and tables. docx/write-paper.ts sets it. */

export interface PaperSpan {
  readonly text: string;
  /** A place that is still to be filled in; it is marked, so that nobody sends it unseen. */
  readonly open?: true;
}

/**
 * What a paragraph is, and so how it is set: `mark` the issuer's name above the red lines of a letter (first page only),
 * `number` its 文号, `title`, `addressee` flush left, `body` running text, `signature` and `date` at the end, `note` small.
 */
export type PaperRole = "mark" | "number" | "title" | "addressee" | "body" | "signature" | "date" | "note";

export interface PaperCell {
  readonly spans: readonly PaperSpan[];
  /** Columns it goes over; 1 where absent. */
  readonly over?: number;
  /** A heading, of a column or of a row. */
  readonly head?: true;
  readonly align?: "left" | "center";
}

export interface PaperRow {
  readonly cells: readonly PaperCell[];
  /** In mm, at least: room to write by hand. */
  readonly height?: number;
}

export type PaperBlock =
  | { readonly type: "paragraph"; readonly role: PaperRole; readonly spans: readonly PaperSpan[] }
  | {
      readonly type: "table";
      /** Shares of the width, whatever their sum. */
      readonly widths: readonly number[];
      readonly rows: readonly PaperRow[];
      /** The first row is repeated on every page. */
      readonly repeat?: true;
    };

export interface Paper {
  /** For the properties of the document. */
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

/**
 * A fact, or its place: 【待补充：发文单位】.
 * @example orOpen(null, "发文单位") // { text: "【待补充：发文单位】", open: true }
 */
export function orOpen(text: string | null, name: string): PaperSpan {
  return text === null ? { text: `【待补充：${name}】`, open: true } : { text };
}

/** The words of a paper, a line a paragraph or cell: what proofreading reads. */
export function linesOfPaper({ blocks }: Paper): readonly string[] {
  const said = (spans: readonly PaperSpan[]): string => spans.map(({ text }) => text).join("");
  return blocks.flatMap((block) =>
    block.type === "paragraph"
      ? [said(block.spans)]
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ spans }) => said(spans).split("\n"))),
  );
}
