/** 通报要素 of the command line: the file, and what the ledger states of itself. */
import {
  allFactLabels,
  FACT_LABELS,
  ledgerFacts,
  type DayAsked,
  NO_FACTS,
  readFacts,
  type Facts,
} from "../app/documents";
import type { Session } from "../app/session";
import { LETTER_FACTS } from "../month";
import type { Lang } from "../rule";
import { chineseDate, isoDate } from "../zh/civil-date";
import type { Args } from "./args";
import { CliFailure } from "./failure";
import { readJson } from "./state-file";

/** @throws CliFailure for a file that is none, with its first problem */
export async function readFactsFile(args: Args): Promise<Facts> {
  const path = args.text("facts");
  if (path === null) return NO_FACTS;
  const outcome = readFacts(withoutLetterFacts(await readJson(path, "通报要素文件", "facts file")));
  if (outcome.ok) return outcome.facts;
  const problem = outcome.problems[0]!;
  throw new CliFailure(`通报要素文件「${path}」：${problem.zh}`, `The facts file “${path}”: ${problem.en}`, "facts");
}

/** Whether a name is what those who inspect are called, of whatever inspection: 巡察组, 审计组. */
export function isTeam(name: string): boolean {
  return allFactLabels().some(({ inspector }) => inspector === name);
}

/** One file may hold the form of letters (督办函要素) as well. */
function withoutLetterFacts(input: unknown): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  const ours = new Set<string>(Object.values(FACT_LABELS));
  const others = new Set<string>(Object.values(LETTER_FACTS).filter((name) => !ours.has(name)));
  return Object.fromEntries(Object.entries(input).filter(([name]) => !others.has(name)));
}

/** The facts with what the ledger states, where --from-ledger asks for it. */
export function withLedgerFacts(args: Args, session: Session, facts: Facts): Facts {
  const known = ledgerFacts(session, facts);
  if (known === null || !args.flag("from-ledger")) return facts;
  const offered = readFacts(Object.fromEntries(known.offers.map(({ fact, value }) => [fact, value])));
  if (!offered.ok) return facts;
  const taken = known.offers.map(({ fact }) => [fact, offered.facts[fact]]);
  return { ...facts, ...Object.fromEntries(taken) };
}

/** What the ledger states that was not taken, and 填报时间 where it is counted by today: told, never settled here. */
export function ledgerFactsTold(session: Session, facts: Facts, lang: Lang): readonly string[] {
  const known = ledgerFacts(session, facts);
  if (known === null) return [];
  const zh = lang === "zh";
  const told: string[] = [];
  if (known.offers.length > 0) {
    const list = known.offers.map(({ fact, shown }) => `${FACT_LABELS[fact]}：${shown}`);
    told.push(
      zh
        ? `台账载明、要素未填：${list.join("；")}。采用请加 --from-ledger。`
        : `The ledger states these facts, which you have not filled in: ${list.join("; ")}. Add --from-ledger to use them.`,
    );
  }
  return [...told, ...reportDayTold(session, lang)];
}

/** The day the ledger speaks of against the one it is counted by, as a question. */
export function reportDayTold(session: Session, lang: Lang): readonly string[] {
  const known = ledgerFacts(session, NO_FACTS);
  const { asOf } = session.getSnapshot();
  if (known?.day == null || asOf === null) return [];
  const { date, why } = known.day;
  const words = DAY_WORDS[why];
  const option = `--as-of ${isoDate(date)}`;
  return [
    lang === "zh"
      ? words.zh(chineseDate(date), chineseDate(asOf.date), option)
      : words.en(isoDate(date), isoDate(asOf.date), option),
  ];
}

type DaySentence = (day: string, used: string, option: string) => string;

const DAY_WORDS: Readonly<Record<DayAsked["why"], { readonly zh: DaySentence; readonly en: DaySentence }>> = {
  report: {
    zh: (day, used, option) => `台账填报时间是${day}，现按今天（${used}）统计；如应以填报时间为准，请加 ${option}。`,
    en: (day, used, option) =>
      `The ledger was reported on ${day} but is counted as of today (${used}); add ${option} if the first date is meant.`,
  },
  title: {
    zh: (day, used, option) =>
      `台账标题写明月份，月底是${day}，现按今天（${used}）统计；如应以该月底为准，请加 ${option}。`,
    en: (day, used, option) =>
      `The ledger's title names the month that ended on ${day}, but it is counted as of today (${used}); add ${option} if the first date is meant.`,
  },
  year: {
    zh: (day, _used, option) => `台账的统计截止没有写年份，现按${day}统计；请核对，并用 --as-of 写明，例如 ${option}。`,
    en: (day, _used, option) =>
      `The ledger states its cut-off without a year, which was taken as ${day}; check it and say so with ${option}.`,
  },
};
