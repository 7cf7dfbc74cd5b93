import { RECTIFIED } from "../kinds";
import { isOpen } from "../open-status";
import { defineRule } from "../rule";
import { STATUS_WORDS } from "../words";
import type { Status } from "../../ledger";

export const immediateNotDone = defineRule<{ readonly status: Status }>({
  alias: "immediate-not-done",
  code: "D214",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline", "status"],
  field: "deadline",
  name: { zh: "立行立改而未完成", en: "due at once, not done" },
  messages: {
    zh: ({ status }) => `时限是立行立改，状态仍是${STATUS_WORDS[status].zh}，请尽快办结或写明时限。`,
    en: ({ status }) => `Due at once (立行立改), but still ${STATUS_WORDS[status].en}; finish it or set a date.`,
  },
  check: (context) => ({
    by: "deadline",
    concerns: ({ deadline }, status) => deadline.type === "immediate" && !deadline.openEnded && isOpen(status),
    look: (measure) => {
      context.report(measure, "deadline", { status: context.statusOf(measure) });
    },
  }),
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
