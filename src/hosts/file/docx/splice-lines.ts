/**
 * Edits of lines as splices of the part they were read from. Only the runs' texts at the edited places change: a
 * replacement goes into the first run it touches, keeping that run's look, and what it covers of the following runs goes.
 */
import type { DraftEdit, DraftLeftReason } from "../../draft";
import type { Splice } from "../xlsx/splice";
import { escapeXml } from "../xlsx/xml-text";
import type { DocxLine, LinePiece } from "./read-lines";

interface LineSplices {
  readonly splices: readonly Splice[];
  readonly applied: number;
  readonly left: readonly { readonly edit: DraftEdit; readonly reason: DraftLeftReason }[];
}

/** A cut of one piece, in offsets of its own text. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Turns edits into splices; edits that don't fit are left, the others don't depend on them. */
export function spliceLines(lines: readonly Omit<DocxLine, "cell">[], edits: readonly DraftEdit[]): LineSplices {
  const left: { edit: DraftEdit; reason: DraftLeftReason }[] = [];
  const cuts = new Map<LinePiece, Cut[]>();
  const sorted = [...edits].sort((a, b) => a.line - b.line || a.start - b.start || a.end - b.end);
  let before: DraftEdit | null = null;
  let applied = 0;
  for (const edit of sorted) {
    const line = lines[edit.line - 1];
    if (!line) left.push({ edit, reason: "noLine" });
    else if (before?.line === edit.line && edit.start < before.end) left.push({ edit, reason: "overlaps" });
    else if (line.text.slice(edit.start, edit.end) !== edit.quote) left.push({ edit, reason: "changed" });
    else if (!cutPieces(line.pieces, edit, cuts)) left.push({ edit, reason: "noText" });
    else {
      before = edit;
      applied += 1;
    }
  }
  return { splices: [...cuts].flatMap(([piece, own]) => splicePiece(piece, own)), applied, left };
}

/** False where the line has no text that could take the replacement up. */
function cutPieces(pieces: readonly LinePiece[], edit: DraftEdit, cuts: Map<LinePiece, Cut[]>): boolean {
  const covered = coveredBy(pieces, edit);
  // What stands between two cells is no text that could change, and one cell's words never go into another.
  if (covered.some(isGap)) return false;
  const holder = edit.value === "" ? null : holderOf(withinCell(pieces, edit), covered, edit);
  if (holder === undefined) return false;
  const add = (piece: LinePiece, cut: Cut): void => {
    const list = cuts.get(piece);
    if (list) list.push(cut);
    else cuts.set(piece, [cut]);
  };
  for (const piece of covered) {
    const from = Math.max(0, edit.start - piece.start);
    const to = Math.min(piece.text.length, edit.end - piece.start);
    add(piece, { from, to, insert: piece === holder ? edit.value : "" });
  }
  if (holder && !covered.includes(holder)) {
    // Beside the place: at its end where it stands before, else at its beginning.
    const at = holder.start < edit.start || endOf(holder) <= edit.start ? holder.text.length : 0;
    add(holder, { from: at, to: at, insert: edit.value });
  }
  return true;
}

/** Pieces that an edit touches; they lie in order, and a paragraph may have thousands. */
function coveredBy(pieces: readonly LinePiece[], edit: DraftEdit): readonly LinePiece[] {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(pieces[middle]!) > edit.start) high = middle;
    else low = middle + 1;
  }
  let end = low;
  while (end < pieces.length && pieces[end]!.start < edit.end) end += 1;
  return pieces.slice(low, end);
}

function isGap({ kind }: LinePiece): boolean {
  return kind === "gap";
}

/** Pieces between the gaps before and behind an edit; all of them in a line without gaps. */
function withinCell(pieces: readonly LinePiece[], edit: DraftEdit): readonly LinePiece[] {
  const gaps = pieces.filter(isGap);
  if (gaps.length === 0) return pieces;
  const from = gaps.filter((gap) => endOf(gap) <= edit.start).pop();
  const to = gaps.find((gap) => gap.start >= edit.end);
  return pieces.filter(
    (piece) => (!from || piece.start >= endOf(from)) && (!to || endOf(piece) <= to.start) && !isGap(piece),
  );
}

function holderOf(pieces: readonly LinePiece[], covered: readonly LinePiece[], edit: DraftEdit): LinePiece | undefined {
  const isText = (piece: LinePiece): boolean => piece.kind === "text";
  return (
    covered.find(isText) ??
    pieces.filter((piece) => isText(piece) && endOf(piece) <= edit.start).pop() ??
    pieces.find((piece) => isText(piece) && piece.start >= edit.end)
  );
}

function endOf(piece: LinePiece): number {
  return piece.start + piece.text.length;
}

function splicePiece(piece: LinePiece, cuts: readonly Cut[]): readonly Splice[] {
  if (piece.kind === "mark") return [{ at: piece.from, remove: piece.to - piece.from, insert: "" }];
  let text = "";
  let from = 0;
  for (const cut of cuts) {
    text += piece.text.slice(from, cut.from) + cut.insert;
    from = cut.to;
  }
  text += piece.text.slice(from);
  const content = { at: piece.from, remove: piece.to - piece.from, insert: escapeXml(text) };
  const needsSpace = !piece.preserved && hasOuterBlank(text) && !hasOuterBlank(piece.text);
  return needsSpace ? [{ at: piece.from - 1, remove: 0, insert: ' xml:space="preserve"' }, content] : [content];
}

function hasOuterBlank(text: string): boolean {
  return /^[ \t\r\n]|[ \t\r\n]$/.test(text);
}
