/** Settings of the check: one validated object. The as-of date is not here: it belongs to the reading. */
import * as v from "valibot";
import { SEVERITIES } from "../finding/types";
import type { SeverityChoice } from "../finding/pipeline/severity";
import { RULES, ruleOf } from "./list";
import { nearestOf } from "./nearest";

/** In-memory settings of the check. */
export interface CheckSettings {
  /** Days ahead that count as due soon, the as-of day included. */
  readonly dueSoonDays: number;
  /** Severity by alias; "off" switches a rule off. */
  readonly rules: ReadonlyMap<string, SeverityChoice>;
  /** Words of one's own for the two judgements about progress texts. */
  readonly words: CheckWords;
}

export interface CheckWords {
  /** Phrases that are harmless in this house although they look unfinished: "争创文明单位". */
  readonly harmless: readonly string[];
  /** Further phrases that mean unfinished: "走流程中". */
  readonly pending: readonly string[];
}

export const DEFAULT_CHECK_SETTINGS: CheckSettings = Object.freeze({
  dueSoonDays: 15,
  rules: new Map<string, SeverityChoice>(),
  words: Object.freeze({ harmless: [], pending: [] }),
});

const choices = [...SEVERITIES, "off"] as const;
const phrases = v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40))), v.maxLength(500));

/** Own check: a record of valibot passes over keys such as constructor, and takes a list for a record. */
function isRuleChoices(input: unknown): boolean {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return false;
  return Object.entries(input).every(
    ([alias, choice]) => ruleOf(alias) !== undefined && choices.some((known) => known === choice),
  );
}

/**
 * Schema of the check's settings as they stand in a settings file.
 * @example v.parse(checkSettingsSchema, { dueSoonDays: 7, rules: { space: "off" } })
 */
export const checkSettingsSchema = v.strictObject({
  dueSoonDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(366)), 15),
  rules: v.optional(v.custom<Readonly<Record<string, SeverityChoice>>>(isRuleChoices), {}),
  words: v.optional(v.strictObject({ harmless: v.optional(phrases, []), pending: v.optional(phrases, []) }), {}),
});

export type CheckSettingsOutcome =
  | { readonly ok: true; readonly settings: CheckSettings }
  /** One sentence a person can act on: what, where, and a right example. */
  | { readonly ok: false; readonly problem: { readonly zh: string; readonly en: string } };

/**
 * Validates untrusted settings.
 * @example readCheckSettings({ rules: { overdu: "off" } }) // { ok: false, problem: { zh: "…没有规则 overdu，是否指 overdue？…" } }
 */
export function readCheckSettings(input: unknown): CheckSettingsOutcome {
  const parsed = v.safeParse(checkSettingsSchema, input);
  if (!parsed.success) return { ok: false, problem: explain(input, parsed.issues[0]) };
  const { dueSoonDays, rules, words } = parsed.output;
  return {
    ok: true,
    settings: { dueSoonDays, rules: new Map(Object.entries(rules)), words },
  };
}

function explain(input: unknown, issue: v.BaseIssue<unknown>): { zh: string; en: string } {
  const path = v.getDotPath(issue) ?? "";
  if (path === "dueSoonDays") {
    return {
      zh: `核验设置 dueSoonDays（临期天数）应为 0 至 366 的整数，例如 {"dueSoonDays": 15}。`,
      en: `Check setting dueSoonDays must be a whole number from 0 to 366, for example {"dueSoonDays": 15}.`,
    };
  }
  if (path === "rules" || path.startsWith("rules.")) return explainRules(input);
  if (path === "words" || path.startsWith("words.")) {
    return {
      zh: `核验设置 ${path} 应为词语列表，每个词 2 至 40 字，例如 {"words": {"harmless": ["争创文明单位"]}}。`,
      en: `Check setting ${path} must be a list of phrases of 2 to 40 characters, for example {"words": {"harmless": ["…"]}}.`,
    };
  }
  const known = "dueSoonDays, rules, words";
  return path === ""
    ? {
        zh: `核验设置应为一个对象，例如 {"dueSoonDays": 15, "rules": {"space": "off"}}。`,
        en: `Check settings must be an object, for example {"dueSoonDays": 15, "rules": {"space": "off"}}.`,
      }
    : {
        zh: `核验设置没有 ${clip(path)} 这一项，可用的有 ${known}，例如 {"dueSoonDays": 15}。`,
        en: `There is no check setting ${clip(path)}; known are ${known}, for example {"dueSoonDays": 15}.`,
      };
}

function explainRules(input: unknown): { zh: string; en: string } {
  const rules = typeof input === "object" && input !== null ? (input as { rules?: unknown }).rules : undefined;
  const entries = typeof rules === "object" && rules !== null && !Array.isArray(rules) ? Object.entries(rules) : [];
  for (const [alias, choice] of entries) {
    if (ruleOf(alias) === undefined) {
      const near = nearestOf(
        alias,
        RULES.map((rule) => rule.alias),
      );
      return {
        zh: `核验设置 rules 里没有规则 ${clip(alias)}${near === null ? "" : `，是否指 ${near}？`}例如 {"rules": {"space": "off"}}。`,
        en: `There is no rule ${clip(alias)} in rules${near === null ? "" : `; did you mean ${near}?`} For example {"rules": {"space": "off"}}.`,
      };
    }
    if (!choices.some((known) => known === choice)) {
      return {
        zh: `核验设置 rules.${alias} 应为 error、warning、info 或 off，例如 {"rules": {"${alias}": "off"}}。`,
        en: `Check setting rules.${alias} must be error, warning, info or off, for example {"rules": {"${alias}": "off"}}.`,
      };
    }
  }
  return {
    zh: `核验设置 rules 应为“规则名: 级别”的对象，例如 {"rules": {"space": "off"}}。`,
    en: `Check setting rules must be an object of rule and level, for example {"rules": {"space": "off"}}.`,
  };
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
