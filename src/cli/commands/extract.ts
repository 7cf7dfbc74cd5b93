/** taizhang extract: an old notice becomes a ledger to go on with. */
import { NO_LEXICON } from "../../app/core";
import { extractDraft, extractedTable, extractedWords } from "../../app/extracted-table";
import { createNodeDraftTools } from "../../hosts/file/node";
import type { Command } from "../command";
import { CliFailure } from "../failure";
import { openDraftFile } from "../open-draft";
import { outputPath } from "../output-file";
import { readRequest } from "../request";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

export const extract: Command = {
  name: "extract",
  zh: "从已有通报提取出台账",
  en: "make a ledger from an existing notice",
  operands: { zh: "通报", en: "NOTICE" },
  options: ["output", "settings", "lexicon", "lang", "help"],
  examples: ["taizhang extract 通报.docx -o 整改台账.xlsx"],
  run: async (args, io, lang) => {
    const [file] = args.files;
    if (file === undefined || args.files.length > 1) {
      throw new CliFailure(
        `${file === undefined ? "没有指定通报文件" : "一次只能提取一份通报"}；例如 taizhang extract 通报.docx -o 整改台账.xlsx。`,
        `${file === undefined ? "No notice given" : "One notice at a time"}; for example taizhang extract notice.docx -o ledger.xlsx.`,
      );
    }
    const { path } = outputPath(args, ["xlsx"], `taizhang extract ${file} -o 整改台账.xlsx`);
    const draft = await openDraftFile(file);
    const { settings } = await readRequest(args);
    const ledger = extractDraft(draft.lines, settings.lexicon ?? NO_LEXICON);
    if (ledger.rows.length === 0) {
      throw new CliFailure(
        `「${file}」中没有找到可提取的整改事项；请确认它是逐项列出问题和整改情况的通报。`,
        `“${file}” lists no items to extract; make sure that it is a notice that goes through its problems one by one.`,
        "noItems",
      );
    }
    await writeNew(path, createNodeDraftTools().writeTable(extractedTable(ledger, draft.paragraphs)));
    io.out(
      lang === "zh"
        ? `已写入「${shownName(path)}」：${extractedWords(ledger, lang)}。\n`
        : `Wrote “${shownName(path)}”: ${extractedWords(ledger, lang)}.\n`,
    );
    return 0;
  },
};
