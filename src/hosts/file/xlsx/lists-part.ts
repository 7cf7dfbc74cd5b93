/**
 * Drop-downs of ours (the task pane puts them into an open workbook): data validations whose words stand on a sheet of ours.
 * Excel keeps what leads to another sheet among the extensions (x14); other programs write it into the list itself.
 */
import { isListOf, LISTS_MARK } from "../../ours";
import { removeFrom } from "./container";
import { childOf, childrenOf, descendants, type Element } from "./outline";
import type { PackageEditor } from "./package-editor";
import { removeReports } from "./report-part";
import type { Splice } from "./splice";
import { cellText } from "./xml-text";

/** Takes the drop-downs and the sheets with their words out; returns what it was. */
export function removeLists(editor: PackageEditor): string[] {
  const { sheets } = editor.workbook();
  const own = sheets.filter(({ ours }) => ours).map(({ name }) => name);
  if (own.length === 0) return [];
  const removed: string[] = [];
  for (const { name, part, kind, ours } of sheets) {
    if (ours || kind !== "worksheet" || !editor.has(part) || !editor.text(part).includes("dataValidation")) continue;
    const text = editor.text(part);
    const splices = cutRules(text, editor.outline(part), (rule) => own.some((sheet) => isFromSheet(text, rule, sheet)));
    if (splices.length === 0) continue;
    editor.splice(part, splices);
    removed.push(`lists:${name}`);
  }
  return [...removed, ...removeReports(editor, undefined, LISTS_MARK).map((name) => `sheet:${name}`)];
}

/** Whether a validation takes its words from a sheet. */
export function isFromSheet(text: string, rule: Element, sheet: string): boolean {
  if (rule.local !== "dataValidation") return false;
  const source = childOf(rule, "formula1");
  if (!source) return false;
  const said = [source, ...descendants(source)].find(({ children }) => children.length === 0);
  return said !== undefined && isListOf(cellText(text.slice(said.contentStart, said.contentEnd)), sheet);
}

function cutRules(text: string, root: Element, isOurs: (rule: Element) => boolean): readonly Splice[] {
  const cut = (list: Element) => removeFrom(text, list, list.children.filter(isOurs));
  const splices = childrenOf(root, "dataValidations").flatMap((list) => cut(list).splices);
  const extensions = childOf(root, "extLst");
  if (!extensions) return splices;
  const emptied: Element[] = [];
  for (const extension of extensions.children) {
    for (const list of extension.children.filter(({ local }) => local === "dataValidations")) {
      const { splices: within, gone } = cut(list);
      if (gone && extension.children.length === 1) emptied.push(extension);
      else splices.push(...within);
    }
  }
  return [...splices, ...removeFrom(text, extensions, emptied).splices];
}
