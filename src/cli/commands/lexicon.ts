/** taizhang lexicon: the office's own words that hold for a ledger, as 词表.json for colleagues. */
import { lexiconFile, lexiconObject } from "../../app/lexicon-file";
import type { Command } from "../command";
import { LEDGERS } from "../inputs";
import { READING_OPTIONS } from "../options";
import { runFiles } from "../run-files";

export const lexicon: Command = {
  name: "lexicon",
  zh: "输出词表（本单位自己的表头、状态、简称等），可存成词表.json 交给同事",
  en: "print the office's own words, to be kept as 词表.json for colleagues",
  operands: { zh: "文件或文件夹…", en: "FILE or folder…" },
  options: READING_OPTIONS.filter(
    (name) => name === "settings" || name === "lexicon" || name === "state" || name === "lang" || name === "help",
  ),
  examples: [
    "taizhang lexicon --state 状态.json 台账.xlsx > 词表.json",
    "taizhang lexicon --lexicon 词表一.json --lexicon 词表二.json 台账.xlsx",
  ],
  run: (args, io, asked) =>
    runFiles(
      args,
      io,
      asked,
      "lexicon",
      ({ session }) => {
        const { settings, remembered, templates: kept } = session.getSnapshot();
        const columns = [...remembered, ...settings.columns];
        const templates = new Map([...settings.templates, ...kept]);
        const text = lexiconFile(settings.lexicon, columns, templates).trimEnd();
        const json = lexiconObject(settings.lexicon, columns, templates);
        return Promise.resolve({ json, text, failing: false, warnings: [] });
      },
      LEDGERS,
    ),
};
