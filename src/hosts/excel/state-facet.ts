/**
 * Our state inside the workbook: one custom XML part a concern, in our namespace, holding JSON as text. Workbook settings
 * would not do: they are limited in size and copied by programs that drop what they don't know.
 */
import type { StateFacet } from "../port";
import { runExcel } from "./run";

export const STATE_NAMESPACE = "urn:taizhang:state:1";

export function createStateFacet(): StateFacet {
  return {
    load: (concern) =>
      runExcel(async (context) => {
        const found = (await readParts(context)).find((part) => part.concern === concern);
        return found?.json ?? null;
      }),
    save: (concern, json) =>
      runExcel(async (context) => {
        const [first, ...doubles] = (await readParts(context)).filter((part) => part.concern === concern);
        const xml = stateXml(concern, json);
        if (first) first.part.setXml(xml);
        else context.workbook.customXmlParts.add(xml);
        for (const double of doubles) double.part.delete();
        await context.sync();
      }),
    remove: () =>
      runExcel(async (context) => {
        for (const { part } of await readParts(context)) part.delete();
        await context.sync();
      }),
  };
}

interface StatePart {
  readonly part: Excel.CustomXmlPart;
  readonly concern: string | null;
  readonly json: string;
}

async function readParts(context: Excel.RequestContext): Promise<readonly StatePart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE);
  parts.load("items/id");
  await context.sync();
  const texts = parts.items.map((part) => ({ part, xml: part.getXml() }));
  if (texts.length > 0) await context.sync();
  return texts.map(({ part, xml }) => ({ part, ...parseState(xml.value) }));
}

/** @example stateXml("settings", "{}") // <state xmlns="urn:taizhang:state:1" concern="settings">{}</state> */
export function stateXml(concern: string, json: string): string {
  return `<state xmlns="${STATE_NAMESPACE}" concern="${escapeXml(concern)}">${escapeXml(json)}</state>`;
}

/** Reads what `stateXml` wrote, also after Excel has written it anew. Foreign content gives no concern. */
export function parseState(xml: string): { readonly concern: string | null; readonly json: string } {
  const open = xml.indexOf("<state");
  const end = xml.indexOf(">", open);
  const close = xml.lastIndexOf("</state");
  if (open < 0 || end < 0 || close < end) return { concern: null, json: "" };
  const concern = /\sconcern="([^"]*)"/.exec(xml.slice(open, end));
  const body = xml.slice(end + 1, close);
  const cdata = /^\s*<!\[CDATA\[/.test(body);
  const json = cdata ? body.slice(body.indexOf("[CDATA[") + 7, body.lastIndexOf("]]>")) : unescapeXml(body);
  return { concern: concern ? unescapeXml(concern[1] ?? "") : null, json };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\r", "&#13;"],
]);

/** JSON has no control characters but these; what XML cannot hold at all JSON can spell. */
function escapeXml(text: string): string {
  return text
    .replace(/[\uFFFE\uFFFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"\r]/g, (character) => ESCAPES.get(character) ?? character);
}

function unescapeXml(text: string): string {
  return text.replace(/&(#x?[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);/g, (whole, name: string) => {
    if (name === "amp") return "&";
    if (name === "lt") return "<";
    if (name === "gt") return ">";
    if (name === "quot") return '"';
    if (name === "apos") return "'";
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
