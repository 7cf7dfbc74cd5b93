import { MISSPELLINGS } from "../../zh/words/misspellings";
import { defineProofRule } from "../rule";
import { wordHits, type WordData } from "../generic/word-hits";

const MISSPELLING_GROUNDS = new Map<string, string>(MISSPELLINGS.map((entry) => [entry.wrong, entry.ground]));

export const misspelling = defineProofRule<WordData>({
  alias: "misspelling",
  code: "P707",
  severity: "warning",
  name: { zh: "常见错别字", en: "common misspelling" },
  messages: {
    zh: ({ written, right }) => `“${written}”疑为“${right}”。`,
    en: ({ written, right }) => `"${written}" is probably "${right}".`,
  },
  find: (context) => wordHits(context, "misspelling", (word) => MISSPELLING_GROUNDS.get(word) ?? ""),
  page: {
    what: "一份小词表，只收本身不成词、且前后文可排除歧义的写法（见 data/misspellings.ts）。",
    why: "错别字出现在公开稿里，影响公信力。",
    bad: "与成员单位签定协议。",
    good: "与成员单位签订协议。",
    todo: "核对后改正。",
    en: "A small list of misspellings that are no words of their own.",
  },
  ground: "《现代汉语词典》第7版；第一批异形词整理表（GF 1001—2001）。",
});
