import { MISSPELLINGS } from "../../zh/words/misspellings";
import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { wordHits, type WordData } from "../generic/word-hits";

const MISSPELLING_GROUNDS = new Map<string, string>(MISSPELLINGS.map((entry) => [entry.wrong, entry.ground]));

function* find(context: ProofContext): Generator<ProofHit<WordData>> {
  yield* wordHits(context, "misspelling", (word) => MISSPELLING_GROUNDS.get(word) ?? "");
  for (const [written, right] of Object.entries(context.lexicon.misspellings))
    yield* ofTheOffice(context, written, right);
}

/** A misspelling of the office's own list, wherever it stands and is not part of its right form. */
function* ofTheOffice(context: ProofContext, written: string, right: string): Generator<ProofHit<WordData>> {
  for (const { index, text } of context.lines) {
    for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
      const inside = right.indexOf(written);
      if (inside >= 0 && text.startsWith(right, at - inside)) continue;
      yield { place: placeOf(index, at, at + written.length), data: { written, right, ground: "" }, fix: right };
    }
  }
}

export const misspelling = defineProofRule<WordData>({
  alias: "misspelling",
  code: "P707",
  severity: "warning",
  name: { zh: "常见错别字", en: "common misspelling" },
  messages: {
    zh: ({ written, right }) => `“${written}”疑为“${right}”。`,
    en: ({ written, right }) => `“${written}” is probably “${right}”.`,
  },
  find,
  page: {
    what: "一份小词表，只收本身不成词、且前后文可排除歧义的写法，加上本单位词表里的错别字。",
    why: "错别字出现在公开稿里，影响公信力。",
    bad: "与成员单位签定协议。",
    good: "与成员单位签订协议。",
    todo: "核对后改正。",
    en: "A small list of misspellings that are no words of their own.",
  },
  ground: "《现代汉语词典》第7版；第一批异形词整理表（GF 1001—2001）。",
  options: ["lexicon"],
});
