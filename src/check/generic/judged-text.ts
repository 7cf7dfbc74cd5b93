/** Generic check "judged text": judges the progress text of measures with certain statuses, each text once. */
import type { Status } from "../../ledger";
import { createStatusReader, createTextReader, isError } from "../cell-text";
import type { RowContext, RowLook } from "../rule";
import { clip } from "../words";

export type JudgedData = { readonly quote: string; readonly status: Status; readonly written: string };

/** Texts whose judgement is remembered; a ledger repeats few texts, and a stranger's many must not fill the memory. */
const REMEMBERED = 2000;

/** Reports texts in which `judge` finds words, where the status is one of those that the words would contradict. */
export function judgedText(o: {
  readonly concerns: (status: Status) => boolean;
  /** Cheap: whether a text holds any word worth judging. */
  readonly suspect: (text: string, context: RowContext<JudgedData>) => boolean;
  readonly judge: (context: RowContext<JudgedData>) => (text: string) => string | null;
}): (context: RowContext<JudgedData>) => RowLook {
  return (context) => {
    const read = createTextReader(context.ledger, context.field);
    const written = createStatusReader(context.ledger);
    const judge = o.judge(context);
    const remembered = new Map<string, string | null>();
    return {
      by: "row",
      look: (measure) => {
        const status = context.statusOf(measure);
        if (!o.concerns(status)) return;
        const text = read(measure);
        if (text === "" || !o.suspect(text, context) || isError(text)) return;
        let quote = remembered.get(text);
        if (quote === undefined) {
          quote = judge(text);
          if (remembered.size >= REMEMBERED) remembered.clear();
          remembered.set(text, quote);
        }
        if (quote === null) return;
        const data = { quote: clip(quote, 40), status, written: written(measure, status) };
        context.report(measure, context.field, data, { quote });
      },
    };
  };
}
