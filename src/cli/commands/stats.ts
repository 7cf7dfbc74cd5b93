/** taizhang stats: the statistics sheet, every figure a formula over the data beside it. */
import { sessionStats, sessionStatsBook } from "../../app/statistics";
import { bookBytes } from "../../hosts/file/node";
import { KIND_WORDS } from "../../ledger";
import { statsJson } from "../../month";
import type { Command } from "../command";
import { doubtWarnings } from "../doubt-warning";
import { compareWithLast } from "../last-period";
import { READING_OPTIONS } from "../options";
import { oneFile, outputPath } from "../output-file";
import { reaches, requireLedger, runFiles } from "../run-files";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

const EXAMPLE = "taizhang stats 台账.xlsx -o 统计表.xlsx";

export const stats: Command = {
  name: "stats",
  zh: "生成统计表（按单位统计、排名、亮灯、进度类别，每个数都是公式）",
  en: "write the statistics sheet (units, ranks, lights, progress; every figure a formula)",
  operands: { zh: "文件", en: "FILE" },
  options: [...READING_OPTIONS, "previous", "old-as-of", "output", "strict"],
  examples: [EXAMPLE, "taizhang stats 11月台账.xlsx --previous 10月台账.xlsx -o 统计表.xlsx"],
  run: async (args, io, lang) => {
    const file = oneFile(args, "stats");
    const { path } = outputPath(args, ["xlsx"], EXAMPLE);
    return runFiles(args, io, lang, "stats", async ({ session, lang: asked, request }) => {
      requireLedger(session, file);
      await compareWithLast(args, session, "previous");
      if (args.flag("strict")) await session.check();
      const counted = sessionStats(session);
      const book = sessionStatsBook(session);
      const { asOf, settings } = session.getSnapshot();
      if (counted === null || book === null || asOf === null) throw new Error("not read");
      await writeNew(path, bookBytes(book));
      const kinds = counted.kinds.map(({ kind, units, total }) =>
        asked === "zh"
          ? `${KIND_WORDS[kind].zh} ${total} 项、${units.length} 个单位`
          : `${total} ${KIND_WORDS[kind].en} of ${units.length} units`,
      );
      return {
        json: statsJson(counted, { file, out: path, asOf: asOf.date, precision: settings.precision }),
        text:
          asked === "zh"
            ? `已写入「${shownName(path)}」：${kinds.join("；")}。`
            : `Wrote “${shownName(path)}”: ${kinds.join("; ")}.`,
        failing: reaches(session.findings()?.findings ?? [], request.failOn),
        warnings: doubtWarnings(session, asked),
      };
    });
  },
};
