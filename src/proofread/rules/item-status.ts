import {
  announcedGroups,
  problemItems,
  answerLines,
  labelsIn,
  placeOf,
  type NoticeItem,
  type Place,
} from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { itemStatus as words } from "../../zh/words/told-status";

type MissingData = {
  readonly count: number;
  readonly items: number;
  readonly notDone: number;
  readonly where: "summary" | "item";
};

/** Where an item's answer begins: its label, else its first characters. */
function answerPlace(context: ProofContext, item: NoticeItem): Place {
  const { document } = context;
  const label = labelsIn(document.labels, item.progressLine ?? 0, item.progressLine ?? -1)[0];
  if (label) {
    const text = document.lines[label.line]?.text ?? "";
    return placeOf(label.line, label.start, Math.min(text.trimEnd().length, label.end + 6));
  }
  return item.problemPlace;
}

function* missing(context: ProofContext): Generator<ProofHit<MissingData>> {
  const items = problemItems(context.document);
  if (items.length < 3) return;
  const without = items.filter((item) => item.statuses.length === 0);
  if (without.length === 0) return;
  if (without.length < items.length) {
    // Most items tell theirs: the others are slips.
    if (without.length * 2 >= items.length) return;
    for (const item of without)
      yield {
        place: answerPlace(context, item),
        data: { count: without.length, items: items.length, notDone: 0, where: "item" },
      };
    return;
  }
  // A ledger at hand tells which items are open, and two of our own styles leave it to the ledger.
  const severity = context.ledger === null ? "warning" : "info";
  // Nothing is told of any item; that matters where the summary says that some are not done.
  for (const group of announcedGroups(context)) {
    if (group.subject !== "problem") continue;
    const done = group.parts.find((part) => part.status === "done" && !part.nested);
    if (!done || done.value >= group.total.value) continue;
    const data = { count: items.length, items: items.length, notDone: group.total.value - done.value };
    const start = Math.max(0, group.start - group.total.before.length);
    yield {
      place: placeOf(group.line, start, group.parts[group.parts.length - 1]?.end ?? group.end),
      data: { ...data, where: "summary" },
      severity,
    };
    const first = items[0];
    if (first) yield { place: answerPlace(context, first), data: { ...data, where: "item" }, severity };
    return;
  }
}

export const itemStatusMissing = defineProofRule<MissingData>({
  alias: "item-status-missing",
  code: "P205",
  severity: "warning",
  name: { zh: "条目没有写明整改状态", en: "items without a status" },
  messages: {
    zh: ({ count, items, notDone, where }) =>
      where === "summary"
        ? `综述称有${notDone}个未完成，正文${items}项都没有逐项写明状态，无法指认是哪几项。`
        : count === items
          ? `正文${items}项都没有写明整改状态（自本项起），请逐项补写。`
          : `其他条目写明了整改状态，本项没有写明。`,
    en: ({ notDone, items, where }) =>
      where === "summary"
        ? `${notDone} are not done, but none of the ${items} items says which.`
        : `The item does not tell its status.`,
  },
  find: missing,
  page: {
    what: "综述公布了未完成数，正文却没有一项写明状态；或多数条目写了状态，个别没写。综述称全部完成的不报；与台账一起核对、各项都没写状态时，只作提示。",
    why: "公布“正在整改3个”，应能在正文里指认是哪3个。",
    bad: "综述：正在整改3个；正文各项只写“整改进展情况”。",
    good: "各项写明“整改结果：已完成”或“正在整改”。",
    todo: "逐项补写整改状态。",
    en: "Unfinished problems are announced, but no item says that it is one of them.",
  },
  ground: "对账销号：总数与逐项状态一致。",
});

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

function* wording(context: ProofContext): Generator<ProofHit<WordingData>> {
  const uses = new Map<string, { count: number; place: Place }>();
  for (const item of context.document.items) {
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
      `"${words}" (${count}) beside "${other}" (${otherCount}) for the same status.`,
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

type DeadlineData = { readonly number: string; readonly others: number };

const OPEN_STATUSES = new Set(["partial", "ongoing", "notDone", "longTerm"]);
const DEADLINE_WORDS = reWith("u")`${words.deadlineWords}`;

const DEADLINE_PART = reWith("u")`${words.deadlinePart}`;
const DEADLINE_TEXT = reWith("u")`${words.deadlineText}`;
const DEADLINE_TEXT_2 = reWith("u")`${words.deadlineText2}`;

function hasDeadline(context: ProofContext, item: NoticeItem): boolean {
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

function* noDeadline(context: ProofContext): Generator<ProofHit<DeadlineData>> {
  const open = problemItems(context.document).filter((item) => OPEN_STATUSES.has(item.statuses[0]?.status ?? ""));
  if (open.length < 2) return;
  const without = open.filter((item) => !hasDeadline(context, item));
  // Where hardly any item has one, the notice doesn't tell deadlines at all.
  if (without.length * 2 > open.length) return;
  for (const item of without) {
    const lines = answerLines(context.document, item);
    const last = lines[lines.length - 1];
    const sentence = last?.sentences[last.sentences.length - 1];
    const status = item.statuses[0];
    const place =
      last && sentence
        ? sentenceTail(last.index, sentence.start, last.text.trimEnd().length)
        : (status ?? item.problemPlace);
    yield {
      place,
      data: { number: item.number, others: open.length - without.length },
      // A ledger at hand holds the deadlines and checks them by itself.
      severity: context.ledger === null ? "warning" : "info",
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

type LongTermData = { readonly written: string };

const LONG_TERM_TEXT = reWith("u")`${words.longTermText}`;

function* longTerm(context: ProofContext): Generator<ProofHit<LongTermData>> {
  for (const item of context.document.items) {
    for (const status of item.statuses) {
      if (!/长期/u.test(status.text)) continue;
      const line = context.lines[status.line];
      const date = line?.tokens.find(
        (token) =>
          token.type === "date" && token.start >= status.start && token.end <= status.end && token.month !== null,
      );
      if (!date || !DEADLINE_WORDS.test(status.text) || LONG_TERM_TEXT.test(status.text)) continue;
      yield { place: placeOf(status.line, status.start, status.end), data: { written: date.text } };
    }
  }
}

export const longTermAndDated = defineProofRule<LongTermData>({
  alias: "long-term-and-dated",
  code: "P207",
  severity: "warning",
  name: { zh: "“长期推进”与具体时限并存", en: "long-term and dated at once" },
  messages: {
    zh: ({ written }) => `同一句既说需要长期推进，又写${written}的时限，请明确以哪个为准。`,
    en: ({ written }) => `One sentence calls it long-term and gives the deadline ${written}.`,
  },
  find: longTerm,
  page: {
    what: "状态句里“长期推进、长期整改”与具体完成时限并存。“2025年底前完成，并长期坚持”不报。",
    why: "两种说法的考核方式不同。",
    bad: "此项问题部分已整改，需要长期推进，2022年10月底前落实到位。",
    good: "2022年10月底前落实到位，并长期坚持。",
    todo: "分清阶段时限与长期坚持。",
    en: "Long-term and a fixed deadline in one status sentence.",
  },
  ground: "规则提案 D209。",
});
