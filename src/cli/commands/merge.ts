/** taizhang merge: what many units sent, into one ledger or back into the master. */
import type { Command } from "../command";
import { mergeFiles } from "../merge-files";
import { mergeInto } from "../merge-into";
import { READING_OPTIONS } from "../options";
import { readRequest } from "../request";

export const merge: Command = {
  name: "merge",
  zh: "汇总各单位报送的台账；加 --into 则回填到总台账的副本，有出入的逐条列出",
  en: "merge what many units sent into one ledger, or with --into write their answers into a copy of the master",
  operands: { zh: "文件或文件夹…", en: "FILES or folder…" },
  options: [...READING_OPTIONS.filter((name) => name !== "fail-on"), "into", "template", "output", "strict"],
  examples: [
    "taizhang merge 各单位报送/ -o 汇总台账.xlsx --units 单位名录.xlsx",
    "taizhang merge --into 总台账.xlsx 各单位反馈/ -o 总台账-回填.xlsx",
  ],
  run: async (args, io, asked) => {
    // Here a template is a form, no paragraph.
    const request = await readRequest({ ...args, text: (name) => (name === "template" ? null : args.text(name)) });
    const lang = request.settings.lang ?? asked;
    const master = args.text("into");
    if (master !== null) return mergeInto(args, io, request, lang, master);
    return mergeFiles(args, io, request, lang);
  },
};
