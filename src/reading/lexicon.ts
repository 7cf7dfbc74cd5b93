/** The words proofreading looks for, by topic; one pass over the text finds all of them. */
import { createLexicon, type Lexicon, type LexiconEntry as EntryOf } from "../zh/lexicon";
import { writeNumeral } from "../zh/numerals";
import type { Topic } from "./types";
import { WRONG_ADDRESSES } from "../zh/words/forms-of-address";
import { MISSPELLINGS } from "../zh/words/misspellings";
import { CONTACTS, LABEL_WORDS, TOPIC_WORDS } from "../zh/words/notice-lexicon";
import { WRONG_REGULATIONS } from "../zh/words/regulations";

type LexiconEntry = EntryOf<Topic>;

function entries(topic: Topic, value: string, list: string): readonly LexiconEntry[] {
  return list.split(" ").map((word) => ({ topic, word, value }));
}

const TOPICS: readonly LexiconEntry[] = (Object.keys(TOPIC_WORDS) as (keyof typeof TOPIC_WORDS)[]).flatMap((topic) =>
  TOPIC_WORDS[topic].flatMap(([value, list]) => entries(topic, value, list)),
);

/** Labels that head the parts of an item; with their colon, so that they are found inside a paragraph too. */
const LABELS: readonly LexiconEntry[] = LABEL_WORDS.flatMap(([value, list]) =>
  list
    .split(" ")
    .flatMap((word) => [`${word}：`, `${word}:`].map((text) => ({ topic: "label" as const, word: text, value }))),
);

/** Ordinals that string measures together: 一是, 二是 … 二十是. */
const ORDINALS: readonly LexiconEntry[] = Array.from({ length: 20 }, (_, i) => ({
  topic: "ordinal" as const,
  word: `${writeNumeral(i + 1)}是`,
  value: String(i + 1),
}));

/** All words, built once. */
export const LEXICON: Lexicon<Topic> = createLexicon([
  ...TOPICS,
  ...CONTACTS.map((word) => ({ topic: "personNoun" as const, word, value: "contact" })),
  { topic: "masked", word: "某", value: "person" },
  ...ORDINALS,
  ...LABELS,
  ...MISSPELLINGS.map(({ wrong, right, notBefore, notAfter }) => ({
    topic: "misspelling" as const,
    word: wrong,
    value: right,
    notBefore,
    notAfter,
  })),
  ...WRONG_REGULATIONS.map(({ wrong, right }) => ({ topic: "regulation" as const, word: wrong, value: right })),
  ...WRONG_ADDRESSES.map(({ word }) => ({ topic: "address" as const, word, value: "" })),
]);
