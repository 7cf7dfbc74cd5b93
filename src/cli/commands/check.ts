/** taizhang check: every row of the ledgers against every rule. */
import { checkJson } from "../../app/check-json";
import { checkText, type Grouping } from "../check-text";
import type { Command } from "../command";
import { LEDGERS } from "../inputs";
import { READING_OPTIONS } from "../options";
import { reaches, runFiles } from "../run-files";

export const check: Command = {
  name: "check",
  zh: "逐行核验台账",
  en: "check every row of the ledgers",
  operands: { zh: "文件或文件夹…", en: "FILE or folder…" },
  options: [...READING_OPTIONS, "group"],
  examples: [
    "taizhang check 台账.xlsx",
    "taizhang check --as-of 2025-10-10 --group unit 台账.xlsx",
    "taizhang check --format json --fail-on warning 各单位台账/",
  ],
  run: (args, io, asked) =>
    runFiles(
      args,
      io,
      asked,
      "check",
      async ({ file, lang, session, request, paint, isDocument }) => {
        await session.check();
        const group = (args.text("group") ?? "row") as Grouping;
        return {
          json: checkJson(session, file, lang),
          text: request.format === "text" ? checkText(session, { lang, group, paint, isDocument }) : "",
          failing: reaches(session.findings()?.findings ?? [], request.failOn),
          warnings: [],
        };
      },
      LEDGERS,
    ),
};
