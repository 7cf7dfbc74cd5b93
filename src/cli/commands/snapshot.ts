/** taizhang snapshot: a period is kept in a file, so that next month needs no old ledger. */
import { periodNow, snapshotJson } from "../../app/month";
import { MONTH_KINDS } from "../../month";
import { civilDate, isoDate, lastDayOfMonth, type CivilDate } from "../../zh/civil-date";
import type { Args } from "../args";
import type { Command } from "../command";
import { CliFailure } from "../failure";
import { heldWarning } from "../held-warning";
import { READING_OPTIONS } from "../options";
import { oneFile, outputPath } from "../output-file";
import { readRequest } from "../request";
import { openSession, requireLedger } from "../run-files";
import { shownName } from "../terminal";
import { writeNew } from "../write-file";

const EXAMPLE = "taizhang snapshot 11月.xlsx -o 2025-11.json";

export const snapshot: Command = {
  name: "snapshot",
  zh: "存为本期：下月对比不再需要旧台账；不含责任人、电话",
  en: "save this period, so that next month's comparison needs no old ledger; persons and phone numbers are left out",
  operands: { zh: "台账", en: "LEDGER" },
  options: [...READING_OPTIONS.filter((name) => name !== "fail-on"), "period", "output"],
  examples: [EXAMPLE, "taizhang snapshot 11月.xlsx --as-of 2025-11-28 --period 2025-11 -o 2025-11.json"],
  run: async (args, io, asked) => {
    const file = oneFile(args, "snapshot");
    const { path } = outputPath(args, ["json"], EXAMPLE);
    const month = periodOption(args);
    const request = await readRequest(args);
    const lang = request.settings.lang ?? asked;
    // A month that is named and no day: its last one.
    const { session } = await openSession(file, request, month === null ? io : { ...io, today: () => month.lastDay });
    requireLedger(session, file);
    await session.check();
    const period = periodNow(session, true);
    if (period === null) throw new Error("not read");
    const label = month?.label ?? isoDate(period.asOf).slice(0, 7);
    await writeNew(path, new TextEncoder().encode(`${JSON.stringify(snapshotJson(period, label))}\n`));
    const items = Object.fromEntries(
      MONTH_KINDS.filter((kind) => period.kinds.includes(kind)).map((kind) => [
        kind,
        period.items.filter((item) => item.kind === kind).length,
      ]),
    );
    const asOf = isoDate(period.asOf);
    // What is kept is compared with for months: that its figures are in doubt is said when it is kept.
    const held = heldWarning(session.findings(), lang, lang === "zh" ? "存下的数" : "the figures kept");
    if (held !== null) io.err(`${shownName(held)}\n`);
    if (request.format === "json") {
      io.out(`${JSON.stringify({ schema: 1, file, out: path, period: label, asOf, items }, null, 2)}\n`);
      return 0;
    }
    io.out(
      lang === "zh"
        ? `已存 ${label} 期（截至 ${asOf}，${period.items.length} 项），写入「${shownName(path)}」。\n`
        : `Kept ${label} (as of ${asOf}, ${period.items.length} items), wrote “${shownName(path)}”.\n`,
    );
    return 0;
  },
};

interface Month {
  readonly label: string;
  readonly lastDay: CivilDate;
}

function periodOption(args: Args): Month | null {
  const label = args.text("period");
  if (label === null) return null;
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(label) ?? [];
  const first = civilDate(Number(year), Number(month), 1);
  if (first === null)
    throw new CliFailure(
      `选项 --period 应写作年和月，现在是「${label}」；例如 --period 2025-11。`,
      `--period must be a year and a month, not “${label}”; for example --period 2025-11.`,
    );
  return { label, lastDay: { ...first, day: lastDayOfMonth(first.year, first.month) } };
}
