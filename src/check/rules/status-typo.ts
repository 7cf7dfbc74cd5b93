import { textOf } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { createOwnStatus } from "../own-status";
import { defineRule } from "../rule";
import { clip } from "../words";

export const statusTypo = defineRule<{ readonly text: string }>({
  alias: "status-typo",
  code: "S311",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status"],
  field: "status",
  name: { zh: "状态有错别字", en: "wrong character in the status" },
  messages: {
    zh: ({ text }) => `“${text}”应是“已”字之误，已按“已”统计，请改正。`,
    en: ({ text }) => `“${text}” contains a wrong character for 已; it is counted as 已. Please correct it.`,
  },
  check: (context) => {
    const { ledger } = context;
    const { ownStatus, by } = createOwnStatus(ledger, context.once);
    return {
      by,
      concerns: (measure) => ownStatus(measure).slip === true,
      look: (measure) => {
        const text = clip(textOf(ledger, measure, "status"));
        context.report(measure, "status", { text }, { quote: text });
      },
    };
  },
  page: {
    what: "整改状态里把“已”写成了“己”“巳”“以”，例如“己完成”“以完成”。照“已”字统计，不自动改。",
    why: "通报里照抄会闹笑话，用公式计数（COUNTIF）也会漏掉。",
    bad: "整改状态：己完成",
    good: "整改状态：已完成",
    todo: "把错字改过来。",
    en: "己 or 以 stands for 已 in a status; it is counted, and should be corrected.",
  },
  ground: "设计约定：己完成、以完成按已完成计并提示。",
});
