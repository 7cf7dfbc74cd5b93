/** Drafts in .docx files. The file itself is never written; a corrected draft gives a copy with only its places changed. */
import { HostError } from "../../port";
import type { Draft } from "../../draft";
import type { Inflater } from "../xlsx/inflater";
import { openPackage } from "../xlsx/package";
import { PackageEditor } from "../xlsx/package-editor";
import { DOCX_LIMITS, wordPart } from "./docx-package";
import { readDocxLines } from "./read-lines";
import { joinRows } from "./join-rows";
import { spliceLines } from "./splice-lines";

/**
 * Opens a .docx.
 * @throws HostError notAWorkbook (detail "package": a zip that holds no document), damaged, tooLarge, encrypted
 */
export function openDocx(name: string, bytes: Uint8Array, inflater: Inflater): Draft {
  const pack = openPackage(bytes, inflater, DOCX_LIMITS);
  const main = wordPart(pack);
  if (main === null) throw new HostError("notAWorkbook", "package");
  return draftOf(name, new PackageEditor(pack), main);
}

function draftOf(name: string, editor: PackageEditor, part: string): Draft {
  const lines = joinRows(readDocxLines(editor.text(part), part, editor.limits.depth));
  return {
    name,
    format: "docx",
    lines: lines.map((line) => line.text),
    paragraphs: lines.map((line) => line.paragraph),
    cells: new Set(lines.flatMap(({ cell }, index) => (cell ? [index] : []))),
    correct(edits) {
      const { splices, applied, left } = spliceLines(lines, edits);
      const next = editor.fork();
      next.splice(part, splices);
      return { draft: draftOf(name, next, part), applied, left };
    },
    bytes: () => editor.write(),
  };
}
