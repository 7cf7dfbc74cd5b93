/** taizhang template: last month's paragraph becomes a template of the summary. */
import {
  describeVerdict,
  isAsked,
  matchInSession,
  templateJson,
  type Answers,
  type MatchedParagraph,
} from "../../app/paragraph-template";
import type { Lang } from "../../rule";
import type { Args } from "../args";
import type { Command } from "../command";
import { CliFailure } from "../failure";
import { compareWithLast } from "../last-period";
import { openDraftFile } from "../open-draft";
import { READING_OPTIONS } from "../options";
import { openSession, requireLedger } from "../run-files";
import { readRequest } from "../request";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

const EXAMPLE = "taizhang template 上月综述.txt --ledger 台账.xlsx -o 综述模板.txt";

export const template: Command = {
  name: "template",
  zh: "把上月的综述段落变成模板：数字换成占位，拿不准的列出来问",
  en: "turn last month's paragraph into a template; doubtful figures are listed as questions",
  operands: { zh: "段落（.txt 或 .docx）", en: "PARAGRAPH" },
  options: [
    ...READING_OPTIONS.filter((name) => name !== "fail-on" && name !== "precision"),
    "ledger",
    "last",
    "old-as-of",
    "answer",
    "output",
    "strict",
  ],
  examples: [
    EXAMPLE,
    "taizhang template 上月综述.txt --ledger 台账.xlsx --last 上月台账.xlsx --answer 3=1 --answer 5=0",
    "taizhang summary 台账.xlsx --template 综述模板.txt",
  ],
  run: async (args, io, asked) => {
    const [file] = args.files;
    const ledger = args.text("ledger");
    if (file === undefined || args.files.length > 1 || ledger === null) throw usage(file, ledger);
    const request = await readRequest(args);
    const lang = request.settings.lang ?? asked;
    const draft = await openDraftFile(file);
    const { session } = await openSession(ledger, request, io);
    requireLedger(session, ledger);
    await compareWithLast(args, session);
    const matched = matchInSession(session, draft.lines.join("\n").trimEnd());
    if (matched === null) throw new Error("not read");
    const answers = answersOf(args, matched);
    const json = templateJson(matched, answers, { file, ledger });
    const open = json.figures.filter(({ status }) => status === "doubt");
    const output = args.text("output");
    if (output !== null) await writeNew(output, new TextEncoder().encode(`${json.template}\n`));
    if (request.format === "json") io.out(`${JSON.stringify(json, null, 2)}\n`);
    else if (output === null) io.out(`${json.template}\n`);
    else io.out(lang === "zh" ? `已写入「${shownName(output)}」。\n` : `Wrote “${shownName(output)}”.\n`);
    for (const sentence of notes(matched, answers, lang)) io.err(`${shownName(sentence)}\n`);
    return args.flag("strict") && open.length > 0 ? 1 : 0;
  },
};

function usage(file: string | undefined, ledger: string | null): CliFailure {
  const zh =
    file === undefined ? "没有指定段落文件" : ledger === null ? "没有用 --ledger 指定台账" : "一次只能处理一段";
  const en =
    file === undefined
      ? "No paragraph given"
      : ledger === null
        ? "No ledger named with --ledger"
        : "One paragraph at a time";
  return new CliFailure(`${zh}；例如 ${EXAMPLE}。`, `${en}; for example ${EXAMPLE}.`);
}

/** --answer 3=1: the third figure is its first candidate; 3=0: it stays as written; 3=反馈问题.其余: this place. */
function answersOf(args: Args, { figures }: MatchedParagraph): Answers {
  return new Map(
    args.texts("answer").map((pair): readonly [number, string | null] => {
      const match = /^(\d{1,4})[=＝](.+)$/u.exec(pair);
      const figure = figures[Number(match?.[1] ?? 0) - 1];
      const choice = match?.[2]?.trim() ?? "";
      const candidates = figure?.verdict.type === "doubt" ? figure.verdict.candidates : [];
      const chosen = /^\d+$/u.test(choice) ? (choice === "0" ? null : candidates[Number(choice) - 1]) : choice;
      if (figure !== undefined && chosen !== undefined) return [figure.start, chosen];
      throw new CliFailure(
        `选项 --answer 的「${pair}」对不上；请写作 数字序号=候选序号，如 --answer 3=1，留作文字写 --answer 3=0。`,
        `--answer ${pair} does not match any figure; write FIGURE=CANDIDATE, for example --answer 3=1, or --answer 3=0 to leave it as text.`,
      );
    }),
  );
}

/** What is asked, and what stays as text. */
function notes(matched: MatchedParagraph, answers: Answers, lang: Lang): readonly string[] {
  return matched.figures.flatMap((figure, index): readonly string[] => {
    const { verdict, text, start } = figure;
    if (verdict.type === "place" || answers.has(start)) return [];
    if (verdict.type === "doubt" && !isAsked(figure)) return [];
    const n = index + 1;
    const why = describeVerdict(figure, lang);
    if (verdict.type === "fixed") {
      if (verdict.why === "date" || verdict.why === "code") return [];
      return [
        lang === "zh" ? `第${n}个数「${text}」留作文字：${why}。` : `Figure ${n} “${text}” stays as text: ${why}.`,
      ];
    }
    const listed = verdict.candidates.map((place, order) => `${order + 1}. {${place}}`).join("；");
    return [
      lang === "zh"
        ? `第${n}个数「${text}」请确认：${why}。${listed}；用 --answer ${n}=1 选定，--answer ${n}=0 留作文字。`
        : `Figure ${n} “${text}”: ${why}. ${listed}; choose with --answer ${n}=1, or --answer ${n}=0 to leave it as text.`,
    ];
  });
}
