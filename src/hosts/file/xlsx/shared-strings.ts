/**
 * The strings cells share. The part is decoded once as a whole; strings without escapes are slices of it.
 */
import { HostError } from "../../port";
import type { XlsxPackage } from "./package";
import { cellText, decodePart, unescapeExcel } from "./xml-text";
import { XmlScanner } from "./xml-scanner";
import { isOn } from "./styles-part";

/** How rich text is struck through: `byCell` as the cell's font is, else by its own runs. */
export type Strike = "byCell" | "struck" | "notStruck";

export interface SharedStrings {
  readonly texts: readonly string[];
  /** Only what isn't `byCell`. */
  readonly strikes: ReadonlyMap<number, Strike>;
}

const NO_STRINGS: SharedStrings = { texts: [], strikes: new Map() };

/** Reads the shared strings part; null gives none. */
export function readSharedStrings(pack: XlsxPackage, part: string | null): SharedStrings {
  if (part === null) return NO_STRINGS;
  const { text } = decodePart(pack.bytes(part, "strings"), part);
  const texts: string[] = [];
  const strikes = new Map<number, Strike>();
  const scanner = new XmlScanner(text, part, pack.limits.depth);
  let main = "";
  while (scanner.next()) {
    if (scanner.kind !== "open") continue;
    if (scanner.depth === 1) {
      if (scanner.local !== "sst") throw scanner.damaged(`root ${scanner.local.slice(0, 40)}`);
      main = scanner.namespace;
      if (!scanner.selfClosing)
        scanner.continueAt(readPlain(text, scanner.end, scanner.prefix, texts, pack.limits.strings));
      continue;
    }
    if (scanner.depth !== 2 || scanner.local !== "si" || scanner.namespace !== main) {
      scanner.skip();
      continue;
    }
    if (texts.length >= pack.limits.strings) throw new HostError("tooLarge", "shared strings");
    const item = readStringItem(scanner, main);
    if (item.strike !== "byCell") strikes.set(texts.length, item.strike);
    texts.push(item.text);
    scanner.continueAt(readPlain(text, scanner.end, scanner.prefix, texts, pack.limits.strings));
  }
  return { texts, strikes };
}

/**
 * Reads plain items (`<si><t>…</t></si>`), which is nearly all of them, as far as they follow one another; returns
 * where the first other thing begins.
 */
function readPlain(text: string, from: number, prefix: string, texts: string[], limit: number): number {
  const p = prefix === "" ? "" : `${prefix}:`;
  const open = `<${p}si><${p}t`;
  const close = `</${p}t></${p}si>`;
  const kept = ' xml:space="preserve">';
  let at = from;
  for (;;) {
    if (!text.startsWith(open, at)) {
      const blank = skipBlank(text, at);
      if (blank === at || !text.startsWith(open, blank)) return at;
      at = blank;
    }
    let start = at + open.length;
    if (text.charCodeAt(start) === 62) start++;
    else if (text.startsWith(kept, start)) start += kept.length;
    else return at;
    const end = text.indexOf("<", start);
    if (end < 0 || !text.startsWith(close, end)) return at;
    if (texts.length >= limit) throw new HostError("tooLarge", "shared strings");
    texts.push(cellText(text.slice(start, end)));
    at = end + close.length;
  }
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

/**
 * Reads a string item (`si` of the shared strings, `is` of a cell): its text, runs put together, phonetic guides left
 * out. From its open token to its close token.
 */
export function readStringItem(scanner: XmlScanner, main: string): { text: string; strike: Strike } {
  const inside = scanner.depth;
  let text = "";
  let plain = false;
  let struck = 0;
  let notStruck = 0;
  let byCell = 0;
  while (scanner.next()) {
    if (scanner.kind === "close" && scanner.depth < inside) break;
    if (scanner.kind !== "open") continue;
    if (scanner.namespace !== main) scanner.skip();
    else if (scanner.local === "t") {
      text += unescapeExcel(scanner.readText());
      plain = true;
    } else if (scanner.local === "r") {
      const run = readRun(scanner, main);
      text += run.text;
      if (run.text.trim() === "") continue;
      if (run.strike === null) byCell++;
      else if (run.strike) struck++;
      else notStruck++;
    } else scanner.skip();
  }
  if (plain || notStruck + struck === 0) return { text, strike: "byCell" };
  if (notStruck > 0) return { text, strike: "notStruck" };
  return { text, strike: byCell > 0 ? "byCell" : "struck" };
}

/** A run's font replaces the cell's; a run without one is shown in the cell's. */
function readRun(scanner: XmlScanner, main: string): { text: string; strike: boolean | null } {
  const inside = scanner.depth;
  let text = "";
  let strike: boolean | null = null;
  while (scanner.next()) {
    if (scanner.kind === "close" && scanner.depth < inside) break;
    if (scanner.kind !== "open") continue;
    if (scanner.namespace !== main) scanner.skip();
    else if (scanner.local === "t") text += unescapeExcel(scanner.readText());
    else if (scanner.local === "rPr") strike = readRunStrike(scanner, main);
    else scanner.skip();
  }
  return { text, strike };
}

function readRunStrike(scanner: XmlScanner, main: string): boolean {
  const inside = scanner.depth;
  let strike = false;
  while (scanner.next()) {
    if (scanner.kind === "close" && scanner.depth < inside) break;
    if (scanner.kind === "open" && scanner.local === "strike" && scanner.namespace === main) {
      strike = isOn(scanner.attribute("val"));
    }
  }
  return strike;
}
