import type { Status } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { isOpen } from "../open-status";
import { defineRule } from "../rule";
import { STATUS_WORDS } from "../words";

type Data = { readonly status: Status; readonly rolled: Status };

export const itemMeasureConflict = defineRule<Data>({
  alias: "item-measure-conflict",
  code: "S305",
  severity: "error",
  scope: "item",
  kinds: RECTIFIED,
  needs: ["status"],
  name: { zh: "问题与措施状态矛盾", en: "item and measures disagree" },
  messages: {
    zh: ({ status, rolled }) =>
      `问题的状态是${STATUS_WORDS[status].zh}，而各条措施合起来是${STATUS_WORDS[rolled].zh}，请核对后改正其中一处。`,
    en: ({ status, rolled }) =>
      `The item is ${STATUS_WORDS[status].en}, its measures together are ${STATUS_WORDS[rolled].en}; correct one of them.`,
  },
  check: (context) => (item) => {
    // A status that is not the item's own is the rolled one, which contradicts nothing.
    if (!contradicts(item.status, item.rolledStatus)) return;
    context.report(item, "status", { status: item.status, rolled: item.rolledStatus });
  },
  page: {
    what: "问题有自己的状态，措施也各有状态，两者互相矛盾：问题已完成而有措施没完成，或措施全部完成而问题还在整改。",
    why: "按问题统计和按措施统计会得出不同的结论，通报里的两个数对不上。",
    bad: "问题：已完成；措施一：已完成；措施二：正在整改",
    good: "问题：正在整改；措施一：已完成；措施二：正在整改",
    todo: "核对实际情况后改正一处。统计以问题自己的状态为准。",
    en: "The status of an item contradicts those of its measures.",
  },
  ground: "规则提案 S307。",
});

function contradicts(own: Status, rolled: Status): boolean {
  if (own === "done") return isOpen(rolled) || rolled === "phased" || rolled === "basic";
  return rolled === "done" && (isOpen(own) || own === "phased");
}
