/** docs/proofread-rules.md, generated from the rules themselves; a test fails when the file drifts. */
import { rulesPage } from "../rule";
import { PROOF_RULES } from "./list";

const GROUPS: readonly (readonly [prefix: string, name: string])[] = [
  ["P1", "数字与总数"],
  ["P2", "状态、时限与事实"],
  ["P3", "序号与重复"],
  ["P4", "日期"],
  ["P5", "金额"],
  ["P6", "个人信息"],
  ["P7", "格式与文字"],
  ["P8", "与台账核对"],
];

/**
 * The whole page as Markdown, ending in a line break.
 * @example proofreadRulesPage().startsWith("# 通报校对规则") // true
 */
export function proofreadRulesPage(): string {
  return rulesPage({
    title: "通报校对规则",
    source: "src/proofread/docs.ts",
    rules: PROOF_RULES,
    intro: [
      `共 ${PROOF_RULES.length} 条。**错误**：数字、日期、个人信息等可以断定的；**提醒**：要有人看一眼；**提示**：知道就好。同一条规则拿不准时降为提醒。修改只作建议，逐处接受后才写入。`,
      '每条规则的级别可以在设置里改，也可以停用，例如 `{"rules": {"half-width": "off", "date-shortened": "info"}}`，与台账的规则在同一处。全部设置见 [settings.md](settings.md)。',
      "_English: proofreading rules for notices, with stable codes and aliases. What is certain is an error, opinions are warnings, style is info. Levels can be changed in the settings. Corrections are proposals, written only where accepted._",
    ],
    columns: [],
    scopeOf: () => "",
    groups: GROUPS,
  });
}
