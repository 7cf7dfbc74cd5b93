/** Marks of places in a Word template, typed in full width: as good as half-width ones, as everywhere in the template language. */
import type { XmlNode } from "easy-template-x";

const HALF: Readonly<Record<string, string>> = { "｛": "{", "｝": "}" };
/** What begins and ends a list, behind its brace only: elsewhere it is prose. */
const LIST: Readonly<Record<string, string>> = { "＃": "#", "／": "/" };

/**
 * Sets the marks of a part's texts, in place. A mark and what stands behind it may lie in different runs.
 * @param root of the part as the library has read it
 */
export function setHalfWidth(root: XmlNode): void {
  let behindBrace = false;
  const setText = (text: string): string => {
    let set = "";
    for (const char of text) {
      const half = HALF[char] ?? (behindBrace ? LIST[char] : undefined) ?? char;
      if (half.trim() !== "") behindBrace = half === "{";
      set += half;
    }
    return set;
  };
  const walk = (node: XmlNode): void => {
    if (node.nodeType === "Text") node.textContent = setText(node.textContent);
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(root);
}
