/** Forms in Word documents: places in paragraphs, cells of tables, headers, footers and notes. */
import type { Form, FormText } from "../../form";
import { HostError } from "../../port";
import { BRACE } from "../text-change";
import type { Inflater } from "../xlsx/inflater";
import { openPackage } from "../xlsx/package";
import { PackageEditor } from "../xlsx/package-editor";
import { DOCX_LIMITS, wordPart } from "./docx-package";
import { readDocxLines, type DocxLine } from "./read-lines";
import { spliceLines } from "./splice-lines";

/** Parts beside the body that hold text, by the end of their relationship's type. */
const BESIDE: ReadonlyMap<string, { readonly zh: string; readonly en: string }> = new Map([
  ["header", { zh: "页眉", en: "header, " }],
  ["footer", { zh: "页脚", en: "footer, " }],
  ["footnotes", { zh: "脚注", en: "footnotes, " }],
  ["endnotes", { zh: "尾注", en: "endnotes, " }],
]);

/** What XML 1.0 (2.2) cannot hold; line breaks would be blanks in a run. */
const NOT_IN_RUNS = /[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

interface Place {
  readonly part: string;
  /** Index into the part's lines. */
  readonly line: number;
}

/**
 * Opens a .docx as a form.
 * @throws HostError as `openDocx`
 */
export function openDocxForm(name: string, bytes: Uint8Array, inflater: Inflater): Form {
  const pack = openPackage(bytes, inflater, DOCX_LIMITS);
  const main = wordPart(pack);
  if (main === null) throw new HostError("notAWorkbook", "package");
  const editor = new PackageEditor(pack);
  const lines = new Map<string, readonly DocxLine[]>();
  const texts: FormText[] = [];
  const places: Place[] = [];
  const take = (part: string, prefix: { readonly zh: string; readonly en: string }): void => {
    if (lines.has(part) || !editor.has(part)) return;
    const read = readDocxLines(editor.text(part), part, editor.limits.depth, true);
    lines.set(part, read);
    read.forEach(({ text, paragraph }, line) => {
      if (!BRACE.test(text)) return;
      texts.push({ where: { zh: `${prefix.zh}第${paragraph}段`, en: `${prefix.en}paragraph ${paragraph}` }, text });
      places.push({ part, line });
    });
  };
  take(main, { zh: "", en: "" });
  for (const { type, target } of pack.relationships(main)) {
    const prefix = BESIDE.get(type.slice(type.lastIndexOf("/") + 1));
    if (prefix !== undefined && target !== null) take(target, prefix);
  }
  return {
    name,
    format: "docx",
    texts,
    fill(fills) {
      const next = editor.fork();
      const indexOf = new Map(places.map(({ part, line }, index) => [`${line} ${part}`, index] as const));
      const refused = new Set<number>();
      for (const [part, read] of lines) {
        const edits = fills.flatMap(({ text, changes }) => {
          const place = places[text];
          if (place?.part !== part) return [];
          const quoted = read[place.line]?.text ?? "";
          return changes.map(({ start, end, value }) => ({
            line: place.line + 1,
            start,
            end,
            quote: quoted.slice(start, end),
            value: value.replace(NOT_IN_RUNS, ""),
          }));
        });
        const { splices, left } = spliceLines(read, edits);
        if (splices.length > 0) next.splice(part, splices);
        for (const { edit } of left) refused.add(indexOf.get(`${edit.line - 1} ${part}`) ?? -1);
      }
      return {
        bytes: next.write(),
        refused: texts.flatMap(({ where }, index) =>
          refused.has(index) ? [{ where, reason: "noText" as const }] : [],
        ),
        formulas: false,
      };
    },
  };
}
