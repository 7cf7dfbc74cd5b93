/** The sentence about columns that a person must choose among, for commands that count without checking. */
import type { Session, DoubtView } from "../app/session";
import { COLUMN_WORDS } from "../ledger";
import type { Lang } from "../rule";

/**
 * One sentence a doubt; none where everything is settled.
 * @example doubtWarnings(session, "zh") // ["注意：“整改状态”列待确认（…）…"]
 */
export function doubtWarnings(session: Session, lang: Lang): readonly string[] {
  return session
    .getSnapshot()
    .ledgers.flatMap(({ sheet, doubts }) =>
      doubts
        .filter(({ by }) => by === null)
        .map((doubt) => (lang === "zh" ? inChinese(sheet, doubt) : inEnglish(sheet, doubt))),
    );
}

function inChinese(sheet: string, { field, options, taken }: DoubtView): string {
  const words = COLUMN_WORDS[field].zh;
  const columns = options.map(({ header, letter, figures }) =>
    field === "deadline"
      ? `“${header}”（${letter}列）逾期 ${figures.overdue} 项`
      : `“${header}”（${letter}列）已完成 ${figures.byStatus.done}/${figures.total}`,
  );
  const why = taken === null ? `没有“${words}”列，可选` : `“${words}”列待确认`;
  return `注意：${sheet}：${why}（${columns.join("，")}），这些数字暂不宜使用；请加 --column ${words}=列名。`;
}

function inEnglish(sheet: string, { field, options, taken }: DoubtView): string {
  const words = COLUMN_WORDS[field].en;
  const columns = options.map(({ header, letter, figures }) =>
    field === "deadline"
      ? `“${header}” (${letter}): ${figures.overdue} overdue`
      : `“${header}” (${letter}): done ${figures.byStatus.done}/${figures.total}`,
  );
  const why = taken === null ? `no column for the ${words}; possible` : `which column is the ${words}`;
  return `Note: ${sheet}: ${why} (${columns.join(", ")}); don't use these figures yet, add --column ${field}=HEADER.`;
}
