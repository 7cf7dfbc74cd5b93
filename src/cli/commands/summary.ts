/** taizhang summary: the summary paragraph, every figure with its rows. */
import type { Summary } from "../../app/session";
import type { Finding, Lang } from "../../finding/types";
import { ruleName } from "../../check/message";
import { summaryJson } from "../../notice/json";
import { describeTemplateProblem } from "../../notice/template-messages";
import type { Command } from "../command";
import { CliFailure } from "../failure";
import { LEDGERS } from "../inputs";
import { READING_OPTIONS } from "../options";
import { reaches, runFiles } from "../run-files";

export const summary: Command = {
  name: "summary",
  zh: "写出综述段落",
  en: "write the summary paragraph",
  operands: { zh: "文件或文件夹…", en: "FILE or folder…" },
  options: [...READING_OPTIONS, "style", "set", "template", "strict"],
  examples: [
    "taizhang summary --set 巡察组=县委第一巡察组 台账.xlsx",
    "taizhang summary --style phased --format json 台账.xlsx",
    "taizhang summary --template 模板.txt 台账.xlsx",
  ],
  run: (args, io, asked) =>
    runFiles(
      args,
      io,
      asked,
      "summary",
      async ({ file, lang, session, request }) => {
        await session.check();
        const written = session.summary();
        if (written === null) throw new Error("not read");
        const { composition, style, held } = written;
        if (composition === null) throw templateFailure(written);
        const findings = session.findings()?.findings ?? [];
        return {
          json: summaryJson(composition, { file, style, held }),
          text: composition.text,
          failing: args.flag("strict") && (held.length > 0 || reaches(findings, request.failOn)),
          warnings: warningsOf(written, findings, lang),
        };
      },
      LEDGERS,
    ),
};

function templateFailure(written: Summary): CliFailure {
  const problem = written.problems[0]!;
  return new CliFailure(
    `${describeTemplateProblem(problem, "zh")}。`,
    `${describeTemplateProblem(problem, "en")}.`,
    "template",
  );
}

/** What a person should know before using the paragraph. */
function warningsOf(written: Summary, findings: readonly Finding[], lang: Lang): readonly string[] {
  const zh = lang === "zh";
  const warnings: string[] = [];
  if (written.held.length > 0) {
    const counted = written.held.map((rule) => {
      const count = findings.filter((finding) => finding.rule === rule).length;
      return zh ? `${ruleName(rule, lang)} ${count} 处` : `${ruleName(rule, lang)} (${count})`;
    });
    warnings.push(
      zh
        ? `注意：台账中有影响数字的问题（${counted.join("，")}），综述暂不宜使用；请先用 taizhang check 核对。`
        : `Note: findings change the figures (${counted.join(", ")}); check the ledger before you use this paragraph.`,
    );
  }
  const { unset = [], absent = [] } = written.composition ?? {};
  if (unset.length > 0) {
    warnings.push(
      zh
        ? `变量未设置：${unset.join("、")}；可加 --set ${unset[0]}=…。`
        : `Not set: ${unset.join(", ")}; add --set ${unset[0]}=….`,
    );
  }
  if (absent.length > 0) {
    warnings.push(
      zh
        ? `台账中没有这些事项：${absent.join("、")}；请换一种样式，或补上相应的台账。`
        : `The ledger holds nothing for ${absent.join(", ")}; choose another style, or add that ledger.`,
    );
  }
  return warnings;
}
