/** Workbooks and documents damaged at random, the same for the same seed. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

export type Random = () => number;

/** Mulberry32: small, seeded, good enough to spread mutations. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** A file with one to three mutations: of its bytes, or of the text of its parts. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes[0] !== 0x50 || random() < 0.15) return mutateBytes(bytes, random);
  let parts: Record<string, Uint8Array> = { ...unzipSync(bytes) };
  for (let n = 1 + Math.floor(random() * 3); n > 0; n--) parts = mutateParts(parts, random);
  return zipSync(parts, { level: 1 });
}

function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const out = bytes.slice(0, random() < 0.2 ? Math.floor(bytes.length * random()) : bytes.length);
  for (let n = 1 + Math.floor(random() * 8); n > 0 && out.length > 0; n--) {
    out[Math.floor(out.length * random())]! ^= 1 << Math.floor(random() * 8);
  }
  return out;
}

function mutateParts(parts: Record<string, Uint8Array>, random: Random): Record<string, Uint8Array> {
  const names = Object.keys(parts);
  const name = pick(random, names);
  if (random() < 0.08) return Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name));
  if (random() < 0.05) return { ...parts, [name]: parts[pick(random, names)]! };
  return { ...parts, [name]: strToU8(mutateText(strFromU8(parts[name]!), random)) };
}

const NUMBERS = ["0", "-1", "1", "7", "65536", "1048577", "4294967296", "1e9", "1.5", "", "NaN"];
const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";

function mutateText(text: string, random: Random): string {
  const tags = [...text.matchAll(/<[^<>]*>/g)];
  if (tags.length === 0) return text;
  const tag = pick(random, tags);
  const end = tag.index + tag[0].length;
  const with_ = (insert: string, from = tag.index, to = end): string => text.slice(0, from) + insert + text.slice(to);
  const [whole] = wholeElement(text, tag.index);
  switch (Math.floor(random() * 9)) {
    case 0:
      return with_("");
    case 1:
      return with_(whole + whole, tag.index, tag.index + whole.length);
    case 2:
      return with_("", tag.index, tag.index + whole.length);
    case 3:
      return with_(tag[0].replace(/"[^"]*"/, () => `"${pick(random, NUMBERS)}"`));
    case 4:
      return with_(tag[0].replace(/\s[\w:]+="[^"]*"/, ""));
    case 5:
      return with_(
        `<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="x">${whole}</mc:Choice><mc:Fallback>${random() < 0.5 ? whole : ""}</mc:Fallback></mc:AlternateContent>`,
        tag.index,
        tag.index + whole.length,
      );
    case 6: {
      const numbers = [...text.matchAll(/\d+/g)];
      if (numbers.length === 0) return text;
      const number = pick(random, numbers);
      return with_(pick(random, NUMBERS), number.index, number.index + number[0].length);
    }
    case 7: {
      const other = pick(random, tags);
      return with_(other[0]);
    }
    default:
      return text.slice(0, Math.floor(text.length * random()));
  }
}

/** The element that begins at a place, as far as its end tag can be found. */
function wholeElement(text: string, at: number): [string] {
  const open = /^<([\w:.-]+)[^<>]*?(\/?)>/.exec(text.slice(at, at + 4000));
  if (!open || open[2] === "/") return [open?.[0] ?? ""];
  const close = text.indexOf(`</${open[1]}>`, at);
  return [close < 0 ? open[0] : text.slice(at, close + open[1]!.length + 3)];
}
