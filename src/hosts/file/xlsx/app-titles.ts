import { HostError } from "../../port";
import { childOf, childrenOf, setAttribute, type Element } from "./outline";
import { relationshipKind } from "./namespaces";
import type { PackageEditor } from "./package-editor";
import type { Splice } from "./splice";
import { cellText } from "./xml-text";

/**
 * Takes a removed sheet's name out of the document properties, where a program that saved the workbook listed it
 * (ECMA-376 part 1, 22.2.2.31 TitlesOfParts, and the counts in 22.2.2.8 HeadingPairs).
 */
export function removeTitle(editor: PackageEditor, name: string): void {
  const part = editor
    .relationships("")
    .find((r) => r.target !== null && relationshipKind(r.type) === "extended-properties")?.target;
  if (!part || !editor.has(part) || !isReadable(editor, part)) return;
  const root = editor.outline(part);
  const text = editor.text(part);
  const titles = childOf(root, "TitlesOfParts")?.children[0];
  const pairs = childOf(root, "HeadingPairs")?.children[0];
  if (!titles || !pairs) return;
  const list = childrenOf(titles, "lpstr");
  const index = list.findIndex((title) => cellText(text.slice(title.contentStart, title.contentEnd)) === name);
  const title = list[index];
  const count = title && countOver(pairs, text, index);
  if (!title || !count) return;
  const splices: Splice[] = [
    ...resize(text, titles),
    { at: title.start, remove: title.end - title.start, insert: "" },
    {
      at: count.contentStart,
      remove: count.contentEnd - count.contentStart,
      insert: String(numberOf(text, count) - 1),
    },
  ];
  editor.splice(part, splices);
}

/** Properties are nobody's ledger: a workbook whose properties are damaged is read all the same, and keeps them as they are. */
function isReadable(editor: PackageEditor, part: string): boolean {
  try {
    editor.outline(part);
    return true;
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}

/** The number in the heading pairs that counts the title at that index. */
function countOver(pairs: Element, text: string, index: number): Element | null {
  let before = 0;
  for (const variant of pairs.children) {
    const count = variant.children.find((child) => /^i[1248]$|^int$/.test(child.local));
    if (!count) continue;
    before += numberOf(text, count);
    if (index < before) return count;
  }
  return null;
}

function numberOf(text: string, element: Element): number {
  return Number(text.slice(element.contentStart, element.contentEnd).trim());
}

function resize(text: string, vector: Element): Splice[] {
  const size = vector.attributes.get("size");
  return size !== undefined && /^\d{1,9}$/.test(size)
    ? [setAttribute(text, vector, "size", String(Number(size) - 1))]
    : [];
}
