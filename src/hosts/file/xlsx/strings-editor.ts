import { childrenOf } from "./outline";
import type { PackageEditor } from "./package-editor";
import type { Splice } from "./splice";

/**
 * Blanks the shared strings that only this sheet uses, before it is removed: a program that saved the workbook turned
 * the sheet's texts into shared ones, and they would stay behind. Others keep their numbers.
 */
export function blankStrings(editor: PackageEditor, part: string): void {
  const { sharedStrings, sheets } = editor.workbook();
  const mine = usedStrings(editor.text(part));
  if (mine.size === 0 || sharedStrings === null) return;
  for (const sheet of sheets) {
    if (sheet.part === part || !editor.has(sheet.part)) continue;
    for (const index of usedStrings(editor.text(sheet.part))) mine.delete(index);
  }
  const root = editor.outline(sharedStrings);
  const splices: Splice[] = [];
  childrenOf(root, "si").forEach((item, index) => {
    if (!mine.has(index)) return;
    splices.push({
      at: item.start,
      remove: item.end - item.start,
      insert: `<${root.prefix}si><${root.prefix}t/></${root.prefix}si>`,
    });
  });
  editor.splice(sharedStrings, splices);
}

/** Numbers of the shared strings a sheet's cells refer to. */
function usedStrings(text: string): Set<number> {
  const used = new Set<number>();
  for (const match of text.matchAll(/\st=["']s["'][^<>]{0,200}>\s{0,20}<(?:[\w.-]{1,40}:)?v>\s{0,20}(\d{1,9})/g))
    used.add(Number(match[1]));
  return used;
}
