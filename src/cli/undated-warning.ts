/** Open items whose deadlines tell no day: whether they are late is not known, and no figure says so by itself. */
import type { Session } from "../app/session";
import type { Item } from "../ledger";
import type { Lang } from "../rule";
import { tellsNoDay } from "../tally";

const NAMED = 8;

/**
 * One sentence a ledger that has deadlines and open items that cannot be judged by them.
 * @example undatedWarnings(session, "zh") // ["注意：台账：有 2 项未完成、时限看不出是哪一天（序号 3、5），没有算作超期。"]
 */
export function undatedWarnings(session: Session, lang: Lang): readonly string[] {
  return (session.reading()?.ledgers ?? []).flatMap(({ sheet, columns, items }) => {
    const untold = columns.deadline === undefined ? [] : items.filter(isUntold);
    if (untold.length === 0) return [];
    const numbers = untold.slice(0, NAMED).map(({ number, rows }) => number || String((rows[0]?.row ?? 0) + 1));
    const more = untold.length > NAMED;
    return lang === "zh"
      ? `注意：${sheet}：有 ${untold.length} 项未完成、时限看不出是哪一天（序号 ${numbers.join("、")}${more ? "…" : ""}），没有算作超期。`
      : `Note: ${sheet}: ${untold.length} open item(s) have no deadline that can be read (number ${numbers.join(", ")}${more ? " …" : ""}); they are not counted as overdue.`;
  });
}

function isUntold({ status, overdue, rows }: Item): boolean {
  if (status === "done" || status === "excluded" || status === "longTerm" || overdue) return false;
  return rows.some((row) => row.status.status !== "done" && tellsNoDay(row.deadline));
}
