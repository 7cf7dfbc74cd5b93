/** Drafts in text: pasted, or a .txt in UTF-8, UTF-16 or GB18030. */
import { HostError } from "../port";
import type { Draft, DraftEdit, DraftLeftReason } from "../draft";
import { decodeText } from "./text-bytes";

const MOST_BYTES = 16 * 1024 * 1024;
const MOST_CHARACTERS = 2_000_000;

type Encoding = "utf-8" | "utf-8-mark" | "utf-16le";

/**
 * Opens a text file. Its copy is UTF-8; with a mark where it was anything else, so that Notepad and WPS read it right.
 * UTF-16 stays UTF-16.
 * @throws HostError damaged, tooLarge
 */
export function openTextFile(name: string, bytes: Uint8Array): Draft {
  if (bytes.length > MOST_BYTES) throw new HostError("tooLarge", "file size");
  const text = decodeText(bytes);
  if (text.length > MOST_CHARACTERS) throw new HostError("tooLarge", "characters");
  return textDraft(name, text, encodingOf(bytes, text));
}

/** A draft of pasted text. */
export function pasteText(text: string, name = ""): Draft {
  if (text.length > MOST_CHARACTERS) throw new HostError("tooLarge", "characters");
  return textDraft(name, text, "utf-8-mark");
}

function encodingOf(bytes: Uint8Array, text: string): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8-mark";
  const plain = new TextEncoder().encode(text);
  return plain.length === bytes.length && plain.every((byte, index) => byte === bytes[index]) ? "utf-8" : "utf-8-mark";
}

function textDraft(name: string, text: string, encoding: Encoding): Draft {
  const lines = text.split(/\r\n|\r|\n/);
  return {
    name,
    format: "txt",
    lines,
    paragraphs: lines.map((_line, index) => index + 1),
    cells: new Set(),
    correct(edits) {
      const { text: corrected, applied, left } = correctText(text, lines, edits);
      return { draft: textDraft(name, corrected, encoding), applied, left };
    },
    bytes: () => encode(text, encoding),
  };
}

function correctText(
  text: string,
  lines: readonly string[],
  edits: readonly DraftEdit[],
): {
  text: string;
  applied: number;
  left: { edit: DraftEdit; reason: DraftLeftReason }[];
} {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
    offset += text.startsWith("\r\n", offset) ? 2 : 1;
  }
  const left: { edit: DraftEdit; reason: DraftLeftReason }[] = [];
  const pieces: string[] = [];
  let from = 0;
  let applied = 0;
  for (const edit of [...edits].sort((a, b) => a.line - b.line || a.start - b.start || a.end - b.end)) {
    const start = starts[edit.line - 1];
    if (start === undefined) left.push({ edit, reason: "noLine" });
    else if (start + edit.start < from) left.push({ edit, reason: "overlaps" });
    else if (lines[edit.line - 1]?.slice(edit.start, edit.end) !== edit.quote) left.push({ edit, reason: "changed" });
    else {
      pieces.push(text.slice(from, start + edit.start), edit.value);
      from = start + edit.end;
      applied += 1;
    }
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(""), applied, left };
}

function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding !== "utf-16le") return new TextEncoder().encode(encoding === "utf-8" ? text : `\ufeff${text}`);
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
}
