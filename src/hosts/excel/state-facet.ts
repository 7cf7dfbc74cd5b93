/**
 * Our state inside the workbook: one custom XML part a concern, in our namespace, holding JSON as text. Workbook settings
 * would not do: they are limited in size and copied by programs that drop what they don't know.
 */
import { STATE_NAMESPACE } from "../ours";
import type { StateFacet } from "../port";
import { readExcel, runExcel } from "./run";

/** Documents asked for one after the other are read together; in milliseconds. */
const SAME_READING = 1_000;

/** @param now milliseconds, monotone */
export function createStateFacet(now: () => number): StateFacet {
  interface Reading {
    readonly at: number;
    readonly documents: Promise<ReadonlyMap<string, string>>;
  }
  let recent: Reading | null = null;
  const documents = (): Promise<ReadonlyMap<string, string>> => {
    const time = now();
    if (recent && time - recent.at < SAME_READING) return recent.documents;
    const reading = readExcel(
      async (context) => new Map((await readParts(context)).map((part) => [part.concern, part.json])),
    );
    const mine = { at: time, documents: reading };
    recent = mine;
    // A failure is told to who waits for it now, and to nobody later.
    reading.catch(() => {
      if (recent === mine) recent = null;
    });
    return reading;
  };
  const change = async (work: (context: Excel.RequestContext) => Promise<void>): Promise<void> => {
    recent = null;
    try {
      await runExcel(work);
    } finally {
      recent = null;
    }
  };
  return {
    load: async (concern) => (await documents()).get(concern) ?? null,
    save: (concern, json) =>
      change(async (context) => {
        const [first, ...doubles] = (await readParts(context)).filter((part) => part.concern === concern);
        const xml = stateXml(concern, json);
        if (first) first.part.setXml(xml);
        else context.workbook.customXmlParts.add(xml);
        for (const double of doubles) double.part.delete();
        await context.sync();
      }),
    remove: () =>
      change(async (context) => {
        for (const { part } of await readParts(context)) part.delete();
        await context.sync();
      }),
  };
}

interface StatePart {
  readonly part: Excel.CustomXmlPart;
  /** Empty for a part that isn't in our form. */
  readonly concern: string;
  readonly json: string;
}

async function readParts(context: Excel.RequestContext): Promise<readonly StatePart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE);
  parts.load("items/id");
  await context.sync();
  const texts = parts.items.map((part) => ({ part, xml: part.getXml() }));
  if (texts.length > 0) await context.sync();
  return texts.map(({ part, xml }) => {
    const { concern, json } = parseState(xml.value);
    return { part, concern: concern ?? "", json };
  });
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
