/**
 * 督办通报 in words: the whole by 进度类别, by group, the units that lag, the next step. It is made for the ledger at hand, as
 * a template whose places are those of all templates: so every figure has its rows.
 */
import { arePersonNames, isCountedDone, KINDS, type Item, type Kind, type Reading } from "../ledger";
import {
  createGroupNamer,
  divides,
  filterReading,
  isScheduled,
  lightOf,
  progressClass,
  ratedOf,
  valuesOf,
  type Definition,
  type Filter,
  type KindTally,
  type Light,
  type LightLimits,
  type Tally,
} from "../tally";
import { foldKey } from "../zh/text";
import { withoutNumber } from "../zh/list-number";
import {
  BULLETIN_GROUPS,
  BULLETIN_HEADS,
  BULLETIN_REST,
  ITEM_NOUNS,
  MEETING_HEADERS,
  SHARED,
} from "../zh/words/bulletin";
import { FILTER_KEYS, PROGRESS_WORDS } from "../zh/words/template";
import { columnsNamed } from "./known";
import { resolvePlace } from "./places";
import { MEASURE_WORDS, printedWord, STATUS_NAMES_BY_SUBJECT, SUBJECT_NAMES, type Subject } from "./status-words";
import type { Template, TemplateNode } from "./template";

type Counted = Exclude<Kind, "accountability">;

export interface BulletinSource {
  readonly reading: Reading;
  readonly tally: Tally;
  readonly lights: LightLimits;
  /** Points by which actual and planned progress may differ and still agree. */
  readonly tolerance: number;
  /** Whether the next step stands at its end; a notice has a part for it. */
  readonly nextStep: boolean;
}

/** What the form of facts fills in, as it is shown where it is open. */
export const NEXT_STEP = "下一步要求";
/** Units named at most. */
const MOST_NAMED = 10;

/** How the items of a kind are counted and called: 件, 事项. */
interface Words {
  readonly subject: Subject;
  readonly measure: string;
  readonly noun: string;
}

const text = (words: string): TemplateNode => ({ type: "text", text: words });
const piece = (...nodes: readonly TemplateNode[]): TemplateNode => ({ type: "optional", nodes });

/** A place of a kind, of some of its items. */
function place(subject: Subject, word: string, ...filters: readonly (Filter | null)[]): TemplateNode {
  const found = resolvePlace(`${SUBJECT_NAMES[subject][0] ?? ""}.${word}`);
  if (found === null) throw new Error(`no place ${word}`);
  const asked = filters.filter((filter) => filter !== null);
  if (asked.length === 0) return { type: "place", place: found, start: 0, end: 0 };
  const name = `${found.name}${asked.map((filter) => `[${shownFilter(filter)}]`).join("")}`;
  return { type: "place", place: { ...found, name, filters: asked }, start: 0, end: 0 };
}

function shownFilter(filter: Filter): string {
  if (filter.type === "unit") return `单位=${filter.name}`;
  if (filter.type === "section") return `方面=${filter.name}`;
  if (filter.type === "counted") return FILTER_KEYS.counted[0];
  if (filter.type === "none") return "其余";
  if (filter.type === "status") return `${FILTER_KEYS.status[0]}=${printedWord("problem", filter.status)}`;
  return filter.type === "column" ? `${filter.column}=${filter.value}` : filter.type;
}

/** 反馈问题.已完成, 信访件.已办结 as the kind calls it. */
const doneWord = (subject: Subject): string => STATUS_NAMES_BY_SUBJECT[subject].done[0] ?? "";

/**
 * How a bulletin calls the items of a kind: by the head of the column they stand in, else by the kind.
 * @example itemWords(reading, "matter") // { subject: "matter", measure: "件", noun: "事项" }
 */
export function itemWords(reading: Reading, kind: Counted): Words {
  const heads = reading.ledgers
    .filter((ledger) => ledger.kind === kind)
    .map(({ columns }) => foldKey(columns.problem?.header ?? ""));
  const said = ITEM_NOUNS.find(({ head }) => heads.length > 0 && heads.every((each) => each.endsWith(head)));
  // Beside other kinds 事项 could be any of them.
  const alone = reading.ledgers.every((ledger) => ledger.kind === kind || ledger.kind === "accountability");
  if (said !== undefined && (kind === "problem" || (kind === "matter" && alone))) return { subject: kind, ...said };
  const noun = kind === "matter" && !alone ? (SUBJECT_NAMES.matter[0] ?? "") : BULLETIN_NOUNS[kind];
  return { subject: kind, measure: MEASURE_WORDS[kind], noun };
}

const BULLETIN_NOUNS: Readonly<Record<Counted, string>> = {
  problem: "问题",
  letter: "信访件",
  clue: "问题线索",
  matter: "事项",
  immediate: "立行立改问题",
};

/**
 * The bulletin of a ledger as a template; without figures where the ledger holds nothing that is counted.
 * @example bulletinTemplate({ reading, tally, lights, tolerance: 5, nextStep: true }).variables // ["下一步要求"]
 */
export function bulletinTemplate(source: BulletinSource): Template {
  const { whole, groups, behind } = bulletinParts(source);
  const last = [text("下一步，"), { type: "variable", name: NEXT_STEP, form: true } as const, text("。")];
  const nodes = [...whole, ...groups, ...behind, ...(source.nextStep ? last : [])];
  return { ...asTemplate(nodes), variables: source.nextStep ? [NEXT_STEP] : [] };
}

/** Nodes of ours as a template, right by their making. */
export function asTemplate(nodes: readonly TemplateNode[]): Template {
  return { source: "", nodes, problems: [], variables: [], exact: true };
}

/** The parts of a bulletin; `groups` and `behind` are empty where there is nothing to tell. */
interface BulletinParts {
  readonly whole: readonly TemplateNode[];
  readonly groups: readonly TemplateNode[];
  readonly behind: readonly TemplateNode[];
}

/** The parts apart, for a notice that gives each its heading. */
export function bulletinParts(source: BulletinSource): BulletinParts {
  const kinds = countedKinds(source.tally).map((kind) => ({
    kind,
    words: itemWords(source.reading, kind.kind as Counted),
  }));
  const lead = (words: Words): string => (kinds.length > 1 ? words.noun : "");
  const whole = kinds.flatMap(({ kind, words }, index) => [
    ...wholeOf(kind, words, source),
    text(index === kinds.length - 1 ? "。" : "；"),
  ]);
  return {
    whole: [{ type: "asOf", form: "day" }, text(whole.length === 0 ? "。" : "，"), ...whole],
    groups: kinds.flatMap(({ words }) => groupsOf(words, source, lead(words))),
    behind: kinds.flatMap(({ words }) => laggardsOf(words, source, lead(words))),
  };
}

/** Kinds that hold anything, in the order of reports. */
function countedKinds(tally: Tally): readonly KindTally[] {
  return KINDS.flatMap((kind) => tally.kinds.filter((one) => one.kind === kind && one.total.value > 0));
}

/** Between cells and rows of the annex while it is composed; no name holds them. */
export const CELL = "\u0001";
export const ROW = "\u0002";

/** A table of the annex: its head, its rows as one text with CELL and ROW between, and what is said below it ("" for nothing). */
interface AnnexTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly template: Template;
  readonly note: string;
}

const CLASSES = ["ahead", "onTrack", "behind", "other"] as const;

/** 附表: each kind by unit, else by group, and its whole. */
export function annexTables(source: BulletinSource): readonly AnnexTable[] {
  const { reading, tally } = source;
  const kinds = countedKinds(tally);
  return kinds.map((kind): AnnexTable => {
    const words = itemWords(reading, kind.kind as Counted);
    const { by, groups } = annexGroups(reading, tally, kind.kind as Counted);
    const rows = [...groups.map(({ name, filter }) => rowOf(words, name, filter)), rowOf(words, "合计", null)];
    const nodes = rows.flatMap((row, index) => (index === 0 ? row : [text(ROW), ...row]));
    const heads = [BULLETIN_HEADS[by], "总数", "已完成", ...CLASSES.map((one) => PROGRESS_WORDS[one][0]), "完成率"];
    const note = by === "unit" && isShared(reading, kind.kind) ? SHARED.note : "";
    return { title: `${words.noun}进展情况统计表`, heads, template: asTemplate(nodes), note };
  });
}

/** By unit wherever units are named: two lead units both count an item. */
function annexGroups(reading: Reading, tally: Tally, kind: Counted): BulletinGroups {
  const units = tally.byUnit.filter((one) => one.kind === kind && !arePersonNames(one.name));
  const groups = units.map(({ name }) => ({ name, filter: { type: "unit", name } as const }));
  if (groups.length > 0) return withRest({ by: "unit", groups }, reading, kind);
  return groupsIn(reading, tally, kind) ?? { by: "unit", groups: [] };
}

/** Whether an item of the kind counts for several units, so that theirs add up to more than the whole. */
function isShared(reading: Reading, kind: Kind, counts: (item: Item) => boolean = () => true): boolean {
  const namer = createGroupNamer();
  return itemsOf(reading, kind).some(
    (item) => counts(item) && namer.units(item).filter(({ name }) => !arePersonNames(name)).length > 1,
  );
}

function rowOf({ subject }: Words, name: string, filter: Filter | null): readonly TemplateNode[] {
  const metrics = ["总数", doneWord(subject), ...CLASSES.map((one) => PROGRESS_WORDS[one][0]), "完成率"];
  const shown: TemplateNode = { type: "value", text: name.replaceAll(CELL, "").replaceAll(ROW, "") };
  return [shown, ...metrics.flatMap((word) => [text(CELL), place(subject, word, filter)])];
}

/** 222件事项，已完成24件，超进度10件，…，完成率11%; where nothing is told but done and not, 22件，办结6件（27%），在办16件（73%）. */
function wholeOf(kind: KindTally, words: Words, source: BulletinSource): readonly TemplateNode[] {
  const { subject, measure, noun } = words;
  const total = place(subject, "总数");
  const plain = plainBreakdown(kind, words, source);
  if (plain !== null) return [text(`${noun}共`), total, text(`${measure}，`), ...plain];
  const classes = (["ahead", "onTrack", "behind", "other"] as const).map((one) =>
    piece(text(`，${PROGRESS_WORDS[one][0]}`), place(subject, PROGRESS_WORDS[one][0]), text(measure)),
  );
  return [
    total,
    text(`${measure}${noun}`),
    ...doneOf(kind, words),
    ...classes,
    unknownOf(words, null, "其中"),
    ...(ratedOf(kind) === null ? [] : ratedBy(words, itemsOf(source.reading, kind.kind), source.tally.definition)),
  ];
}

/**
 * 完成率38%; where it does not divide what stands before it, with what it divides: 完成率43%（应完成7件，其中已完成3件）,
 * 完成率38%（计入8件，其中已完成3件）.
 */
function ratedBy(
  { subject, measure }: Words,
  items: readonly Item[],
  definition: Definition,
  filter: Filter | null = null,
): readonly TemplateNode[] {
  const rate = [text("，完成率"), place(subject, "完成率", filter)];
  if (items.every((item) => divides(item, definition))) return rate;
  const counted = { type: "counted" } as const;
  return [
    ...rate,
    text(definition.denominator === "due" ? "（应完成" : "（计入"),
    place(subject, "总数", filter, counted),
    text(`${measure}，其中已完成`),
    place(subject, doneWord(subject), filter, counted),
    text(`${measure}）`),
  ];
}

/** ，已完成0件: beside a rate also where nothing is done, for the rate divides it. */
function doneOf(kind: KindTally, { subject, measure }: Words): readonly TemplateNode[] {
  const done = [text("，已完成"), place(subject, doneWord(subject)), text(measure)];
  return kind.rate === null ? [piece(...done)] : done;
}

/** （其中状态待核实2件）: what nobody can count as done or not is told beside what is counted. */
function unknownOf({ subject, measure }: Words, filter: Filter | null, lead: string): TemplateNode {
  const unknown = { type: "status", status: "unknown" } as const;
  const word = printedWord(subject, "unknown");
  return piece(text(`（${lead}${word}`), place(subject, "总数", filter, unknown), text(`${measure}）`));
}

/** The parts where no item is before or behind its schedule and all that is not done is said to be in one state. */
function plainBreakdown(kind: KindTally, words: Words, source: BulletinSource): readonly TemplateNode[] | null {
  const { subject, measure } = words;
  const { byStatus, rest, rate, done } = kind;
  const { definition } = source.tally;
  const state = (["ongoing", "notDone"] as const).find((one) => byStatus[one].value === rest.value);
  if (state === undefined || rest.value === 0 || done.value === 0 || rate === null) return null;
  if (definition.denominator !== "all") return null;
  const classes = new Set(itemsOf(source.reading, kind.kind).map((item) => classOf(item, source)));
  if (classes.has("ahead") || classes.has("behind")) return null;
  const word = STATUS_NAMES_BY_SUBJECT[subject][state][0] ?? "";
  const onTrack = classes.has("onTrack")
    ? (["onTrack", "other"] as const).map((one, index) =>
        piece(
          text(`，${index === 0 ? "其中" : ""}${PROGRESS_WORDS[one][0]}`),
          place(subject, PROGRESS_WORDS[one][0]),
          text(measure),
        ),
      )
    : [];
  if (state === "notDone")
    return [
      text("已完成"),
      place(subject, doneWord(subject)),
      text(`${measure}，`),
      place(subject, word),
      text(`${measure}${printedWord("problem", state)}`),
      text("，完成率"),
      place(subject, "完成率"),
      ...onTrack,
    ];
  const handled = subject !== "problem" && subject !== "immediate";
  const share = resolvedShare(subject);
  return [
    text(handled ? "办结" : "已完成"),
    place(subject, doneWord(subject)),
    text(`${measure}（`),
    place(subject, "完成率"),
    text(`），${handled ? "在办" : word}`),
    place(subject, word),
    text(`${measure}（`),
    share,
    text("）"),
    ...onTrack,
  ];
}

/** The share of what is in hand. */
function resolvedShare(subject: Subject): TemplateNode {
  const word = STATUS_NAMES_BY_SUBJECT[subject].ongoing[0] ?? "";
  const name = `率:${word}`;
  return { type: "place", place: { type: "share", name, subject, status: "ongoing", filters: [] }, start: 0, end: 0 };
}

function itemsOf(reading: Reading, kind: Kind): readonly Item[] {
  return reading.ledgers.flatMap((ledger) => (ledger.kind === kind ? ledger.items : []));
}

function classOf(item: Item, { reading, tally, tolerance }: BulletinSource) {
  return progressClass(item, { done: tally.definition.done, feedbackDate: reading.feedbackDate, tolerance });
}

/** What a bulletin tells apart: meetings where a column names them, else sections, else units. */
interface BulletinGroups {
  readonly by: keyof typeof BULLETIN_GROUPS;
  readonly groups: readonly { readonly name: string; readonly filter: Filter }[];
}

/**
 * The groups of a kind; null where there are not two.
 * @example groupsIn(reading, tally, "matter")?.by // "meeting"
 */
function groupsIn(reading: Reading, tally: Tally, kind: Counted): BulletinGroups | null {
  const own: Reading = { ...reading, ledgers: reading.ledgers.filter((ledger) => ledger.kind === kind) };
  for (const header of MEETING_HEADERS) {
    const found = columnsNamed(own, header);
    if (found.type !== "found") continue;
    const values = valuesOf(found.columns, own);
    if (values.length < 2) continue;
    const groups = values.map((value) => ({
      name: value,
      filter: { type: "column", column: header, value, whole: true } as const,
    }));
    return withRest({ by: "meeting", groups }, reading, kind);
  }
  for (const [by, list] of [
    ["section", tally.bySection],
    ["unit", tally.byUnit],
  ] as const) {
    const groups = list
      .filter((one) => one.kind === kind && !(by === "unit" && arePersonNames(one.name)))
      .map(({ name }) => ({ name, filter: { type: by, name } as const }));
    if (groups.length > 1) return withRest({ by, groups }, reading, kind);
  }
  return null;
}

/** With what stands under none of the groups as one more: so they add up to the whole. */
function withRest({ by, groups }: BulletinGroups, reading: Reading, kind: Counted): BulletinGroups {
  const rest: Filter = { type: "none", of: groups.map(({ filter }) => filter) };
  // Which statuses count as done is nothing to these filters.
  const left = itemsIn(reading, kind, rest, { done: "done", denominator: "all" });
  return { by, groups: left.length === 0 ? groups : [...groups, { name: BULLETIN_REST[by], filter: rest }] };
}

function groupsOf(words: Words, { reading, tally }: BulletinSource, lead: string): readonly TemplateNode[] {
  const { subject, measure, noun } = words;
  const found = groupsIn(reading, tally, subject as Counted);
  if (found === null) return [];
  const nodes = found.groups.flatMap(({ name, filter }, index): readonly TemplateNode[] => {
    const shown = withoutNumber(name);
    const own = itemsIn(reading, subject as Counted, filter, tally.definition);
    // A unit whose statuses nobody can read has no rate, as everywhere.
    const rated = own.some((item) => item.status !== "unknown" && divides(item, tally.definition));
    return [
      text(index === 0 ? "" : "；"),
      { type: "value", text: shown },
      text(/\d$/u.test(shown) ? "共" : ""),
      place(subject, "总数", filter),
      text(`${measure}${noun}，已完成`),
      place(subject, doneWord(subject), filter),
      text(measure),
      unknownOf(words, filter, "另有"),
      ...(rated ? ratedBy(words, own, tally.definition, filter) : []),
    ];
  });
  const shared = found.by === "unit" && isShared(reading, subject as Kind) ? SHARED.told : "";
  return [text(`${lead}${BULLETIN_GROUPS[found.by]}，`), ...nodes, text(`${shared}。`)];
}

/** Items of a group. */
function itemsIn(reading: Reading, kind: Counted, filter: Filter, definition: Definition): readonly Item[] {
  return itemsOf(filterReading(reading, [filter], definition, "items"), kind);
}

interface Laggard {
  readonly name: string;
  readonly behind: number;
  readonly light: Light | null;
}

const LIGHT_ORDER: readonly (Light | null)[] = ["red", "yellow", "green", null];

/** Units with items behind their schedule: red lights first, then by how many. Persons in the place of units are left out. */
function laggards(kind: Counted, source: BulletinSource): readonly Laggard[] {
  const { definition } = source.tally;
  const namer = createGroupNamer();
  const units = new Map<string, { readonly name: string; behind: number; done: number; due: number; of: number }>();
  for (const item of itemsOf(source.reading, kind))
    for (const { key, name } of namer.units(item)) {
      const unit = units.get(key) ?? { name, behind: 0, done: 0, due: 0, of: 0 };
      units.set(key, unit);
      if (classOf(item, source) === "behind") unit.behind += 1;
      if (!divides(item, definition)) continue;
      unit.of += 1;
      if (isCountedDone(item.status, definition.done)) unit.done += 1;
      if (isScheduled(item, definition)) unit.due += 1;
    }
  return Array.from(units.values())
    .filter(({ behind, name }) => behind > 0 && !arePersonNames(name))
    .map(({ name, behind, ...rate }) => ({ name, behind, light: lightOf(rate, source.lights) }))
    .sort((a, b) => LIGHT_ORDER.indexOf(a.light) - LIGHT_ORDER.indexOf(b.light) || b.behind - a.behind);
}

function laggardsOf({ subject, measure }: Words, source: BulletinSource, lead: string): readonly TemplateNode[] {
  const all = laggards(subject as Counted, source);
  if (all.length === 0) return [];
  const named = all
    .slice(0, MOST_NAMED)
    .flatMap(({ name }, index): readonly TemplateNode[] => [
      text(index === 0 ? "" : "、"),
      { type: "value", text: name },
      text("（"),
      place(subject, PROGRESS_WORDS.behind[0], { type: "unit", name }),
      text(`${measure}）`),
    ]);
  const more = all.length > MOST_NAMED ? "等" : "";
  const isBehind = (item: Item): boolean => classOf(item, source) === "behind";
  const shared = isShared(source.reading, subject as Kind, isBehind) ? SHARED.told : "";
  return [text(`${lead}${PROGRESS_WORDS.behind[0]}的责任单位：`), ...named, text(`${more}${shared}。`)];
}
