/** taizhang return: what is wrong in each unit's rows, as a letter and a workbook of these rows. */
import { basename } from "node:path";
import {
  type Checked,
  checkedLedger,
  type Returned,
  returnFiles,
  returnFindings,
  returnJson,
  returnNames,
} from "../../app/returns";
import { bookBytes, type FileHost } from "../../hosts/file/node";
import { namesUnits, NO_UNIT } from "../../month";
import type { Lang } from "../../rule";
import { oneOf } from "../args";
import type { Command } from "../command";
import { doubtWarnings } from "../doubt-warning";
import { eachFile } from "../each-file";
import { CliFailure } from "../failure";
import { expandInputs, LEDGERS } from "../inputs";
import { letterFactsOf, noUnitColumn, withoutFacts } from "../letter-facts";
import { READING_OPTIONS } from "../options";
import { isFolder } from "../paths";
import { readRequest } from "../request";
import { openSession, requireLedger } from "../run-files";
import { strayWarning } from "../stray-warning";
import { shownName } from "../terminal";
import { inFolder, type NewFile, outputFolder, writeFolder } from "../write-folder";

const EXAMPLE = "taizhang return 台账.xlsx -o 退回";

export const returnCommand: Command = {
  name: "return",
  zh: "退回修改意见：按单位写出修改意见（Word）和待修改的行（Excel）",
  en: "return corrections to units: for each a letter (Word) and the rows to be corrected (Excel)",
  operands: { zh: "文件或文件夹", en: "FILE or folder" },
  options: [...READING_OPTIONS.filter((name) => name !== "fail-on"), "level", "facts", "output"],
  examples: [EXAMPLE, "taizhang return 各单位报送/ --level error --facts 督办函要素.json -o 退回"],
  run: async (args, io, asked) => {
    const [input] = args.files;
    if (input === undefined || args.files.length !== 1)
      throw new CliFailure(
        `请指定一份台账或一个文件夹；例如 ${EXAMPLE}。`,
        `Name one ledger or one folder; for example ${EXAMPLE}.`,
      );
    const folder = outputFolder(args, EXAMPLE);
    const level = oneOf(args, "level", ["warning", "error"]);
    const facts = await letterFactsOf(args);
    const request = await readRequest(withoutFacts(args));
    const lang = request.settings.lang ?? asked;
    const sent = await isFolder(input);
    const inputs = await expandInputs([input], "return", LEDGERS);
    const hosts = new Map<Checked, FileHost>();
    const warnings: string[] = [];
    const status = await eachFile(inputs, { io, lang, format: "text" }, async (file) => {
      const { session, host } = await openSession(file, request, io);
      requireLedger(session, file);
      await session.check();
      const checked = checkedLedger(session, level, sent ? basename(file) : null);
      if (checked === null) throw new Error("not checked");
      if (checked.owner === null && !namesUnits(checked.reading)) throw noUnitColumn(file);
      hosts.set(checked, host);
      warnings.push(...doubtWarnings(session, lang).map((text) => (sent ? `${file}: ${text}` : text)));
      return 0;
    });
    if (hosts.size === 0) return status;
    const returned = returnFindings([...hosts.keys()]);
    const [first] = hosts.keys();
    const units = returned.letters.map(({ unit }) => unit);
    const directory = request.directory ?? first?.reading.directory ?? null;
    warnings.push(...strayWarning(units, directory, { zh: "修改意见", en: "a letter" }, lang));
    const files: NewFile[] = [];
    for await (const made of returnFiles(returned, facts, ({ source }) => hosts.get(source) ?? null, bookBytes))
      files.push(made);
    if (files.length > 0) await writeFolder(folder, files);
    io.out(
      request.format === "json"
        ? `${JSON.stringify(jsonOf(returned, folder), null, 2)}\n`
        : `${textOf(returned, folder, lang)}\n`,
    );
    for (const warning of warnings) io.err(`${shownName(warning)}\n`);
    return status;
  },
};

function jsonOf(returned: Returned, folder: string): object {
  return returnJson(returned, (letter, ending) => {
    const name = returnNames(letter)[ending];
    return name === null ? null : inFolder(folder, name);
  });
}

function textOf({ letters, clean, noUnit, untold }: Returned, folder: string, lang: Lang): string {
  const zh = lang === "zh";
  const lines = [
    letters.length === 0
      ? zh
        ? "没有要退回单位修改的行，没有写文件。"
        : "No unit has rows to correct, so nothing was written."
      : zh
        ? `已写入文件夹「${folder}」：${letters.length} 份修改意见。`
        : `Wrote ${letters.length} letters with corrections to “${folder}”.`,
    ...letters.map(({ unit, rows, findings }) =>
      zh ? `  ${unit}：${rows} 行，意见 ${findings} 条` : `  ${unit}: ${rows} rows, ${findings} findings`,
    ),
  ];
  if (clean.length > 0)
    lines.push(zh ? `没有问题的单位：${clean.join("、")}。` : `Units with nothing to correct: ${clean.join(", ")}.`);
  if (noUnit.findings > 0)
    lines.push(
      zh
        ? `${NO_UNIT}（未退回）：${noUnit.rows} 行，意见 ${noUnit.findings} 条。`
        : `No unit named, not returned: ${noUnit.rows} rows, ${noUnit.findings} findings.`,
    );
  if (untold > 0)
    lines.push(
      zh
        ? `对整张台账的意见 ${untold} 条，没有行要退回，请自行处理。`
        : `${untold} findings concern whole tables, so no row is returned; please settle them yourself.`,
    );
  return lines.map(shownName).join("\n");
}
