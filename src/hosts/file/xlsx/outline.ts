/**
 * The elements of a part with their places in its text: what a patcher needs to cut and to insert. Not a document
 * model: nothing can be changed in it.
 */
import { isRelationshipNamespace } from "./namespaces";
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
