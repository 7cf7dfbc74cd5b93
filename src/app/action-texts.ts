/** What sentences of actions are made of. */
import type { Words } from "../ledger";

/** Counts and names for a sentence. */
export type ActionData = Readonly<Record<string, string | number | boolean>>;

export interface ActionTexts {
  readonly busy: Words;
  readonly done: (data: ActionData) => Words;
  /** A part was done, or less than was asked for: says what not, and why. */
  readonly partial: (data: ActionData) => Words;
  readonly failed: Words;
}

export const say = (zh: string, en: string): Words => ({ zh, en });
export const n = (data: ActionData, name: string): number => (typeof data[name] === "number" ? data[name] : 0);
export const s = (data: ActionData, name: string): string => (typeof data[name] === "string" ? data[name] : "");
export const join = (...parts: readonly (Words | null)[]): Words => ({
  zh: parts.flatMap((part) => (part === null ? [] : [part.zh])).join("，") + "。",
  en: `${parts.flatMap((part) => (part === null ? [] : [part.en])).join("; ")}.`,
});
export const cells = (count: number): string => (count === 1 ? "1 cell" : `${count} cells`);

/** Where nothing can be done by halves, the sentence of the whole. */
export const whole = (busy: Words, done: (data: ActionData) => Words, failed: Words): ActionTexts => ({
  busy,
  done,
  partial: done,
  failed,
});
