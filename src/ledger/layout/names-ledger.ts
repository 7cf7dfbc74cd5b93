/** Whether the words of a header are those of a ledger. */
import { sensesOf } from "../columns/header-words";
import type { ColumnKey } from "../types";
import type { HeaderColumn } from "./table-region";

/** Fields that the words of a header name for certain enough, whatever the values are. */
export function fieldsNamed(columns: readonly HeaderColumn[]): ReadonlySet<ColumnKey> {
  const fields = new Set<ColumnKey>();
  for (const column of columns) {
    for (const found of sensesOf(column.path[column.path.length - 1] ?? ""))
      if (found.score >= 0.6) fields.add(found.key);
    if (column.path.length > 1) {
      for (const found of sensesOf(column.path.join(""))) if (found.score >= 0.6) fields.add(found.key);
    }
  }
  return fields;
}

const CONTENT: readonly ColumnKey[] = [
  "task",
  "measure",
  "unit",
  "deadline",
  "status",
  "progress",
  "leader",
  "person",
  "signOff",
  "doneDate",
];
const CONTEXT_WORDS = [
  "整改",
  "台账",
  "问题",
  "信访",
  "线索",
  "移交",
  "交办",
  "立行立改",
  "问责",
  "销号",
  "巡察",
  "巡视",
  "督察",
  "审计",
];

/**
 * Whether the fields named by a header are those of a ledger: a problem and something said about it; a form of
 * accountability and who or how many; or, without a problem column, at least four of measure, unit, deadline, status….
 * @param context title, lines and sheet name: where they speak of rectification, three are enough.
 */
export function namesLedger(fields: ReadonlySet<ColumnKey>, context: readonly string[]): boolean {
  if (
    fields.has("form") &&
    (fields.has("name") || fields.has("persons") || fields.has("problem") || fields.has("number"))
  )
    return true;
  let content = 0;
  for (const key of CONTENT) if (fields.has(key)) content++;
  if (fields.has("problem")) return content >= 1;
  if (content >= 4) return true;
  const speaks = context.some((text) => CONTEXT_WORDS.some((word) => text.includes(word)));
  return (
    speaks &&
    content >= 3 &&
    (fields.has("measure") || fields.has("task")) &&
    (fields.has("deadline") || fields.has("status"))
  );
}
