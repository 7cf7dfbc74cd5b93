/**
 * Masks what only quotes others: titles in 《》 and short words in quotation marks. Masked characters become a neutral
 * one of the same length, so that positions stay.
 */

const NEUTRAL = "□";
/** Quoted words longer than this are sentences, and say something themselves. */
const LONGEST_QUOTE = 30;

/**
 * @example maskQuoted("印发《培训计划》") // "印发《□□□□》"
 */
export function maskQuoted(text: string): string {
  if (!text.includes("《") && !text.includes("“") && !text.includes('"') && !text.includes("〈")) return text;
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const close = closeOf(text, at);
    if (close === null) {
      at++;
      continue;
    }
    pieces.push(text.slice(from, at + 1), NEUTRAL.repeat(close - at - 1));
    from = close;
    at = close + 1;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}

/** Position of the mark that closes the one at `at`; null where none opens or none closes near enough. */
function closeOf(text: string, at: number): number | null {
  switch (text[at]) {
    case "《":
      return closeTitle(text, at);
    case "〈":
      return closeQuote(text, at, "〉");
    case "“":
      return closeQuote(text, at, "”");
    case '"':
      return closeQuote(text, at, '"');
    default:
      return null;
  }
}

const LONGEST_TITLE = 120;

function closeTitle(text: string, at: number): number | null {
  let depth = 0;
  const end = Math.min(text.length, at + LONGEST_TITLE);
  for (let i = at; i < end; i++) {
    if (text[i] === "《") depth++;
    else if (text[i] === "》" && --depth === 0) return i;
  }
  return null;
}

function closeQuote(text: string, at: number, mark: string): number | null {
  const end = Math.min(text.length, at + LONGEST_QUOTE + 2);
  for (let i = at + 1; i < end; i++) {
    if (text[i] === mark) return i;
    if (text[i] === "。" || text[i] === "\n") return null;
  }
  return null;
}
