/** Our state inside the workbook: one custom XML part a concern. */
import { relationshipKind } from "./namespaces";
import { isStateNamespace, STATE_NAMESPACE } from "../../ours";
import type { PackageEditor } from "./package-editor";
import { relationshipTypes } from "./relationship-types";
import { XmlScanner } from "./xml-scanner";
import { escapeXml } from "./xml-text";

const PROPS_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

interface StatePart {
  readonly part: string;
  readonly namespace: string;
  readonly concern: string;
  readonly json: string;
}

/** All parts of ours, of every version. */
function stateParts(editor: PackageEditor): StatePart[] {
  const parts: StatePart[] = [];
  // LibreOffice hangs custom XML on the package instead of the workbook.
  const relationships = [...editor.relationships(editor.workbook().part), ...editor.relationships("")];
  for (const { target, type } of relationships) {
    if (target === null || relationshipKind(type) !== "customXml" || !editor.has(target)) continue;
    const text = editor.text(target);
    if (!text.includes("urn:taizhang:")) continue;
    const scanner = new XmlScanner(text, target, editor.pack.limits.depth);
    while (scanner.next() && scanner.kind !== "open");
    if (scanner.kind !== "open" || !isStateNamespace(scanner.namespace)) continue;
    const { namespace } = scanner;
    const concern = scanner.attribute("concern") ?? "";
    parts.push({ part: target, namespace, concern, json: scanner.readText() });
  }
  return parts;
}

/** The state of a concern as it was saved; null when there is none of this version. */
export function loadState(editor: PackageEditor, concern: string): string | null {
  return stateParts(editor).find((s) => s.namespace === STATE_NAMESPACE && s.concern === concern)?.json ?? null;
}

/** Saves the state of a concern, `<state xmlns="urn:taizhang:state:1" concern="…">JSON</state>`. */
export function saveState(editor: PackageEditor, concern: string, json: string): void {
  // JSON has no raw control characters; what else XML can't hold, JSON can spell.
  const spelled = json.replace(/[\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  const text = `<state xmlns="${STATE_NAMESPACE}" concern="${escapeXml(concern)}">${escapeXml(spelled)}</state>`;
  const existing = stateParts(editor).find((s) => s.namespace === STATE_NAMESPACE && s.concern === concern);
  if (existing) {
    const old = editor.text(existing.part);
    const at = old.indexOf("<", old.indexOf("?>") + 2);
    editor.setText(existing.part, old.slice(0, at) + text);
    return;
  }
  const types = relationshipTypes(editor);
  const part = editor.freeName("customXml/item*.xml");
  const props = editor.freeName("customXml/itemProps*.xml");
  editor.add(part, text, "application/xml");
  editor.add(
    props,
    `<ds:datastoreItem ds:itemID="${itemId(concern)}" xmlns:ds="${PROPS_NAMESPACE}"><ds:schemaRefs><ds:schemaRef ds:uri="${STATE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    PROPS_TYPE,
  );
  editor.relate(part, types.customXmlProps, props);
  editor.relate(editor.workbook().part, types.customXml, part);
}

/** Removes parts of ours, all or of one concern. Returns the concerns. */
export function removeState(editor: PackageEditor, concern?: string): string[] {
  const ours = stateParts(editor).filter((s) => concern === undefined || s.concern === concern);
  const workbook = editor.workbook();
  for (const { part } of ours) {
    for (const { target } of editor.relationships(part))
      if (target !== null && editor.has(target)) editor.remove(target);
    editor.remove(part);
    editor.unrelate(workbook.part, part);
    editor.unrelate("", part);
  }
  return ours.map((s) => s.concern);
}

/** An id in the form of a GUID that is the same for the same concern: a copy says nothing about when it was made. */
function itemId(concern: string): string {
  let hex = "";
  for (let seed = 0; hex.length < 32; seed++) {
    let hash = 0x811c9dc5 ^ seed;
    for (const c of `${STATE_NAMESPACE}:${concern}`) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 0x01000193);
    hex += (hash >>> 0).toString(16).padStart(8, "0");
  }
  const h = hex.toUpperCase();
  return `{${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}}`;
}
