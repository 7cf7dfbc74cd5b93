import {
  placeOf,
  scorecards,
  type FigureTable,
  type Scorecard,
  type ScoreColumn,
  type ScoreFigure,
} from "../../reading";
import type { Reading } from "../../ledger";
import { TABLE_AS_OF } from "../../zh/words/figure-tables";
import { PROGRESS_WORDS } from "../../zh/words/template";
import { expectedPercent } from "../percents";
import { defineProofRule, type ProofHit } from "../rule";
import type { LedgerSide, ProofContext } from "../types";
import { groupFigures, kindOf, type GroupFigures } from "./group-figures";
import { ratesOf, toldFigures } from "./told-figures";
import { FIGURES_GROUND } from "./words";

type GroupData = {
  readonly what: ScoreColumn;
  /** "" for all there is. */
  readonly group: string;
  readonly written: string;
  readonly ledger: string;
};

function* figures(context: ProofContext): Generator<ProofHit<GroupData>> {
  const { ledger } = context;
  if (!ledger) return;
  const held = heldElsewhere(context);
  const cards = knownCards(context, ledger);
  const tables = tablesLike(cards);
  for (const { card, counts } of cards) {
    const likeness = card.table === null ? "same" : (tables.get(card.table) ?? "same");
    if (likeness === "other") continue;
    if (card.table !== null && isOfAnotherMonth(card.table, ledger.reading)) continue;
    // Heads of somebody else's table may mean what ours do, or not quite.
    const mayCountElse = likeness === "unlike" || (card.table !== null && !isOwn(card.table));
    for (const figure of card.figures) {
      const { line, start, end, value, what } = figure;
      if (HELD.has(what) && held.has(`${line}:${start}`) && !isOtherDefinition(figure, counts)) continue;
      const expected = expectedOf(figure, counts);
      if (expected === null) continue;
      const written = typeof value === "number" ? String(value) : value.text;
      const data = { what, group: card.group?.name ?? "", written, ledger: expected };
      // Classes follow what words say of progress; what another definition counts as done is no plain mistake.
      const doubtful =
        mayCountElse || (what in counts.classes && (what !== "done" || isOtherDefinition(figure, counts)));
      yield { place: placeOf(line, start, end), data, severity: doubtful ? "warning" : "error" };
    }
  }
}

/** Cards whose group and kind the ledger has, with what it counts of them. */
export function knownCards(context: ProofContext, ledger: LedgerSide): readonly KnownCard[] {
  const known = new Map<string, GroupFigures | null>();
  return scorecards(context.lines).flatMap((card) => {
    const kind = kindOf(card, ledger.reading);
    if (kind === null) return [];
    const key = `${kind} ${card.group?.by ?? ""} ${card.group?.name ?? ""}`;
    if (!known.has(key)) known.set(key, groupFigures(card, kind, ledger));
    const counts = known.get(key);
    return counts ? [{ card, counts }] : [];
  });
}

interface KnownCard {
  readonly card: Scorecard;
  readonly counts: GroupFigures;
}

/** Rows that are compared before a table that agrees in none is held to be of something else. */
const TELLING_ROWS = 3;

/** Whether tables count what the ledger does: `unlike` where more totals differ than agree, `other` where none agrees. */
function tablesLike(cards: readonly KnownCard[]): ReadonlyMap<FigureTable, "same" | "unlike" | "other"> {
  const seen = new Map<FigureTable, { agree: number; differ: number }>();
  for (const { card, counts } of cards) {
    const total = card.figures.find(({ what }) => what === "total");
    if (card.table === null || !total) continue;
    const count = seen.get(card.table) ?? { agree: 0, differ: 0 };
    seen.set(card.table, count);
    if (total.value === counts.total) count.agree++;
    else count.differ++;
  }
  return new Map(
    [...seen].map(([table, { agree, differ }]) => {
      if (isOwn(table) || differ <= agree) return [table, "same"];
      return [table, agree === 0 && differ >= TELLING_ROWS ? "other" : "unlike"];
    }),
  );
}

/** Its heads are those that the program writes. */
function isOwn({ columns }: FigureTable): boolean {
  return columns.every((column) => column === null || column.own || column.what === "part");
}

/** 截至9月底 above a table, beside a ledger of November. */
function isOfAnotherMonth({ title }: FigureTable, { asOf }: Reading): boolean {
  const month = AS_OF.exec(title)?.[1];
  return month !== undefined && Number(month) !== asOf.date.month;
}

const AS_OF = new RegExp(TABLE_AS_OF, "u");

const HELD: ReadonlySet<ScoreColumn> = new Set(["total", "done", "rate"]);

function isOtherDefinition({ what, value }: ScoreFigure, { done }: GroupFigures): boolean {
  return what === "done" && typeof value === "number" && done.includes(value);
}

/** Where the figures stand that ledger-figure and ledger-rate hold. */
function heldElsewhere(context: ProofContext): ReadonlySet<string> {
  const held = new Set<string>();
  for (const { told, start } of toldFigures(context)) held.add(`${told.line}:${start}`);
  for (const { rate } of ratesOf(context)) held.add(`${rate.line}:${rate.token.start}`);
  return held;
}

/** What the ledger counts instead; null where the figure is its. */
function expectedOf({ what, value }: ScoreFigure, counts: GroupFigures): string | null {
  if (typeof value !== "number") {
    const { numerator, denominator } = counts.rate;
    return counts.isRate(value) ? null : (expectedPercent(numerator, denominator, value.decimals) ?? "—");
  }
  const own = countOf(what, counts);
  return own === value || (what in counts.ownClasses && ownClassOf(what, counts) === value) ? null : String(own);
}

/** By the ledger's own 进度类别. */
function ownClassOf(what: ScoreColumn, { ownClasses }: GroupFigures): number | undefined {
  return Object.entries(ownClasses).find(([one]) => one === what)?.[1];
}

function countOf(what: ScoreColumn, counts: GroupFigures): number {
  switch (what) {
    case "total":
    case "rate":
      return counts.total;
    case "done":
      return counts.done[0] ?? 0;
    case "base":
      return counts.rate.denominator;
    case "doneOfBase":
      return counts.rate.numerator;
    default:
      return counts.classes[what];
  }
}

const WHAT: Readonly<Record<ScoreColumn, { readonly zh: string; readonly en: string }>> = {
  total: { zh: "总数", en: "total" },
  done: { zh: "已完成", en: "done" },
  rate: { zh: "完成率", en: "rate" },
  base: { zh: "完成率的分母", en: "denominator of the rate" },
  doneOfBase: { zh: "完成率的分子", en: "numerator of the rate" },
  ahead: { zh: PROGRESS_WORDS.ahead[0], en: "ahead of schedule" },
  onTrack: { zh: PROGRESS_WORDS.onTrack[0], en: "on schedule" },
  behind: { zh: PROGRESS_WORDS.behind[0], en: "behind schedule" },
  other: { zh: PROGRESS_WORDS.other[0], en: "others" },
};

export const ledgerGroup = defineProofRule<GroupData>({
  alias: "ledger-group",
  code: "P815",
  severity: "error",
  name: { zh: "分组或进度数与台账不符", en: "group or progress figure differs from the ledger" },
  messages: {
    zh: ({ what, group, written, ledger }) =>
      `${group === "" ? "" : `「${group}」`}${WHAT[what].zh}通报写${written}，台账是${ledger}。`,
    en: ({ what, group, written, ledger }) =>
      `${group === "" ? "" : `${group}, `}${WHAT[what].en}: ${written} here, ${ledger} in the ledger.`,
  },
  find: figures,
  page: {
    what: "督办通报里按会议、板块、责任单位分列的总数、已完成数、完成率，进度类别（超进度、达进度、欠进度、其它）各数，点到的欠进度单位后面的数，以及附表各行，与所给台账的统计。进度类别只提示核对。",
    why: "点名到单位的数，错一个就是错怪一个单位。",
    bad: "通报：财务科3个问题，已完成2个；台账：财务科已完成1个。",
    good: "通报：财务科3个问题，已完成1个。",
    todo: "以台账为准改正，或先更新台账。",
    en: "Figures of groups, classes of progress, units that lag and rows of the annex, against the ledger's tally.",
  },
  ground: FIGURES_GROUND,
});
