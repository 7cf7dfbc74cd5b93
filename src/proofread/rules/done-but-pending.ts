import {
  announcedGroups,
  dutyLines,
  problemItems,
  clauseAt,
  isAfterAsOf,
  sentenceAt,
  startingIn,
  openPlacesIn,
  placeOf,
  LINE_SIGN,
  type DateToken,
  type Line,
  type ReadItem,
  type OpenPlace,
} from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { statusOfSentence } from "../../zh/status-sentence";
import { scanPending, type PendingPlace } from "../../zh/pending";
import { TELLING } from "../../zh/words/pending";
import { doneButPending as words } from "../../zh/words/told-status";

type Data = { readonly words: string; readonly number: string; readonly how: "word" | "date" | "untold" };

/** At most so many per item: the first ones make the point. */
const MOST = 2;

const TELLING_WORDS = reWith("u")`${TELLING}`;

/** Words of the office's own were taught because they tell. */
function tellsEnough(words: string, { pendingWords }: ProofContext): boolean {
  return TELLING_WORDS.test(words) || pendingWords.pending.some((word) => words.includes(word));
}

function isDoneHere(item: ReadItem, allDone: boolean): boolean {
  const status = item.statuses[0]?.status;
  return status === "done" || (status === undefined && allDone);
}

/** The summary says that every problem is done. */
function saysAllDone(context: ProofContext): boolean {
  return announcedGroups(context).some(
    (group) =>
      group.subject === "problem" &&
      group.parts.some((part) => part.status === "done" && part.value === group.total.value),
  );
}

function notDoneTold(context: ProofContext): number | null {
  for (const group of announcedGroups(context)) {
    if (group.subject !== "problem") continue;
    const done = group.parts.find((part) => part.status === "done" && !part.nested);
    if (done) return group.total.value - done.value;
  }
  return null;
}

/** What the pending words are looked for in: an item, or one line told alone. */
type Answer = Pick<ReadItem, "firstLine" | "lastLine" | "problemPlace" | "progressLine" | "statuses" | "number">;

/** 整改结果：已整改到位。已收回门面3间，另有1间待判决: an answer told in a line of no item, its status first. */
function* looseAnswers({ document, lines }: ProofContext): Generator<Answer> {
  for (const line of lines) {
    if ((document.itemOfLine[line.index] ?? -1) >= 0 || line.sentences.length < 2) continue;
    // 问题二整改结果：
    const label = line.hits.find(({ topic, value }) => topic === "label" && TELLS_STATUS.has(value));
    const start = label?.end ?? line.indent;
    const sentence = sentenceAt(line, start);
    if (!sentence || sentence.end - start > LONGEST_STATUS) continue;
    const text = line.plain.slice(start, sentence.end);
    if (statusOfSentence(text.trim()) !== "done") continue;
    const place = { line: line.index, start, end: sentence.end };
    yield {
      firstLine: line.index,
      lastLine: line.index,
      problemPlace: place,
      progressLine: null,
      statuses: [{ ...place, text, status: "done" }],
      number: "",
    };
  }
}

const TELLS_STATUS: ReadonlySet<string> = new Set(["progress", "result"]);
/** 该问题目前已全部整改到位。 */
const LONGEST_STATUS = 20;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { document } = context;
  const allDone = saysAllDone(context);
  for (const item of document.items) {
    if (!isDoneHere(item, allDone)) continue;
    const own = item.statuses.length > 0;
    let count = 0;
    for (const hit of pendingOf(context, item)) {
      // Where only the summary says done, one telling place an item is enough, and 正在 alone tells little.
      if (!own && (count >= 1 || (hit.data.how === "word" && !tellsEnough(hit.data.words, context)))) continue;
      if (count++ >= MOST) break;
      yield hit;
    }
  }
  for (const answer of looseAnswers(context)) yield* [...pendingOf(context, answer)].slice(0, MOST);
  yield* untold(context);
}

/** Items without a status of their own: more of them look unfinished than the summary admits. */
function* untold(context: ProofContext): Generator<ProofHit<Data>> {
  const items = problemItems(context.document);
  const admitted = notDoneTold(context);
  if (admitted === null || admitted === 0 || items.length < 3 || items.some((item) => item.statuses.length > 0)) return;
  const open = items
    .map((item) => [...pendingOf(context, item)][0])
    .filter((hit): hit is ProofHit<Data> => hit !== undefined);
  if (open.length <= admitted) return;
  for (const hit of open) yield { ...hit, data: { ...hit.data, how: "untold" }, severity: "info" };
}

const NO_PLACES: readonly OpenPlace[] = [];

/** What the answer says of the matter itself being unfinished, by the judge that reads a ledger's cells, too. */
function* pendingOf(context: ProofContext, item: Answer): Generator<ProofHit<Data>> {
  // 1.台账不清。已完成整改。…: all in one line, the answer begins behind the status.
  const told = item.statuses[0];
  const inOneLine = item.progressLine === null && told?.line === item.firstLine ? told : null;
  if (item.progressLine === null && inOneLine === null) return;
  const duties = dutyLines(context.document);
  for (let index = item.progressLine ?? item.firstLine; index <= item.lastLine; index++) {
    const line = context.lines[index];
    if (!line || duties.has(index)) continue;
    const from = index === item.firstLine ? (inOneLine?.end ?? item.problemPlace.end) : 0;
    const open = (line.signs & LINE_SIGN.open) === 0 ? NO_PLACES : openPlacesIn(line.text);
    const seen: PendingPlace[] = [];
    for (const pending of scanPending(
      from === 0 ? line.plain : line.plain.slice(from),
      context.asOf,
      context.pendingWords,
    )) {
      // 【待补充：…】 waits for its words, not the matter for its end.
      if (open.some((place) => place.start <= pending.at + from && pending.at + from < place.end)) continue;
      const clause = { start: pending.start + from, end: pending.end + from };
      seen.push({ ...pending, ...clause });
      const date = startingIn(line.tokens, pending.at + from, clause.end).find(
        (token): token is DateToken => token.type === "date",
      );
      const later = date !== undefined && isAfterAsOf(context, date);
      const start = Math.max(clause.start, pending.at + from - QUOTED_BEFORE);
      const end = Math.min(clause.end, pending.at + from + QUOTED);
      yield {
        place: placeOf(line.index, start, end),
        data: { words: line.plain.slice(start, end), number: item.number, how: later ? "date" : "word" },
        severity: later ? "error" : "warning",
      };
    }
    if (hasLaterDate(context, line)) yield* laterDates(context, item, line, seen);
  }
}

/** Of a clause, so many characters before and from the word are quoted. */
const QUOTED_BEFORE = 16;
const QUOTED = 30;

function hasLaterDate(context: ProofContext, line: Line): boolean {
  for (const token of line.tokens) if (token.type === "date" && isAfterAsOf(context, token)) return true;
  return false;
}

const LATER_DATES_TEXT = reWith("u")`${words.laterDatesText}`;

/** A day after as-of in the answer of a finished item, without any word of planning. */
function* laterDates(
  context: ProofContext,
  item: Answer,
  line: Line,
  told: readonly PendingPlace[],
): Generator<ProofHit<Data>> {
  for (const token of line.tokens) {
    if (token.type !== "date" || token.month === null || !isAfterAsOf(context, token)) continue;
    const clause = clauseAt(line, token);
    const planned = startingIn(told, clause.start, clause.end).length > 0;
    if (planned || LATER_DATES_TEXT.test(clause.text)) continue;
    yield {
      place: placeOf(line.index, token.start, Math.max(token.end, Math.min(clause.end, token.start + 24))),
      data: { words: token.text, number: item.number, how: "date" },
      severity: "warning",
    };
  }
}

export const doneButPending = defineProofRule<Data>({
  alias: "done-but-pending",
  code: "P202",
  severity: "warning",
  name: { zh: "称已完成，正文仍有未完成表述", en: "called done, but the text plans or waits" },
  messages: {
    zh: ({ words, number, how }) =>
      how === "untold"
        ? `本项正文有“${words}”等未完成表述，这样的条目多于综述公布的未完成数，请核对。`
        : how === "date"
          ? `${number ? `第${number}项` : "本项"}称已完成，正文“${words}”在统计截止（成文）日期之后，请核对状态或文字。`
          : `${number ? `第${number}项` : "本项"}称已完成，正文有“${words}”，请核对状态或改写文字。`,
    en: ({ words, how }) =>
      how === "untold"
        ? `“${words}”: more items read as unfinished than the summary announces; please check.`
        : how === "date"
          ? `Stated as done, but “${words}” is after the as-of (or signature) date; check the status or the text.`
          : `Stated as done, but the text says “${words}”.`,
  },
  find,
  page: {
    what: "状态为完成的条目，整改情况里有计划、待审、正在、尚未、还有几项未做、陆续收回、需资金到位后等表述，或写着统计截止（成文）日期之后的事。“下一步将、今后将”的常规表态不报；综述称全部完成而正文未逐项写状态时，各条都按完成看。",
    why: "一边说完成，一边说正在办，读者不会相信完成率。",
    bad: "整改情况：已完成整改。……制度已报审，审核通过后将印发。",
    good: "整改情况：已完成整改。……制度已于6月印发。",
    todo: "核实后改状态，或补写已办结的结果。",
    en: "Items called done whose text plans, seeks, awaits, or is dated after the as-of day.",
  },
  ground: "状态与事实一致；判断含义的，只作提醒。",
});
