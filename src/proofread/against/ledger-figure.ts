import { type Status, STATUS_WORDS } from "../../ledger";
import type { CountGroup, ToldSubject } from "../../reading";
import { reWith } from "../../zh/pattern";
import { againstLedger as words } from "../../zh/words/told-counts";
import { defineProofRule, type ProofHit } from "../rule";
import type { LedgerSide, ProofContext } from "../types";
import { bareFigures } from "./bare-figures";
import { countsWithUnknown, totalOf, type SectionCounts } from "./figures";
import { ratesOf, toldFigures, type ToldFigure } from "./told-figures";
import { SUBJECT_TEXTS, FIGURES_GROUND } from "./words";

type FigureData = {
  readonly subject: ToldSubject;
  /** The unit or section it is told of, "" for all there is. */
  readonly group: string;
  readonly status: Status | "total" | "base" | "units";
  readonly written: number;
  readonly ledger: number;
};

function* figures(context: ProofContext): Generator<ProofHit<FigureData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const figure of toldFigures(context)) {
    const { told, status, value, place, held } = figure;
    for (const { group, choices } of held) {
      const allowed = choices.flatMap((counts) => allowedOf(counts, figure));
      const [right] = allowed;
      if (right === undefined || allowed.includes(value)) continue;
      if (status === "total" && isOfAll(ledger, told)) continue;
      const data = { subject: told.subject, group, status, written: value, ledger: right };
      // What is overdue today need not have been on the notice's own day.
      const ofToday = status === "overdueDeclared" && ledger.reading.asOf.source === "today";
      yield ofToday ? { place, data, severity: "warning" } : { place, data };
    }
  }
  yield* bases(context, ledger);
  // No total stands before these: what they are told of is likely, not certain.
  for (const { place, value, allowed, subject, group, status } of bareFigures(context).figures) {
    if (allowed.length === 0 || allowed.includes(value)) continue;
    const nearest = allowed.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));
    yield { place, data: { subject, group, status, written: value, ledger: nearest }, severity: "warning" };
  }
}

const BASES = {
  due: reWith("u")`^（${words.basesOfRate.due}(\d+)`,
  all: reWith("u")`^（${words.basesOfRate.all}(\d+)`,
};
const LONGEST_BASE = 16;

/** 完成率67%（应完成6个…）: the number a rate says it divides by, where it is that of the chosen definition. */
function* bases(context: ProofContext, { tally: { definition } }: LedgerSide): Generator<ProofHit<FigureData>> {
  for (const { rate, told, group, allowed } of ratesOf(context)) {
    const { line, end } = rate.token;
    const behind = context.lines[line]?.plain.slice(end, end + LONGEST_BASE) ?? "";
    const match = BASES[definition.denominator].exec(behind);
    const right = allowed.find(({ chosen }) => chosen)?.denominator;
    if (!match?.[1] || right === undefined || Number(match[1]) === right) continue;
    const start = end + match[0].length - match[1].length;
    const place = { line, start, end: end + match[0].length };
    yield { place, data: { subject: told.subject, group, status: "base", written: Number(match[1]), ledger: right } };
  }
}

/** 县委巡察组向财务科反馈的8个问题: all of them, whom else it names. A piece (其中，甲科2个) is none. */
function isOfAll(ledger: LedgerSide, told: CountGroup): boolean {
  return isUpperLevel(ledger, told) || (!told.subset && told.total.value === totalOf(ledger.tally, told.subject));
}

function allowedOf(counts: SectionCounts, { status, beside }: ToldFigure): readonly number[] {
  if (status === "total") return [counts.total.value];
  const known = Object.keys(counts.byStatus).length > 0 || counts.total.value === 0;
  return known ? countsWithUnknown(counts, status, beside) : [];
}

/** 「10个问题」 may speak of the upper level of a ledger whose items are 具体问题. */
function isUpperLevel(ledger: LedgerSide, group: CountGroup): boolean {
  if (group.subject !== "problem" || group.parts.length > 0 || group.total.after.startsWith("具体问题")) return false;
  const { tally } = ledger;
  return group.total.value === totalOf(tally, "parent") || group.total.value === totalOf(tally, "section");
}

/** Overdue is told of deadlines as well as of what calls itself so. */
function nameOf(status: FigureData["status"]): { readonly zh: string; readonly en: string } {
  if (status === "total") return { zh: "总数", en: "total" };
  if (status === "units") return { zh: "责任单位数", en: "units in charge" };
  if (status === "base") return { zh: "计算比率的总数", en: "base of the rate" };
  return status === "overdueDeclared" ? { zh: "超期", en: "overdue" } : STATUS_WORDS[status];
}

export const ledgerFigure = defineProofRule<FigureData>({
  alias: "ledger-figure",
  code: "P801",
  severity: "error",
  name: { zh: "数字与台账不符", en: "figure differs from the ledger" },
  messages: {
    zh: ({ subject, group, status, written, ledger }) =>
      `${group === "" ? "" : `“${group}”`}${SUBJECT_TEXTS[subject].zh}${nameOf(status).zh}通报写${written}，台账是${ledger}。`,
    en: ({ subject, group, status, written, ledger }) =>
      `${group === "" ? "" : `${group}, `}${SUBJECT_TEXTS[subject].en}, ${nameOf(status).en}: ${written} here, ${ledger} in the ledger.`,
  },
  find: figures,
  page: {
    what: "综述里问题、措施、信访件、线索、立行立改、交办事项的总数和各状态数，与所给台账的统计。已完成按三种口径任一相符即可；分责任单位、板块说的数与台账中该单位、板块的事项比；逾期数与台账按时限算出的超期数比。前面没有总数的数（正在整改的6个问题、办公室承担4个、涉及10个责任单位）也比，不符时只提醒。有事项状态不明的，状态数只在怎么算都不符时才报。台账没有的单位、剩余的和自查的问题、上轮往年的数不比。",
    why: "公布的每个数都应有台账的行支持。",
    bad: "通报：已完成整改20个；台账：19个。",
    good: "通报：已完成整改19个；台账：19个。",
    todo: "以台账为准改正，或先更新台账。",
    en: "Totals and status counts of the summary against the ledger's tally.",
  },
  ground: FIGURES_GROUND,
});
