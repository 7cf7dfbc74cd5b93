import { readStatus, spokenOf, type Status } from "../../ledger";
import { createTextReader } from "../cell-text";
import { RECTIFIED } from "../kinds";
import { isOpen } from "../open-status";
import { defineRule } from "../rule";
import { clip, STATUS_WORDS } from "../words";

type Data = { readonly text: string; readonly status: Status; readonly header: string };

export const doneNotSignedOff = defineRule<Data>({
  alias: "done-not-signed-off",
  code: "S310",
  severity: "warning",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status", "signOff"],
  field: "signOff",
  name: { zh: "完成与销号不一致", en: "status and sign-off disagree" },
  messages: {
    zh: ({ text, status, header }) => `状态是${STATUS_WORDS[status].zh}，“${header}”一格却是“${text}”，请核对。`,
    en: ({ text, status, header }) =>
      `The status is ${STATUS_WORDS[status].en}, but “${header}” says “${text}”; please check.`,
  },
  check: (context) => {
    const { kind, columns } = context.ledger;
    if (columns.status?.col === columns.signOff?.col) return null;
    const read = createTextReader(context.ledger, "signOff");
    const header = clip(columns.signOff?.header ?? "");
    return {
      by: "row",
      look: (measure) => {
        const status = context.statusOf(measure);
        const open = isOpen(status);
        if (status !== "done" && !open) return;
        const text = read(measure);
        if (text === "") return;
        const signOff = readStatus(spokenOf(context.ledger, measure, "signOff"), kind).status;
        if (open ? signOff !== "done" : signOff !== "notDone" && signOff !== "ongoing") return;
        context.report(measure, "signOff", { text: clip(text), status, header }, { quote: clip(text, 60) });
      },
    };
  },
  page: {
    what: "状态列和销号列都有，而两者不一致：已完成却“未销号”，或正在整改却“已销号”。",
    why: "完成和销号是两回事：计数以状态为准，但已完成而迟迟不销号、没完成先销号都要过问。",
    bad: "整改状态：已完成，是否销号：否",
    good: "整改状态：已完成，是否销号：已销号",
    todo: "办理销号，或核对状态。计数不受影响。",
    forUnit: "办理销号，或核对状态。",
    en: "The sign-off column disagrees with the status.",
  },
  ground: "规则提案 D 类；对账销号。",
});
