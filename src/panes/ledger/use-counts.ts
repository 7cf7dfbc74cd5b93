/** What a choice of columns or rows makes of the figures, in words. */
import { STATUSES } from "../../app/core";
import type { DoubtView } from "../../app/session";
import { STATUS_WORDS } from "../../app/words";
import type { ColumnFigures, ColumnOption } from "../../ledger";
import { useLang, useWords } from "../session-context";
import { DOUBT_WORDS } from "./doubt-words";

const MOST_UNITS = 4;

/** The figures of a choice, as far as its field goes. */
export function useCounts(): (
  doubt: Pick<DoubtView, "field"> & { readonly options: readonly Pick<ColumnOption, "figures">[] },
  figures: ColumnFigures,
) => string {
  const words = useWords(DOUBT_WORDS);
  const lang = useLang();
  return ({ field, options }, figures) => {
    if (field === "deadline") return words.optionOverdue(figures.overdue, figures.total);
    if (field === "doneDate") return words.optionOnTime(figures.onTime);
    if (field === "kind") return words.optionTotal(figures.total);
    if (field === "unit") {
      const named = figures.units.slice(0, MOST_UNITS).map(([name, items]) => `${name} ${items}`);
      return words.optionUnits(figures.units.length, named.join("、"));
    }
    const statuses = STATUSES.filter((status) => figures.byStatus[status] > 0).map(
      (status) => `${STATUS_WORDS[status][lang]} ${figures.byStatus[status]}`,
    );
    const differ = new Set(options.map((option) => option.figures.total)).size > 1;
    return [...(differ ? [words.optionTotal(figures.total)] : []), ...statuses].join(" · ");
  };
}
