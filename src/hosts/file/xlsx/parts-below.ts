import type { PackageEditor } from "./package-editor";

/** Parts that a part leads to, and what those lead to (a drawing with its charts), in lower case. */
export function partsBelow(editor: PackageEditor, part: string, found = new Set<string>()): ReadonlySet<string> {
  for (const { target } of editor.relationships(part)) {
    const name = target?.toLowerCase() ?? null;
    if (name === null || !editor.has(name) || found.has(name)) continue;
    found.add(name);
    partsBelow(editor, name, found);
  }
  return found;
}
