import { childrenOf } from "./outline";
import type { PackageEditor } from "./package-editor";
import type { Splice } from "./splice";

/**
 * Blanks the shared strings that only this sheet uses, before it is removed: a program that saved the workbook turned
 * the sheet's texts into shared ones, and they would stay behind. Others keep their numbers.
 */
export function blankStrings(editor: PackageEditor, part: string): void {
  blankUnused(editor, usedStrings(editor.text(part)), part);
}

/** Blanks those of these shared strings that no cell refers to any more, but for cells of a sheet that is to go. */
export function blankUnused(editor: PackageEditor, numbers: ReadonlySet<number>, except: string | null = null): void {
  const { sharedStrings, sheets } = editor.workbook();
  const mine = new Set(numbers);
  if (mine.size === 0 || sharedStrings === null) return;
  for (const sheet of sheets) {
    if (sheet.part === except || !editor.has(sheet.part)) continue;
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

/** Numbers of the shared strings that cells refer to. */
export function usedStrings(text: string): Set<number> {
  const used = new Set<number>();
  for (const match of text.matchAll(/\st=["']s["'][^<>]{0,200}>\s{0,20}<(?:[\w.-]{1,40}:)?v>\s{0,20}(\d{1,9})/g))
    used.add(Number(match[1]));
  return used;
}
