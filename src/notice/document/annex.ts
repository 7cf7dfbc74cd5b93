/** 附表 of a bulletin: tables of figures, each cell with its rows. */
import { annexTables, CELL, ROW, type BulletinSource } from "../bulletin";
import type { Builder } from "./builder";
import { countSentence, type CountContext } from "./count-sentences";
import { words } from "./spans";
import type { NoticeSpan } from "./types";

/** Writes the tables behind the parts. */
export function writeAnnex(builder: Builder, source: BulletinSource, context: CountContext): void {
  const tables = annexTables(source);
  tables.forEach(({ title, heads, template, note }, index) => {
    builder.add("part", "annex", [words(`附表${tables.length === 1 ? "" : index + 1}：${title}`)]);
    builder.row(
      "annex",
      heads.map((head) => [words(head)]),
    );
    for (const row of split(countSentence(template, context).spans, ROW)) builder.row("annex", split(row, CELL));
    if (note !== "") builder.add("body", "annex", [words(note)]);
  });
}

/** Spans cut at a sign of their texts. */
function split(spans: readonly NoticeSpan[], sign: string): readonly (readonly NoticeSpan[])[] {
  const parts: NoticeSpan[][] = [[]];
  for (const span of spans) {
    const pieces = span.type === "text" ? span.text.split(sign) : [null];
    pieces.forEach((piece, index) => {
      if (index > 0) parts.push([]);
      if (piece === null) parts[parts.length - 1]?.push(span);
      else if (piece !== "") parts[parts.length - 1]?.push(words(piece));
    });
  }
  return parts;
}
