/** taizhang tally: counts and rates. */
import { tallyJson } from "../../tally";
import type { Command } from "../command";
import { figureWarnings } from "../held-warning";
import { LEDGERS } from "../inputs";
import { READING_OPTIONS } from "../options";
import { reaches, runFiles } from "../run-files";
import { tallyText } from "../tally-text";

export const tally: Command = {
  name: "tally",
  zh: "统计数量和完成率",
  en: "count items and rates",
  operands: { zh: "文件或文件夹…", en: "FILE or folder…" },
  options: [...READING_OPTIONS, "strict"],
  examples: ["taizhang tally 台账.xlsx", "taizhang tally --definition basic --precision 1 --format json 台账.xlsx"],
  run: (args, io, asked) =>
    runFiles(
      args,
      io,
      asked,
      "tally",
      async ({ file, lang, session, request, paint, isDocument }) => {
        const warnings = await figureWarnings(session, lang, lang === "zh" ? "这些数字" : "these figures");
        const { asOf, settings } = session.getSnapshot();
        const counted = session.tally();
        if (counted === null || asOf === null) throw new Error("not read");
        const { precision } = settings;
        return {
          json: tallyJson(counted, { file, asOf: asOf.date, precision }),
          text: request.format === "text" ? tallyText(session, counted, { lang, precision, paint, isDocument }) : "",
          failing: args.flag("strict") && reaches(session.findings()?.findings ?? [], request.failOn),
          warnings,
        };
      },
      LEDGERS,
    ),
};
