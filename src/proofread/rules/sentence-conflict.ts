import { sentenceAt, firstFrom, linesWith, startingIn, placeOf, type Line } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { statusConflict as words } from "../../zh/words/told-status";

type SentenceData = { readonly open: string; readonly done: string };

const IN_LINE_TEXT = reWith("u")`^${words.inLineText}`;

const OTHERS = reWith("u")`${words.othersText}`;

const IN_LINE_TEXT_2 = reWith("u")`^${words.inLineText2}`;

function* inLine(line: Line): Generator<ProofHit<SentenceData>> {
  const opens = line.hits.filter((hit) => hit.topic === "openWord");
  let last = -1;
  for (const done of line.hits) {
    if (done.topic !== "doneWord") continue;
    const sentence = sentenceAt(line, done.start);
    if (!sentence || sentence.start === last) continue;
    if (/[未待将确保直至尽快力争争取]\s*$/u.test(line.plain.slice(Math.max(0, done.start - 6), done.start))) continue;
    const first = opens[firstFrom(opens, sentence.start)];
    const open = first && first.end <= done.start ? first : undefined;
    if (!open) continue;
    const between = line.plain.slice(open.end, done.start);
    // Counts of both (正在整改3个，已完成整改5个) and two matters side by side contradict nothing.
    if (/[；;]/u.test(between) || OTHERS.test(between) || nearNumber(line, open.end) || nearNumber(line, done.end))
      continue;
    if (IN_LINE_TEXT.test(line.plain.slice(done.end)) || IN_LINE_TEXT_2.test(line.plain.slice(open.end))) continue;
    last = sentence.start;
    yield { place: placeOf(line.index, open.start, done.end), data: { open: open.word, done: done.word } };
  }
}

function nearNumber(line: Line, at: number): boolean {
  return startingIn(line.tokens, at, at + 7).some((token) => token.type === "number");
}

export const sentenceConflict = defineProofRule<SentenceData>({
  alias: "sentence-conflict",
  code: "P203",
  severity: "warning",
  name: { zh: "同一句前后矛盾", en: "a sentence that contradicts itself" },
  messages: {
    zh: ({ open, done }) => `同一句先说“${open}”，后说“${done}”，请核对。`,
    en: ({ open, done }) => `One sentence says “${open}” and then “${done}”.`,
  },
  find: function* (context: ProofContext) {
    for (const line of linesWith(context, "openWord")) yield* inLine(line);
  },
  page: {
    what: "同一句里先写正在整改、继续整改，后写整改已完成；中间有分号、或是数量统计的不报。",
    why: "一句话里两种状态，读者不知道以哪个为准。",
    bad: "两家企业正在整改，要求其继续整改，目前整改已完成。",
    good: "两家企业经停业整改，目前整改已完成。",
    todo: "核实后保留一种说法。",
    en: "One sentence calls a matter both ongoing and done.",
  },
  ground: "前后表述一致。",
});
