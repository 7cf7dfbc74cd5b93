/** Writes the items of a list into the notice, with their headings and numbers. */
import type { Item } from "../../ledger";
import { type RowRef, refColumns, rowOf, type RefColumns, refAt } from "../../tally";
import { arrangeItems, type SectionGroup } from "./arrange-items";
import type { Builder } from "./builder";
import { headingCell } from "./heading-cell";
import { itemSpans } from "./item-spans";
import { markOf } from "./numbering";
import type { ItemLine, NoticeStyle } from "./notice-styles";
import { findPersonal } from "./personal";
import { words } from "./spans";
import { needsStop, oneLine, withoutNumber, withoutStop } from "./tidy";
import type { NoticeItem, NoticeSpan, PartName } from "./types";

export interface ItemWriter {
  readonly items: NoticeItem[];
  readonly personal: Map<"mobile" | "identity", RowRef[]>;
  /** Writes a list; sections are numbered from `firstSection`. Returns how many sections it wrote. */
  list(items: readonly Item[], style: NoticeStyle, part: PartName, firstSection: number): number;
}

/** @param onItem called after every item */
export function createItemWriter(builder: Builder, onItem: () => void): ItemWriter {
  const items: NoticeItem[] = [];
  const personal = new Map<"mobile" | "identity", RowRef[]>();
  const columnsOf = new Map<object, RefColumns>();
  const refTo = (item: Item): RowRef => {
    let columns = columnsOf.get(item.ledger);
    if (columns === undefined) columnsOf.set(item.ledger, (columns = refColumns(item.ledger)));
    return refAt(item.ledger, rowOf(item), columns.ofItem(item));
  };
  const watch = (spans: readonly NoticeSpan[]): void => {
    for (const span of spans) {
      if (span.type !== "cell") continue;
      const found = findPersonal(span.text);
      if (found === null) continue;
      const rows = personal.get(found.what);
      if (rows === undefined) personal.set(found.what, [span.ref]);
      else rows.push(span.ref);
    }
  };

  const writeLine = (line: ItemLine, said: ReturnType<typeof itemSpans>, part: PartName, id: string): void => {
    const label = words(line.label);
    if (line.holds === "status") {
      builder.add("body", part, [label, ...said.status], id, said.places);
      return;
    }
    said.progress.forEach((paragraph, index) => {
      const lead = line.holds === "statusAndProgress" ? [label, ...said.status] : [label];
      builder.add("body", part, index === 0 ? [...lead, ...paragraph] : paragraph, id, said.places);
    });
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
    const said = itemSpans(item, style);
    const from = builder.blocks.length;
    builder.add(role, part, [words(mark), ...said.problem], id, said.places);
    for (const line of style.lines) {
      if (line.optional === true && item.ledger.columns.progress === undefined) continue;
      writeLine(line, said, part, id);
    }
    const { kind, section, parent } = item;
    const { problem, status, progress } = said;
    items.push({ id, kind, mark, ref, section, parent, problem, status, progress, from, to: builder.blocks.length });
    watch(problem);
    progress.forEach(watch);
    onItem();
  };

  const heading = (item: Item, field: "section" | "parentProblem", before: string, after: string): NoticeSpan[] => {
    const tidy = (text: string): string => withoutStop(withoutNumber(oneLine(text)));
    const said = (field === "section" ? item.section : item.parent) ?? "";
    const ref = headingCell(item, field, said) ?? refTo(item);
    const cell: NoticeSpan = { type: "cell", text: tidy(said), field, ref };
    return [...(before === "" ? [] : [words(before)]), cell, ...(after === "" ? [] : [words(after)])];
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
    personal,
    list: (all, style, part, firstSection) => {
      let sections = 0;
      let count = 0;
      for (const section of arrangeItems(all, style)) {
        if (section.named !== null && style.sections !== null) {
          const mark = markOf("section", firstSection + sections);
          const { before, after } = style.sections;
          builder.add("section", part, [words(mark), ...heading(section.named, "section", before, after)]);
          sections++;
          if (style.restart) count = 0;
        }
        count = writeSection(section, count, style, part);
      }
      return sections;
    },
  };
}
