/** The ledger of the period before, named on the command line. */
import { basename } from "node:path";
import type { Session } from "../app/session";
import { HostError } from "../hosts/port";
import { openFile } from "../hosts/file/node";
import { periodGrids } from "../month";
import { compareDates, type CivilDate } from "../zh/civil-date";
import { readFormDate } from "../zh/written-date";
import type { Args } from "./args";
import { CliFailure, workbookFailure } from "./failure";
import { isSnapshotName, openSnapshot } from "./period-file";

/**
 * Gives a session the ledger behind --last (or --previous), judged on the day behind --old-as-of.
 * @throws CliFailure where it cannot be opened, holds no ledger, or is later than the one at hand
 */
export async function compareWithLast(
  args: Args,
  session: Session,
  option: "last" | "previous" = "last",
): Promise<void> {
  const path = args.text(option);
  const asOf = oldAsOf(args);
  if (path !== null) await takeLast(path, asOf, session);
}

/** The day behind --old-as-of; null where it is not given. */
export function oldAsOf(args: Args): CivilDate | null {
  const day = args.text("old-as-of");
  const asOf = day === null ? null : readFormDate(day);
  if (day === null || asOf !== null) return asOf;
  throw new CliFailure(
    `选项 --old-as-of 应是一个日期，现在是「${day}」；例如 --old-as-of 2025-10-31。`,
    `--old-as-of must be a date, not “${day}”; for example --old-as-of 2025-10-31.`,
  );
}

/**
 * Gives a session the ledger of the period before, or the one that was kept of it.
 * @throws CliFailure where it cannot be opened, holds no ledger, or is later than the one at hand
 */
export async function takeLast(path: string, asOf: CivilDate | null, session: Session): Promise<void> {
  if (isSnapshotName(path)) {
    const period = await openSnapshot(path);
    const now = session.reading()?.asOf.date;
    if (now !== undefined) refuseLater(path, asOf ?? period.asOf, now);
    session.compareWith({ name: basename(path), grids: periodGrids(period), asOf: asOf ?? period.asOf });
    return;
  }
  try {
    const host = await openFile(path);
    session.compareWith({ name: basename(path), grids: await host.read.grids(), asOf });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw workbookFailure({ code: error.code, workbook: path, detail: error.detail }, path);
  }
  const last = session.lastPeriod();
  if (last !== null && last.reading.ledgers.length === 0) {
    throw new CliFailure(
      `上期台账「${path}」中没有找到台账；请核对表头，或换一份文件。`,
      `“${path}” holds no ledger of the last period; check its header row, or name another file.`,
      "noLedger",
    );
  }
  const now = session.reading()?.asOf.date;
  if (last !== null && now !== undefined) refuseLater(path, last.reading.asOf.date, now);
}

/** @throws CliFailure where the period before is later than the one at hand */
export function refuseLater(path: string, old: CivilDate, now: CivilDate): void {
  if (compareDates(old, now) > 0) {
    throw new CliFailure(
      `上期台账「${path}」的统计截止日比本期还晚；请看看两份台账是不是给反了，或用 --old-as-of 写明上期的截止日。`,
      `“${path}”, the last period's ledger, is later than this one; are they swapped? Else name its day with --old-as-of.`,
    );
  }
}
