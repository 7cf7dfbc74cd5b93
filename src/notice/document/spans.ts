/** Makes spans: words, facts, cells, open places. */
import { cellOf, textOf, type ColumnKey, type Item, type LedgerRow } from "../../ledger";
import { chineseDate, type CivilDate } from "../../zh/civil-date";
import type { RowRef } from "../../tally";
import type { FactName } from "./facts";
import type { NoticeSpan } from "./types";

export function words(text: string): NoticeSpan {
  return { type: "text", text };
}

/** 【待补充：联系电话】: visible, and found again by its name. */
export function open(name: string): NoticeSpan {
  return { type: "unset", text: `【待补充：${name}】`, name };
}

export function factText(fact: FactName, text: string): NoticeSpan {
  return { type: "fact", text, fact };
}

/** A date of the form: 2025年3月3日; `short` leaves out the year. */
export function factDate(fact: FactName, date: CivilDate, short = false): NoticeSpan {
  return { type: "fact", text: short ? `${date.month}月${date.day}日` : chineseDate(date), fact };
}

/** Where a field of an item or a row stands; null without such a column. */
export function refOf(item: Item, of: Item | LedgerRow, field: ColumnKey): RowRef | null {
  const at = cellOf(item.ledger, of, field);
  return at === null ? null : { sheet: item.ledger.sheet, row: at.row, col: at.col };
}

/** A cell's text as a span, its form changed by `tidy`; null where it is empty. */
export function cellSpan(
  item: Item,
  of: Item | LedgerRow,
  field: ColumnKey,
  tidy: (text: string) => string = (text) => text,
): Extract<NoticeSpan, { type: "cell" }> | null {
  const text = textOf(item.ledger, of, field);
  const ref = refOf(item, of, field);
  return text === "" || ref === null ? null : { type: "cell", text: tidy(text), field, ref };
}

/** Whether a text is an Excel error value, which no notice prints. */
