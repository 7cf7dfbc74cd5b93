/** The sentence about columns that a person must choose among, for commands that count without checking. */
import type { Session, DoubtView, RowDoubtView } from "../app/session";
import { COLUMN_WORDS, type LedgerOverlap } from "../ledger";
import type { Lang } from "../rule";

/**
 * One sentence a doubt; none where everything is settled.
 * @example doubtWarnings(session, "zh") // ["注意：“整改状态”列待确认（…）…"]
 */
export function doubtWarnings(session: Session, lang: Lang): readonly string[] {
  const { ledgers, overlaps } = session.getSnapshot();
  const versions = new Map(overlaps.map((overlap) => [`${overlap.counted.sheet}\n${overlap.counted.title}`, overlap]));
  return [
    ...[...versions.values()].flatMap((overlap) => otherVersions(overlap, lang)),
    ...ledgers.flatMap(({ sheet, doubts, rowDoubts }) => [
      ...doubts
        .filter(({ by }) => by === null)
        .map((doubt) => (lang === "zh" ? inChinese(sheet, doubt) : inEnglish(sheet, doubt))),
      ...rowDoubts.map((doubt) => rowsDoubted(sheet, doubt, lang)),
    ]),
  ];
}

/** Both figures where the versions that do not count would give others: 总表 beside a sheet a unit. */
function otherVersions({ counted, figures }: LedgerOverlap, lang: Lang): readonly string[] {
  const { counted: own, allPassed: others } = figures;
  if (own.total === others.total && own.done === others.done) return [];
  return [
    lang === "zh"
      ? `注意：${counted.sheet} 与其他 ${others.tables} 张表是同一台账的不同版本：按它统计为 ${own.total} 项、已完成 ${own.done} 项；未计入的合计 ${others.total} 项、已完成 ${others.done} 项。要按别的表统计，请用 --sheet 指定。`
      : `Note: ${counted.sheet} and ${others.tables} other tables are versions of one ledger: it gives ${own.total} items, ${own.done} done; the others together ${others.total}, ${others.done} done. To count others, choose them with --sheet.`,
  ];
}

function rowsDoubted(sheet: string, { rows, counted, figures, otherwise }: RowDoubtView, lang: Lang): string {
  const [own, none] = counted ? [figures, otherwise] : [otherwise, figures];
  const named = rows.map((row) => row + 1).join("、");
  return lang === "zh"
    ? `注意：${sheet}：第 ${named} 行是不是一项待确认（算则共 ${own.total} 项，不算则共 ${none.total} 项），这些数字暂不宜使用；请加 --row ${rows[0]! + 1}=item 或 =none。`
    : `Note: ${sheet}: whether row ${named} is an item (${own.total} items with it, ${none.total} without); do not use these figures yet; add --row ${rows[0]! + 1}=item or =none.`;
}

function inChinese(sheet: string, { field, options, taken }: DoubtView): string {
  const words = COLUMN_WORDS[field].zh;
  if (field === "kind") {
    const kinds = options.map(({ header, figures }) => `“${header}”${figures.total} 项`);
    return `注意：${sheet}：事项类型待确认（${kinds.join("，")}），这些数字暂不宜使用；请加 --column 事项类型=名称。`;
  }
  const columns = options.map(({ header, letter, figures }) => {
    const column = `“${header}”（${letter}列）`;
    if (field === "deadline") return `${column}逾期 ${figures.overdue} 项`;
    if (field === "unit") return `${column}${figures.units.length} 个单位`;
    if (field === "doneDate") return `${column}按期完成 ${figures.onTime} 项`;
    return `${column}已完成 ${figures.byStatus.done}/${figures.total}`;
  });
  const why = taken === null ? `没有“${words}”列，可选` : `“${words}”列待确认`;
  return `注意：${sheet}：${why}（${columns.join("，")}），这些数字暂不宜使用；请加 --column ${words}=列名。`;
}

function inEnglish(sheet: string, { field, options, taken }: DoubtView): string {
  const words = COLUMN_WORDS[field].en;
  if (field === "kind") {
    const kinds = options.map(({ header, figures }) => `“${header}”: ${figures.total}`);
    return `Note: ${sheet}: which kind this is (${kinds.join(", ")}); don't use these figures yet, add --column kind=NAME.`;
  }
  const columns = options.map(({ header, letter, figures }) => {
    const column = `“${header}” (${letter})`;
    if (field === "deadline") return `${column}: ${figures.overdue} overdue`;
    if (field === "unit") return `${column}: ${figures.units.length} units`;
    if (field === "doneDate") return `${column}: ${figures.onTime} in time`;
    return `${column}: done ${figures.byStatus.done}/${figures.total}`;
  });
  const why = taken === null ? `no column for the ${words}; possible` : `which column is the ${words}`;
  return `Note: ${sheet}: ${why} (${columns.join(", ")}); don't use these figures yet, add --column ${field}=HEADER.`;
}
