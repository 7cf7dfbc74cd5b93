/** taizhang trend: rates over several periods, from ledgers and kept periods. */
import { COMPARE_PRECISION, periodNow } from "../../app/month";
import { definitionText, KIND_WORDS } from "../../app/words";
import {
  MONTH_KINDS,
  type NamedPeriod,
  printedRates,
  sameDay,
  trendJson,
  trendOf,
  type TrendPeriod,
} from "../../month";
import type { Lang } from "../../rule";
import { isoDate } from "../../zh/civil-date";
import type { Command } from "../command";
import { clearProgress, eachFile } from "../each-file";
import { CliFailure } from "../failure";
import { expandInputs, PERIODS } from "../inputs";
import { READING_OPTIONS } from "../options";
import { isSnapshotName, openSnapshot } from "../period-file";
import { readRequest } from "../request";
import { openSession, requireLedger } from "../run-files";
import { oneLine, table } from "../table";

export const trend: Command = {
  name: "trend",
  zh: "各期完成率的走势，台账和存下的期次都可以",
  en: "rates over several periods, from ledgers and snapshots",
  operands: { zh: "台账、期次文件或文件夹…", en: "LEDGER, snapshot or folder…" },
  options: [...READING_OPTIONS.filter((name) => name !== "fail-on" && name !== "as-of")],
  examples: ["taizhang trend 各期/", "taizhang trend 2025-09.json 2025-10.json 11月.xlsx --format json"],
  run: async (args, io, asked) => {
    const request = await readRequest(args);
    const lang = request.settings.lang ?? asked;
    const inputs = await expandInputs(args.files, "trend", PERIODS);
    const periods: NamedPeriod[] = [];
    const status = await eachFile(inputs, { io, lang, format: "text" }, async (file) => {
      if (isSnapshotName(file)) periods.push({ file, period: await openSnapshot(file) });
      else {
        const { session } = await openSession(file, request, io);
        requireLedger(session, file);
        const period = periodNow(session, false);
        if (period !== null) periods.push({ file, period });
      }
      clearProgress(io);
      return 0;
    });
    refuseSameDay(periods);
    if (periods.length === 0) return 2;
    const { definition = "done", denominator = "all" } = request.settings;
    const precision = args.text("precision") === "0" ? 0 : (request.settings.precision ?? COMPARE_PRECISION);
    const counted = trendOf(periods, { done: definition, denominator });
    const text = `${definitionText({ done: definition, denominator }, lang)}\n\n${trendText(counted, precision, lang)}`;
    io.out(request.format === "json" ? `${JSON.stringify(trendJson(counted, precision), null, 2)}\n` : `${text}\n`);
    return status;
  },
};

/** @throws CliFailure where two are of one day: which of them counts only a person can say */
function refuseSameDay(periods: readonly NamedPeriod[]): void {
  const same = sameDay(periods);
  if (same === null) return;
  const [one, other] = same;
  const day = isoDate(one.period.asOf);
  throw new CliFailure(
    `「${one.file}」和「${other.file}」的统计截止日都是 ${day}；请只留一份，或在台账中写明各自的统计截止日。`,
    `“${one.file}” and “${other.file}” are both as of ${day}; leave one out, or state the as-of date in each ledger.`,
  );
}

function trendText(trend: readonly TrendPeriod[], precision: 0 | 1 | 2, lang: Lang): string {
  const zh = lang === "zh";
  const head = zh
    ? ["截至", "总数", "完成", "超期", "完成率", "百分点", "文件"]
    : ["as of", "total", "done", "overdue", "rate", "points", "file"];
  const parts = MONTH_KINDS.flatMap((kind) => {
    const rows = trend.flatMap(({ file, asOf, kinds }) => {
      const own = kinds.find((one) => one.kind === kind);
      if (own === undefined) return [];
      const rates = own.before === null ? null : printedRates(own.before, own, precision);
      const rate = printedRates(own, own, precision).now ?? "—";
      const counts = [own.total, own.done, own.overdue].map(String);
      return [[isoDate(asOf), ...counts, rate, rates?.points ?? "—", oneLine(file)]];
    });
    if (rows.length === 0) return [];
    return [[KIND_WORDS[kind][lang], ...table([head, ...rows], [1, 2, 3, 4, 5]).map((line) => `  ${line}`)].join("\n")];
  });
  return parts.join("\n\n");
}
