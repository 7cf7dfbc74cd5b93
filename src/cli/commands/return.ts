/** taizhang return: what is wrong in each unit's rows, as a letter and a workbook of these rows. */
import { basename, extname } from "node:path";
import {
  checkedLedger,
  returnDocx,
  type Returned,
  returnFindings,
  returnJson,
  returnWorkbook,
} from "../../app/returns";
import { bookBytes, type FileHost } from "../../hosts/file/node";
import type { Checked } from "../../app/returns";
import type { Lang } from "../../rule";
import { oneOf } from "../args";
import type { Command } from "../command";
import { CliFailure } from "../failure";
import { eachFile } from "../each-file";
import { expandInputs, LEDGERS } from "../inputs";
import { READING_OPTIONS } from "../options";
import { readRequest } from "../request";
import { openSession, requireLedger } from "../run-files";
import { shownName } from "../terminal";
import { inFolder, type NewFile, outputFolder, writeFolder } from "../write-folder";
import { isFolder } from "../paths";

const EXAMPLE = "taizhang return 台账.xlsx -o 退回";

export const returnCommand: Command = {
  name: "return",
  zh: "退回修改意见：按单位写出修改意见（Word）和待修改的行（Excel）",
  en: "return findings to units: a letter (Word) and the rows to be mended (Excel) for each",
  operands: { zh: "文件或文件夹", en: "FILE or folder" },
  options: [...READING_OPTIONS.filter((name) => name !== "fail-on"), "level", "output"],
  examples: [EXAMPLE, "taizhang return 各单位报送/ --level error -o 退回"],
  run: async (args, io, asked) => {
    const [input] = args.files;
    if (input === undefined || args.files.length !== 1)
      throw new CliFailure(
        `请指定一份台账或一个文件夹；例如 ${EXAMPLE}。`,
        `Name one ledger or one folder; for example ${EXAMPLE}.`,
      );
    const folder = outputFolder(args, EXAMPLE);
    const level = oneOf(args, "level", ["warning", "error"]);
    const request = await readRequest(args);
    const lang = request.settings.lang ?? asked;
    const sent = await isFolder(input);
    const inputs = await expandInputs([input], "return", LEDGERS);
    const hosts = new Map<Checked, FileHost>();
    const status = await eachFile(inputs, { io, lang, format: "text" }, async (file) => {
      const { session, host } = await openSession(file, request, io);
      requireLedger(session, file);
      await session.check();
      const checked = checkedLedger(session, level, sent ? { name: basename(file, extname(file)) } : null);
      if (checked === null) throw new Error("not checked");
      hosts.set(checked, host);
      return 0;
    });
    if (hosts.size === 0) return status;
    const returned = returnFindings([...hosts.keys()]);
    await writeFolder(folder, await filesOf(returned, hosts));
    const pathOf = (name: string): string => inFolder(folder, name);
    io.out(
      request.format === "json"
        ? `${JSON.stringify(
            returnJson(returned, (letter, ending) =>
              ending === "docx"
                ? pathOf(docxName(letter.fileName))
                : letter.rows === 0
                  ? null
                  : pathOf(xlsxName(letter.fileName)),
            ),
            null,
            2,
          )}\n`
        : `${textOf(returned, folder, lang)}\n`,
    );
    return status;
  },
};

const docxName = (name: string): string => `${name}-修改意见.docx`;
const xlsxName = (name: string): string => `${name}-待修改.xlsx`;

async function filesOf(returned: Returned, hosts: ReadonlyMap<Checked, FileHost>): Promise<readonly NewFile[]> {
  const files: NewFile[] = [];
  for (const letter of returned.letters) {
    const host = hosts.get(letter.source);
    if (host === undefined) throw new Error("no host");
    files.push({ name: docxName(letter.fileName), bytes: await returnDocx(letter) });
    const bytes = await returnWorkbook(letter, host, bookBytes);
    if (bytes !== null) files.push({ name: xlsxName(letter.fileName), bytes });
  }
  return files;
}

function textOf({ letters, clean, noUnit }: Returned, folder: string, lang: Lang): string {
  const zh = lang === "zh";
  const lines = [
    zh
      ? `已写入文件夹「${folder}」：${letters.length} 个单位的修改意见。`
      : `Wrote the findings of ${letters.length} units to “${folder}”.`,
    ...letters.map(({ unit, rows, findings }) =>
      zh ? `  ${unit}：${rows} 行，意见 ${findings} 条` : `  ${unit}: ${rows} rows, ${findings} findings`,
    ),
  ];
  if (clean.length > 0)
    lines.push(zh ? `没有问题的单位：${clean.join("、")}。` : `Nothing wrong: ${clean.join(", ")}.`);
  if (noUnit.findings > 0)
    lines.push(
      zh
        ? `未明确责任单位（未退回）：${noUnit.rows} 行，意见 ${noUnit.findings} 条。`
        : `No unit named, not returned: ${noUnit.rows} rows, ${noUnit.findings} findings.`,
    );
  return lines.map(shownName).join("\n");
}
