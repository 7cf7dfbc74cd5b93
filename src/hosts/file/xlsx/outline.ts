/**
 * The elements of a part with their places in its text: what a patcher needs to cut and to insert. Not a document
 * model: nothing can be changed in it.
 */
import { isRelationshipNamespace } from "./namespaces";
import type { Splice } from "./splice";
import { attributeText, XmlScanner } from "./xml-scanner";

export interface Element {
  readonly local: string;
  /** Prefix with its colon, or "". */
  readonly prefix: string;
  readonly namespace: string;
  /** The open tag is [start, contentStart), the content [contentStart, contentEnd), the whole element [start, end). */
  readonly start: number;
  readonly contentStart: number;
  contentEnd: number;
  end: number;
  readonly selfClosing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** The attribute `id` of the relationships' namespace. */
  readonly relationshipId: string | undefined;
  readonly children: Element[];
}

/**
 * Reads the elements of a part.
 * @param opaque local names whose content isn't wanted and is leapt over
 * @throws HostError damaged when the part isn't well-formed
 */
export function readOutline(
  text: string,
  part: string,
  maxDepth: number,
  opaque: ReadonlySet<string> = new Set(),
): Element {
  const scanner = new XmlScanner(text, part, maxDepth);
  let root: Element | null = null;
  const open: Element[] = [];
  while (scanner.next()) {
    if (scanner.kind === "close") {
      const element = open.pop();
      if (element) closeElement(element, scanner);
      continue;
    }
    if (scanner.kind !== "open") continue;
    const element = elementOf(scanner);
    const parent = open[open.length - 1];
    if (parent) parent.children.push(element);
    else if (root) throw scanner.damaged("two roots");
    else root = element;
    if (opaque.has(element.local) && open.length > 0) {
      scanner.leap();
      closeElement(element, scanner);
    } else open.push(element);
  }
  if (!root) throw scanner.damaged("empty");
  return root;
}

function elementOf(scanner: XmlScanner): Element {
  return {
    local: scanner.local,
    prefix: scanner.prefix === "" ? "" : `${scanner.prefix}:`,
    namespace: scanner.namespace,
    start: scanner.start,
    contentStart: scanner.end,
    contentEnd: scanner.end,
    end: scanner.end,
    selfClosing: scanner.selfClosing,
    attributes: new Map(scanner.attributes.map(({ name, raw }) => [name, attributeText(raw)])),
    relationshipId: scanner.attributeIn(isRelationshipNamespace, "id"),
    children: [],
  };
}

function closeElement(element: Element, scanner: XmlScanner): void {
  element.contentEnd = scanner.start;
  element.end = scanner.end;
}

/** First child of that name in the parent's own namespace. */
export function childOf(parent: Element, local: string): Element | undefined {
  return parent.children.find((child) => child.local === local && child.namespace === parent.namespace);
}

/** Children of that name in the parent's own namespace. */
export function childrenOf(parent: Element, local: string): Element[] {
  return parent.children.filter((child) => child.local === local && child.namespace === parent.namespace);
}

/** Every element below one. */
export function* descendants(element: Element): Generator<Element> {
  for (const child of element.children) {
    yield child;
    yield* descendants(child);
  }
}

/** Namespace of `AlternateContent` (ECMA-376 part 3): each reader takes the first branch it understands. */
const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/** An entry of a list that others refer to by its number. */
interface Entry {
  readonly element: Element;
  readonly index: number;
}

/**
 * The entries of a numbered list and how many there are, those in alternate content counted as every reader counts them.
 * @returns null where the branches differ in length, so that the numbers behind them hang on who reads
 */
export function entriesOf(
  list: Element,
  local: string,
): { readonly entries: readonly Entry[]; readonly count: number } | null {
  const entries: Entry[] = [];
  let count = 0;
  for (const child of list.children) {
    if (child.local === local && child.namespace === list.namespace) entries.push({ element: child, index: count++ });
    else if (child.namespace === COMPATIBILITY && child.local === "AlternateContent") {
      const lengths = new Set(child.children.map((branch) => entriesIn(branch, local, list.namespace)));
      if (lengths.size > 1) return null;
      count += [...lengths][0] ?? 0;
    }
  }
  return { entries, count };
}

function entriesIn(branch: Element, local: string, namespace: string): number {
  return branch.children.filter((child) => child.local === local && child.namespace === namespace).length;
}

/** Where an attribute stands in an open tag: the whole with the blanks before it, and its value. */
export function attributePlace(
  tag: string,
  name: string,
): { readonly from: number; readonly valueFrom: number; readonly to: number } | null {
  for (const match of tag.matchAll(/\s+([^\s=<>"'/]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
    if (match[1] !== name) continue;
    const to = match.index + match[0].length;
    const quote = match[0].charAt(match[0].length - 1);
    return { from: match.index, valueFrom: match.index + match[0].indexOf(quote) + 1, to };
  }
  return null;
}

/**
 * Sets one attribute, or takes it out (null). Only the attribute's own characters are changed: several attributes of one
 * element can be changed at a time.
 */
export function setAttribute(text: string, element: Element, name: string, value: string | null): Splice {
  const place = attributePlace(text.slice(element.start, element.contentStart), name);
  if (!place) {
    const at = element.start + 1 + element.prefix.length + element.local.length;
    return { at, remove: 0, insert: value === null ? "" : ` ${name}="${value}"` };
  }
  const { from, valueFrom, to } = place;
  if (value === null) return { at: element.start + from, remove: to - from, insert: "" };
  return { at: element.start + valueFrom, remove: to - 1 - valueFrom, insert: value };
}
