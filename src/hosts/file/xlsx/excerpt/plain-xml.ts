/** Elements of a part written anew: names without prefixes, attributes and children of the format itself, nothing else. */
import type { Element } from "../outline";
import { escapeCellText } from "../xml-text";

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/**
 * An element with attributes; those without a value are left out.
 * @example tag("row", { r: 1, ht: undefined }, "") // '<row r="1"/>'
 */
export function tag(local: string, attributes: Attributes, content = ""): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeCellText(String(value))}"`)
    .join("");
  return content === "" ? `<${local}${list}/>` : `<${local}${list}>${content}</${local}>`;
}

/** Attributes of an element without those of other namespaces. */
export function ownAttributes({ attributes }: Element): Readonly<Record<string, string>> {
  return Object.fromEntries([...attributes].filter(([name]) => !name.includes(":") && name !== "xmlns"));
}

/** Children in the element's own namespace; of alternate content what every reader understands. */
export function ownChildren(element: Element, namespace: string = element.namespace): readonly Element[] {
  return element.children.flatMap((child) => {
    if (child.namespace === namespace) return child.local === "extLst" ? [] : [child];
    if (child.local !== "AlternateContent") return [];
    const branch = child.children.find(({ local }) => local === "Fallback") ?? child.children[0];
    return branch ? ownChildren(branch, namespace) : [];
  });
}

/** An element and what is in it, text left out. */
export function plainXml(element: Element, over: Attributes = {}): string {
  const content = ownChildren(element)
    .map((child) => plainXml(child))
    .join("");
  return tag(element.local, { ...ownAttributes(element), ...over }, content);
}
