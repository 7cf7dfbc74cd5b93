/** Sizes and texts of the pages of a PDF that Chromium printed: enough to see what stands on which page. */
import { inflateSync } from "node:zlib";

export interface PdfPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

/** @param bytes as `page.pdf()` gives them: one object a number, no object streams */
export function pdfPages(bytes: Buffer): readonly PdfPage[] {
  const objects = readObjects(bytes);
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type\s*\/Page\b(?!s)/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const box = /\/MediaBox\s*\[([^\]]*)\]/.exec(dictionary)?.[1]?.trim().split(/\s+/).map(Number) ?? [];
    const fonts = new Map<string, ReadonlyMap<string, string>>();
    const resources = dictionaryAt(objects, dictionary, "Resources");
    for (const [, name, id] of dictionaryAt(objects, resources, "Font").matchAll(/\/(\w+)\s+(\d+) 0 R/g)) {
      const map = /\/ToUnicode\s+(\d+) 0 R/.exec(objects.get(Number(id))?.dictionary ?? "")?.[1];
      fonts.set(name!, readMap(text(objects.get(Number(map)))));
    }
    const contents = text(objects.get(Number(/\/Contents\s+(\d+) 0 R/.exec(dictionary)?.[1])));
    return { width: box[2] ?? 0, height: box[3] ?? 0, text: shown(contents, fonts) };
  });
}

function readObjects(bytes: Buffer): ReadonlyMap<number, PdfObject> {
  const all = bytes.toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const found of all.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = found.index + found[0].length;
    const end = all.indexOf("endobj", from);
    const streamAt = all.indexOf("stream", from);
    const hasStream = streamAt >= 0 && streamAt < end;
    const dictionary = all.slice(from, hasStream ? streamAt : end);
    const length = Number(/\/Length\s+(\d+)/.exec(dictionary)?.[1]);
    const start = streamAt + (all[streamAt + 6] === "\r" ? 8 : 7);
    objects.set(Number(found[1]), { dictionary, stream: hasStream ? bytes.subarray(start, start + length) : null });
  }
  return objects;
}

/** The dictionary behind a key: written in place, or an object of its own. */
function dictionaryAt(objects: ReadonlyMap<number, PdfObject>, dictionary: string, key: string): string {
  const reference = new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(dictionary)?.[1];
  if (reference !== undefined) return objects.get(Number(reference))?.dictionary ?? "";
  const at = dictionary.search(new RegExp(`/${key}\\s*<<`));
  if (at < 0) return "";
  let depth = 0;
  for (let end = dictionary.indexOf("<<", at); end < dictionary.length - 1; end++) {
    const two = dictionary.slice(end, end + 2);
    if (two === "<<") depth++;
    if (two !== ">>") continue;
    depth--;
    end++;
    if (depth === 0) return dictionary.slice(dictionary.indexOf("<<", at), end + 1);
  }
  return "";
}

function text(object: PdfObject | undefined): string {
  if (!object?.stream) return "";
  const plain = object.dictionary.includes("/FlateDecode") ? inflateSync(object.stream) : object.stream;
  return plain.toString("latin1");
}

/** Glyph → characters, both in hex as written. */
function readMap(cmap: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [, block] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, glyph, to] of block!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      map.set(glyph!.toUpperCase(), characters(to!));
    }
  }
  for (const [, block] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, first, last, to] of block!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      for (let glyph = parseInt(first!, 16); glyph <= parseInt(last!, 16); glyph++) {
        const code = parseInt(to!, 16) + glyph - parseInt(first!, 16);
        map.set(hex(glyph, first!.length), String.fromCodePoint(code));
      }
    }
  }
  return map;
}

const hex = (glyph: number, digits: number): string => glyph.toString(16).toUpperCase().padStart(digits, "0");

function characters(to: string): string {
  return Buffer.from(to, "hex").swap16().toString("utf16le");
}

function shown(contents: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map();
  let all = "";
  for (const [, name, glyphs] of contents.matchAll(/\/(\w+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map<string, string>();
    // A glyph is one byte or two, as its font's own table writes it.
    const digits = font.keys().next().value?.length ?? 4;
    for (let from = 0; from < (glyphs?.length ?? 0); from += digits) {
      all += font.get(glyphs!.slice(from, from + digits).toUpperCase()) ?? "";
    }
  }
  return all;
}
