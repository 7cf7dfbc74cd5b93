/** What a returned row says in one of the four fields, how it compares with the master's, and how it is written there. */
import { isDateFormat, isErrorText, PICTURE, qualified, type CellRef, type CellValue } from "../../grid";
import { cellOf, type Item, rawOf, readStatus, SAID, type Status, statusValueOf, textOf } from "../../ledger";
import { isoDate, toSerial, type CivilDate } from "../../zh/civil-date";
import { foldKey } from "../../zh/text";
import type { IntoEdit, IntoField, Of } from "./types";

function itemOf(of: Of): Item {
  return "rows" in of ? of : of.item;
}

/** The status that the cell of a row says. */
export function statusAt(of: Of): Status {
  if (!("rows" in of)) return of.status.status;
  return readStatus(statusValueOf(of.ledger, of), of.kind).status;
}

/** 2026-11-29 00:00:00, as exports write every day. */
const MIDNIGHT = /(?<=\d)[\sT]+0?0:00(?::00(?:\.0+)?)?$/;

/** The text of a field as a person reads it, a day without the midnight behind it. */
export function shownText(of: Of, field: Parameters<typeof textOf>[2]): string {
  const text = textOf(itemOf(of).ledger, of, field);
  return field === "doneDate" || field === "deadline" ? text.replace(MIDNIGHT, "") : text;
}

/** Whether a cell holds what cannot be written elsewhere as it is meant: an error, a picture, a formula without a result. */
export function isUnreadable(of: Of, field: Parameters<typeof rawOf>[2]): boolean {
  const raw = rawOf(itemOf(of).ledger, of, field);
  return typeof raw === "string" && (raw === PICTURE || isErrorText(raw));
}

/** Equal where two cells say the same, however they write it; "" where the cell says nothing. */
export function answerKey(of: Of, field: IntoField): string {
  const { ledger } = itemOf(of);
  const text = foldKey(shownText(of, field));
  if (field === "status") {
    const form = ledger.columns.status?.dress?.form;
    if (text === "" && form !== "ticks") return "";
    const status = statusAt(of);
    // A report says more than its status.
    return status === "unknown" || form === "reports" ? text : status;
  }
  if (field === "doneDate" && text !== "") {
    const day = doneDay(of);
    return day === null ? text : isoDate(day);
  }
  return text;
}

/** Whether two cells hold the same words, however they are read: a file of a few rows may be read otherwise than the whole. */
export function isSameWords(one: Of, other: Of, field: IntoField): boolean {
  const meansWhatItSays = (of: Of): boolean => {
    const form = field === "status" ? itemOf(of).ledger.columns.status?.dress?.form : undefined;
    return form === undefined || form === "reports";
  };
  return (
    meansWhatItSays(one) &&
    meansWhatItSays(other) &&
    foldKey(shownText(one, field)) === foldKey(shownText(other, field))
  );
}

function doneDay(of: Of): CivilDate | null {
  return ("rows" in of ? of.rows.find(({ row }) => row === (of.headRow ?? row))?.doneDate : of.doneDate) ?? null;
}

/** The place of a field in its file: `Sheet!E7`. */
export function answerPlace(of: Of, field: Parameters<typeof cellOf>[2]): string | null {
  const { ledger } = itemOf(of);
  const at = cellOf(ledger, of, field);
  return at === null ? null : qualified(ledger.sheet, at.row, at.col);
}

/** Edits that make the master's cell say what the file says; null where its form can not take it. */
export function editsFor(
  master: Of,
  returned: Of,
  field: IntoField | "unit" | "deadline" | "leader",
): readonly IntoEdit[] | null {
  const { ledger } = itemOf(master);
  const at = cellOf(ledger, master, field);
  if (at === null) return null;
  if (field === "status") return statusEdits(master, returned, at);
  const isDay = field === "doneDate" || field === "deadline";
  const value = isDay ? dayValue(master, returned, field, at) : plainValue(master, returned, field, at);
  return [{ sheet: ledger.sheet, ...at, value }];
}

function formatOf(of: Of, { row, col }: CellRef): string | undefined {
  const { grid } = itemOf(of).ledger;
  return (grid.view?.of ?? grid).formatAt?.(row, col);
}

/** A day stays a day where the master's cell shows days; else it is written as a person reads it. */
function dayValue(master: Of, returned: Of, field: "doneDate" | "deadline", at: CellRef): CellValue {
  const day = field === "doneDate" ? doneDay(returned) : wholeDay(returned);
  const { grid } = itemOf(master).ledger;
  const serial = day === null ? null : toSerial(day, grid.date1904);
  return serial !== null && isDateFormat(formatOf(master, at)) ? serial : shownText(returned, field);
}

/** A deadline that is a day and nothing more. */
function wholeDay({ deadline }: Of): CivilDate | null {
  return deadline.type === "date" && deadline.precision === "day" && !deadline.openEnded ? deadline.date : null;
}

/** Texts are texts; a figure stays one where the master's cell shows it the same way. */
function plainValue(master: Of, returned: Of, field: Parameters<typeof textOf>[2], at: CellRef): CellValue {
  const { ledger } = itemOf(returned);
  const raw = rawOf(ledger, returned, field);
  if (typeof raw === "string") return raw;
  const place = cellOf(ledger, returned, field);
  const isSameForm = place !== null && formatOf(returned, place) === formatOf(master, at);
  return isSameForm ? raw : shownText(returned, field);
}

function statusEdits(master: Of, returned: Of, at: CellRef): readonly IntoEdit[] | null {
  const { ledger } = itemOf(master);
  const [own, other] = [ledger.columns.status?.dress, itemOf(returned).ledger.columns.status?.dress];
  const edit = (value: CellValue): readonly IntoEdit[] => [{ sheet: ledger.sheet, ...at, value }];
  if (own?.form === "ticks") return tickEdits(master, returned, own.columns, at);
  if (own === undefined || own.form === "reports" || own.form === "carried") {
    const word = wordOf(returned);
    return word === null ? null : edit(word);
  }
  // Ticks, points, codes and days mean something under one header only.
  return own.form === other?.form && own.form !== "codes"
    ? edit(rawOf(itemOf(returned).ledger, returned, "status"))
    : null;
}

/** The status of a returned row in words. */
function wordOf(returned: Of): string | null {
  const { ledger } = itemOf(returned);
  const dress = ledger.columns.status?.dress?.form;
  const raw = rawOf(ledger, returned, "status");
  if (typeof raw === "string" && (dress === undefined || dress === "reports")) return raw;
  const said = dress === undefined ? null : statusValueOf(ledger, returned);
  if (typeof said === "string") return said;
  const status = statusAt(returned);
  return status === "unknown" ? null : SAID[status];
}

/** A tick goes to the column of the new status, as it was written. */
function tickEdits(
  master: Of,
  returned: Of,
  columns: readonly { readonly col: number; readonly word: string }[],
  at: CellRef,
): readonly IntoEdit[] | null {
  const { ledger, kind } = itemOf(master);
  const status = statusAt(returned);
  const column = columns.find(({ word }) => readStatus(word, kind).status === status);
  if (status === "unknown" || column === undefined || ledger.grid.view !== undefined) return null;
  const mark = rawOf(ledger, master, "status");
  const ticked = { sheet: ledger.sheet, row: at.row, col: column.col, value: mark ?? "√" };
  return mark === null ? [ticked] : [{ sheet: ledger.sheet, ...at, value: null }, ticked];
}
