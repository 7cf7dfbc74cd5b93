import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { untilNow as words } from "../../zh/words/told-dates";

type Data = { readonly written: string };

/** What shows that 截止 stands before a time that is reached, not before one that ends something. */
const TIME_AFTER = reWith("u")`^${words.timeAfter[0]}?\s*${words.timeAfter[1]}`;

const FIND_TEXT = reWith("u")`${words.findText}$`;
const FIND_WORD = reWith("u")`^${words.findWord}`;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const hit of context.hitsOf("untilNow")) {
    const line = context.lines[hit.line];
    if (!line) continue;
    const after = line.plain.slice(hit.end, hit.end + 8);
    if (!TIME_AFTER.test(after)) continue;
    // 报名截止2025年6月30日 ends something.
    if (FIND_TEXT.test(line.plain.slice(Math.max(0, hit.start - 6), hit.start))) continue;
    const word = FIND_WORD.test(after) ? line.text.slice(hit.start, hit.end + 1) : hit.word;
    yield { place: placeOf(hit.line, hit.start, hit.start + word.length), data: { written: word }, fix: "截至" };
  }
}

export const untilNow = defineProofRule<Data>({
  alias: "until-now",
  code: "P701",
  severity: "warning",
  name: { zh: "“截止”应为“截至”", en: "截止 for 截至" },
  messages: {
    zh: ({ written }) => `后面带时间，“${written}”应为“截至”。`,
    en: ({ written }) => `Before a time that is reached, “${written}” should be 截至.`,
  },
  find,
  page: {
    what: "“截止”后面带时间词。“截止日期、截止时间、报名截止”不报。",
    why: "“截至”是到某个时候，后面必须带时间；“截止”是到期停止。",
    bad: "截止目前，已完成整改5个。",
    good: "截至目前，已完成整改5个；报名截止日期为6月30日。",
    todo: "改为“截至”。",
    en: "截至 is followed by a time reached; 截止 means that something ends.",
  },
  ground: "《现代汉语词典》第7版“截止”“截至”。",
});
