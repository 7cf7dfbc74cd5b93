/** taizhang remind: letters to the units on what is overdue or due soon, and their register. */
import {
  letterFactsExample,
  letterFiles,
  NO_REGISTER,
  readRegister,
  REGISTER_FILE,
  sessionLetters,
} from "../../app/letters";
import { bookBytes, openFile } from "../../hosts/file/node";
import { HostError } from "../../hosts/port";
import { type Letters, namesUnits, type Register, remindJson } from "../../month";
import type { Lang } from "../../rule";
import { type Args, oneOf } from "../args";
import type { Command } from "../command";
import { doubtWarnings } from "../doubt-warning";
import { CliFailure, workbookFailure } from "../failure";
import { letterFactsOf, noUnitColumn, withoutFacts } from "../letter-facts";
import { READING_OPTIONS } from "../options";
import { oneFile } from "../output-file";
import { requireLedger, runFiles } from "../run-files";
import { shownName } from "../terminal";
import { strayWarning } from "../stray-warning";
import { undatedWarnings } from "../undated-warning";
import { inFolder, outputFolder, writeFolder } from "../write-folder";

const EXAMPLE = "taizhang remind 台账.xlsx -o 督办函 --facts 督办函要素.json";

export const remind: Command = {
  name: "remind",
  zh: "督办提醒函：对超期（或临期）事项按责任单位写函，并登记文号",
  en: "write reminder letters to units about overdue items (or items due soon), with a register",
  operands: { zh: "文件", en: "FILE" },
  options: [
    ...READING_OPTIONS.filter((name) => name !== "fail-on"),
    "output",
    "level",
    "facts",
    "facts-example",
    "register",
    "strict",
  ],
  examples: [
    "taizhang remind --facts-example > 督办函要素.json",
    EXAMPLE,
    "taizhang remind 台账.xlsx -o 12月督办 --facts 督办函要素.json --register 11月督办/督办登记表.xlsx",
    "taizhang remind 台账.xlsx -o 提醒函 --level due-soon --due-soon 30",
  ],
  run: async (args, io, lang) => {
    if (args.flag("facts-example")) {
      io.out(letterFactsExample());
      return 0;
    }
    const file = oneFile(args, "remind");
    const folder = outputFolder(args, EXAMPLE);
    const level = oneOf(args, "level", ["overdue", "due-soon"]);
    const facts = await letterFactsOf(args);
    const register = await registerOf(args);
    return runFiles(withoutFacts(args), io, lang, "remind", async ({ session, lang: asked }) => {
      requireLedger(session, file);
      const read = session.reading();
      const choices = { level, facts, register };
      const written = sessionLetters(session, choices);
      if (written === null || read === null) throw new Error("not read");
      if (!namesUnits(read)) throw noUnitColumn(file);
      const { letters } = written;
      const at = (name: string): string => inFolder(folder, name);
      const files = await letterFiles(written, choices, bookBytes);
      if (files.length > 0) await writeFolder(folder, files);
      return {
        json: remindJson(written, {
          file,
          asOf: read.asOf.date,
          register: letters.length === 0 ? null : at(REGISTER_FILE),
          inFolder: at,
        }),
        text: textOf(written, folder, asked),
        failing: args.flag("strict") && (written.noUnit.length > 0 || written.open.length > 0),
        warnings: [
          ...warningsOf(written, register, asked),
          ...strayWarning(
            letters.map(({ unit }) => unit),
            read.directory,
            { zh: "函", en: "a letter" },
            asked,
          ),
          ...doubtWarnings(session, asked),
          ...undatedWarnings(session, asked),
        ],
      };
    });
  },
};

/** @throws CliFailure where it cannot be opened or is no register */
async function registerOf(args: Args): Promise<Register> {
  const path = args.text("register");
  if (path === null) return NO_REGISTER;
  let read: Register | null;
  try {
    read = readRegister(await (await openFile(path)).read.grids());
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw workbookFailure({ code: error.code, workbook: path, detail: error.detail }, path);
  }
  if (read !== null) return read;
  throw new CliFailure(
    `「${path}」不是督办登记表：没有找到「文号」「责任单位」两列；请指定上次生成的督办登记表.xlsx。`,
    `“${path}” is no register: it has no columns 文号 and 责任单位; name the 督办登记表.xlsx of the last run.`,
    "notARegister",
  );
}

function warningsOf({ letters, noUnit, open }: Letters, { knowsItems }: Register, lang: Lang): readonly string[] {
  const zh = lang === "zh";
  return [
    ...(noUnit.length === 0
      ? []
      : [
          zh
            ? `有 ${noUnit.length} 项没有责任单位，没有发函：${noUnit.map(({ item }) => item.number || item.problem.slice(0, 20)).join("、")}。`
            : `${noUnit.length} items name no unit, so no letter was written for them: ${noUnit.map(({ item }) => item.number || item.problem.slice(0, 20)).join(", ")}.`,
        ]),
    ...(open.length === 0
      ? []
      : [zh ? `函中待补充：${open.join("、")}。` : `Still to be filled in: ${open.join(", ")}.`]),
    ...(knowsItems || letters.length === 0
      ? []
      : [
          zh
            ? "登记表中没有「督办事项」一表，不知以前的函是哪些事项，本次都按第1次。"
            : "The register has no sheet 督办事项, so it is not known which items had letters before; all letters count as the first.",
        ]),
  ];
}

function textOf({ letters, level, noUnit }: Letters, folder: string, lang: Lang): string {
  const zh = lang === "zh";
  if (letters.length === 0) {
    const what = level === "overdue" ? (zh ? "超期" : "overdue") : zh ? "临期" : "due soon";
    if (noUnit.length > 0)
      return zh
        ? `${what}事项都没有责任单位，没有写函。`
        : `None of the items that are ${what} names a unit, so no letter was written.`;
    return zh ? `没有${what}的事项，没有写函。` : `No items are ${what}, so no letter was written.`;
  }
  const lines = letters.map(({ unit, number, items }) => {
    const days = Math.max(...items.map((one) => one.days));
    const last = level === "overdue" ? (zh ? `，最长超期 ${days} 天` : `, up to ${days} days overdue`) : "";
    return zh
      ? `  ${unit}：${items.length} 项${last}${number === null ? "" : `，${number}`}`
      : `  ${unit}: ${items.length} items${last}${number === null ? "" : `, ${number}`}`;
  });
  const head = zh
    ? `已在「${folder}」中写入 ${letters.length} 份函和督办登记表：`
    : `Wrote ${letters.length} letters and the register to “${folder}”:`;
  return [head, ...lines].map(shownName).join("\n");
}
