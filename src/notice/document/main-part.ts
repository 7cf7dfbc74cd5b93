/**
 * What a notice is mainly about, and how it says so. Mostly problems that were fed back; where a workbook holds none, its
 * 立行立改问题 or the matters it supervises: then no figure of problems is asked for, and a matter is 办理, not 整改.
 */
import type { Kind, Reading } from "../../ledger";
import type { Tally } from "../../tally";
import { itemWords, type BulletinSource } from "../bulletin";
import { styleTemplate } from "../style-template";
import type { Template } from "../template";
import { countSentence, ourSentence, ownTemplate, type CountContext } from "./count-sentences";
import type { FactSentence } from "./fact-sentence";
import type { Inspection } from "./inspection";
import { inWordsOf } from "./inspection";
import { COUNT_SENTENCES, HANDED_HEADINGS, type NoticeStyle } from "./notice-styles";
import type { PartName } from "./types";

/** What the main part may list: never letters or clues. */
const MAIN_KINDS = ["problem", "immediate", "matter"] as const;
type MainKind = (typeof MAIN_KINDS)[number];

export interface MainPart {
  readonly kind: MainKind;
  /** Whether the workbook holds anything of it. */
  readonly present: boolean;
  /** What is supervised where no inspection is told: 重点工作, 事项. Null for a notice of an inspection. */
  readonly supervised: { readonly noun: string; readonly measure: string } | null;
}

export function countOf(tally: Tally, kind: Kind): number {
  return tally.kinds.find((one) => one.kind === kind)?.total.value ?? 0;
}

/** @example mainPartOf(reading, tally, inspection).kind // "matter", of a workbook of nothing but 督办事项 */
export function mainPartOf(reading: Reading, tally: Tally, inspection: Inspection): MainPart {
  const kind = MAIN_KINDS.find((one) => countOf(tally, one) > 0);
  const supervised = kind === "matter" && !inspection.told ? supervisedAs(reading) : null;
  return { kind: kind ?? "problem", present: kind !== undefined, supervised };
}

/** A head that names what stands below it: 重点工作, 督办事项. */
const NAME = /^\p{Script=Han}{3,8}$/u;

/** What is supervised, by the one head it stands below, else as a bulletin calls it. */
function supervisedAs(reading: Reading): { readonly noun: string; readonly measure: string } {
  const { noun, measure } = itemWords(reading, "matter");
  const heads = reading.ledgers.flatMap(({ kind, columns }) =>
    kind === "matter" ? [columns.problem?.header ?? ""] : [],
  );
  const [head = ""] = heads;
  const same = heads.every((each) => each === head) && NAME.test(head) && head.endsWith(noun);
  return { noun: same ? head : noun, measure };
}

/** Headings of a notice of what is supervised. */
const SUPERVISED_HEADINGS: Readonly<Partial<Record<PartName, string>>> = {
  organisation: "组织推进情况",
  overview: "总体进展情况",
};

/** The heading of a part, in the words of what the notice is about. */
export function headingOf(part: PartName, heading: string, main: MainPart, inspection: Inspection): string {
  const { kind, present, supervised } = main;
  if (supervised !== null) {
    if (part === "items") return `${supervised.noun}办理情况`;
    return SUPERVISED_HEADINGS[part] ?? heading;
  }
  if (part === "items" && present && kind !== "problem") return HANDED_HEADINGS[kind];
  return inWordsOf(inspection, heading);
}

/** A matter is told by its result and what was done, with no 此项问题. */
export function mainStyle(style: NoticeStyle, { kind }: MainPart): NoticeStyle {
  if (kind !== "matter") return style;
  return { ...style, ...HANDLED_ITEMS };
}

/** How letters, clues and matters are written, whatever the style: result and what was done. */
export const HANDLED_ITEMS = {
  problem: { before: "", after: "", quoted: false },
  lines: [
    { label: "办理结果：", holds: "status" },
    { label: "办理情况：", holds: "progress", optional: true },
  ],
  status: { before: "", after: "。" },
} as const satisfies Partial<NoticeStyle>;

const NOTHING: FactSentence = { spans: [], places: new Map() };

/**
 * The summary: an office's own template, else the style's; where there are no problems to sum up, the count of what there
 * is. Empty where only letters and clues are there, which are counted behind it.
 */
export function summaryOf(
  own: Template | undefined,
  styleName: string,
  main: MainPart,
  styled: BulletinSource,
  context: CountContext,
): FactSentence {
  if (own !== undefined) return countSentence(own, context);
  const { tally } = context;
  const nothing = tally.kinds.every((one) => one.total.value === 0);
  if (styleName === "bulletin" || nothing || countOf(tally, "problem") > 0)
    // A bulletin tells the rates of many kinds in a row, and has its tables for what they divide.
    return ourSentence(styleTemplate(styleName, styled), context, styleName !== "bulletin");
  if (!main.present) return NOTHING;
  return ourSentence(ownTemplate(countTemplate(main), context), context);
}

function countTemplate({ kind, supervised }: MainPart): string {
  if (supervised === null) return COUNT_SENTENCES[kind] ?? "";
  const { noun, measure } = supervised;
  return (
    `${noun}共{交办事项.总数}${measure}，已办结{交办事项.已办结}${measure}` +
    `[，正在办理{交办事项.正在办理}${measure}]，办结率{交办事项.办结率}。`
  );
}
