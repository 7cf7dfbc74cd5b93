/** Generic check "dated deadline": tells how a deadline with a date is read, where its words leave room for doubt. */
import { textOf, type Deadline } from "../../ledger";
import type { RowContext, RowLook } from "../rule";
import { clip, dateWords } from "../words";

export type DatedDeadlineData = { readonly text: string; readonly date: string; readonly iso: string };

type DatedDeadline = Extract<Deadline, { readonly type: "date" }>;

/** Reports deadlines with a date that are `doubtful`, quoting their words. */
export function datedDeadline(
  doubtful: (deadline: DatedDeadline) => boolean,
): (context: RowContext<DatedDeadlineData>) => RowLook {
  return (context) => ({
    by: "deadline",
    concerns: ({ deadline }) => deadline.type === "date" && doubtful(deadline),
    look: (measure) => {
      const { deadline } = measure;
      if (deadline.type !== "date") return;
      const text = clip(textOf(context.ledger, measure, "deadline"));
      const { zh, en } = dateWords(deadline.date);
      context.report(measure, "deadline", { text, date: zh, iso: en }, { quote: text });
    },
  });
}
