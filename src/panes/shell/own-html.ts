/**
 * HTML we wrote ourselves, as nodes with their styles. The pages' policy refuses styles written in markup; set from a
 * script they are allowed, so each is taken out of the markup first and set on its element.
 */
const TAG = /<[a-zA-Z][^<>]*>/g;
const HELD = "data-held-style";

interface OwnHtml {
  readonly title: string;
  readonly nodes: readonly Node[];
  /** Rules of its style sheets, in order. */
  readonly rules: readonly string[];
}

/**
 * Parses HTML for a document.
 * @param into the document the nodes are for
 */
export function parseOwnHtml(html: string, into: Document): OwnHtml {
  const sheets: string[] = [];
  const bare = html
    .replace(/<style[^<>]*>([^<]*)<\/style>/gi, (_whole, css: string) => {
      sheets.push(css);
      return "";
    })
    .replace(TAG, (tag) => tag.replace(/\sstyle="/i, ` ${HELD}="`));
  const parsed = new DOMParser().parseFromString(bare, "text/html");
  const nodes = Array.from(parsed.body.childNodes, (node) => into.importNode(node, true));
  for (const node of nodes) {
    if (!("querySelectorAll" in node)) continue;
    const element = node as HTMLElement;
    for (const each of [element, ...Array.from(element.querySelectorAll<HTMLElement>(`[${HELD}]`))]) {
      const style = each.getAttribute(HELD);
      if (style === null) continue;
      each.removeAttribute(HELD);
      each.style.cssText = style;
    }
  }
  return { title: parsed.title, nodes, rules: sheets.flatMap(splitRules) };
}

/**
 * Top-level rules of a style sheet of ours (no strings with braces, no comments with them).
 * @example splitRules("@page{margin:0}p{color:red}") // ["@page{margin:0}", "p{color:red}"]
 */
export function splitRules(css: string): readonly string[] {
  const rules: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < css.length; at += 1) {
    const character = css[at];
    if (character === "{") depth += 1;
    if (character !== "}") continue;
    depth -= 1;
    if (depth > 0) continue;
    rules.push(css.slice(from, at + 1).trim());
    from = at + 1;
  }
  return rules;
}

/** Adds rules to a document by script: an empty sheet, which the policy allows, and then its rules. */
export function addRules(document: Document, rules: readonly string[]): void {
  const element = document.createElement("style");
  document.head.append(element);
  for (const rule of rules) element.sheet?.insertRule(rule, element.sheet.cssRules.length);
}
