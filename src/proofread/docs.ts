/** docs/proofread-rules.md, generated from the rules themselves; a test fails when the file drifts. */
import type { ProofRule } from "./rule";
import { PROOF_RULES } from "./list";

const SEVERITY_ZH = { error: "错误", warning: "提醒", info: "提示" } as const;

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
  const lines = [
    "# 通报校对规则",
    "",
    "<!-- 由 src/proofread/docs.ts 生成，请勿手改；改规则后运行 npm run docs -->",
    "",
    `共 ${PROOF_RULES.length} 条。**错误**：数字、日期、个人信息等可以断定的；**提醒**：要有人看一眼；**提示**：知道就好。同一条规则拿不准时降为提醒。修改只作建议，逐处接受后才写入。`,
    "",
    "_English: proofreading rules for notices, with stable codes and aliases. What is certain is an error, opinions are warnings, style is info. Corrections are proposals, written only where accepted._",
    "",
    ...PROOF_RULES.map(
      (rule) => `- ${rule.code} [${rule.alias}](#${rule.alias})（${SEVERITY_ZH[rule.severity]}）${rule.name.zh}`,
    ),
    "",
  ];
  for (const [prefix, name] of GROUPS) {
    lines.push(`# ${name}`, "");
    for (const rule of PROOF_RULES) if (rule.code.startsWith(prefix)) lines.push(...section(rule));
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function section(rule: ProofRule): string[] {
  const { page } = rule;
  return [
    `## ${rule.alias}`,
    "",
    `**${rule.code} ${rule.name.zh}**（${SEVERITY_ZH[rule.severity]}）`,
    "",
    `- 查什么：${page.what}`,
    `- 为什么：${page.why}`,
    `- 会报：${page.bad}`,
    `- 不报：${page.good}`,
    `- 怎么办：${page.todo}`,
    `- 依据：${rule.ground}`,
    "",
    `_${rule.name.en}: ${page.en}_`,
    "",
  ];
}
