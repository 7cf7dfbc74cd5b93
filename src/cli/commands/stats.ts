/** taizhang stats: the statistics sheet, every figure a formula over the data beside it. */
import { lastPeriodOf } from "../../app/month";
import type { Session } from "../../app/session";
import { sessionStats, sessionStatsBook, statsCopy } from "../../app/statistics";
import { bookBytes, copyWithBook, type FileHost, readFileBytes } from "../../hosts/file/node";
import { HostError } from "../../hosts/port";
import { KIND_WORDS } from "../../ledger";
import { statsJson, type Period } from "../../month";
import type { Args } from "../args";
import type { Command } from "../command";
import { CliFailure, workbookFailure } from "../failure";
import { figureWarnings } from "../held-warning";
import { compareWithLast, oldAsOf, refuseLater } from "../last-period";
import { isSnapshotName, openSnapshot } from "../period-file";
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
  options: [...READING_OPTIONS, "previous", "old-as-of", "in-ledger", "output", "strict"],
  examples: [
    EXAMPLE,
    "taizhang stats 11月台账.xlsx --previous 10月台账.xlsx -o 统计表.xlsx",
    "taizhang stats 11月台账.xlsx --in-ledger -o 11月台账-统计.xlsx",
  ],
  run: async (args, io, lang) => {
    const file = oneFile(args, "stats");
    const inLedger = args.flag("in-ledger");
    const { path } = outputPath(args, [inLedger && /\.xlsm$/i.test(file) ? "xlsm" : "xlsx"], EXAMPLE);
    return runFiles(args, io, lang, "stats", async ({ session, host, signed, lang: asked, request }) => {
      requireLedger(session, file);
      const previous = await openPrevious(args, session);
      const warnings = [...(await figureWarnings(session, asked, asked === "zh" ? "统计表" : "the statistics sheet"))];
      const counted = sessionStats(session, previous);
      const book = sessionStatsBook(session, previous);
      const { asOf, settings } = session.getSnapshot();
      if (counted === null || book === null || asOf === null) throw new Error("not read");
      await writeNew(path, inLedger ? await inCopy(file, host, session, previous) : bookBytes(book));
      if (inLedger && signed) warnings.push(asked === "zh" ? SIGNED.zh : SIGNED.en);
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
        failing: args.flag("strict") && reaches(session.findings()?.findings ?? [], request.failOn),
        warnings,
      };
    });
  },
};

const SIGNED = {
  zh: "台账带有数字签名，加了统计表的副本签名会失效。",
  en: "The ledger is digitally signed; the copy with the statistics loses its signature.",
};

/** The ledger's file with the sheets in it. */
async function inCopy(file: string, host: FileHost, session: Session, previous: Period | null): Promise<Uint8Array> {
  if (host.copies === undefined)
    throw new CliFailure(
      `「${file}」不是 .xlsx 或 .xlsm，不能加入统计表；请先另存为 .xlsx，或不写 --in-ledger。`,
      `“${file}” is not an .xlsx or .xlsm file, so no sheet can be added; save it as .xlsx first, or leave out --in-ledger.`,
      "unsupportedFormat",
    );
  try {
    const bytes = statsCopy(session, previous, await readFileBytes(file), copyWithBook);
    if (bytes === null) throw new Error("not read");
    return bytes;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw workbookFailure({ code: error.code, workbook: file, detail: error.detail }, file);
  }
}

/** The period behind --previous, a ledger or a kept one. */
async function openPrevious(args: Args, session: Session): Promise<Period | null> {
  const path = args.text("previous");
  if (path === null || !isSnapshotName(path)) {
    await compareWithLast(args, session, "previous");
    return lastPeriodOf(session);
  }
  const asOf = oldAsOf(args);
  const kept = await openSnapshot(path);
  const now = session.reading()?.asOf.date;
  if (now === undefined) throw new Error("not read");
  refuseLater(path, asOf ?? kept.asOf, now);
  return asOf === null ? kept : { ...kept, asOf };
}
