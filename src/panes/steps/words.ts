import { say } from "../words";

const doneText = { zh: "没有待办", en: "nothing to do" };

export const MONTH_WORDS = {
  strip: say("本月进度", "The month at a glance"),
  columns: say("核对列", "Columns"),
  check: say("核验", "Check"),
  tally: say("统计", "Figures"),
  summary: say("综述", "Summary"),
  notice: say("通报", "Notice"),
  signOff: say("签批", "Sign-off"),
  done: say("已办", "done"),
  later: say("未到", "later"),
  todo: say("待办", "to do"),
  told: say(
    {
      columns: (n: number) => (n > 0 ? `有 ${n} 处要确认` : doneText.zh),
      check: (n: number) => (n > 0 ? `有 ${n} 个错误待处理` : "没有错误"),
      tally: (n: number) => (n > 0 ? `有 ${n} 项状态未填或无法识别` : "数字齐全"),
      summary: (n: number) => (n > 0 ? `有 ${n} 类问题会改变数字` : "可以使用"),
      notice: () => "可以起草",
      signOff: (n: number) => (n > 0 ? `还有 ${n} 个错误，可在签批单上说明` : "可以生成签批单"),
    },
    {
      columns: (n: number) => (n > 0 ? `${n} to be confirmed` : doneText.en),
      check: (n: number) => (n > 0 ? `${n} ${n === 1 ? "error" : "errors"} to settle` : "no errors"),
      tally: (n: number) => (n > 0 ? `${n} without a readable status` : "complete"),
      summary: (n: number) => (n > 0 ? `${n} ${n === 1 ? "kind" : "kinds"} of findings change the figures` : "ready"),
      notice: () => "ready to write",
      signOff: (n: number) => (n > 0 ? `${n} ${n === 1 ? "error is" : "errors are"} left to explain` : "ready"),
    },
  ),
  notChecked: say("还没有核验", "not checked yet"),
  factsWanted: say("通报要素还没有填写", "the facts of the notice are not filled in"),
  onward: say("下一步", "Next step"),
  waits: say("先完成前面的步骤", "finish the earlier steps first"),
  label: say(
    (name: string, told: string) => `${name}：${told}`,
    (name: string, told: string) => `${name}: ${told}`,
  ),
  next: say(
    (name: string) => `下一步：${name}`,
    (name: string) => `Next: ${name}`,
  ),
  nextHint: say("快捷键 Alt+N", "Shortcut: Alt+N"),
  help: say("这一步怎么做", "What to do here"),
  helpOf: say(
    (pane: string) => `“${pane}”这一步怎么做`,
    (pane: string) => `What to do under ${pane}`,
  ),
  close: say("关闭", "Close"),
} as const;
