/**
 * The office's own words (settings.lexicon) as people write them: read with a sentence for everything that is wrong,
 * written as 词表.json, which is a settings file that holds nothing else.
 */
import {
  COLUMN_KEYS,
  columnKeyOf,
  NO_LEXICON,
  SAID,
  type ColumnKey,
  type KnownStatus,
  type OfficeLexicon,
} from "../ledger";
import type { PendingWords } from "../zh/pending";
import { readStatusText } from "../zh/status";
import { foldKey } from "../zh/text";
import type { SettingsProblem } from "./settings-problem";

/** Parts of a lexicon, each with what it holds and a right one. */
export const LEXICON_PARTS = {
  headers: {
    zh: "自己的表头和所指的字段",
    en: "headers of one's own, and the field each stands for",
    example: '{"堵点描述": "problem"}',
  },
  statuses: {
    zh: "自己的状态词和所指的状态",
    en: "expressions of one's own, and the status each means",
    example: '{"合格": "done"}',
  },
  units: {
    zh: "单位全称和它的简称",
    en: "names of units and their short names",
    example: '{"县卫生健康局": ["卫健局"]}',
  },
  pending: { zh: "表示没有完成的词", en: "phrases that mean the work is unfinished", example: '["走流程中"]' },
  harmless: { zh: "看似没有完成、其实无妨的词", en: "phrases that only look unfinished", example: '["争创文明单位"]' },
  misspellings: { zh: "错的写法和对的写法", en: "wrong forms and right ones", example: '{"签定": "签订"}' },
} as const satisfies Readonly<Record<keyof OfficeLexicon, { zh: string; en: string; example: string }>>;

export type LexiconPart = keyof typeof LEXICON_PARTS;
const PARTS = Object.keys(LEXICON_PARTS) as LexiconPart[];

export const TEACHABLE_STATUSES = Object.keys(SAID) as KnownStatus[];
/** Longest word of each part, and most words: lists of words, not texts. */
export const LONGEST_WORD = 40;
export const MOST_WORDS = 2000;

export interface Where {
  readonly zh: string;
  readonly en: string;
}
/** What is wrong with one word: its place within the lexicon, and why. */
type Tell = (place: string, zh: string, en: string, example: string) => null;

/**
 * Reads a lexicon; what is wrong goes to `problems`, and is left out.
 * @example readLexicon({ statuses: { 合格: "已完成" } }, where, problems).statuses // { 合格: "done" }
 */
export function readLexicon(value: unknown, where: Where, problems: SettingsProblem[]): OfficeLexicon {
  const tell: Tell = (place, zh, en, example) => {
    const option = place === "" ? "lexicon" : `lexicon.${place}`;
    problems.push({
      option,
      zh: `${where.zh}的 ${option} ${zh}；例如 "lexicon": ${example}。`,
      en: `${where.en}: ${option} ${en}; for example "lexicon": ${example}.`,
    });
    return null;
  };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    tell("", "应是一份词表", "must be a word list", `{"statuses": ${LEXICON_PARTS.statuses.example}}`);
    return NO_LEXICON;
  }
  const read: Record<string, unknown> = {};
  for (const [part, words] of Object.entries(value)) {
    if (!PARTS.some((each) => each === part)) {
      tell(
        "",
        `没有“${clip(part)}”这一组，可用的有 ${PARTS.join("、")}`,
        `has no part “${clip(part)}”, but ${PARTS.join(", ")}`,
        `{"statuses": ${LEXICON_PARTS.statuses.example}}`,
      );
    } else if (part === "pending" || part === "harmless") {
      read[part] = [...new Set(phrases(part, words, tell))];
    } else {
      read[part] = Object.fromEntries(pairs(part as Keyed, words, tell));
    }
  }
  return { ...NO_LEXICON, ...read };
}

type Keyed = Exclude<LexiconPart, "pending" | "harmless">;

function phrases(part: "pending" | "harmless", value: unknown, tell: Tell): readonly string[] {
  const example = `{"${part}": ${LEXICON_PARTS[part].example}}`;
  if (!Array.isArray(value) || value.length > MOST_WORDS) {
    tell(part, `应是词语的列表（${LEXICON_PARTS[part].zh}）`, "must be a list of phrases", example);
    return [];
  }
  return value.flatMap((word: unknown) => {
    const text = typeof word === "string" ? word.trim() : "";
    if (text.length >= 2 && text.length <= LONGEST_WORD) return [text];
    tell(
      part,
      `的每个词应有 2 至 ${LONGEST_WORD} 字，现在有 ${shown(word)}`,
      `takes phrases of 2 to ${LONGEST_WORD} characters, not ${shown(word)}`,
      example,
    );
    return [];
  });
}

function pairs(part: Keyed, value: unknown, tell: Tell): readonly (readonly [string, unknown])[] {
  const example = `{"${part}": ${LEXICON_PARTS[part].example}}`;
  if (typeof value !== "object" || value === null || Array.isArray(value) || Object.keys(value).length > MOST_WORDS) {
    tell(part, `应是一组词语（${LEXICON_PARTS[part].zh}）`, `must be an object (${LEXICON_PARTS[part].en})`, example);
    return [];
  }
  return Object.entries(value).flatMap(([word, meaning]) => {
    const key = word.trim();
    if (foldKey(key) === "" || key.length > LONGEST_WORD) {
      tell(
        part,
        `的每个词应有 1 至 ${LONGEST_WORD} 字，现在有 ${shown(word)}`,
        `takes words of 1 to ${LONGEST_WORD} characters, not ${shown(word)}`,
        example,
      );
      return [];
    }
    const read = MEANINGS[part](key, meaning, (zh, en) => tell(`${part}.${clip(key)}`, zh, en, example));
    return read === null ? [] : [[key, read] as const];
  });
}

type Wrong = (zh: string, en: string) => null;

/** What a word of each part may mean; null where it was told to be wrong. */
const MEANINGS: Readonly<Record<Keyed, (word: string, value: unknown, wrong: Wrong) => unknown>> = {
  headers: (_word, value, wrong): ColumnKey | null => {
    const key = typeof value === "string" ? columnKeyOf(value) : null;
    return (
      key ??
      wrong(
        `应是一个字段，现在是 ${shown(value)}；可用的有 ${COLUMN_KEYS.join("、")}`,
        `must be a field, not ${shown(value)}; known are ${COLUMN_KEYS.join(", ")}`,
      )
    );
  },
  statuses: (word, value, wrong): KnownStatus | null => {
    const status = TEACHABLE_STATUSES.find((each) => each === value || SAID[each] === value);
    if (status === undefined) {
      return wrong(
        `应是一种状态，现在是 ${shown(value)}；可用的有 ${TEACHABLE_STATUSES.join("、")}`,
        `must be a status, not ${shown(value)}; known are ${TEACHABLE_STATUSES.join(", ")}`,
      );
    }
    const ours = readStatusText(word, "problem");
    // Words are added to ours: 已完成 means what it means for everybody.
    if (ours !== null && ours !== "unknown" && ours !== status) {
      return wrong(
        `本来就读作“${SAID[ours]}”，不能改作“${SAID[status]}”`,
        `means “${ours}” already and cannot be made “${status}”`,
      );
    }
    return status;
  },
  units: (_word, value, wrong): readonly string[] | null => {
    const names = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    const texts = names.flatMap((name) =>
      typeof name === "string" && name.trim() !== "" && name.length <= LONGEST_WORD ? [name.trim()] : [],
    );
    return texts.length === names.length
      ? texts
      : wrong(`应是简称的列表，现在是 ${shown(value)}`, `must be a list of short names, not ${shown(value)}`);
  },
  misspellings: (word, value, wrong): string | null => {
    const right = typeof value === "string" ? value.trim() : "";
    if (word.length < 2) return wrong("至少要有两个字；一个字容易与别的词混淆", "must have at least two characters");
    return right !== "" && right.length <= LONGEST_WORD && right !== word
      ? right
      : wrong(`应是对的写法，现在是 ${shown(value)}`, `must be the right form, not ${shown(value)}`);
  },
};

/**
 * Both; where they speak of the same word the second holds.
 * @example mergeLexicons(ofTheFile, { ...NO_LEXICON, statuses: { 合格: "done" } })
 */
export function mergeLexicons(one: OfficeLexicon, other: OfficeLexicon): OfficeLexicon {
  if (isEmptyLexicon(other)) return one;
  return {
    headers: { ...one.headers, ...other.headers },
    statuses: { ...one.statuses, ...other.statuses },
    units: { ...one.units, ...other.units },
    pending: [...new Set([...one.pending, ...other.pending])],
    harmless: [...new Set([...one.harmless, ...other.harmless])],
    misspellings: { ...one.misspellings, ...other.misspellings },
  };
}

/** Phrases that judge texts about progress, in ledgers and notices: of the setting `words` and of the lexicon. */
export function judgingWords(words: PendingWords, lexicon: OfficeLexicon): PendingWords {
  return {
    harmless: [...words.harmless, ...lexicon.harmless],
    pending: [...words.pending, ...lexicon.pending],
  };
}

/** Whether a lexicon holds no word. */
export function isEmptyLexicon(lexicon: OfficeLexicon): boolean {
  return PARTS.every((part) => Object.keys(lexicon[part]).length === 0);
}

/** A lexicon as plain data, without its empty parts. */
export function lexiconToJson(lexicon: OfficeLexicon): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    PARTS.map((part) => [part, lexicon[part]] as const).filter(([, words]) => Object.keys(words).length > 0),
  );
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  return clip(json ?? String(value));
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A lexicon word by word, as it is kept: `statuses.合格` → "done", `pending.走流程中` → true. */
export function lexiconEntries(lexicon: OfficeLexicon): ReadonlyMap<string, unknown> {
  const entries = new Map<string, unknown>();
  for (const part of PARTS) {
    const words = lexicon[part];
    if (Array.isArray(words)) for (const word of words as readonly string[]) entries.set(`${part}.${word}`, true);
    else for (const [word, meaning] of Object.entries(words)) entries.set(`${part}.${word}`, meaning);
  }
  return entries;
}

/** The opposite, unchecked: what a store gives back goes through `readLexicon`. */
export function lexiconOfEntries(entries: Iterable<readonly [string, unknown]>): Readonly<Record<string, unknown>> {
  const parts = new Map<string, [string, unknown][]>();
  for (const [key, meaning] of entries) {
    const dot = key.indexOf(".");
    const part = key.slice(0, dot);
    parts.set(part, [...(parts.get(part) ?? []), [key.slice(dot + 1), meaning]]);
  }
  return Object.fromEntries(
    [...parts].map(([part, pairs]) => [
      part,
      part === "pending" || part === "harmless" ? pairs.map(([word]) => word) : Object.fromEntries(pairs),
    ]),
  );
}
