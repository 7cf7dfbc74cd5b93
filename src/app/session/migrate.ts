/** Documents of version 0.1 (one a concern, saved whole) read as entries. */
import { parseEntries, readEntries, STATE_VERSION, type Entry } from "./entries";

const FIRST_VERSION = 1;

/** Stands for a document that only a later program can read: nothing is written over it. */
const LATER = "\u0000later";

/**
 * The entries of a document of any version.
 * @param json as it was kept; null where there is none
 * @example readStored("ignores", '{"version":1,"data":[{"id":"a","reason":"…","at":"…"}]}')[0]?.key // "a"
 */
export function readStored(concern: string, json: string | null): readonly Entry[] {
  if (json === null) return [];
  const document = parseEntries(json);
  if (typeof document !== "object" || document === null) return [];
  const { version, data } = document as { version?: unknown; data?: unknown };
  if (typeof version !== "number") return [];
  if (version > STATE_VERSION) {
    const later: Entry = { concern, key: LATER, value: true, version: 1, at: "", schema: version };
    return [later, ...(readEntries(json) ?? [])];
  }
  return version === FIRST_VERSION
    ? valuesOf(concern, data).map(([key, value]) => entry(concern, key, value))
    : (readEntries(json) ?? []);
}

const entry = (concern: string, key: string, value: unknown): Entry => ({
  concern,
  key,
  value,
  version: 1,
  at: "",
  schema: STATE_VERSION,
});

type Pairs = readonly (readonly [string, unknown])[];

function valuesOf(concern: string, data: unknown): Pairs {
  switch (concern) {
    case "settings":
      return pairsOf(data).flatMap(([name, value]): Pairs =>
        name === "rules" || name === "variables"
          ? pairsOf(value).map(([key, one]) => [`${name}.${key}`, one] as const)
          : [[name, value]],
      );
    case "corrections":
      return listOf(data).flatMap((each): Pairs => {
        const [sheet, override] = Array.isArray(each) ? (each as unknown[]) : [];
        if (typeof sheet !== "string") return [];
        return pairsOf(override).flatMap(([what, value]): Pairs =>
          what === "columns"
            ? pairsOf(value).map(([key, col]) => [`${sheet}\ncolumn:${key}`, { col }] as const)
            : [[`${sheet}\n${what}`, value]],
        );
      });
    case "ignores":
    case "journal":
      return listOf(data).flatMap((each): Pairs => {
        const { id } = (each ?? {}) as { id?: unknown };
        return typeof id === "string" ? [[id, each]] : [];
      });
    case "known":
      return listOf(data).flatMap((each): Pairs => {
        const { key, sketch } = (each ?? {}) as { key?: unknown; sketch?: unknown };
        return typeof key === "string" ? [[key, { sketch }]] : [];
      });
    case "directory":
      return data === null ? [] : [["units", data]];
    default:
      return [];
  }
}

const pairsOf = (value: unknown): Pairs =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
