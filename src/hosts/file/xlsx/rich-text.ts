/** Cells with text in several looks: a piece is replaced within its runs, and each run keeps its own. */
import type { TextChange } from "../../form";
import { childrenOf } from "./outline";
import type { PackageEditor } from "./package-editor";
import { applySplices, type Splice } from "./splice";
import { escapeCellText, unescapeExcel } from "./xml-text";
import { XmlScanner } from "./xml-scanner";

/** The text of one `t`: offset in the whole text, and where it stands in the item. */
interface Run {
  readonly start: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly preserved: boolean;
}

/** Finds the item (`si`, `is`) that a cell's text is; null where it has none of its own. */
export function createItemFinder(editor: PackageEditor): (tag: string, inner: string) => string | null {
  let shared: readonly string[] | null = null;
  const items = (): readonly string[] => {
    const part = editor.workbook().sharedStrings;
    if (part === null || !editor.has(part)) return [];
    const text = editor.text(part);
    return childrenOf(editor.outline(part), "si").map(({ start, end }) => text.slice(start, end));
  };
  return (tag, inner) => {
    const type = /\st\s*=\s*["']([^"']*)["']/.exec(tag)?.[1];
    if (type === "inlineStr") return /<(?:[\w.-]+:)?is[\s>][^]*<\/(?:[\w.-]+:)?is\s*>/.exec(inner)?.[0] ?? null;
    if (type !== "s") return null;
    const index = /<(?:[\w.-]+:)?v[^<>]*>\s*(\d{1,9})\s*</.exec(inner)?.[1];
    shared ??= items();
    return index === undefined ? null : (shared[Number(index)] ?? null);
  };
}

/**
 * The content of an item with pieces replaced: a replacement goes into the first run it touches, and what it covers of the
 * runs behind goes. Phonetic guides go, too, for they name places of the old text. Null for a text without runs.
 * @param prefix of the sheet's elements, "x:" or ""
 */
export function changeRuns(
  item: string,
  changes: readonly TextChange[],
  prefix: string,
  part: string,
  depth: number,
): string | null {
  const bare = item.replace(/<(\/?)[\w.-]+:(?=[\w.-]+[\s/>])/g, "<$1");
  const { runs, gone } = readRuns(bare, part, depth);
  if (runs === null) return null;
  const splices: Splice[] = gone.map(({ from, to }) => ({ at: from, remove: to - from, insert: "" }));
  for (const run of runs) {
    const text = changeRun(run, runs, changes);
    if (text === run.text) continue;
    splices.push({ at: run.from, remove: run.to - run.from, insert: escapeCellText(text) });
    if (!run.preserved && text.trim() !== text)
      splices.push({ at: run.from - 1, remove: 0, insert: ' xml:space="preserve"' });
  }
  const inner = applySplices(bare, splices)
    .replace(/^<[^<>]*>/, "")
    .replace(/<\/[^<>]*>$/, "");
  return prefix === "" ? inner : inner.replace(/<(\/?)(?=[\w.-])/g, `<$1${prefix}`);
}

function changeRun(run: Run, runs: readonly Run[], changes: readonly TextChange[]): string {
  const end = run.start + run.text.length;
  let text = "";
  let at = run.start;
  for (const change of changes) {
    const holds = runs.find((one) => one.start + one.text.length > change.start) ?? runs[runs.length - 1];
    if (holds === run) {
      text += run.text.slice(at - run.start, Math.max(at, change.start) - run.start) + change.value;
      at = Math.max(at, Math.min(end, change.end));
    } else if (change.start < end && change.end > run.start) {
      text += run.text.slice(at - run.start, Math.max(at, change.start) - run.start);
      at = Math.max(at, Math.min(end, change.end));
    }
  }
  return text + run.text.slice(at - run.start);
}

function readRuns(
  item: string,
  part: string,
  depth: number,
): { readonly runs: readonly Run[] | null; readonly gone: readonly { readonly from: number; readonly to: number }[] } {
  const scanner = new XmlScanner(item, part, depth);
  const runs: Run[] = [];
  const gone: { from: number; to: number }[] = [];
  let rich = false;
  let length = 0;
  while (scanner.next()) {
    if (scanner.kind !== "open") continue;
    if (scanner.local === "rPh" || scanner.local === "phoneticPr") {
      const from = scanner.start;
      scanner.skip();
      gone.push({ from, to: scanner.end });
    } else if (scanner.local === "rPr") scanner.skip();
    else if (scanner.local === "r") rich = true;
    else if (scanner.local === "t" && !scanner.selfClosing) {
      const from = scanner.end;
      const preserved = scanner.attribute("xml:space") === "preserve";
      const text = unescapeExcel(scanner.readText());
      runs.push({ start: length, text, from, to: scanner.start, preserved });
      length += text.length;
    }
  }
  return { runs: rich ? runs : null, gone };
}
