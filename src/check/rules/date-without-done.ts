import { RECTIFIED } from "../kinds";
import { isOpen } from "../open-status";
import { defineRule } from "../rule";
import { createStatusReader } from "../cell-text";
import { dateWords, statusAsWritten } from "../words";
import type { Status } from "../../ledger";

type Data = { readonly date: string; readonly iso: string; readonly status: Status; readonly written: string };

export const dateWithoutDone = defineRule<Data>({
  alias: "date-without-done",
  code: "S308",
  severity: "warning",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status", "doneDate"],
  field: "doneDate",
  name: { zh: "未完成而有完成时间", en: "a completion date, but not done" },
  messages: {
    zh: ({ date, status, written }) =>
      `填了完成时间 ${date}，状态却是${statusAsWritten(status, written).zh}，请核对：已完成的改状态，未完成的清空完成时间。`,
    en: ({ iso, status, written }) =>
      `Completed on ${iso}, yet the status is ${statusAsWritten(status, written).en}; correct the status or clear the date.`,
  },
  check: (context) => {
    const written = createStatusReader(context.ledger);
    return {
      by: "doneDate",
      look: (measure) => {
        const date = measure.doneDate;
        const status = context.statusOf(measure);
        if (date === null || date === undefined || !isOpen(status)) return;
        const { zh, en } = dateWords(date);
        context.report(measure, "doneDate", { date: zh, iso: en, status, written: written(measure, status) });
      },
    };
  },
  page: {
    what: "“完成时间”填了日期，状态却是正在整改、未完成、部分完成、已延期或已超期。基本完成、阶段性完成、长期坚持可以有日期，不报。",
    why: "两格互相矛盾，总有一格是错的；往往是完成了忘记改状态，完成数就少算了。",
    bad: "整改状态：未完成，完成时间：2025年6月1日",
    good: "整改状态：已完成，完成时间：2025年6月1日",
    todo: "核对实际情况，改正其中一格。程序不会替您改状态。",
    forUnit: "核对实际情况，改正其中一格。",
    en: "There is a completion date although the status is open.",
  },
  ground: "规则提案 D206、S307。",
});
