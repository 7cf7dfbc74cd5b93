import { chineseDate, compareDates, type CivilDate } from "../../zh/civil-date";
import { reWith } from "../../zh/pattern";
import { noticeDays as words } from "../../zh/words/notice-days";
import { sentenceAt, isAsOf, publicityOf, toldDays, placeOf, type ToldDay, type Line, type Place } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

/** What cannot have been before (or after) what. */
type How =
  | "asOfAfterSigned"
  | "asOfAfterPublicity"
  | "asOfBeforeFeedback"
  | "publicityBeforeFeedback"
  | "signedAfterPublicity"
  | "feedbackInInspection"
  | "planBeforeFeedback"
  | "afterFeedbackBefore"
  | "entryAfterFeedback"
  | "issuedBeforeDeliberated"
  | "inspectionAfterSigned"
  | "feedbackAfterSigned"
  | "toldAfterSigned";

type Data = { readonly how: How; readonly written: string; readonly other: string };
type Hit = ProofHit<Data>;

function hit(how: How, { token }: ToldDay, other: CivilDate | string): Hit {
  return {
    place: placeOf(token.line, token.start, token.end),
    data: { how, written: token.text, other: typeof other === "string" ? other : chineseDate(other) },
  };
}

const isBefore = (a: CivilDate, b: CivilDate): boolean => compareDates(a, b) < 0;

function* find(context: ProofContext): Generator<Hit> {
  const { document } = context;
  const days = toldDays(context);
  if (days.length === 0) return;
  const publicity = publicityOf(context);
  const feedback = document.feedback?.date ?? null;
  const signed = document.signed?.date ?? null;
  if (publicity) {
    if (feedback && isBefore(publicity.from.last, feedback))
      yield hit("publicityBeforeFeedback", publicity.from, feedback);
    if (document.signed && signed && isBefore(publicity.to.last, signed))
      yield {
        place: placeOf(document.signed.line, document.signed.start, document.signed.end),
        data: { how: "signedAfterPublicity", written: chineseDate(signed), other: chineseDate(publicity.to.last) },
      };
  }
  if (document.feedback && feedback && signed && isBefore(signed, feedback) && !isAhead(context, document.feedback))
    yield {
      place: placeOf(document.feedback.line, document.feedback.start, document.feedback.end),
      data: { how: "feedbackAfterSigned", written: chineseDate(feedback), other: chineseDate(signed) },
    };
  yield* feedbackInInspection(context);
  const begun = document.inspectionFrom;
  const from = begun && days.find(({ token, first }) => token.joinsNext && compareDates(first, begun) === 0);
  if (from && signed && isBefore(signed, from.first) && !isAhead(context, from.token))
    yield hit("inspectionAfterSigned", from, signed);
  for (const day of days) {
    const line = context.lines[day.token.line];
    if (!line) continue;
    if (isAsOf(line, day)) {
      if (signed && isBefore(signed, day.first)) yield hit("asOfAfterSigned", day, signed);
      else if (publicity && isBefore(publicity.from.last, day.first))
        yield hit("asOfAfterPublicity", day, publicity.from.first);
      else if (feedback && isBefore(day.last, feedback)) yield hit("asOfBeforeFeedback", day, feedback);
    } else if (feedback && isBefore(day.last, feedback) && issuesPlan(line, day))
      yield hit("planBeforeFeedback", day, feedback);
    else if (feedback && isBefore(day.last, feedback) && isBehindFeedback(line, day))
      yield hit("afterFeedbackBefore", day, feedback);
    else if (feedback && isBefore(feedback, day.first) && isEntry(context, line, day))
      yield hit("entryAfterFeedback", day, feedback);
    else if (signed && isBefore(signed, day.first) && isTold(context, line, day))
      yield hit("toldAfterSigned", day, signed);
  }
  yield* issuedFirst(context, days);
}

/** 2026年3月1日至5月20日，将开展检查 */
function isAhead({ lines }: ProofContext, { line, start, end }: Place): boolean {
  const sentence = lines[line] ? sentenceAt(lines[line] as Line, start) : null;
  return sentence !== null && AHEAD.test(lines[line]?.plain.slice(end, sentence.end - 1) ?? "");
}

const EARLY = reWith("u")`${words.early}`;

/** Fed back before the inspection was over; what is to be put right at once may be. */
function* feedbackInInspection({ document, lines }: ProofContext): Generator<Hit> {
  const { feedback, inspectionFrom, inspectionTo } = document;
  if (!feedback || !inspectionFrom || !inspectionTo) return;
  // Before its beginning is told by rule date-range.
  if (isBefore(feedback.date, inspectionFrom) || !isBefore(feedback.date, inspectionTo)) return;
  const line = lines[feedback.line];
  const sentence = line ? sentenceAt(line, feedback.start) : null;
  if (line && sentence && EARLY.test(line.plain.slice(sentence.start, sentence.end))) return;
  yield {
    place: placeOf(feedback.line, feedback.start, feedback.end),
    data: { how: "feedbackInInspection", written: chineseDate(feedback.date), other: chineseDate(inspectionTo) },
  };
}

const ISSUES_PLAN = reWith("u")`^[^。；\d]{0,24}?${words.issued}[^。；]{0,16}?${words.planned}`;

const PLAN = reWith("u")`${words.planned}[》”]?[^。；，,\d]{0,8}$`;
const IS_ISSUED = reWith("u")`^[^。；，,\d]{0,8}${words.issued}`;

/** 2025年5月25日，局党组印发整改工作方案; 整改方案于2025年5月25日印发. */
function issuesPlan(line: Line, { token }: ToldDay): boolean {
  if (token.joinsNext) return false;
  const sentence = sentenceAt(line, token.start);
  if (sentence && EARLY.test(line.plain.slice(sentence.start, sentence.end))) return false;
  if (ISSUES_PLAN.test(line.plain.slice(token.end, token.end + 60))) return true;
  const before = line.plain.slice(Math.max(sentence?.start ?? 0, token.start - 30), token.start);
  return PLAN.test(before) && IS_ISSUED.test(line.plain.slice(token.end, token.end + 24));
}

const BEHIND_FEEDBACK = reWith("u")`反馈(?:${words.fedBack})?(?:之)?后[，,]?[^，。；、\d]{0,14}$`;

/** 反馈意见后，局党组于2025年5月1日召开…: what is told to come after the feedback. */
function isBehindFeedback(line: Line, { token }: ToldDay): boolean {
  return BEHIND_FEEDBACK.test(line.plain.slice(Math.max(0, token.start - 30), token.start));
}

const ENTRY = reWith("u")`^[，,]?[^，。；、\d]{0,20}巡[察视][^，。；、\d]{0,6}组[^，。；、\d]{0,4}进驻`;
const AGAIN = reWith("u")`${words.again}`;

/** 2025年5月12日，县委第二巡察组进驻: of the one inspection that the notice is about. */
function isEntry({ document }: ProofContext, line: Line, { token }: ToldDay): boolean {
  if (document.inspectionFrom || token.joinsNext) return false;
  const tail = line.plain.slice(token.end, token.end + 44);
  return ENTRY.test(tail) && !AGAIN.test(/^[^。；]*/u.exec(tail)?.[0] ?? "");
}

const TOLD = reWith("u")`^[，,]?[^。；，,\d]{0,12}?${words.told}`;
const AGAINST = reWith("u")`^\s*${words.against}`;
const AHEAD = reWith("u")`${words.ahead}`;

/** Something that was done, outside of the items, whose plans lie ahead by nature. */
function isTold({ document, lines }: ProofContext, line: Line, { token }: ToldDay): boolean {
  const { signed, title } = document;
  if (token.joinsNext || (document.itemOfLine[line.index] ?? -1) >= 0 || line.index === signed?.line) return false;
  if (title && line.index <= title.lastLine) return false;
  const sentence = sentenceAt(lines[line.index] ?? line, token.start);
  const before = line.plain.slice(Math.max(sentence?.start ?? 0, token.start - 30), token.start);
  const after =
    /^[^。；，,]{0,40}/u.exec(line.plain.slice(token.end, token.end + 44).replace(/^[，,]/u, ""))?.[0] ?? "";
  // 完成时间 2026年9月1日 晚于统计截止日: a day held against another one.
  if (AHEAD.test(before) || AHEAD.test(after) || /^[前起止至]/u.test(after) || AGAINST.test(after)) return false;
  return TOLD.test(line.plain.slice(token.end, token.end + 44));
}

const DELIBERATED = reWith("u")`${words.deliberated}`;
const PROMULGATED = reWith("u")`^[^。；，,]{0,8}${words.promulgated}`;

/** 2025年9月审议通过后，于2025年6月印发: one text, issued before it was deliberated on. */
function* issuedFirst({ lines }: ProofContext, days: readonly ToldDay[]): Generator<Hit> {
  for (let i = 1; i < days.length; i++) {
    const [earlier, later] = [days[i - 1], days[i]];
    if (!earlier || !later || earlier.token.line !== later.token.line || !isBefore(later.last, earlier.first)) continue;
    const line = lines[later.token.line];
    const sentence = line ? sentenceAt(line, later.token.start) : null;
    if (!line || !sentence || earlier.token.start < sentence.start) continue;
    const between = line.plain.slice(earlier.token.end, later.token.start);
    const titles = line.plain.slice(earlier.token.end, sentence.end).split("《").length - 1;
    if (/[；;]/u.test(between) || titles > 1 || !DELIBERATED.test(between)) continue;
    if (PROMULGATED.test(line.plain.slice(later.token.end, sentence.end)))
      yield hit("issuedBeforeDeliberated", later, earlier.token.text);
  }
}

const ZH: Readonly<Record<How, (written: string, other: string) => string>> = {
  asOfAfterSigned: (w, o) => `“截至${w}”在成文日期${o}之后，请核对。`,
  asOfAfterPublicity: (w, o) => `“截至${w}”在公示开始的${o}之后，请核对。`,
  asOfBeforeFeedback: (w, o) => `“截至${w}”早于反馈日期${o}，请核对年月。`,
  publicityBeforeFeedback: (w, o) => `公示从${w}开始，早于反馈日期${o}，请核对。`,
  signedAfterPublicity: (w, o) => `成文日期${w}在公示期满（${o}）之后，请核对。`,
  feedbackInInspection: (w, o) => `反馈日期${w}早于巡察结束的${o}，请核对。`,
  afterFeedbackBefore: (w, o) => `写在反馈之后的${w}早于反馈日期${o}，请核对。`,
  entryAfterFeedback: (w, o) => `巡察组${w}进驻，晚于反馈日期${o}，请核对。`,
  planBeforeFeedback: (w, o) => `${w}印发整改方案，早于反馈日期${o}，请核对。`,
  issuedBeforeDeliberated: (w, o) => `${o}审议，却在${w}印发，先后颠倒，请核对。`,
  inspectionAfterSigned: (w, o) => `巡察从${w}开始，晚于成文日期${o}，请核对年份。`,
  feedbackAfterSigned: (w, o) => `反馈日期${w}在成文日期${o}之后，请核对年份。`,
  toldAfterSigned: (w, o) => `“${w}”的工作在成文日期${o}之后，请核对。`,
};
const EN: Readonly<Record<How, string>> = {
  asOfAfterSigned: "the as-of date is later than the signature",
  asOfAfterPublicity: "the as-of date is later than the start of publication",
  asOfBeforeFeedback: "the as-of date is earlier than the feedback",
  publicityBeforeFeedback: "publication begins before the feedback",
  signedAfterPublicity: "the notice is signed after publication ended",
  feedbackInInspection: "the feedback is dated before the inspection ended",
  afterFeedbackBefore: "work said to follow the feedback is dated before it",
  entryAfterFeedback: "the inspection group arrived after the feedback",
  planBeforeFeedback: "the rectification plan was issued before the feedback",
  issuedBeforeDeliberated: "it was issued before it was deliberated on",
  inspectionAfterSigned: "the inspection began after the signature date",
  feedbackAfterSigned: "the feedback is dated after the signature",
  toldAfterSigned: "work reported as done is dated after the signature",
};

export const dateSequence = defineProofRule<Data>({
  alias: "date-sequence",
  code: "P407",
  severity: "warning",
  name: { zh: "日期先后不合", en: "dates in an impossible order" },
  messages: {
    zh: ({ how, written, other }) => ZH[how](written, other),
    en: ({ how, written, other }) => `${written} conflicts with ${other}: ${EN[how]}. Please check.`,
  },
  find,
  page: {
    what: "巡察、反馈、印发整改方案、统计截至、公示、成文的日期互相对照：反馈应在巡察结束之后，整改方案和统计截至应在反馈之后，统计截至和已做的工作不晚于成文（公示）日期，审议不晚于印发；巡察组进驻应早于反馈，写明“反馈意见后”的工作不早于反馈。没有年份的日期不判断；立行立改的即时反馈、计划和时限不报。",
    why: "日期前后矛盾，多是年份或月份写错，读者一眼就能看出。",
    bad: "2025年6月10日反馈了意见。5月25日，局党组印发整改工作方案。",
    good: "2025年6月10日反馈了意见。6月25日，局党组印发整改工作方案。",
    todo: "对照原始文件改正其中一处。",
    en: "Inspection, feedback, plan, as-of day, publication and signature against one another.",
  },
  ground: "事项先后顺序。",
});
