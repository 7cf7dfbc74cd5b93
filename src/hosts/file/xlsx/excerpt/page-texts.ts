/** Headers and footers of printed pages: codes stay, and of the words those that count pages or stand in the sheet's head. */
import { foldKey } from "../../../../zh/text";
import { PAGE_LETTERS } from "../../../../zh/words/page-letters";

const PIECES = /&"[^"]*"|&K[0-9A-F]{6}|&K\d{2}[+-]\d{3}|&\d{1,3}|&[A-Za-z&]|[^&]+|&/gu;
/** Pictures stay behind, and so does where the file stood. */
const LEFT_OUT: ReadonlySet<string> = new Set(["&G", "&Z", "&g", "&z"]);
const PLAIN = /^[\d\s\-–—_.,，。/|:：()（）]*$/u;

/**
 * @param known the words that stand in the head of the sheet, folded
 * @example pageText("&C某局内部 第&P页", "") // "&C第&P页"
 */
export function pageText(text: string, known: string): string {
  return (text.match(PIECES) ?? [])
    .map((piece) => {
      if (piece.startsWith("&")) return LEFT_OUT.has(piece) || piece.startsWith('&"') ? "" : piece;
      return isKept(piece, known) ? piece : keepLetters(piece);
    })
    .join("");
}

function isKept(piece: string, known: string): boolean {
  if (PLAIN.test(piece)) return true;
  const folded = foldKey(piece);
  return folded !== "" && (known.includes(folded) || [...folded].every((letter) => PAGE_LETTERS.includes(letter)));
}

/** What stands right before and behind the number of a page, apart from other words. */
function keepLetters(piece: string): string {
  return piece
    .split(/(\s+)/u)
    .filter((word) => /^\s*$/u.test(word) || isKept(word, ""))
    .join("");
}
