import { problemItems, answerLines, placeOf, type ReadItem, type Place } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { itemStatus as words } from "../../zh/words/told-status";

type DeadlineData = { readonly number: string; readonly others: number };

const OPEN_STATUSES = new Set(["partial", "ongoing", "notDone", "longTerm"]);

const DEADLINE_PART = reWith("u")`${words.deadlinePart}`;

const DEADLINE_TEXT = reWith("u")`${words.deadlineText}`;

const DEADLINE_TEXT_2 = reWith("u")`${words.deadlineText2}`;

function hasDeadline(context: ProofContext, item: ReadItem): boolean {
  return answerLines(context.document, item).some(
    (line) =>
      line.tokens.some((token) => {
        if (token.type !== "date" || token.month === null) {
          return token.type === "date" && DEADLINE_PART.test(token.part + line.plain.slice(token.end, token.end + 2));
        }
        const around = line.plain.slice(Math.max(0, token.start - 12), token.end + 12);
        return DEADLINE_TEXT.test(around) && token.day === null;
      }) || DEADLINE_TEXT_2.test(line.plain),
  );
}

/** So many times as many items have one as have none. */
const MOST_HAVE = 5;
const OPEN_PLACE = "【待补充";

function* noDeadline(context: ProofContext): Generator<ProofHit<DeadlineData>> {
  const open = problemItems(context.document).filter((item) => OPEN_STATUSES.has(item.statuses[0]?.status ?? ""));
  if (open.length < 2) return;
  const without = open.filter((item) => !hasDeadline(context, item));
  // Where hardly any item has one, the notice doesn't tell deadlines at all.
  if (without.length * 2 > open.length) return;
  // Where only some have one, it may stand in what was done by chance.
  const isUsual = open.length - without.length >= MOST_HAVE * without.length;
  for (const item of without) {
    const lines = answerLines(context.document, item);
    // 【待补充：整改情况】 is still to be written, its deadline with it.
    if (lines.some(({ plain }) => plain.includes(OPEN_PLACE))) continue;
    const last = lines[lines.length - 1];
    const sentence = last?.sentences[last.sentences.length - 1];
    const place =
      last && sentence ? sentenceTail(last.index, sentence.start, last.text.trimEnd().length) : item.problemPlace;
    yield {
      place,
      data: { number: item.number, others: open.length - without.length },
      // A ledger at hand holds the deadlines and checks them by itself.
      severity: context.ledger === null && isUsual ? "warning" : "info",
    };
  }
}

function sentenceTail(line: number, start: number, end: number): Place {
  return placeOf(line, Math.max(start, end - 40), end);
}

export const itemDeadlineMissing = defineProofRule<DeadlineData>({
  alias: "item-deadline-missing",
  code: "P208",
  severity: "warning",
  name: { zh: "未完成的条目没有时限", en: "open item without a deadline" },
  messages: {
    zh: ({ number, others }) =>
      `${number ? `第${number}项` : "本项"}尚未完成，没有写明时限；其他${others}项未完成的都写了。`,
    en: ({ others }) => `Not finished and without a deadline, while ${others} other open items have one.`,
  },
  find: noDeadline,
  page: {
    what: "部分完成、正在整改、长期推进的条目没有完成时限，而多数同类条目有；与台账一起核对时只作提示，时限由台账核验。",
    why: "没有时限的未完成事项无从督促。",
    bad: "此项问题部分已整改，需要长期推进。（全项没有时限）",
    good: "此项问题部分已整改，2026年6月底前完成。",
    todo: "补写时限，或写明长期坚持。",
    en: "Open items without a deadline where the others have one.",
  },
  ground: "整改台账应有时限；design 中的 deadline-missing。",
});
