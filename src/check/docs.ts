/** docs/rules.md, generated from the rules themselves; a test fails when the file drifts. */
import { rulesPage } from "../rule";
import { HOLDING_RULES } from "./holding";
import { RULES } from "./list";
import type { Rule } from "./rule";
import { FIELD_WORDS, KIND_WORDS } from "./words";
import { KINDS } from "../ledger";

const SCOPE_ZH = { cell: "单元格", row: "措施行", item: "事项", table: "整张台账" } as const;

/**
 * The whole page as Markdown, ending in a line break.
 * @example ledgerRulesPage().startsWith("# 核验规则") // true
 */
export function ledgerRulesPage(): string {
  return rulesPage({
    title: "核验规则",
    source: "src/check/docs.ts",
    rules: RULES,
    intro: [
      `共 ${RULES.length} 条。**错误**：台账自相矛盾或读不出来；**提醒**：要有人看一眼；**提示**：知道就好。事实可以是错误，对文字意思的判断只是提醒，并引出原话。\n没有一条规则会自己改动状态、数字、单位或时限；只整理形式的（多余空格、全角数字）可以逐条应用，也可以撤销。`,
      '每条规则的级别可以在设置里改，例如 `{"rules": {"space": "off", "number-gap": "info"}}`；临期天数用 `dueSoon`（默认 15）；两条判断文字的规则可以加自己的词：`{"words": {"harmless": ["争创文明单位"], "pending": ["走流程"]}}`。全部设置见 [settings.md](settings.md)。',
      `以下规则影响统计数字，有未处理的就不宜出综述：${HOLDING_RULES.map((alias) => `[${alias}](#${alias})`).join("、")}（cell-error 限状态格）。`,
      "_English: every rule has a stable code and alias; severity can be changed per rule in the settings; no rule changes a status, number, unit or deadline by itself._",
    ],
    columns: [{ head: "看什么", of: (rule) => SCOPE_ZH[rule.scope] }],
    scopeOf,
  });
}

function scopeOf(rule: Rule): string {
  const needs = rule.needs.length === 0 ? "" : `，要有${rule.needs.map((key) => FIELD_WORDS[key].zh).join("、")}列`;
  const kinds =
    rule.kinds.length === KINDS.length ? "各类台账" : rule.kinds.map((kind) => KIND_WORDS[kind].zh).join("、");
  return kinds + needs;
}
