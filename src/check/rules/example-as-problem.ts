import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { clip } from "../words";
import { re } from "../../zh/pattern";
import { exampleAsProblem as words } from "../../zh/words/example-as-problem";

export const exampleAsProblem = defineRule<{ readonly text: string }>({
  alias: "example-as-problem",
  code: "L008",
  severity: "info",
  scope: "item",
  kinds: RECTIFIED,
  needs: ["problem"],
  name: { zh: "疑把例子当成问题", en: "an example listed as a problem" },
  messages: {
    zh: ({ text }) => `问题以“${text}”开头，像是上一个问题的例子，请核对是否应并入上一项。`,
    en: ({ text }) =>
      `The problem begins with “${text}”, like an example of the one above; please check whether it belongs to that item.`,
  },
  check: (context) => (item) => {
    const first = item.problem.charCodeAt(0);
    // 如, 其, 例, 比: nothing else can begin such a text.
    if (first !== 0x5982 && first !== 0x5176 && first !== 0x4f8b && first !== 0x6bd4) return;
    const opening = OPENING.exec(item.problem)?.[0];
    if (opening === undefined || item.ordinal === 1) return;
    context.report(item, "problem", { text: clip(opening) }, { quote: clip(item.problem, 40) });
  },
  page: {
    what: "有自己序号的问题以“如：”“例如”“其中”“比如”开头。",
    why: "反馈意见里的举例被拆成独立问题，问题总数就多算了。",
    bad: "序号 4：例如 2023 年有 3 笔支出无审批单",
    good: "序号 3：报销审批不严，例如 2023 年有 3 笔支出无审批单",
    todo: "与反馈意见核对；确是例子的并入上一项。",
    en: "A numbered problem begins like an example of the one above.",
  },
  ground: "规则提案 L008（提示级）。",
});

const OPENING = re`^${words.opening}`;
