/** taizhang facts: ledgers as rows for data bases, with the SQL that counts them. */
import { sessionFacts, type FactsOptions } from "../../app/facts";
import { FACTS_COLUMNS, factsSchema, ratesSql, UNITS_COLUMNS } from "../../month";
import type { Command } from "../command";
import { clearProgress, eachFile } from "../each-file";
import { CliFailure } from "../failure";
import { openFactsFiles } from "../facts-files";
import { expandInputs, LEDGERS } from "../inputs";
import { READING_OPTIONS } from "../options";
import { readRequest } from "../request";
import { openSession, requireLedger } from "../run-files";
import { shownName } from "../terminal";

const EXAMPLE = "taizhang facts 收表/ -o 要素/";

interface FileFacts {
  readonly file: string;
  readonly used: boolean;
  readonly why: "unreadable" | "noLedger" | null;
  readonly items: number;
}

export const facts: Command = {
  name: "facts",
  zh: "导出要素数据（Parquet、NDJSON 和统计用 SQL），供数据库使用",
  en: "export the ledgers' facts for databases (Parquet, NDJSON and SQL that counts them)",
  operands: { zh: "文件或文件夹…", en: "FILE or folder…" },
  options: [...READING_OPTIONS.filter((name) => name !== "fail-on" && name !== "denominator"), "output", "strict"],
  examples: [EXAMPLE],
  run: async (args, io, asked) => {
    const request = await readRequest(args);
    const lang = request.settings.lang ?? asked;
    const zh = lang === "zh";
    const folder = args.text("output");
    if (folder === null)
      throw new CliFailure(
        `请用 -o 指定写入的文件夹；例如 ${EXAMPLE}。`,
        `Name the folder to write with -o; for example ${EXAMPLE}.`,
      );
    const { definition: done = "done", denominator = "all" } = request.settings;
    if (denominator !== "all")
      throw new CliFailure(
        "要素数据的 SQL 只按全部事项计算完成率；请去掉设置中的 denominator。",
        "The SQL over facts divides by all items only; leave denominator out of the settings.",
      );
    const inputs = await expandInputs(args.files, "facts", LEDGERS);
    const relations = { facts: FACTS_COLUMNS, units: UNITS_COLUMNS };
    const out = await openFactsFiles(folder, relations, { schema: factsSchema(), sql: ratesSql(done) });
    const files: FileFacts[] = [];
    let [items, units] = [0, 0];
    try {
      const status = await eachFile(inputs, { io, lang, format: "text" }, async (file) => {
        const name = file.replaceAll("\\", "/");
        try {
          const { session } = await openSession(file, request, io);
          requireLedger(session, file);
          const options: Partial<FactsOptions> = { done };
          let count = 0;
          for (const { fact, units: leads } of sessionFacts(session, name, options)) {
            out.facts({ ...fact });
            for (const lead of leads) out.units({ ...lead });
            count += 1;
            units += leads.length;
          }
          items += count;
          files.push({ file: name, used: true, why: null, items: count });
        } catch (error) {
          if (!(error instanceof CliFailure)) throw error;
          const why = error.code === "noLedger" || inputs.maybe.has(file) ? "noLedger" : "unreadable";
          files.push({ file: name, used: false, why, items: 0 });
          throw error;
        } finally {
          clearProgress(io);
        }
        return 0;
      });
      if (!files.some(({ used }) => used)) return 2;
      const written = out.finish().map((path) => path.replaceAll("\\", "/"));
      const left = files.filter(({ used }) => !used).length;
      if (request.format === "json")
        io.out(`${JSON.stringify({ schema: 1, files, items, units, out: written }, null, 2)}\n`);
      else
        io.out(
          zh
            ? `已写入「${shownName(folder)}」：${files.length - left} 个文件、${items} 项${left > 0 ? `；${left} 个文件未用` : ""}。\n`
            : `Wrote “${shownName(folder)}”: ${items} items of ${files.length - left} files${left > 0 ? `; ${left} files not used` : ""}.\n`,
        );
      return args.flag("strict") && status > 0 ? 1 : 0;
    } finally {
      out.drop();
    }
  },
};
