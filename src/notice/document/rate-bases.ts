/**
 * In a notice a rate that does not divide the counts told before it says what it divides: 完成率43%（应完成7个，其中已完成3个）.
 * A reader without the ledger can reckon it then.
 */
import { percentText, type Precision, type RowRef } from "../../tally";
import { FILTER_KEYS } from "../../zh/words/template";
import {
  MEASURE_WORDS,
  OTHER_WORDS,
  RATE_WORDS,
  STATUS_NAMES_BY_SUBJECT,
  SUBJECT_NAMES,
  type Subject,
} from "../status-words";
import type { Span } from "../types";

/** The spans with the bases of their rates, where these are not told. */
export function withBases(spans: readonly Span[], precision: Precision): readonly Span[] {
  const told = new Map<string, string>();
  return spans.flatMap((span): readonly Span[] => {
    if (span.type !== "figure") return [span];
    const [name = ""] = span.metric.split(".");
    const subject = SUBJECTS.get(name);
    if (subject === undefined || span.metric !== `${name}.${RATE_WORDS[subject][0] ?? ""}`) {
      told.set(span.metric, span.text);
      return [span];
    }
    const { rows, ofRows, definition } = span;
    if (ofRows === null || definition === null || percentText(rows.length, ofRows.length, precision) !== span.text)
      return [span];
    const total = `${name}.${OTHER_WORDS.total[0] ?? ""}`;
    const done = `${name}.${STATUS_NAMES_BY_SUBJECT[subject].done[0] ?? ""}`;
    // What is partly done, and told so, is done by the rate's definition: the reader sees both.
    if (Number(told.get(total) ?? 0) === ofRows.length) return [span];
    const figure = (metric: string, of: readonly RowRef[]): Span => ({
      type: "figure",
      text: String(of.length),
      metric: `${metric}[${FILTER_KEYS.counted[0]}]`,
      definition,
      rows: of,
      ofRows: null,
    });
    const measure = MEASURE_WORDS[subject];
    const words = (text: string): Span => ({ type: "text", text });
    return [
      span,
      words(definition.denominator === "due" ? "（应完成" : "（计入"),
      figure(total, ofRows),
      words(`${measure}，其中${definition.done === "done" ? "已完成" : "计为完成"}`),
      figure(done, rows),
      words(`${measure}）`),
    ];
  });
}

/** By the word its places begin with. */
const SUBJECTS: ReadonlyMap<string, Subject> = new Map(
  (Object.entries(SUBJECT_NAMES) as [Subject | "accountability", readonly string[]][]).flatMap(([subject, [name]]) =>
    subject === "accountability" || name === undefined ? [] : [[name, subject] as const],
  ),
);
