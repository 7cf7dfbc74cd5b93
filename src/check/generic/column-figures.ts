/** How a choice among columns is told: each column with the figures it gives, in both languages. */
import { columnName } from "../../grid";
import { STATUSES, type ColumnDoubt, type ColumnOption, type Status } from "../../ledger";
import { STATUS_WORDS } from "../words";

export interface ToldOptions {
  readonly zh: string;
  readonly en: string;
}

/** Done, and every other status of which the columns give different numbers. */
function statusesTold({ options, figures }: ColumnDoubt): readonly Status[] {
  const all = [figures, ...options.map((option) => option.figures)];
  return STATUSES.filter(
    (status) => status === "done" || new Set(all.map(({ byStatus }) => byStatus[status])).size > 1,
  ).filter((status) => all.some(({ byStatus }) => byStatus[status] > 0));
}

/**
 * A header as a clerk finds it.
 * @example columnTold({ header: "整改状态/单位自报", col: 6 }) // "“整改状态/单位自报”（G列）"
 */
export function columnTold({ header, col }: Pick<ColumnOption, "header" | "col">): ToldOptions {
  const letter = columnName(col);
  return { zh: `“${header}”（${letter}列）`, en: `“${header}” (column ${letter})` };
}

/** One column with its figures: 按“单位自报”（G列）：已完成 12. */
export function optionTold(option: ColumnOption, doubt: ColumnDoubt): ToldOptions {
  const column = columnTold(option);
  const { figures } = option;
  if (doubt.field === "deadline")
    return { zh: `按${column.zh}逾期 ${figures.overdue} 项`, en: `${column.en}: ${figures.overdue} overdue` };
  const counts = statusesTold(doubt).map((status) => ({ words: STATUS_WORDS[status], n: figures.byStatus[status] }));
  const how = option.dress === "dates" ? "有日期算已完成、空白算未完成，" : "";
  const howEn = option.dress === "dates" ? " (a day is done, blank is not)" : "";
  return {
    zh: `按${column.zh}${how}${counts.map(({ words, n }) => `${words.zh} ${n}`).join("、")}`,
    en: `${column.en}${howEn}: ${counts.map(({ words, n }) => `${words.en} ${n}`).join(", ")}`,
  };
}
