import { RECTIFIED } from "../kinds";
import { isOpen } from "../open-status";
import { defineRule } from "../rule";
import { createStatusReader } from "../cell-text";
import { statusAsWritten } from "../words";
import type { Status } from "../../ledger";

export const immediateNotDone = defineRule<{ readonly status: Status; readonly written: string }>({
  alias: "immediate-not-done",
  code: "D214",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline", "status"],
  field: "deadline",
  name: { zh: "立行立改而未完成", en: "due at once, not done" },
  messages: {
    zh: ({ status, written }) =>
      `时限是立行立改，状态仍是${statusAsWritten(status, written).zh}，请尽快办结或写明时限。`,
    en: ({ status, written }) =>
      `Due at once (立行立改), but still ${statusAsWritten(status, written).en}; finish it or set a date.`,
  },
  check: (context) => {
    const written = createStatusReader(context.ledger);
    return {
      by: "deadline",
      concerns: ({ deadline }, status) => deadline.type === "immediate" && !deadline.openEnded && isOpen(status),
      look: (measure) => {
        const status = context.statusOf(measure);
        context.report(measure, "deadline", { status, written: written(measure, status) });
      },
    };
  },
  page: {
    what: "整改时限写“立行立改”，状态却还是正在整改或未完成。",
    why: "立行立改没有具体日期，不会按超期提醒，容易一直拖着。",
    bad: "整改时限：立行立改，整改状态：正在整改",
    good: "整改时限：立行立改，整改状态：已完成",
    todo: "尽快办结；一时办不完的，改写具体时限。",
    en: "The deadline says “at once”, and the work is still open.",
  },
  ground: "规则提案 D209。",
});
