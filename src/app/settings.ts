/**
 * Settings: one validated object, whatever they came from (options of the command line, a settings file, the pane, state
 * kept beside a workbook). A wrong option is answered with a sentence: what, where, what to do, and a right one.
 */
import * as v from "valibot";
import { distance } from "fastest-levenshtein";
import { isoDate, type CivilDate } from "../zh/civil-date";
import { readFormDate } from "../zh/written-date";
import { COLUMN_KEYS, type ColumnSettlement, type RowSettlement } from "../ledger";
import type { CheckWords } from "../check";
import { NO_LEXICON, type OfficeLexicon } from "../ledger";
import type { Lang, Severity } from "../rule";
import { DEFAULT_LIGHTS, DEFAULT_TOLERANCE, type Definition, type LightLimits } from "../tally";
import type { SettingsProblem } from "./settings-problem";
import { isEmptyLexicon, lexiconToJson, readLexicon } from "./lexicon";

type RuleLevel = Severity | "off";

/** Everything a person can choose. Immutable; validated as a whole by `settingsFrom` (settings.ts). */
export interface Settings {
  readonly lang: Lang;
  /** null: the date the ledger states, else today. */
  readonly asOf: CivilDate | null;
  /** null: read from the title, else unknown. */
  readonly feedbackDate: CivilDate | null;
  /** 集中整改期 in months from the feedback date; null: not set, such deadlines stay invalid. */
  readonly concentratedMonths: number | null;
  /** 口径: statuses that count as done, and what a rate divides by. */
  readonly definition: Definition["done"];
  readonly denominator: Definition["denominator"];
  /** Decimals of printed percentages. */
  readonly precision: 0 | 1 | 2;
  /** Days before a deadline from which an item is due soon. */
  readonly dueSoon: number;
  /** Points behind what is due at which a unit's light turns yellow, and beyond which red (统计表). */
  readonly lights: LightLimits;
  /** Points by which actual and planned progress may differ and still agree (进度类别). */
  readonly progressTolerance: number;
  /** Only these sheets; null: all that are ledgers. */
  readonly sheets: readonly string[] | null;
  /** Which column is meant, for all tables with the same headers. */
  readonly columns: readonly ColumnSettlement[];
  /** Of rows that may be items or not: whether they are. */
  readonly rows: readonly RowSettlement[];
  /** Severity by rule alias where it differs from the rule's own, or "off". */
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Phrases of one's own for the two judgements about progress texts. */
  readonly words: CheckWords;
  /** The office's own words for everything that is read, added to ours. */
  readonly lexicon: OfficeLexicon;
  /** Shipped style of the summary; not used while `template` is set. */
  readonly style: string;
  /** Style of the whole notice (headings, order of its parts); null: the one named like the paragraph's. */
  readonly noticeStyle: string | null;
  /** Own template text; null: the style. */
  readonly template: string | null;
  /** Templates of the office's own, by name: 月报 → 反馈问题{反馈问题.总数}个…. */
  readonly templates: ReadonlyMap<string, string>;
  /** Free variables of the template: 巡察组 → 县委巡察组. */
  readonly variables: ReadonlyMap<string, string>;
  /** Write even though findings hold the paragraph back. */
  readonly writeAnyway: boolean;
}

export type SettingsOutcome =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] };

/** What names are known: rules and styles are lists of other folders. */
export interface KnownNames {
  /** null where the rules are not loaded: any name that could be a rule's is taken, and does nothing if it is none. */
  readonly rules: readonly string[] | null;
  readonly styles: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = Object.freeze({
  lang: "zh",
  asOf: null,
  feedbackDate: null,
  concentratedMonths: null,
  definition: "done",
  denominator: "all",
  precision: 0,
  dueSoon: 15,
  lights: DEFAULT_LIGHTS,
  progressTolerance: DEFAULT_TOLERANCE,
  sheets: null,
  columns: Object.freeze([]),
  rows: Object.freeze([]),
  rules: new Map<string, RuleLevel>(),
  words: Object.freeze({ harmless: [], pending: [] }),
  lexicon: NO_LEXICON,
  style: "rate",
  noticeStyle: null,
  template: null,
  templates: new Map<string, string>(),
  variables: new Map<string, string>(),
  writeAnyway: false,
});

/** What a rule may be set to. */
export const LEVELS = ["error", "warning", "info", "off"] as const;
/** Longest text a setting may hold; a template of one's own is a paragraph, not a book. */
export const MAX_TEXT = 20_000;

const date = v.pipe(
  v.string(),
  v.transform(readFormDate),
  v.custom<CivilDate>((value) => value !== null, "no such date"),
);
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const header = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const phrases = v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40))), v.maxLength(500));

/** Options as they stand in a settings file. `rules` and `variables` are looked at key by key. */
export const OPTIONS = {
  lang: option(v.picklist(["zh", "en"]), "只能是 zh 或 en", "must be zh or en", '"lang": "zh"'),
  asOf: option(v.nullable(date), "应是一个日期", "must be a date", '"asOf": "2025-10-10"'),
  feedbackDate: option(v.nullable(date), "应是一个日期", "must be a date", '"feedbackDate": "2025-04-03"'),
  concentratedMonths: option(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36))),
    "应是 1 到 36 之间的整数（集中整改期的月数）",
    "must be a whole number of months from 1 to 36",
    '"concentratedMonths": 3',
  ),
  definition: option(
    v.picklist(["done", "basic", "phased"]),
    "只能是 done（已完成）、basic（含基本完成）或 phased（含基本完成和阶段性完成）",
    "must be done, basic or phased",
    '"definition": "done"',
  ),
  denominator: option(
    v.picklist(["all", "due"]),
    "只能是 all（全部事项）或 due（截止日前到期的事项）",
    "must be all or due",
    '"denominator": "all"',
  ),
  precision: option(
    v.picklist([0, 1, 2]),
    "只能是 0、1 或 2（百分比的小数位数）",
    "must be 0, 1 or 2",
    '"precision": 1',
  ),
  dueSoon: option(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(366)),
    "应是 0 到 366 之间的整数（天数）",
    "must be a whole number of days from 0 to 366",
    '"dueSoon": 15',
  ),
  lights: option(
    v.pipe(
      v.strictObject({ yellow: points, red: points }),
      v.check(({ yellow, red }) => yellow <= red, "yellow comes before red"),
    ),
    "应写明落后多少个百分点起亮黄灯（yellow）、超过多少亮红灯（red），0 到 100 的整数，黄不大于红",
    "must give the points behind from which the light is yellow and beyond which it is red: whole numbers, yellow not above red",
    '"lights": {"yellow": 10, "red": 30}',
  ),
  progressTolerance: option(
    points,
    "应是 0 到 100 之间的整数（实际进度与计划进度相差多少个百分点以内算达进度）",
    "must be a whole number of points from 0 to 100",
    '"progressTolerance": 5',
  ),
  sheets: option(
    v.nullable(v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1))),
    "应是工作表名称的列表",
    "must be a list of sheet names",
    '"sheets": ["问题整改台账"]',
  ),
  columns: option(
    v.pipe(
      v.array(
        v.strictObject({
          field: v.picklist(COLUMN_KEYS),
          among: v.optional(v.pipe(v.array(header), v.maxLength(20)), []),
          take: header,
          unit: v.exactOptional(header),
        }),
      ),
      v.maxLength(500),
    ),
    "应是一个列表，每项写明字段（field）、并存的列名（among，可不写）、取哪一列（take）和只用于哪个单位的报送（unit，可不写）",
    "must be a list of fields, the headers beside one another (optional), the one to take and the unit whose files it is for (optional)",
    '"columns": [{"field": "status", "among": ["单位自报", "巡察办认定"], "take": "巡察办认定"}]',
  ),
  rows: option(
    v.pipe(v.array(v.strictObject({ row: header, item: v.boolean() })), v.maxLength(500)),
    "应是一个列表，每项写明哪一行（row：行号，或这一行里的文字）和是不是一项（item：true 或 false）",
    "must be a list of rows (number, or a text of the row) and whether each is an item",
    '"rows": [{"row": "12", "item": true}]',
  ),
  style: option(text, "应是一种样式的名称", "must be the name of a style", '"style": "rate"'),
  noticeStyle: option(
    v.nullable(text),
    "应是一种样式的名称，或 null",
    "must be the name of a style, or null",
    '"noticeStyle": "items"',
  ),
  template: option(
    v.nullable(text),
    "应是模板文字",
    "must be the text of a template",
    '"template": "反馈的{反馈问题.总数}个问题，已完成{反馈问题.已完成}个。"',
  ),
  words: option(
    v.strictObject({ harmless: v.optional(phrases, []), pending: v.optional(phrases, []) }),
    "应是两组词语（harmless、pending），每个词 2 至 40 字",
    "must be two lists of phrases (harmless, pending) of 2 to 40 characters",
    '"words": {"harmless": ["争创文明单位"], "pending": ["走流程中"]}',
  ),
  writeAnyway: option(v.boolean(), "应是 true 或 false", "must be true or false", '"writeAnyway": false'),
} as const;

export type OptionName = keyof typeof OPTIONS | "rules" | "templates" | "variables" | "lexicon";

/** Examples of the options that are looked at key by key. */
export const KEYED_EXAMPLES = {
  rules: '"rules": {"space": "off"}',
  templates: '"templates": {"月报": "反馈的{反馈问题.总数}个问题，已完成{反馈问题.已完成}个。"}',
  variables: '"variables": {"巡察组": "县委第一巡察组"}',
  lexicon: '"lexicon": {"statuses": {"合格": "done"}}',
} as const;

/** Every option of a settings file. */
export const OPTION_NAMES: readonly string[] = [...Object.keys(OPTIONS), "rules", "templates", "variables", "lexicon"];

function option<S extends v.GenericSchema<never, unknown> | v.GenericSchema>(
  schema: S,
  zh: string,
  en: string,
  example: string,
) {
  return { schema, zh, en, example };
}

/** Only what differs from the settings as shipped: what was asked for. */
export function changedFrom(settings: Settings): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => value !== DEFAULT_SETTINGS[name as keyof Settings]),
  );
}

/**
 * Settings from untrusted input over some base.
 * @param where what the input is called in sentences: "设置文件 my.json", "--as-of"
 * @example settingsFrom({ precision: 3 }, known) // { ok: false, problems: [{ option: "precision", zh: "…只能是 0、1 或 2…" }] }
 */
export function settingsFrom(
  input: unknown,
  known: KnownNames,
  base: Settings = DEFAULT_SETTINGS,
  where: { readonly zh: string; readonly en: string } = { zh: "设置", en: "Settings" },
): SettingsOutcome {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    const zh = `${where.zh}应是一个对象，例如 {"asOf": "2025-10-10", "precision": 1}。`;
    return { ok: false, problems: [{ option: "", zh, en: `${where.en} must be an object such as {"precision": 1}.` }] };
  }
  const problems: SettingsProblem[] = [];
  const changes = new Map<string, unknown>();
  for (const [name, value] of Object.entries(input)) {
    // Editors find the schema by it.
    if (name === "$schema" && typeof value === "string") continue;
    if (name === "lexicon") changes.set(name, readLexicon(value, where, problems));
    else if (name === "rules") changes.set(name, readRules(value, known, where, problems));
    else if (name === "variables" || name === "templates") changes.set(name, readTexts(name, value, where, problems));
    else if (OPTION_NAMES.includes(name)) readOption(name as keyof typeof OPTIONS, value, where, problems, changes);
    else problems.push(unknownName(name, name, OPTION_NAMES, { zh: "选项", en: "option" }, where));
  }
  for (const name of ["style", "noticeStyle"] as const) {
    const style = changes.get(name);
    if (typeof style === "string" && !known.styles.includes(style))
      problems.push(unknownName(name, style, known.styles, { zh: "样式", en: "style" }, where));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, settings: Object.freeze({ ...base, ...Object.fromEntries(changes) }) };
}

function readOption(
  name: keyof typeof OPTIONS,
  value: unknown,
  where: { zh: string; en: string },
  problems: SettingsProblem[],
  changes: Map<string, unknown>,
): void {
  const { schema, zh, en, example } = OPTIONS[name];
  const result = v.safeParse(schema, value);
  if (result.success) {
    changes.set(name, result.output);
    return;
  }
  problems.push({
    option: name,
    zh: `${where.zh}的 ${name} ${zh}，现在是 ${shown(value)}；例如 ${example}。`,
    en: `${where.en}: ${name} ${en}, but is ${shown(value)}; for example ${example}.`,
  });
}

function readRules(
  value: unknown,
  known: KnownNames,
  where: { zh: string; en: string },
  problems: SettingsProblem[],
): ReadonlyMap<string, RuleLevel> {
  const levels = new Map<string, RuleLevel>();
  const example = KEYED_EXAMPLES.rules;
  for (const [rule, level] of entriesOf(value, "rules", example, where, problems)) {
    if (!isRule(rule, known)) {
      problems.push(unknownName(`rules.${rule}`, rule, known.rules ?? [], { zh: "规则", en: "rule" }, where));
    } else if (!LEVELS.some((each) => each === level)) {
      const right = LEVELS.join("、");
      problems.push({
        option: `rules.${rule}`,
        zh: `${where.zh}的 rules.${rule} 只能是 ${right} 之一，现在是 ${shown(level)}；例如 ${example}。`,
        en: `${where.en}: rules.${rule} must be one of ${LEVELS.join(", ")}, but is ${shown(level)}; for example ${example}.`,
      });
    } else {
      levels.set(rule, level as RuleLevel);
    }
  }
  return levels;
}

function isRule(name: string, { rules }: KnownNames): boolean {
  return rules === null ? /^[a-z]+(-[a-z]+)*$/.test(name) : rules.includes(name);
}

/** Texts by name. */
function readTexts(
  option: "variables" | "templates",
  value: unknown,
  where: { zh: string; en: string },
  problems: SettingsProblem[],
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const example = KEYED_EXAMPLES[option];
  for (const [name, content] of entriesOf(value, option, example, where, problems)) {
    if (typeof content === "string" && content.length <= MAX_TEXT) {
      texts.set(name, content);
    } else {
      problems.push({
        option: `${option}.${name}`,
        zh: `${where.zh}的 ${option}.${name} 应是一段文字，现在是 ${shown(content)}；例如 ${example}。`,
        en: `${where.en}: ${option}.${name} must be text, but is ${shown(content)}; for example ${example}.`,
      });
    }
  }
  return texts;
}

function entriesOf(
  value: unknown,
  option: string,
  example: string,
  where: { zh: string; en: string },
  problems: SettingsProblem[],
): readonly (readonly [string, unknown])[] {
  // In memory these are maps (a variable may be called __proto__); in a file they are objects.
  if (value instanceof Map) return [...value] as [string, unknown][];
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.entries(value);
  problems.push({
    option,
    zh: `${where.zh}的 ${option} 应是名称与取值的对象，现在是 ${shown(value)}；例如 ${example}。`,
    en: `${where.en}: ${option} must be an object of names and values, but is ${shown(value)}; for example ${example}.`,
  });
  return [];
}

function unknownName(
  option: string,
  name: string,
  names: readonly string[],
  what: { zh: string; en: string },
  where: { zh: string; en: string },
): SettingsProblem {
  const nearest = nearestName(name, names);
  const zhTail = nearest ? `；是否指 ${nearest}？` : `；可用的有：${names.join("、")}。`;
  const enTail = nearest ? `; did you mean ${nearest}?` : `; known are ${names.join(", ")}.`;
  return {
    option,
    zh: `${where.zh}中没有名为 ${clip(name)} 的${what.zh}${zhTail}`,
    en: `${where.en}: there is no ${what.en} called ${clip(name)}${enTail}`,
  };
}

/**
 * The known name a person most likely meant; null where none is near.
 * @example nearestName("as-off", ["as-of", "units"]) // "as-of"
 */
export function nearestName(name: string, names: readonly string[]): string | null {
  const wanted = name.slice(0, 60).toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 2)) + 1;
  for (const each of names) {
    const away = distance(wanted, each.toLowerCase());
    if (away < least) {
      least = away;
      best = each;
    }
  }
  return best;
}

/** Settings as plain JSON data, the inverse of `settingsFrom`. Options at their default are left out. */
export function settingsToJson(settings: Settings): Readonly<Record<string, unknown>> {
  const entries: [OptionName, unknown][] = [];
  for (const name of Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]) {
    const value = settings[name];
    if (value === DEFAULT_SETTINGS[name]) continue;
    entries.push([name, name === "asOf" || name === "feedbackDate" ? dateText(value as CivilDate | null) : value]);
  }
  if (settings.rules.size > 0) entries.push(["rules", Object.fromEntries(settings.rules)]);
  if (settings.templates.size > 0) entries.push(["templates", Object.fromEntries(settings.templates)]);
  if (settings.variables.size > 0) entries.push(["variables", Object.fromEntries(settings.variables)]);
  if (!isEmptyLexicon(settings.lexicon)) entries.push(["lexicon", lexiconToJson(settings.lexicon)]);
  return Object.fromEntries(entries);
}

/** A patch of settings in memory (dates as civil dates) in the form `settingsFrom` takes. */
export function patchToInput(patch: Partial<Settings>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(patch)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        (name === "asOf" || name === "feedbackDate") && value !== null ? dateText(value as CivilDate) : value,
      ]),
  );
}

function dateText(date: CivilDate | null): string | null {
  return date === null ? null : isoDate(date);
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  return clip(json ?? String(value));
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
