/** 督办函, 提醒函: which units get one, with which number, on which items; and its words. */
import { KIND_WORDS, type Item } from "../../ledger";
import { orOpen, type Paper, type PaperCell, type PaperSpan } from "../../notice";
import { chineseDate, type CivilDate } from "../../zh/civil-date";
import { distinctNames, leadNames, MONTH_KINDS } from "../common";
import { inPaper, problemText, statusText } from "../common/item-words";
import { deadlineText, type DueItem, type DueItems, type Level } from "./due-items";
import { LETTER_FACTS, type LetterFacts } from "./facts";
import { bodyOf, dayOrOpen, issuerOf, letterEnd } from "./letter-parts";
import { registerKey, type Register } from "./register";

export interface LetterItem extends DueItem {
  /** The deadline as it is written. */
  readonly written: string;
  /** How many letters its unit has had on it, this one included. */
  readonly time: number;
}

interface Letter {
  readonly unit: string;
  /** Name of its file, without a folder. */
  readonly file: string;
  /** ×整改办督〔2025〕3号; null while a part of it is open. */
  readonly number: string | null;
  readonly items: readonly LetterItem[];
  readonly paper: Paper;
}

export interface Letters {
  readonly level: Level;
  readonly letters: readonly Letter[];
  readonly noUnit: readonly LetterItem[];
  /** Names of facts that are not given, in the order of the form; none where there is no letter. */
  readonly open: readonly string[];
}

interface LetterOptions {
  readonly level: Level;
  readonly dueSoonDays: number;
  readonly asOf: CivilDate;
  readonly facts: LetterFacts;
  readonly register: Register;
}

const NAMES = {
  overdue: { file: "督办函", title: "关于督促办理超期整改事项的函", days: "超期天数" },
  "due-soon": { file: "提醒函", title: "关于提醒办理临期整改事项的函", days: "剩余天数" },
} as const;

/**
 * A letter for each unit, numbered in their order.
 * @example writeLetters(dueItems(reading, "overdue", 15), options).letters[0]?.number // "×整改办督〔2025〕3号"
 */
export function writeLetters(due: DueItems, options: LetterOptions): Letters {
  const { level, register } = options;
  const series = seriesOf(options.facts, register);
  const ending = `-${NAMES[level].file}`;
  const files = distinctNames(
    due.units.map(({ unit }) => unit),
    ending,
  );
  const letters = due.units.map(({ unit, items: found }, index): Letter => {
    const items = found.map((one): LetterItem => {
      const key = registerKey(unit, KIND_WORDS[one.item.ledger.kind].zh, one.item.problem);
      return { ...one, written: deadlineText(one), time: (register.times.get(key) ?? 0) + 1 };
    });
    const parts = series(index);
    return {
      unit,
      file: `${files[index]}${ending}.docx`,
      number: parts.some(({ open }) => open === true) ? null : textOf(parts),
      items,
      paper: letterPaper(unit, items, parts, options),
    };
  });
  return {
    level,
    letters,
    noUnit: due.noUnit.map((one) => ({ ...one, written: deadlineText(one), time: 1 })),
    open: letters.length === 0 ? [] : openFacts(options.facts, series(0)),
  };
}

function textOf(spans: readonly PaperSpan[]): string {
  return spans.map(({ text }) => text).join("");
}

/** The number of the n-th letter, in pieces: what a register states goes on, and a new series begins where the form says. */
function seriesOf(facts: LetterFacts, { last }: Register): (index: number) => readonly PaperSpan[] {
  const prefix = facts.prefix ?? last?.prefix ?? null;
  const year = facts.year ?? last?.year ?? null;
  const goesOn = last !== null && last.prefix === prefix && last.year === year;
  const first = goesOn ? Math.max(last.number + 1, facts.start ?? 1) : facts.start;
  return (index) => [
    orOpen(prefix, LETTER_FACTS.prefix),
    { text: "〔" },
    orOpen(year === null ? null : String(year), LETTER_FACTS.year),
    { text: "〕" },
    orOpen(first === null || prefix === null || year === null ? null : String(first + index), LETTER_FACTS.start),
    { text: "号" },
  ];
}

function openFacts(facts: LetterFacts, [prefix, , year, , start]: readonly PaperSpan[]): readonly string[] {
  const numbered: Partial<Record<keyof LetterFacts, PaperSpan | undefined>> = { prefix, year, start };
  return (Object.keys(LETTER_FACTS) as (keyof LetterFacts)[])
    .filter((name) => (name in numbered ? numbered[name]?.open === true : facts[name] === null))
    .map((name) => LETTER_FACTS[name]);
}

function letterPaper(
  unit: string,
  items: readonly LetterItem[],
  number: readonly PaperSpan[],
  { level, asOf, facts, dueSoonDays }: LetterOptions,
): Paper {
  const { title } = NAMES[level];
  const overdue = level === "overdue";
  return {
    title,
    blocks: [
      { type: "paragraph", role: "mark", spans: [issuerOf(facts)] },
      { type: "paragraph", role: "number", spans: number },
      { type: "paragraph", role: "title", spans: [{ text: title }] },
      { type: "paragraph", role: "addressee", spans: [{ text: `${unit}：` }] },
      bodyOf({
        text: `截至${chineseDate(asOf)}，${overdue ? overdueSentence(items) : dueSoonSentence(items, dueSoonDays)}`,
      }),
      tableOf(items, NAMES[level].days),
      ...again(items).map((text) => bodyOf({ text })),
      bodyOf(
        { text: overdue ? "请逐项查明原因，抓紧办理，于" : "请对照时限抓紧办理，确保按期完成，于" },
        dayOrOpen(facts.replyBy, LETTER_FACTS.replyBy),
        { text: "前书面函复办理情况，并附佐证材料。因客观原因不能按期完成的，请按程序申请延期，并说明理由。" },
      ),
      ...letterEnd(facts),
    ],
  };
}

function overdueSentence(items: readonly LetterItem[]): string {
  const longest = Math.max(...items.map(({ days }) => days));
  const most = items.length === 1 ? `已超期${longest}天` : `其中超期最长的已有${longest}天`;
  return `由你单位牵头的整改事项中，有${items.length}项${byKind(items)}已过整改时限仍未完成，${most}。具体如下：`;
}

function dueSoonSentence(items: readonly LetterItem[], days: number): string {
  return `由你单位牵头的整改事项中，有${items.length}项${byKind(items)}将在${days}天内到期，尚未完成。具体如下：`;
}

/** （反馈问题2项、信访件1项）, where there is more than one kind. */
function byKind(items: readonly LetterItem[]): string {
  const counts = MONTH_KINDS.map(
    (kind) => [kind, items.filter(({ item }) => item.ledger.kind === kind).length] as const,
  );
  const held = counts.filter(([, count]) => count > 0);
  if (held.length < 2) return "";
  return `（${held.map(([kind, count]) => `${KIND_WORDS[kind].zh}${count}项`).join("、")}）`;
}

/** What has had letters before is said by name. */
function again(items: readonly LetterItem[]): readonly string[] {
  const times = [...new Set(items.map(({ time }) => time))].filter((time) => time > 1).sort((a, b) => b - a);
  if (times.length === 0) return [];
  const said = times.map((time) => {
    const rows = items.flatMap((one, index) => (one.time === time ? [index + 1] : []));
    const which = rows.length === items.length ? "所列事项" : `表中第${rows.join("、")}行所列事项`;
    return `${which}系第${time}次发函`;
  });
  return [`${said.join("，")}，请主要负责人过问。`];
}

function tableOf(items: readonly LetterItem[], days: string) {
  const center = (text: string): PaperCell => ({ spans: [{ text }], align: "center" });
  const heads = ["序号", "事项", "整改时限", days, "责任领导", "目前状态"];
  return {
    type: "table",
    widths: [8, 36, 16, 13, 13, 14],
    repeat: true,
    rows: [
      { cells: heads.map((text): PaperCell => ({ spans: [{ text }], head: true })) },
      ...items.map((one) => ({
        cells: [
          center(one.item.number),
          { spans: [{ text: `${inPaper(problemText(one.item))}${withOthers(one.item)}` }] },
          center(one.written),
          center(String(one.days)),
          center(one.item.leader ?? ""),
          center(`${statusText(one.item, one.of)}${one.time > 1 ? `（第${one.time}次发函）` : ""}`),
        ],
      })),
    ],
  } as const;
}

/** Who answers or helps besides: a letter goes to the first-named lead unit only. */
function withOthers(item: Item): string {
  const leads = leadNames(item).slice(1);
  const helping = item.rows.flatMap(({ units, coUnits }) => [
    ...units.units.filter(({ role }) => role === "co"),
    ...(coUnits?.units ?? []),
  ]);
  const known = new Set(leadNames(item));
  const co = [...new Set(helping.map(({ name }) => name))].filter((name) => !known.has(name));
  const parts = [
    ...(leads.length === 0 ? [] : [`共同牵头：${leads.join("、")}`]),
    ...(co.length === 0 ? [] : [`配合：${co.join("、")}`]),
  ];
  return parts.length === 0 ? "" : `（${parts.join("；")}）`;
}
