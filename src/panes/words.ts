/**
 * Words of the panes. Each pane keeps a table of its own: every entry has both languages, as text or as a typed function
 * of its parameters, so that a missing translation or placeholder is a compile error.
 */
import type { Lang } from "../rule";

/** One entry: the same shape in both languages. */
interface Entry<T> {
  readonly zh: T;
  readonly en: T;
}

export type PaneWordTable = Readonly<Record<string, Entry<unknown>>>;

/** The table in one language: `{ open: "打开", items: (n) => … }`. */
export type WordsOf<T extends PaneWordTable> = { readonly [K in keyof T]: T[K] extends Entry<infer V> ? V : never };

/** Makes an entry; both languages must have the same type. */
export function say<T>(zh: T, en: T): Entry<T> {
  return { zh, en };
}

/**
 * @example pickWords({ open: say("打开", "Open") }, "en").open // "Open"
 */
export function pickWords<T extends PaneWordTable>(table: T, lang: Lang): WordsOf<T> {
  return Object.fromEntries(Object.entries(table).map(([key, entry]) => [key, entry[lang]])) as WordsOf<T>;
}

/** A name at the beginning of a line or as a heading. @example asHeading("unit missing") // "Unit missing" */
export const asHeading = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
