/** Drafts in .docx files. The file itself is never written; a corrected draft gives a copy with only its places changed. */
import { HostError } from "../../port";
import type { Draft } from "../../draft";
import type { Inflater } from "../xlsx/inflater";
import { LIMITS, type Limits } from "../xlsx/limits";
import { openPackage } from "../xlsx/package";
import { PackageEditor } from "../xlsx/package-editor";
import { readDocxLines } from "./read-lines";
import { spliceLines } from "./splice-lines";

const MB = 1024 * 1024;
/** A notice is a few pages; pictures may make its file large. */
const DOCX_LIMITS: Limits = { ...LIMITS, fileBytes: 64 * MB, patchBytes: 48 * MB };

/**
 * Opens a .docx.
 * @throws HostError notAWorkbook (detail "package": a zip that holds no document), damaged, tooLarge, encrypted
 */
export function openDocx(name: string, bytes: Uint8Array, inflater: Inflater): Draft {
  const pack = openPackage(bytes, inflater, DOCX_LIMITS);
  const main = pack.relationships("").find(({ type }) => type.endsWith("/officeDocument"))?.target;
  const isWord = main != null && pack.has(main) && /word|^word\//i.test(`${pack.contentType(main)} ${main}`);
  if (!isWord) throw new HostError("notAWorkbook", "package");
  return draftOf(name, new PackageEditor(pack), main);
}

function draftOf(name: string, editor: PackageEditor, part: string): Draft {
  const lines = readDocxLines(editor.text(part), part, editor.limits.depth);
  return {
    name,
    format: "docx",
    lines: lines.map((line) => line.text),
    paragraphs: lines.map((line) => line.paragraph),
    correct(edits) {
      const { splices, applied, left } = spliceLines(lines, edits);
      const next = editor.fork();
      next.splice(part, splices);
      return { draft: draftOf(name, next, part), applied, left };
    },
    bytes: () => editor.write(),
  };
}
