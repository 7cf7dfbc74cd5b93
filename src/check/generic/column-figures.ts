/** How a choice among columns, kinds or rows is told: each with the figures it gives, in both languages. */
import { columnName } from "../../grid";
import {
  KIND_WORDS,
  STATUSES,
  type ColumnDoubt,
  type ColumnFigures,
  type ColumnOption,
  type Status,
} from "../../ledger";
import { STATUS_WORDS } from "../words";

export interface ToldOptions {
  readonly zh: string;
  readonly en: string;
}

/** Done, and every other status of which the choices give different numbers. */
function statusesTold(all: readonly ColumnFigures[]): readonly Status[] {
  return STATUSES.filter(
    (status) => status === "done" || new Set(all.map(({ byStatus }) => byStatus[status])).size > 1,
  ).filter((status) => all.some(({ byStatus }) => byStatus[status] > 0));
}

/**
 * A header as a clerk finds it.
 * @example columnTold({ header: "整改状态/单位自报", col: 6 }) // "“整改状态/单位自报”（G列）"
 */
export function columnTold({ header, col, kind }: Pick<ColumnOption, "header" | "col" | "kind">): ToldOptions {
  if (kind !== undefined) return { zh: `“${KIND_WORDS[kind].zh}”`, en: `“${KIND_WORDS[kind].en}”` };
  const letter = columnName(col);
  return { zh: `“${header}”（${letter}列）`, en: `“${header}” (column ${letter})` };
}

/** Units that are named with their figures. */
const MOST_UNITS = 3;

/**
 * The figures of one choice, as far as the choices differ.
 * @param all figures of every choice
 * @example figuresTold(figures, all).zh // "共 12 项，已完成 7、未完成 2"
 */
export function figuresTold(figures: ColumnFigures, all: readonly ColumnFigures[]): ToldOptions {
  const parts: ToldOptions[] = [];
  if (new Set(all.map(({ total }) => total)).size > 1)
    parts.push({ zh: `共 ${figures.total} 项，`, en: `${figures.total} items, ` });
  const counts = statusesTold(all).map((status) => ({ words: STATUS_WORDS[status], n: figures.byStatus[status] }));
  return {
    zh: parts.map(({ zh }) => zh).join("") + counts.map(({ words, n }) => `${words.zh} ${n}`).join("、"),
    en: parts.map(({ en }) => en).join("") + counts.map(({ words, n }) => `${words.en} ${n}`).join(", "),
  };
}

/** One column with its figures: 按“单位自报”（G列）：已完成 12. */
export function optionTold(option: ColumnOption, doubt: ColumnDoubt): ToldOptions {
  const column = columnTold(option);
  const { figures } = option;
  switch (doubt.field) {
    case "deadline":
      return { zh: `按${column.zh}逾期 ${figures.overdue} 项`, en: `${column.en}: ${figures.overdue} overdue` };
    case "doneDate":
      return { zh: `按${column.zh}按期完成 ${figures.onTime} 项`, en: `${column.en}: ${figures.onTime} in time` };
    case "kind":
      return { zh: `算作${column.zh} ${figures.total} 项`, en: `${column.en}: ${figures.total}` };
    case "unit": {
      const units = figures.units.slice(0, MOST_UNITS).map(([name, items]) => `${name} ${items}`);
      const more = figures.units.length > units.length;
      return {
        zh: `按${column.zh}有 ${figures.units.length} 个单位（${units.join("、")}${more ? "…" : ""}）`,
        en: `${column.en}: ${figures.units.length} units (${units.join(", ")}${more ? " …" : ""})`,
      };
    }
    default: {
      const told = figuresTold(figures, [doubt.figures, ...doubt.options.map((one) => one.figures)]);
      const dated = option.dress === "dates";
      return {
        zh: `按${column.zh}${dated ? "有日期算已完成、空白算未完成，" : ""}${told.zh}`,
        en: `${column.en}${dated ? " (a day is done, blank is not)" : ""}: ${told.en}`,
      };
    }
  }
}
