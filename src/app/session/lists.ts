/** Drop-downs on the ledgers' columns: which cells get which words. Loaded with the first that is asked for. */
import type { CellRef } from "../../grid";
import { cellOf, COLUMN_WORDS, type ColumnKey, type Ledger, type Reading } from "../../ledger";
import type { Lang } from "../../rule";
import type { CellList } from "../../hosts/port";
import { wordsFor } from "../mending";
import type { Answer } from "./core";
import type { OpenWorkbook } from "./open-workbook";
import { lackError } from "./lack-error";

const FIELDS: readonly ColumnKey[] = ["unit", "status", "measureStatus"];
/** More words than anybody looks through. */
const MOST_WORDS = 500;

/** Puts drop-downs on, or takes all of ours away. */
export async function changeLists(book: OpenWorkbook | null, on: boolean, lang: Lang): Promise<Answer<boolean>> {
  if (!book?.host.lists) {
    if (book) throw lackError(book.host, "lists");
    return { value: false, state: "failed" };
  }
  if (!on) {
    const { removed, locked } = await book.host.lists.clear();
    return { value: true, state: locked > 0 ? "partial" : "done", data: { on, removed, locked } };
  }
  const lists = book.reading === null ? [] : listsOf(book.reading, lang);
  const { cells, taken, locked } = await book.host.lists.set(lists);
  return {
    value: cells > 0,
    state: cells === 0 || taken + locked > 0 ? "partial" : "done",
    data: { on, cells, taken, locked },
  };
}

/** The cells of units and statuses of all ledgers that count, with what could stand in them. */
export function listsOf(reading: Reading, lang: Lang): readonly CellList[] {
  return reading.ledgers.flatMap((ledger) =>
    FIELDS.flatMap((field): readonly CellList[] => {
      // Ticks and codes have a language of their own.
      if (ledger.columns[field] === undefined || ledger.columns[field].dress !== undefined) return [];
      const words = wordsFor(reading, ledger, field).slice(0, MOST_WORDS);
      const areas = areasOf(cellsOf(ledger, field));
      return words.length === 0 || areas.length === 0
        ? []
        : [{ sheet: ledger.sheet, areas, title: COLUMN_WORDS[field][lang], words }];
    }),
  );
}

function cellsOf(ledger: Ledger, field: ColumnKey): readonly CellRef[] {
  return ledger.items.flatMap((item) => item.rows.flatMap((row) => cellOf(ledger, row, field) ?? []));
}

/** Cells below one another as areas. */
function areasOf(cells: readonly CellRef[]): CellList["areas"] {
  const sorted = [...cells].sort((a, b) => a.col - b.col || a.row - b.row);
  const areas: CellList["areas"][number][] = [];
  for (const { row, col } of sorted) {
    const last = areas.at(-1);
    if (last?.left === col && row <= last.bottom) continue;
    if (last?.left === col && row === last.bottom + 1) areas[areas.length - 1] = { ...last, bottom: row };
    else areas.push({ top: row, left: col, bottom: row, right: col });
  }
  return areas;
}
