import { placeOf, type Place } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { itemStatus as words } from "../../zh/words/told-status";

type WordingData = {
  readonly words: string;
  readonly other: string;
  readonly count: number;
  readonly otherCount: number;
};

const WORDING_OF_TEXT = reWith("u")`^${words.wordingOfText[0]}?${words.wordingOfText[1]}?(?:目前)?`;

/** The wording of a status sentence without its frame: 已完成整改, 已整改. */
function wordingOf(text: string): string {
  // 已完成并长期坚持 says more than 已完成, not the same in other words.
  const bare = text.split(/[，。；,;]|并/u, 1)[0] ?? "";
  return bare.replace(WORDING_OF_TEXT, "").trim();
}

/** Letters are 办结, problems 完成整改: words are compared within a kind. */
function* wording(context: ProofContext): Generator<ProofHit<WordingData>> {
  const { items } = context.document;
  for (const kind of new Set(items.map((item) => item.kind)))
    yield* wordingAmong(
      context,
      items.filter((item) => item.kind === kind),
    );
}

function* wordingAmong(
  context: ProofContext,
  items: ProofContext["document"]["items"],
): Generator<ProofHit<WordingData>> {
  const uses = new Map<string, { count: number; place: Place }>();
  for (const item of items) {
    const status = item.statuses[0];
    if (!status || status.status !== "done") continue;
    const words = wordingOf(status.text);
    const use = uses.get(words);
    if (use) use.count++;
    else {
      const line = context.lines[status.line];
      const at = line?.text.indexOf(words, status.start) ?? -1;
      uses.set(words, { count: 1, place: at >= 0 ? placeOf(status.line, at, at + words.length) : status });
    }
  }
  const [most, ...rest] = [...uses].sort((a, b) => b[1].count - a[1].count);
  if (!most) return;
  for (const [words, use] of rest.slice(0, 2))
    yield {
      place: use.place,
      data: { words, other: most[0], count: use.count, otherCount: most[1].count },
      // The words are the ledger's then, which our styles print as they are.
      severity: context.ledger === null ? "warning" : "info",
    };
}

export const statusWording = defineProofRule<WordingData>({
  alias: "status-wording",
  code: "P206",
  severity: "warning",
  name: { zh: "同一状态写法不统一", en: "one status in two wordings" },
  messages: {
    zh: ({ words, other, count, otherCount }) =>
      `完成状态${count}处写“${words}”，${otherCount}处写“${other}”，请统一。`,
    en: ({ words, other, count, otherCount }) =>
      `“${words}” (${count}) beside “${other}” (${otherCount}) for the same status.`,
  },
  find: wording,
  page: {
    what: "各条目表示“完成”的写法不一致；每种少数写法报一处；与台账一起核对时只作提示。",
    why: "读者会以为是两种状态。",
    bad: "3项写“已完成整改”，14项写“已整改”。",
    good: "17项都写“已完成整改”。",
    todo: "统一写法。",
    en: "Different words for done among the items.",
  },
  ground: "同一概念用同一表述。",
});
