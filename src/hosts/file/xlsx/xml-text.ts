/**
 * Between bytes and XML text: encodings, entities, Excel's own escapes.
 */
import { HostError } from "../../port";

/** A part as text, with the way back. */
export interface PartText {
  /** The text, a byte order mark included: encoding it gives the bytes again. */
  readonly text: string;
  /** False when bytes had to be replaced (invalid UTF-8): then the part can be read but not patched. */
  readonly exact: boolean;
  readonly encode: (text: string) => Uint8Array;
}

/**
 * Decodes a part: UTF-8 with or without mark, UTF-16 in both orders (ECMA-376 part 2, 8.2 allows just these), and, for
 * reading only, what an XML declaration names if the platform knows it.
 * @throws HostError damaged for an encoding nobody knows
 */
export function decodePart(bytes: Uint8Array, part: string): PartText {
  const wide = wideOrder(bytes);
  if (wide) return { ...decodeAs(bytes, wide), encode: (text) => encodeWide(text, wide === "utf-16be") };
  const declared = declaredEncoding(bytes);
  if (declared === null || /^(utf-?8|us-ascii|ascii)$/i.test(declared)) {
    return { ...decodeAs(bytes, "utf-8"), encode: (text) => new TextEncoder().encode(text) };
  }
  const refuse = (): never => {
    throw new HostError("damaged", `${part}: encoding ${declared}`);
  };
  try {
    return { text: new TextDecoder(declared).decode(bytes), exact: false, encode: refuse };
  } catch {
    // The platform doesn't know the label.
    return refuse();
  }
}

/** A part as UTF-8 bytes without a mark, for scanners that work on bytes. */
export function utf8Bytes(bytes: Uint8Array, part: string): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const declared = wideOrder(bytes) ? null : declaredEncoding(bytes);
  if (!wideOrder(bytes) && (declared === null || /^(utf-?8|us-ascii|ascii)$/i.test(declared))) return bytes;
  const { text } = decodePart(bytes, part);
  return new TextEncoder().encode(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}

function decodeAs(bytes: Uint8Array, label: string): { text: string; exact: boolean } {
  try {
    return { text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes), exact: true };
  } catch {
    // Not valid in that encoding, the one thing a fatal decoder throws for.
    return { text: new TextDecoder(label, { ignoreBOM: true }).decode(bytes), exact: false };
  }
}

function wideOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  return null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  if (!(bytes[0] === 0x3c && bytes[1] === 0x3f) && bytes[0] !== 0xef) return null;
  const head = String.fromCharCode(...bytes.subarray(0, 120)).split("?>")[0] ?? "";
  return /encoding\s?=\s?["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? null;
}

function encodeWide(text: string, bigEndian: boolean): Uint8Array {
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return out;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * Resolves entities and line ends of XML character data. Only the five entities of XML itself and numbers exist: there
 * is no document type to declare others, and what looks like one stays as it stands.
 * @example unescapeXml("a &lt; b&#10;") // "a < b\n"
 */
export function unescapeXml(raw: string): string {
  let text = raw;
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(name as string) ?? whole;
    const code = hex !== undefined ? parseInt(hex as string, 16) : parseInt(decimal as string, 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/**
 * Resolves Excel's escapes `_xHHHH_` for characters that XML can't hold (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
 * @example unescapeExcel("a_x000D_b_x005F_c") // "a\rb_c"
 */
export function unescapeExcel(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Text of a cell or a string item: entities, line ends and Excel's escapes resolved. */
export function cellText(raw: string): string {
  return unescapeExcel(unescapeXml(raw));
}

/**
 * Escapes text for XML content and attribute values. Characters XML can't hold become Excel's escapes, and text that
 * looks like such an escape is protected.
 * @example escapeCellText("a<b_x0041_") // "a&lt;b_x005F_x0041_"
 */
export function escapeCellText(text: string): string {
  const guarded = text.includes("_x") ? text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_") : text;
  return escapeXml(
    // These are what XML 1.0 excludes, lone surrogates with them (flag u)
    guarded.replace(
      /[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]/gu,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    ),
  );
}

/** Escapes what XML content and quoted attribute values must not hold raw; the text must be free of control characters. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\n\t\r]/g, (c) => {
    if (c === "&") return "&amp;";
    if (c === "<") return "&lt;";
    if (c === ">") return "&gt;";
    if (c === '"') return "&quot;";
    return `&#${c.charCodeAt(0)};`;
  });
}
