/** taizhang merge: what many units sent, into one ledger or back into the master. */
import type { Command } from "../command";
import { CliFailure } from "../failure";
import { mergeInto } from "../merge-into";
import { READING_OPTIONS } from "../options";
import { readRequest } from "../request";

export const merge: Command = {
  name: "merge",
  zh: "回填各单位反馈：按事项更新总台账的副本，有出入的逐条列出",
  en: "write returned files into a copy of the master ledger, with every conflict listed",
  operands: { zh: "文件或文件夹…", en: "FILES or folder…" },
  options: [...READING_OPTIONS.filter((name) => name !== "fail-on"), "into", "output", "strict"],
  examples: ["taizhang merge --into 总台账.xlsx 各单位反馈/ -o 总台账-回填.xlsx"],
  run: async (args, io, asked) => {
    const request = await readRequest(args);
    const lang = request.settings.lang ?? asked;
    const master = args.text("into");
    if (master !== null) return mergeInto(args, io, request, lang, master);
    throw new CliFailure(
      "请用 --into 指定要回填的总台账；例如 taizhang merge --into 总台账.xlsx 各单位反馈/ -o 总台账-回填.xlsx。",
      "Name the master ledger with --into; for example taizhang merge --into master.xlsx returned/ -o out.xlsx.",
    );
  },
};
