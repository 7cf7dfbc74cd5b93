/**
 * Headers that ask, over 是 and 否: only where the words ask whether it is done does 是 say so. 是否未完成 says it the other
 * way round, 是否基本完成 says what stands in it, 是否督办 and 是否需要验收 say nothing of how things stand.
 */
import type { Candidate, Scored } from "./candidates";
import type { Asked } from "./header-sense";
import type { ColumnProfile } from "./column-profile";
import { foldCode } from "../fields/status-dress";
import type { ColumnKey, StatusDress } from "../types";
import { anyOf, re } from "../../zh/pattern";
import { questions as words } from "../../zh/words/questions";

const CHOICE = re`[(\[【]${words.choice}[)\]】]`;
const ASKS = re`${words.asks}`;
const MAY = re`${words.asksWhetherMay}`;
const BEHIND = re`(?:${words.asksBehind}|[(\[【]${words.choice}[)\]】])$`;
const BRACKETS = /\([^)]*\)|\[[^\]]*\]|【[^】]*】/g;

const WORK = anyOf(words.works);
const SUBJECTS = `(?:${anyOf(words.subjects)}|${WORK}){0,8}`;
/** 整改, 整改完成, 完成整改, 验收通过, 消除隐患: the work alone, or that it is over. */
const IT = `${anyOf(words.subjects)}{0,8}(?:${WORK}|${anyOf(words.over)}){1,4}${WORK}{0,2}${anyOf(words.objects)}?${anyOf(words.tail)}?`;
const ALREADY = `${anyOf(words.already)}{0,4}`;
const NOT = `${anyOf(words.still)}?${anyOf(words.not)}`;

const DONE = new RegExp(`^${ALREADY}${IT}$`);
const HEDGED = new RegExp(`^${ALREADY}${anyOf(words.hedges)}${IT}$`);
const IN_TIME = new RegExp(`^${ALREADY}${anyOf(words.inTime)}${IT}$`);
const OPEN = new RegExp(
  `^(?:${NOT}${IT}|${anyOf(words.still)}${anyOf(words.need)}${anyOf(words.goOn)}*${IT}|${anyOf(words.need)}${anyOf(words.goOn)}${IT})$`,
);
const TICKING = re`${words.ticking}$`;
const LEFT = new RegExp(`^${anyOf(words.left)}$`);
const SUBJECT = new RegExp(`^${SUBJECTS}$`);

/**
 * What the lowest word over a column asks, null where it asks nothing.
 * @example askedBy("整改是否到位") // "done"
 * @example askedBy("是否挂牌督办") // "other"
 */
export function askedBy(header: string): Asked | null {
  const plain = header.replace(BRACKETS, "");
  const choice = CHOICE.test(header);
  if (MAY.test(plain)) return "other";
  const ask = ASKS.exec(plain);
  const behind = ask === null && (BEHIND.test(plain) || choice);
  if (ask === null && !behind) return null;
  const before = ask === null ? "" : plain.slice(0, ask.index);
  const after = ask === null ? plain.replace(BEHIND, "") : plain.slice(ask.index + ask[0].length);
  // What it is asked of stands before: 问题是否整改到位. Anything else there asks of something else.
  if (!SUBJECT.test(before)) return "other";
  return askedOf(after.replace(BEHIND, ""));
}

function askedOf(what: string): Asked {
  if (DONE.test(what)) return "done";
  if (HEDGED.test(what)) return "hedged";
  if (OPEN.test(what)) return "open";
  if (LEFT.test(what)) return "left";
  return IN_TIME.test(what) ? "inTime" : "other";
}

/** Whether a word over a column to tick names work that is done when it is ticked: 已整改, 问题销号, and not 需验收, 虚假整改. */
export function namesWork(word: string): boolean {
  const asked = askedBy(word);
  return (asked ?? askedOf(word.replace(BRACKETS, "").replace(TICKING, ""))) === "done";
}

/** Whether the cells of a column only say yes and no. */
export function onlyAnswers(profile: ColumnProfile | null): boolean {
  return profile !== null && profile.worded + profile.statements < profile.filled * 0.5 && isAnswered(profile);
}

function isAnswered({ filled, ticks, crosses }: ColumnProfile): boolean {
  return ticks + crosses >= filled * 0.8;
}

const STATUSES: ReadonlySet<ColumnKey> = new Set<ColumnKey>(["status", "measureStatus", "progress"]);
const HEARD: Candidate = { key: "status", score: 0.7, ambiguous: false, depth: 0, reason: "header" };

/** Whether a header names those who looked again, and not what they found: 复核, 抽查 over 是 and 否. */
const LOOKED = re`^(?:${words.subjects})*${words.looks}(?:${words.subjects})*$`;

/** Takes from columns of answers the fields that their headers don't ask of, and turns answers round where they ask so. */
export function settleQuestions(scored: readonly Scored[]): void {
  for (const column of scored) {
    const { profile, header } = column;
    const word = header.path[header.path.length - 1] ?? "";
    const asked = profile === null ? null : LOOKED.test(word) ? "other" : askedBy(word);
    if (asked === null || asked === "done" || profile === null) continue;
    if (profile.filled > 0 && !onlyAnswers(profile)) continue;
    column.asked = asked;
    column.candidates = column.candidates.filter(
      ({ key }) => !STATUSES.has(key) && (key !== "signOff" || askedBy(word) === null),
    );
    const dress = answersOf(asked, word);
    if (dress === null) continue;
    column.dress = dress;
    if (asked === "open" || asked === "hedged") column.candidates.push({ ...HEARD });
  }
}

/** What the answers to a question stand for, null where they say nothing of how things stand. */
function answersOf(asked: Asked, word: string): StatusDress | null {
  const plain = word.replace(BRACKETS, "");
  switch (asked) {
    case "open":
    case "left":
      return codes(words.notDone, words.done);
    case "hedged":
      return codes(`${re`${words.hedges}`.exec(plain)?.[0] ?? ""}${words.done.slice(1)}`, words.notDone);
    case "inTime":
      return codes(words.done, words.notDone);
    default:
      return null;
  }
}

function codes(yes: string, no: string): StatusDress {
  return {
    form: "codes",
    words: new Map([
      ...words.yes.map((answer) => [foldCode(answer), yes] as const),
      ...words.no.map((answer) => [foldCode(answer), no] as const),
    ]),
  };
}
