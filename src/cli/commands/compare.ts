/** taizhang compare: this month's ledger against last month's, or against a kept period. */
import { realpath } from "node:fs/promises";
import {
  changeMarks,
  changeSheet,
  COMPARE_PRECISION,
  compareBook,
  compareWithPeriod,
  lastPeriodOf,
} from "../../app/month";
import type { Session } from "../../app/session";
import { bookBytes } from "../../hosts/file/node";
import { compareJson, type Compared, pairsToFill, type Period } from "../../month";
import { isoDate } from "../../zh/civil-date";
import type { Args } from "../args";
import type { Command } from "../command";
import { compareText } from "../compare-text";
import { CliFailure } from "../failure";
import { oldAsOf, refuseLater, takeLast } from "../last-period";
import { READING_OPTIONS } from "../options";
import { outputPath } from "../output-file";
import { figureWarnings } from "../held-warning";
import { createPaint } from "../paint";
import { whyNoCopy } from "./annotate";
import { isSnapshotName, openPairs, openSnapshot } from "../period-file";
import { readRequest, type Request } from "../request";
import { openSession, requireLedger } from "../run-files";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

const EXAMPLE = "taizhang compare 10月.xlsx 11月.xlsx -o 对比.xlsx";

export const compare: Command = {
  name: "compare",
  zh: "与上期对比：新增完成、退回、时限变动、新增和消失的事项",
  en: "compare with the last period: completed, reopened, moved deadlines, added and removed items",
  operands: { zh: "上期（台账或存下的期次） 本期台账", en: "OLD (ledger or snapshot) NEW" },
  options: [
    ...READING_OPTIONS.filter((name) => name !== "fail-on"),
    "old-as-of",
    "pairs",
    "pairs-example",
    "output",
    "marked",
    "strict",
  ],
  examples: [
    "taizhang compare 10月.xlsx 11月.xlsx",
    EXAMPLE,
    "taizhang compare 10月.xlsx 11月.xlsx --marked 11月-变化.xlsx",
    "taizhang compare 2025-10.json 11月.xlsx --format json",
    "taizhang compare 10月.xlsx 11月.xlsx --pairs-example",
  ],
  run: async (args, io, asked) => {
    const [oldFile, newFile] = await twoFiles(args);
    const output = args.text("output") === null ? null : outputPath(args, ["xlsx"], EXAMPLE);
    const request = await readRequest(args);
    const lang = request.settings.lang ?? asked;
    const settled = await openPairs(args.text("pairs"));
    const { session } = await openSession(newFile, request, io);
    requireLedger(session, newFile);
    const say = (zh: string, en: string): void => io.err(`${shownName(lang === "zh" ? zh : en)}\n`);
    const old = await openOld(oldFile, args, session, say);
    const compared = compareWithPeriod(session, old, settled);
    if (compared === null) throw new Error("not read");
    if (args.flag("pairs-example")) {
      io.out(`${JSON.stringify(pairsToFill(compared), null, 2)}\n`);
      return 0;
    }
    const precision = precisionOf(args, request);
    if (output !== null) {
      await writeNew(output.path, bookBytes(compareBook(compared, precision)));
      say(`已写入「${output.path}」。`, `Wrote “${output.path}”.`);
    }
    const marked = args.text("marked");
    if (marked !== null) {
      await writeNew(marked, await markedCopy(session, compared, newFile));
      say(`已写入「${marked}」。`, `Wrote “${marked}”.`);
    }
    const what = lang === "zh" ? "对比的数" : "the figures compared";
    for (const warning of await figureWarnings(session, lang, what)) io.err(`${shownName(warning)}\n`);
    tellUnclear(compared, say);
    const files = { old: oldFile, new: newFile };
    io.out(
      request.format === "json"
        ? `${JSON.stringify(compareJson(compared, files, precision), null, 2)}\n`
        : `${compareText(compared, { files, precision, lang, paint: createPaint(io) })}\n`,
    );
    const isForPeople = compared.ambiguous.length > 0 || compared.changes.some(({ risk }) => risk === "high");
    return args.flag("strict") && isForPeople ? 1 : 0;
  },
};

/** The new ledger with its changes marked, and a sheet of them. */
async function markedCopy(session: Session, compared: Compared, file: string): Promise<Uint8Array> {
  const { lang } = session.getSnapshot().settings;
  const copy = await session.makeCopy({ marks: changeMarks(compared, lang), report: changeSheet(compared) });
  if (copy === null) throw whyNoCopy(session, file);
  return copy.bytes;
}

type Say = (zh: string, en: string) => void;

/** @throws CliFailure unless there are two files, and two different ones */
async function twoFiles(args: Args): Promise<readonly [string, string]> {
  const [old, now, more] = args.files;
  if (old === undefined || now === undefined || more !== undefined)
    throw new CliFailure(
      `对比要两份文件，先上期、后本期；例如 ${EXAMPLE}。`,
      `Name two files, the old one first; for example ${EXAMPLE}.`,
    );
  const real = (path: string): Promise<string> => realpath(path).catch(() => path);
  if ((await real(old)) === (await real(now)))
    throw new CliFailure(
      `两次给的是同一份文件「${now}」，没有可对比的；请把上期的那一份放在前面。`,
      `Both are the same file “${now}”: there is nothing to compare. Name last period's file first.`,
    );
  return [old, now];
}

/** The period before, a kept one or a ledger; on which day it is judged is said where nothing states it. */
async function openOld(path: string, args: Args, session: Session, say: Say): Promise<Period> {
  const asOf = oldAsOf(args);
  const now = session.reading()?.asOf.date;
  if (now === undefined) throw new Error("not read");
  if (isSnapshotName(path)) {
    const kept = await openSnapshot(path);
    const period = asOf === null ? kept : { ...kept, asOf };
    refuseLater(path, period.asOf, now);
    return period;
  }
  await takeLast(path, asOf, session);
  const period = lastPeriodOf(session);
  if (period === null) throw new Error("not read");
  if (session.lastPeriod()?.reading.asOf.source === "today") {
    const day = isoDate(period.asOf);
    say(
      `上期台账没有写明统计截止日，按本期上月的最后一天 ${day} 计；如不是，请加 --old-as-of。`,
      `Last period's ledger states no as-of date; ${day}, the last day of the month before, is used. If that is wrong, add --old-as-of.`,
    );
  }
  return period;
}

/** Rates of two months are told with a decimal, where nobody asks otherwise. */
function precisionOf(args: Args, { settings }: Request): 0 | 1 | 2 {
  return args.text("precision") === "0" ? 0 : (settings.precision ?? COMPARE_PRECISION);
}

function tellUnclear({ unclear }: Compared, say: Say): void {
  for (const { old, new: now } of unclear) {
    const problem = (now ?? old)?.problem ?? "";
    say(
      `配对文件中「${problem}」一条没有用上：台账中没有这样的事项，或有几项都是；请核对序号、单位或位置。`,
      `The pair for “${problem}” was not used: no such item, or several; check its number, unit or place.`,
    );
  }
}
