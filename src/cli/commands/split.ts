/** taizhang split: a workbook a unit or leader, with its own rows and nothing of others. */
import { sessionSplit, type Split, type SplitBy, splitJson, splitWorkbooks } from "../../app/excerpts";
import { bookBytes } from "../../hosts/file/node";
import type { Lang } from "../../rule";
import type { Args } from "../args";
import type { Command } from "../command";
import { doubtWarnings } from "../doubt-warning";
import { CliFailure } from "../failure";
import { LEDGERS } from "../inputs";
import { READING_OPTIONS } from "../options";
import { oneFile } from "../output-file";
import { requireLedger, runFiles } from "../run-files";
import { strayWarning } from "../stray-warning";
import { shownName } from "../terminal";
import { inFolder, type NewFile, outputFolder, writeFolder } from "../write-folder";

const EXAMPLE = "taizhang split 台账.xlsx -o 分发";
/** Names told at most; the count says the rest. */
const NAMED = 20;

export const split: Command = {
  name: "split",
  zh: "分发：按责任单位（或责任领导）各写一份，只含自己的事项",
  en: "write a workbook for each unit (or leader), with its own items only",
  operands: { zh: "文件", en: "FILE" },
  options: [...READING_OPTIONS.filter((name) => name !== "fail-on"), "by", "output", "strict"],
  examples: [EXAMPLE, "taizhang split 台账.xlsx --by leader -o 分发-领导"],
  run: async (args, io, lang) => {
    const file = oneFile(args, "split");
    const folder = outputFolder(args, EXAMPLE);
    const by = byAsked(args);
    return runFiles(
      args,
      io,
      lang,
      "split",
      async ({ session, host, lang: asked }) => {
        requireLedger(session, file);
        const made = sessionSplit(session, by);
        if (made === null) throw new Error("not read");
        if (made.parts.length === 0) throw nobodyNamed(file, by);
        const files: NewFile[] = [];
        for await (const { part, bytes } of splitWorkbooks(made, host, bookBytes))
          files.push({ name: `${part.fileName}.xlsx`, bytes });
        await writeFolder(folder, files);
        return {
          json: splitJson(made, file, folder, ({ fileName }) => inFolder(folder, `${fileName}.xlsx`)),
          text: textOf(made, folder, asked),
          failing: args.flag("strict") && made.unnamed.length > 0,
          warnings: [
            ...unnamedWarning(made, asked),
            ...withoutWarning(made, asked),
            ...strayWarning(
              by === "unit" ? made.parts.map(({ name }) => name) : [],
              session.reading()?.directory ?? null,
              { zh: "台账", en: "a workbook" },
              asked,
            ),
            ...doubtWarnings(session, asked),
          ],
        };
      },
      LEDGERS,
    );
  },
};

/** @throws CliFailure for what nothing is split by */
function byAsked(args: Args): SplitBy {
  const by = args.text("by") ?? "unit";
  if (by === "unit" || by === "leader") return by;
  throw new CliFailure(
    `分发按责任单位（unit）或责任领导（leader），不按「${by}」；例如 ${EXAMPLE} --by leader。`,
    `A ledger is split by unit or leader, not by “${by}”; for example ${EXAMPLE} --by leader.`,
  );
}

function nobodyNamed(file: string, by: SplitBy): CliFailure {
  return by === "unit"
    ? new CliFailure(
        `「${file}」中没有写明责任单位的事项，无法分发；请加一列「责任单位」并填写，或用 --column 责任单位=列名 指明是哪一列。`,
        `No item of “${file}” names a responsible unit; add a column 责任单位, or name it with --column unit=HEADER.`,
      )
    : new CliFailure(
        `「${file}」中没有写明责任领导的事项，无法分发；请加一列「责任领导」并填写，或用 --column 责任领导=列名 指明是哪一列。`,
        `No item of “${file}” names a leader; add a column 责任领导, or name it with --column leader=HEADER.`,
      );
}

function unnamedWarning({ unnamed, by }: Split, lang: Lang): readonly string[] {
  if (unnamed.length === 0) return [];
  const numbers = unnamed.map(({ number, problem }) => number || problem.slice(0, 10)).slice(0, NAMED);
  const more = unnamed.length > NAMED;
  if (lang === "en") {
    return [
      `${unnamed.length} items name no ${by === "unit" ? "responsible unit" : "leader"} and are in no file: ${numbers.join(", ")}${more ? ", …" : ""}.`,
    ];
  }
  return [
    `有 ${unnamed.length} 项没有写明${by === "unit" ? "责任单位" : "责任领导"}，没有分发：${numbers.join("、")}${more ? " 等" : ""}。`,
  ];
}

function withoutWarning({ without }: Split, lang: Lang): readonly string[] {
  if (without.length === 0) return [];
  const names = without.slice(0, NAMED).join(lang === "zh" ? "、" : ", ");
  const more = without.length > NAMED;
  return [
    lang === "zh"
      ? `${names}${more ? " 等" : ""}没有单独的文件：与别的单位（领导）共同负责的事项，在先写的那一个的文件里。`
      : `${names}${more ? ", …" : ""}: no separate file; items shared by several units (leaders) are in the file of the one named first.`,
  ];
}

function textOf({ parts }: Split, folder: string, lang: Lang): string {
  const items = parts.reduce((sum, part) => sum + part.items.length, 0);
  const zh = lang === "zh";
  const head = zh
    ? `已写入文件夹「${folder}」：${parts.length} 份，共 ${items} 项。`
    : `Wrote ${parts.length} workbooks with ${items} items to “${folder}”.`;
  const lines = parts.map((part) =>
    zh ? `  ${part.fileName}.xlsx　${part.items.length} 项` : `  ${part.fileName}.xlsx: ${part.items.length}`,
  );
  return [head, ...lines].map(shownName).join("\n");
}
