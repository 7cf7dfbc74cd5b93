/**
 * Text as cells hold it: blanks of every kind, characters nobody sees, two widths of the same letter. Everything here is
 * linear, and returns plain text untouched without copying it.
 */

// Taken once: looking up a global on every character costs more than the multiplication.
const { imul } = Math;

/** Every blank of Unicode (general category Z and the controls that act as one). */
const BLANK = "\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
/** Format characters without width: soft hyphen, zero-width ones, direction marks, word joiner, BOM. */
const INVISIBLE = "\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff";

const BLANK_OR_INVISIBLE_ALL = new RegExp(`[${BLANK}${INVISIBLE}]+`, "g");
const INVISIBLE_ALL = new RegExp(`[${INVISIBLE}]+`, "g");
const BLANK_BUT_LINE_BREAK_ALL = new RegExp(`[${BLANK.replace("\\u0009-\\u000d", "\\u0009\\u000b\\u000c")}]+`, "g");

/** Printable ASCII, unified ideographs and the marks between them that NFKC leaves alone: nothing to fold. */
const NOTHING_TO_FOLD = /^[!-~\u4e00-\u9fff\u3001\u3002\u3008-\u3011\u201c\u201d\u2018\u2019]*$/;
/** The same and single spaces: nothing to tidy inside (ends are looked at separately). */
const NOTHING_TO_TIDY =
  /^[!-~\u4e00-\u9fff\u3001\u3002\u3008-\u3011\u201c\u201d\u2018\u2019\uff01-\uff0f\uff1a-\uff20]*$/;

/** Whether a UTF-16 unit is a blank or has no width. */
function isBlankOrInvisible(code: number): boolean {
  if (code > 0x20 && code < 0x85) return false;
  if (code >= 0x3001 && code < 0xfeff) return false;
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  switch (code) {
    case 0x85:
    case 0xa0:
    case 0xad:
    case 0x61c:
    case 0x1680:
    case 0x180e:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x3000:
    case 0xfeff:
      return true;
    default:
      return (
        (code >= 0x2000 && code <= 0x200f) ||
        (code >= 0x202a && code <= 0x202e) ||
        (code >= 0x2060 && code <= 0x206f && code !== 0x2065)
      );
  }
}

/**
 * Without blanks (of any script, NBSP, BOM) and invisible characters at both ends. The inside is left alone.
 * @example trimText("\u3000已完成\u00a0\u200b") // "已完成"
 */
export function trimText(s: string): string {
  let end = s.length;
  let start = 0;
  while (start < end && isBlankOrInvisible(s.charCodeAt(start))) start++;
  while (end > start && isBlankOrInvisible(s.charCodeAt(end - 1))) end--;
  return start === 0 && end === s.length ? s : s.slice(start, end);
}

/**
 * The form in which words are compared: NFKC (one width, composed characters), no blanks, nothing invisible.
 * Chinese commas, colons and brackets become their ASCII forms by NFKC; 、 and 。 stay.
 * @example foldKey("县财政局（本级 ）") // "县财政局(本级)"
 */
export function foldKey(s: string): string {
  if (NOTHING_TO_FOLD.test(s)) return s;
  const folded = s.normalize("NFKC").replace(BLANK_OR_INVISIBLE_ALL, "");
  // Removing a blank can bring a letter and a combining mark together: compose again so that folding is idempotent.
  return NOTHING_TO_FOLD.test(folded) ? folded : folded.normalize("NFKC");
}

/**
 * A stable hash of a text as 11 characters 0-9a-z (52 bits): for ids, not for secrets. Equal on every machine and
 * version; changing it would orphan the ignores people have stored.
 * @example hashText("问题整改") === hashText("问题整改") // true
 */
export function hashText(s: string): string {
  let high = 0x1b873593;
  let low = 0x85ebca6b;
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    high = imul(high ^ code, 0x9e3779b1);
    low = imul(low ^ code, 0x5f356495);
    high ^= low >>> 15;
    low ^= high >>> 13;
  }
  high = imul(high ^ (high >>> 16), 0x85ebca6b) ^ imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = imul(low ^ (low >>> 16), 0x85ebca6b) ^ imul(high ^ (high >>> 13), 0xc2b2ae35);
  // Two small numbers print much faster than one of 53 bits.
  return (high >>> 0).toString(36).padStart(7, "0") + (low & 0xfffff).toString(36).padStart(4, "0");
}

/**
 * The tidy form of a cell text, the fix of rule `space`. Only what cannot change a meaning: invisible characters go;
 * blanks of other kinds (NBSP, full-width) become ordinary spaces, runs of them one; blanks at the ends of the text and
 * of its lines go; full-width digits and Latin letters become half-width (GB/T 15835-2011 prints digits so). Line breaks
 * stay as LF. Punctuation and single spaces inside a line are left alone. Idempotent.
 * @example tidyText("\u00a0县财政局\u3000 办公室 ") // "县财政局 办公室"
 */
export function tidyText(s: string): string {
  if (NOTHING_TO_TIDY.test(s)) return s;
  const plain = s
    .replace(INVISIBLE_ALL, "")
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\r\n?/g, "\n")
    .replace(BLANK_BUT_LINE_BREAK_ALL, " ");
  const lines = plain.split("\n");
  for (let i = 0; i < lines.length; i++) lines[i] = trimText(lines[i] ?? "");
  return trimText(lines.join("\n"));
}

const BLANKS_BESIDE_HAN =
  /(?<=\p{sc=Han}) +(?=[\p{N}\p{sc=Latin}])|(?<=[\p{N}\p{sc=Latin}%]|\p{N}[年月日]) +(?=\p{sc=Han})/gu;

/**
 * A sentence as a paper prints it: without the blanks that screens put between Chinese and figures, dates or Latin letters. From the
 * first quotation mark to the last one everything stays as it is.
 * @example setSolid("完成时间 2025年6月3日 比时限 2025年5月31日 晚 3 天") // "完成时间2025年6月3日比时限2025年5月31日晚3天"
 */
export function setSolid(sentence: string): string {
  const first = sentence.search(/[“「]/u);
  const end = Math.max(sentence.lastIndexOf("”"), sentence.lastIndexOf("」")) + 1;
  const solid = (part: string): string => part.replace(BLANKS_BESIDE_HAN, "");
  if (first < 0 || end <= first) return solid(sentence);
  return solid(sentence.slice(0, first)) + sentence.slice(first, end) + solid(sentence.slice(end));
}

/**
 * Display width in columns of a fixed-width terminal (Unicode Standard Annex 11): 2 for wide and full-width characters,
 * 0 for combining and invisible ones, 1 otherwise (ambiguous ones count 1).
 * @example widthOf("第7行 OK") // 8
 */
export function widthOf(s: string): number {
  let width = 0;
  for (const char of s) width += widthOfCodePoint(char.codePointAt(0) ?? 0);
  return width;
}

function widthOfCodePoint(code: number): number {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0;
  if (code < 0x300) return code === 0xad ? 0 : 1;
  if (code <= 0x36f) return 0;
  if (code < 0x1100) return code === 0x61c ? 0 : 1;
  if (isZeroWidth(code)) return 0;
  return isWide(code) ? 2 : 1;
}

function isZeroWidth(code: number): boolean {
  return (
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}

function isWide(code: number): boolean {
  return (
    code <= 0x115f ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1f64f) ||
    (code >= 0x1f680 && code <= 0x1f6ff) ||
    (code >= 0x1f900 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
