/** Pairs of quotes, brackets and title marks. */
const OPENING = "“‘《〈（【〔「『";
const CLOSING = "”’》〉）】〕」』";
/** Number of a mark's pair, counted from 1; 0 for other characters. Half and full width brackets are one pair. */
export const OPENS = pairTable(OPENING, "(");
const CLOSES = pairTable(CLOSING, ")");

const BRACKET = OPENING.indexOf("（") + 1;
const TITLE = OPENING.indexOf("《") + 1;
const SINGLE = OPENING.indexOf("〈") + 1;

function pairTable(marks: string, half: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < marks.length; i++) table[marks.charCodeAt(i)] = i + 1;
  table[half.charCodeAt(0)] = OPENING.indexOf("（") + 1;
  return table;
}

interface Pairing {
  /** Inner 《…》 pairs inside an outer 《…》: both marks of the inner one. */
  readonly nested: readonly { readonly open: number; readonly close: number }[];
  readonly unpaired: readonly number[];
}

/** Pairs the marks of a line, given their offsets; half and full width brackets may pair. */
export function pairMarks(text: string, offsets: readonly number[]): Pairing {
  return areInTurn(text, offsets) ? NOTHING_WRONG : pairNested(text, offsets);
}

const NOTHING_WRONG: Pairing = { nested: [], unpaired: [] };

/** Most marks of most lines: each pair is closed before the next one opens. */
function areInTurn(text: string, offsets: readonly number[]): boolean {
  if (offsets.length % 2 !== 0) return false;
  for (let at = 0; at < offsets.length; at += 2) {
    const pair = OPENS[text.charCodeAt(offsets[at] ?? 0)] ?? 0;
    if (pair === 0 || pair !== CLOSES[text.charCodeAt(offsets[at + 1] ?? 0)]) return false;
  }
  return true;
}

function pairNested(text: string, offsets: readonly number[]): Pairing {
  const stack: { pair: number; at: number }[] = [];
  const waiting = new Uint32Array(OPENING.length + 1);
  const nested: { open: number; close: number; outer: number }[] = [];
  const unpaired: number[] = [];
  const pop = (): { pair: number; at: number } | undefined => {
    const entry = stack.pop();
    if (entry) waiting[entry.pair] = (waiting[entry.pair] ?? 1) - 1;
    return entry;
  };
  for (const at of offsets) {
    const code = text.charCodeAt(at);
    const opens = OPENS[code] ?? 0;
    if (opens > 0) {
      stack.push({ pair: opens, at });
      waiting[opens] = (waiting[opens] ?? 0) + 1;
      continue;
    }
    const pair = CLOSES[code] ?? 0;
    if ((waiting[pair] ?? 0) === 0) {
      if (pair !== BRACKET || !isNumbering(text, at)) unpaired.push(at);
      continue;
    }
    let own = pop();
    while (own && own.pair !== pair) {
      unpaired.push(own.at);
      own = pop();
    }
    if (pair === TITLE && own && (waiting[TITLE] ?? 0) > 0 && !isInSingle(stack))
      nested.push({ open: own.at, close: at, outer: stack.filter((one) => one.pair === TITLE).pop()?.at ?? -1 });
  }
  for (const lost of stack) unpaired.push(lost.at);
  // 《指引（2023年版），…。《指引》明确了: what is never closed holds no title.
  const within = nested.filter(({ outer }) => !unpaired.includes(outer));
  return { nested: within, unpaired: unpaired.sort((a, b) => a - b) };
}

/** 《〈《…》议定书〉修正案》: within 〈〉 the next title takes 《》 again. */
function isInSingle(stack: readonly { readonly pair: number }[]): boolean {
  const titles = stack.filter(({ pair }) => pair === TITLE || pair === SINGLE);
  return titles[titles.length - 1]?.pair === SINGLE;
}

/** 1） and a） number an item. */
function isNumbering(text: string, at: number): boolean {
  return (
    /(?:^\s*|[。；，\s])[0-9a-zA-Z一二三四五六七八九十]{1,3}$/u.test(text.slice(Math.max(0, at - 6), at)) || at <= 3
  );
}
