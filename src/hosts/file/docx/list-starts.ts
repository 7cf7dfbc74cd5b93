import { HostError } from "../../port";
import { relationshipKind } from "../xlsx/namespaces";
import type { XlsxPackage } from "../xlsx/package";
import { XmlScanner } from "../xlsx/xml-scanner";
import { isWord } from "./read-lines";

/**
 * Where the numbered lists of a document begin, by numId: lists whose first level counts in figures (17.9). 序号 columns
 * are often such lists, and their numbers stand nowhere in the text.
 */
export function readListStarts(pack: XlsxPackage, part: string): ReadonlyMap<string, number> {
  const numbering = pack
    .relationships(part)
    .find(({ type, target }) => target !== null && relationshipKind(type) === "numbering" && pack.has(target))?.target;
  const starts = new Map<string, number>();
  if (!numbering) return starts;
  const scanner = new XmlScanner(pack.text(numbering), numbering, pack.limits.depth);
  const abstracts = new Map<string, number>();
  let abstract = "";
  let list = "";
  let level = "";
  let start = 1;
  while (scanner.next()) {
    if (scanner.kind !== "open" || !isWord(scanner.namespace)) continue;
    const value = (name: string): string => scanner.attributeIn(isWord, name) ?? scanner.attribute(name) ?? "";
    if (abstracts.size > 10_000 || starts.size > 10_000) throw new HostError("tooLarge", "lists");
    switch (scanner.local) {
      case "abstractNum":
        abstract = value("abstractNumId");
        list = "";
        break;
      case "lvl":
        level = value("ilvl");
        start = 1;
        break;
      case "start":
        start = Number(value("val")) || 0;
        break;
      case "numFmt":
        if (list === "" && level === "0" && /^decimal/.test(value("val"))) abstracts.set(abstract, start);
        break;
      case "num":
        list = value("numId");
        level = "";
        break;
      case "abstractNumId":
        if (list !== "" && abstracts.has(value("val"))) starts.set(list, abstracts.get(value("val"))!);
        break;
      case "startOverride":
        if (list !== "" && starts.has(list)) starts.set(list, Number(value("val")) || 0);
    }
  }
  return starts;
}
