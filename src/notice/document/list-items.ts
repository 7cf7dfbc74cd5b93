/** Writes the items of a list into the notice, with their headings and numbers. */
import { textOf, type ColumnKey, type Item, type LedgerRow } from "../../ledger";
import { type RowRef, refColumns, rowOf, type RefColumns, refAt } from "../../tally";
import { arrangeItems, type SectionGroup } from "./arrange-items";
import type { Builder } from "./builder";
import { headingCell } from "./heading-cell";
import { itemSpans, type ItemManner } from "./item-spans";
import { markOf } from "./numbering";
import type { ItemLine, NoticeStyle } from "./notice-styles";
import { sectionTail } from "./section-name";
import { cellSpan, words } from "./spans";
import { needsStop, oneLine, withoutStop } from "./tidy";
import type { NoticeItem, NoticeSpan, PartName } from "./types";
import { withoutNumber } from "../../zh/list-number";

export interface ItemWriter {
  readonly items: NoticeItem[];
  /** Writes a list; sections are numbered from `firstSection`. Returns how many sections it wrote. */
  list(items: readonly Item[], style: NoticeStyle, part: PartName, firstSection: number): number;
}

/** Who answers for an item until when: a line of the notice for inside. */
const DUTIES: readonly { readonly field: ColumnKey; readonly label: string }[] = [
  { field: "unit", label: "责任单位：" },
  { field: "coUnits", label: "配合单位：" },
  { field: "leader", label: "责任领导：" },
  { field: "person", label: "责任人：" },
  { field: "deadline", label: "整改时限：" },
];

/**
 * 此项问题已完成，并报整改办备案。 where what was done goes on from the same words as the status, which are said once; null
 * where it does not.
 */
function inOneSentence(
  status: readonly NoticeSpan[],
  [first, ...rest]: readonly NoticeSpan[],
): readonly NoticeSpan[] | null {
  const at = status.findIndex(({ type }) => type === "status");
  const told = status[at]?.text ?? "";
  if (told === "" || first?.type !== "cell" || !first.text.startsWith(told)) return null;
  const behind = first.text.slice(told.length);
  if (!/^[，；并且]/u.test(behind)) return null;
  const comma = /^[并且]/u.test(behind) ? [words("，")] : [];
  return [...status.slice(0, at + 1), ...comma, { ...first, text: behind }, ...rest];
}

/** What is of no section, where there are sections. */
const OTHERS = "其他";

/** Units as they were read, with who leads where some only help; null for other fields, and for cells that name none. */
function unitsOf({ units, coUnits }: LedgerRow, field: ColumnKey): string | null {
  const named = field === "unit" ? units.units : field === "coUnits" ? (coUnits?.units ?? []) : [];
  if (named.length === 0) return null;
  const marks = { lead: "（牵头）", co: "（配合）", unmarked: "" } as const;
  const helped = named.some(({ role, answers }) => role === "co" && answers !== true);
  return named.map(({ text, role, answers }) => text + (helped && answers !== true ? marks[role] : "")).join("、");
}

/** A name a line, in one line. */
function inOneList(text: string): string {
  return text
    .split(/[\r\n]+/u)
    .map((line) => line.trim().replace(/[、，；]$/u, ""))
    .filter((line) => line !== "")
    .join("、");
}

/** @param onItem called after every item */
export function createItemWriter(
  builder: Builder,
  manner: ItemManner & { readonly duties: boolean; readonly noun: string },
  onItem: () => void,
): ItemWriter {
  const items: NoticeItem[] = [];
  const columnsOf = new Map<object, RefColumns>();
  const refTo = (item: Item): RowRef => {
    let columns = columnsOf.get(item.ledger);
    if (columns === undefined) columnsOf.set(item.ledger, (columns = refColumns(item.ledger)));
    return refAt(item.ledger, rowOf(item), columns.ofItem(item));
  };
  const writeLine = (line: ItemLine, said: ReturnType<typeof itemSpans>, part: PartName, id: string): void => {
    const label = words(line.label);
    if (line.holds === "status") {
      builder.add("body", part, [label, ...said.status], id, said.places);
      return;
    }
    said.progress.forEach((paragraph, index) => {
      const both = line.holds === "statusAndProgress" && !said.tellsStatus;
      const lead = both ? (inOneSentence(said.status, paragraph) ?? [...said.status, ...paragraph]) : paragraph;
      builder.add("body", part, index === 0 ? [label, ...lead] : paragraph, id, said.places);
    });
  };

  /** 责任单位：…；整改时限：…。 as the cells say it, distinct ones of several rows. */
  const writeDuties = (item: Item, part: PartName, id: string): void => {
    const spans = DUTIES.flatMap(({ field, label }): readonly NoticeSpan[] => {
      if (item.ledger.columns[field] === undefined) return [];
      const seen = new Set<string>();
      const cells = item.rows.flatMap((row) => {
        const text = textOf(item.ledger, row, field);
        if (text === "" || seen.has(text)) return [];
        seen.add(text);
        const cell = cellSpan(item, row, field, (said) => unitsOf(row, field) ?? withoutStop(inOneList(said)));
        return cell === null ? [] : [cell];
      });
      if (cells.length === 0) return [];
      return [words(label), ...cells.flatMap((cell, at) => (at === 0 ? [cell] : [words("、"), cell])), words("；")];
    });
    if (spans.length > 0) builder.add("body", part, [...spans.slice(0, -1), words("。")], id);
  };

  const writeItem = (
    item: Item,
    mark: string,
    role: "parent" | "problem",
    style: NoticeStyle,
    part: PartName,
  ): void => {
    const ref = refTo(item);
    const id = `${ref.sheet}!${ref.row}:${ref.col}`;
    const said = itemSpans(item, style, manner);
    const from = builder.blocks.length;
    builder.add(role, part, [words(mark), ...said.problem], id, said.places);
    for (const line of style.lines) {
      if (line.optional === true && !hasProgress(item, said.progress)) continue;
      writeLine(line, said, part, id);
    }
    if (manner.duties) writeDuties(item, part, id);
    const { kind, section, parent } = item;
    const { problem, status, progress, doubt } = said;
    const to = builder.blocks.length;
    items.push({ id, kind, mark, ref, section, parent, problem, status, progress, doubt, from, to });
    onItem();
  };

  const heading = (item: Item, field: "section" | "parentProblem", before: string, after: string): NoticeSpan[] => {
    const said = (field === "section" ? item.section : item.parent) ?? "";
    const ref = headingCell(item, field, said) ?? refTo(item);
    const text = withoutStop(withoutNumber(oneLine(manner.care.clean(said, ref, item.kind))));
    const cell: NoticeSpan = { type: "cell", text, field, ref };
    const tail = field === "section" && isRectified(item) ? sectionTail(text, manner.noun) : "";
    return [...wordsBefore(before, text), cell, ...(tail === "" ? wordsAfter(text, after) : [words(tail + after)])];
  };

  const writeSection = (section: SectionGroup, start: number, style: NoticeStyle, part: PartName): number => {
    let count = start;
    for (const { named, items: group } of section.parents) {
      count++;
      if (named === null) {
        for (const item of group) writeItem(item, markOf("arabic", count), "parent", style, part);
        continue;
      }
      const spans = heading(named, "parentProblem", "", "");
      const last = spans[spans.length - 1]?.text ?? "";
      builder.add("parent", part, [
        words(markOf("arabic", count)),
        ...spans,
        ...(needsStop(last) ? [words("。")] : []),
      ]);
      const { mark, word, alone, after } = style.below;
      group.forEach((item, index) => {
        const single = group.length === 1 && alone !== "";
        const sign = single ? `${alone}${after}` : `${word}${markOf(mark, index + 1)}${after}`;
        writeItem(item, sign, "problem", style, part);
      });
    }
    return count;
  };

  return {
    items,
    list: (all, style, part, firstSection) => {
      let sections = 0;
      let count = 0;
      const arranged = arrangeItems(all, style);
      for (const section of arranged) {
        const { named } = section;
        if (style.sections !== null && (named !== null || arranged.length > 1)) {
          const mark = markOf("section", firstSection + sections);
          const { before, after } = style.sections;
          const said =
            named === null ? [words(OTHERS + manner.noun + after)] : heading(named, "section", before, after);
          builder.add("section", part, [words(mark), ...said]);
          sections++;
          if (style.restart) count = 0;
        }
        count = writeSection(section, count, style, part);
      }
      return sections;
    },
  };
}

/** Whether the ledger has a place for what was done; a cell that holds the status and nothing else is none. */
function hasProgress({ ledger: { columns } }: Item, progress: readonly (readonly NoticeSpan[])[]): boolean {
  if (columns.progress === undefined) return false;
  return columns.progress.col !== columns.status?.col || progress.flat().some(({ type }) => type === "cell");
}

/** Words in front, unless the cell begins with them: 反馈问题：反馈问题：…. */
function wordsBefore(before: string, text: string): readonly NoticeSpan[] {
  return before === "" || text.startsWith(before) ? [] : [words(before)];
}

/** Words behind, unless the cell ends with their last part: …的整改情况的整改情况, …整改落实情况的整改情况. */
function wordsAfter(text: string, after: string): readonly NoticeSpan[] {
  return after === "" || text.endsWith(after.slice(-2)) ? [] : [words(after)];
}

/** Letters, clues and matters are listed by what they come from, which is no 方面. */
function isRectified({ kind }: Item): boolean {
  return kind === "problem" || kind === "immediate";
}
