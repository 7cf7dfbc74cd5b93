/**
 * What a file is, told by its first bytes and never by its name alone: a spreadsheet library will happily read a PDF or
 * a web page "as a workbook" of odd text.
 */

type FileKind =
  /** Zip package: .xlsx, .xlsm, .xlsb, but also .docx, .ods; which one is told by its parts. */
  | "zip"
  /** OLE compound file: .xls, .et, an encrypted .xlsx, but also .doc, .ppt. */
  | "ole"
  /** A bare BIFF stream of Excel 2–4. */
  | "biff"
  /** Readable text: .csv, .tsv, .txt, if its name says so. */
  | "text"
  /** A web page or XML; many systems export such files under the name .xls. */
  | "markup"
  | "json"
  | "pdf"
  | "image"
  | "empty"
  | "binary";

const MAGIC: readonly { readonly kind: FileKind; readonly bytes: readonly number[] }[] = [
  { kind: "zip", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: "zip", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: "ole", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: "biff", bytes: [0x09, 0x00, 0x04, 0x00] },
  { kind: "biff", bytes: [0x09, 0x02, 0x06, 0x00] },
  { kind: "biff", bytes: [0x09, 0x04, 0x06, 0x00] },
  { kind: "biff", bytes: [0x09, 0x08] },
  { kind: "pdf", bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: "image", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: "image", bytes: [0xff, 0xd8, 0xff] },
  { kind: "image", bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: "image", bytes: [0x42, 0x4d] },
];

/** Enough to see what a text begins with, behind a byte order mark and blank lines. */
const HEAD_BYTES = 4096;

/**
 * Kind of a file by its content.
 * @example sniff(new TextEncoder().encode("%PDF-1.7")) // "pdf"
 */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  const found = MAGIC.find(({ bytes: magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (found && !(found.kind === "image" && found.bytes.length === 2 && isPlainText(bytes))) return found.kind;
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!utf16 && !isPlainText(bytes)) return "binary";
  return textKind(bytes);
}

/** Whether the head holds no control characters that no text holds. */
function isPlainText(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, HEAD_BYTES);
  for (let index = 0; index < end; index += 1) {
    const byte = bytes[index]!;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) return false;
    if (byte === 0x7f) return false;
  }
  return true;
}

function textKind(bytes: Uint8Array): FileKind {
  const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = littleEndian ? "utf-16le" : bigEndian ? "utf-16be" : "utf-8";
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD_BYTES)).trimStart().toLowerCase();
  if (head === "") return "empty";
  if (/^<(?:\?xml|!doctype|!--|html|head|body|table|meta|style|script|svg)/.test(head)) return "markup";
  if (/^(?:\{\s*(?:"|\})|\[\s*(?:\{|\[|"|\]))/.test(head)) return "json";
  return "text";
}
