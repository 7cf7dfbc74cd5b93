/** taizhang sample: a reproducible sample of items to look at again. */
import { randomInt } from "node:crypto";
import { sessionSample, sessionSampleBook } from "../../app/statistics";
import { bookBytes } from "../../hosts/file/node";
import { KIND_WORDS } from "../../ledger";
import { NO_UNIT, sampleJson, type DrawnSample } from "../../month";
import type { Lang } from "../../rule";
import type { Args } from "../args";
import type { Command } from "../command";
import { doubtWarnings } from "../doubt-warning";
import { CliFailure } from "../failure";
import { READING_OPTIONS } from "../options";
import { oneFile, outputPath } from "../output-file";
import { requireLedger, runFiles } from "../run-files";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

const EXAMPLE = "taizhang sample 台账.xlsx --count 10 --seed 2025年第四季度 -o 抽查表.xlsx";
/** Seeds that are drawn have six digits: they are read out and typed again. */
const SEEDS = 1_000_000;

export const sample: Command = {
  name: "sample",
  zh: "回头看抽查：按事项类型和责任单位分层抽取，写出抽查表",
  en: "draw a sample of items for a spot check, stratified by kind and unit, and write the spot-check sheet",
  operands: { zh: "文件", en: "FILE" },
  options: [...READING_OPTIONS.filter((name) => name !== "fail-on"), "count", "seed", "of", "output"],
  examples: [EXAMPLE],
  run: async (args, io, lang) => {
    const file = oneFile(args, "sample");
    const count = countOf(args);
    const output = args.text("output") === null ? null : outputPath(args, ["xlsx"], EXAMPLE);
    const seed = args.text("seed") ?? String(randomInt(SEEDS)).padStart(6, "0");
    return runFiles(args, io, lang, "sample", async ({ session, lang: asked }) => {
      requireLedger(session, file);
      const drawn = sessionSample(session, { count, seed, of: args.text("of") === "all" ? "all" : "done" });
      if (drawn === null) throw new Error("not read");
      const book = sessionSampleBook(session, drawn);
      if (output !== null && book !== null) await writeNew(output.path, bookBytes(book));
      return {
        json: sampleJson(drawn, file),
        text: textOf(drawn, output?.path ?? null, asked),
        failing: false,
        warnings: [...tooFew(drawn, asked), ...doubtWarnings(session, asked)],
      };
    });
  },
};

/** @throws CliFailure for anything but a whole number from 1 on */
function countOf(args: Args): number {
  const text = args.text("count");
  if (text !== null && /^\d{1,9}$/.test(text) && Number(text) >= 1) return Number(text);
  throw new CliFailure(
    `请用 --count 写明抽多少项，应是 1 以上的整数${text === null ? "" : `，现在是「${text}」`}；例如 ${EXAMPLE}。`,
    `State how many items to draw with --count, a whole number of 1 or more${text === null ? "" : `, not “${text}”`}; for example ${EXAMPLE}.`,
  );
}

function tooFew({ options, population }: DrawnSample, lang: Lang): readonly string[] {
  if (options.count <= population) return [];
  return [
    lang === "zh"
      ? `要抽 ${options.count} 项，可抽的只有 ${population} 项，已全部列入。`
      : `You asked for ${options.count} items; there are only ${population}, and all are listed.`,
  ];
}

function textOf({ options, population, items, strata }: DrawnSample, path: string | null, lang: Lang): string {
  const zh = lang === "zh";
  const lines = strata.map(({ kind, unit, population: of, drawn }) => {
    const name = unit ?? (zh ? NO_UNIT : "no unit named");
    return zh
      ? `  ${KIND_WORDS[kind].zh}　${name}：${of} 项抽 ${drawn} 项`
      : `  ${KIND_WORDS[kind].en}, ${name}: ${drawn} of ${of}`;
  });
  const head = zh
    ? `从 ${population} 项中抽取 ${items.length} 项，抽取编号 ${options.seed}。`
    : `Drew ${items.length} of ${population} items, seed ${options.seed}.`;
  const drawn = items.map(({ number, problem }) => `  ${number === "" ? "-" : number}　${problem}`);
  const wrote = path === null ? [] : [zh ? `已写入「${path}」。` : `Wrote “${path}”.`];
  return [head, ...lines, zh ? "抽到的事项：" : "Items:", ...drawn, ...wrote].map(shownName).join("\n");
}
