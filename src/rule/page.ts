/** The page of a list of rules as Markdown, made of the rules themselves (`npm run docs`). */
import type { RuleRecord } from "./record";
import { SEVERITY_WORDS } from "./severity-words";

interface RulesPage<R extends RuleRecord> {
  readonly title: string;
  /** File that holds what the rules themselves don't say. */
  readonly source: string;
  readonly rules: readonly R[];
  /** Paragraphs between title and table. */
  readonly intro: readonly string[];
  /** Columns of the table between level and name: its head, and the words of a rule. */
  readonly columns: readonly { readonly head: string; readonly of: (rule: R) => string }[];
  /** What stands beside the level in a rule's section; "" for nothing. */
  readonly scopeOf: (rule: R) => string;
  /** Parts of the page by the beginning of the code; a page without has one part. */
  readonly groups?: readonly (readonly [prefix: string, name: string])[];
}

/**
 * The whole page, ending in a line break. Every rule has a section whose address is its alias.
 * @example rulesPage({ title: "核验规则", … }).startsWith("# 核验规则") // true
 */
export function rulesPage<R extends RuleRecord>(page: RulesPage<R>): string {
  const lines = [
    `# ${page.title}`,
    "",
    `<!-- 由 ${page.source} 生成，请勿手改；改规则后运行 npm run docs -->`,
    "",
    ...page.intro.flatMap((paragraph) => [paragraph, ""]),
    ...table(page),
    "",
    ...sections(page),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function table<R extends RuleRecord>({ rules, columns }: RulesPage<R>): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const heads = ["代码", "规则", "级别", ...columns.map(({ head }) => head), "名称"];
  return [
    row(heads),
    row(heads.map(() => "---")),
    ...rules.map((rule) =>
      row([
        rule.code,
        `[${rule.alias}](#${rule.alias})`,
        SEVERITY_WORDS[rule.severity].zh,
        ...columns.map(({ of }) => of(rule)),
        rule.name.zh,
      ]),
    ),
  ];
}

function sections<R extends RuleRecord>({ rules, groups, scopeOf }: RulesPage<R>): string[] {
  if (groups === undefined) return rules.flatMap((rule) => section(rule, scopeOf(rule)));
  return groups.flatMap(([prefix, name]) => [
    `# ${name}`,
    "",
    ...rules.filter((rule) => rule.code.startsWith(prefix)).flatMap((rule) => section(rule, scopeOf(rule))),
  ]);
}

/** @throws Error for a rule whose page is not written yet */
function section({ page, ...rule }: RuleRecord, scope: string): string[] {
  const empty = Object.entries({ ...page, ground: rule.ground, ...rule.name }).find(([, text]) => text === "");
  if (empty) throw new Error(`rule ${rule.alias}: ${empty[0]} is not written yet`);
  const level = SEVERITY_WORDS[rule.severity].zh;
  return [
    `## ${rule.alias}`,
    "",
    `**${rule.code} ${rule.name.zh}**（${scope === "" ? level : `${level}；${scope}`}）`,
    "",
    `- 查什么：${page.what}`,
    `- 为什么：${page.why}`,
    `- 会报：${page.bad}`,
    `- 不报：${page.good}`,
    `- 怎么办：${page.todo}`,
    ...(rule.options ? [`- 设置：${rule.options.map((name) => `[${name}](settings.md)`).join("、")}`] : []),
    `- 依据：${rule.ground}`,
    "",
    `_${rule.name.en}: ${page.en}_`,
    "",
  ];
}
