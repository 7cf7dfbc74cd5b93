/** taizhang wall: the wall chart, a flag an item at the month of its deadline. */
import { sessionWall, sessionWallHtml } from "../../app/statistics";
import { KIND_WORDS, kindOfValue } from "../../ledger";
import { MONTH_KINDS, type MonthKind } from "../../month";
import type { Args } from "../args";
import type { Command } from "../command";
import { figureWarnings } from "../held-warning";
import { CliFailure } from "../failure";
import { READING_OPTIONS } from "../options";
import { oneFile, outputPath } from "../output-file";
import { requireLedger, runFiles } from "../run-files";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

const EXAMPLE = "taizhang wall 台账.xlsx -o 挂图.html";

export const wall: Command = {
  name: "wall",
  zh: "挂图作战：按责任单位和月份排的挂图（A3 横向，供打印张贴）",
  en: "write the wall chart: one row per unit, one column per month (A3 landscape, for printing)",
  operands: { zh: "文件", en: "FILE" },
  options: [...READING_OPTIONS.filter((name) => name !== "format" && name !== "fail-on"), "kind", "by", "output"],
  examples: [EXAMPLE, "taizhang wall 台账.xlsx --kind 反馈问题 --by section -o 挂图.svg"],
  run: async (args, io, lang) => {
    const file = oneFile(args, "wall");
    const { path, format } = outputPath(args, ["html", "svg"], EXAMPLE);
    const kind = kindAsked(args);
    const by = byAsked(args);
    return runFiles(args, io, lang, "wall", async ({ session, lang: asked }) => {
      requireLedger(session, file);
      const pages = sessionWall(session, { by, kind });
      if (pages === null) throw new Error("not read");
      const [first] = pages;
      if (first === undefined) throw nothingToShow(file, kind);
      if (format === "svg" && pages.length > 1) throw tooManyPages(pages.length);
      await writeNew(path, new TextEncoder().encode(format === "svg" ? first : sessionWallHtml(session, pages)));
      return {
        json: {},
        text:
          asked === "zh"
            ? `已写入「${shownName(path)}」，${pages.length} 页；用浏览器打开后打印，纸张选 A3 横向。`
            : `Wrote “${shownName(path)}”, ${pages.length} pages; open it in a browser and print it on A3, landscape.`,
        failing: false,
        warnings: await figureWarnings(session, asked, asked === "zh" ? "挂图" : "the chart"),
      };
    });
  },
};

/** @throws CliFailure for what is no kind, or one of which there is no wall chart */
function kindAsked(args: Args): MonthKind | null {
  const text = args.text("kind");
  if (text === null) return null;
  const kind = MONTH_KINDS.find((one) => one === text || one === kindOfValue(text));
  if (kind !== undefined) return kind;
  const zh = MONTH_KINDS.map((one) => KIND_WORDS[one].zh).join("、");
  throw new CliFailure(
    `--kind 应是 ${zh} 之一，现在是「${text}」；例如 --kind ${KIND_WORDS.problem.zh}。`,
    `--kind must be one of ${MONTH_KINDS.join(", ")}, not “${text}”; for example --kind problem.`,
  );
}

/** @throws CliFailure for what a wall chart has no rows of */
function byAsked(args: Args): "unit" | "section" {
  const by = args.text("by") ?? "unit";
  if (by === "unit" || by === "section") return by;
  throw new CliFailure(
    `挂图按责任单位（unit）或类别（section），不按「${by}」；例如 ${EXAMPLE} --by section。`,
    `The chart is by unit or section, not by “${by}”; for example ${EXAMPLE} --by section.`,
  );
}

function nothingToShow(file: string, kind: MonthKind | null): CliFailure {
  return new CliFailure(
    `「${file}」中没有${kind === null ? "可上图的事项" : KIND_WORDS[kind].zh}；请核对是否选错了文件或事项类型。`,
    `“${file}” has no ${kind === null ? "items to show" : KIND_WORDS[kind].en}; check the file and the kind.`,
  );
}

function tooManyPages(pages: number): CliFailure {
  return new CliFailure(
    `挂图共 ${pages} 页，一个 .svg 只能放一页；请写到 .html，例如 ${EXAMPLE}，或用 --kind 只要一类事项。`,
    `The chart has ${pages} pages and an .svg holds one; write an .html instead, for example ${EXAMPLE}, or choose a --kind.`,
  );
}
