/** taizhang summary: the summary paragraph, every figure with its rows. */
import type { FindingsView } from "../../app/session";
import { absentFigures, sessionSummary, type Summary } from "../../app/summary";
import { writtenFigures } from "../../app/paragraph-template";
import type { Lang } from "../../rule";
import { describeTemplateProblem, summaryJson } from "../../app/documents";
import type { Command } from "../command";
import { CliFailure } from "../failure";
import { reportDayTold } from "../facts-file";
import { heldWarning } from "../held-warning";
import { LEDGERS } from "../inputs";
import { compareWithLast } from "../last-period";
import { READING_OPTIONS } from "../options";
import { reaches, runFiles } from "../run-files";

export const summary: Command = {
  name: "summary",
  zh: "写出综述段落",
  en: "write the summary paragraph",
  operands: { zh: "文件或文件夹…", en: "FILE or folder…" },
  options: [...READING_OPTIONS, "facts", "style", "set", "template", "last", "old-as-of", "strict"],
  examples: [
    "taizhang summary --set 巡察组=县委第一巡察组 台账.xlsx",
    "taizhang summary --style phased --format json 台账.xlsx",
    "taizhang summary --template 模板.txt 台账.xlsx",
    "taizhang summary --template 模板.txt --last 上月台账.xlsx 台账.xlsx",
  ],
  run: (args, io, asked) =>
    runFiles(
      args,
      io,
      asked,
      "summary",
      async ({ file, lang, session, request }) => {
        await compareWithLast(args, session);
        await session.check();
        const written = sessionSummary(session);
        if (written === null) throw new Error("not read");
        const { composition, style, held } = written;
        if (composition === null) throw templateFailure(written);
        const findings = session.findings()?.findings ?? [];
        return {
          json: summaryJson(composition, { file, style, held }),
          text: composition.text,
          failing: args.flag("strict") && (held.length > 0 || reaches(findings, request.failOn)),
          warnings: [
            ...reportDayTold(session, lang),
            ...warningsOf(written, session.findings(), lang),
            ...writtenTold(request.settings.template ?? null, lang),
          ],
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

/** Figures that the template holds as text, which no ledger changes. */
function writtenTold(template: string | null, lang: Lang): readonly string[] {
  const written = template === null ? [] : writtenFigures(template);
  if (written.length === 0) return [];
  const quoted = written.map((one) => `“${one}”`).join(lang === "zh" ? "、" : ", ");
  return [
    lang === "zh"
      ? `模板里有 ${written.length} 个数字是写死的，不随台账变化，请核对：${quoted}。`
      : `${written.length} of the template's figures are plain text and do not follow the ledger; check them: ${quoted}.`,
  ];
}

/** What a person should know before using the paragraph. */
function warningsOf(written: Summary, view: FindingsView | null, lang: Lang): readonly string[] {
  const zh = lang === "zh";
  const warnings: string[] = [];
  const held = heldWarning(view, lang, zh ? "综述" : "this paragraph");
  if (held !== null) warnings.push(held);
  const { unset = [] } = written.composition ?? {};
  if (unset.length > 0) {
    warnings.push(
      zh
        ? `变量未设置：${unset.join("、")}；可加 --set ${unset[0]}=…。`
        : `Not set: ${unset.join(", ")}; add --set ${unset[0]}=….`,
    );
  }
  const absent = absentFigures(written, lang);
  return absent === null ? warnings : [...warnings, absent];
}
