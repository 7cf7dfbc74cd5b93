/** What the line at the bottom and the notices under the bar say: loaded with them. */
import { say } from "../words";
import { SHELL_WORDS } from "./words";

export const LINE_WORDS = {
  ...SHELL_WORDS,
  activity: say("进行情况", "Progress"),
  dismiss: say("收起", "Dismiss"),
  reveal: say("显示", "Show them"),
  moreCells: say(
    (n: number) => `…另有 ${n} 个`,
    (n: number) => `…and ${n} more`,
  ),
  unfinished: say(
    "上次修改未完成就中断了，可以撤销已写入的部分。",
    "The last change was interrupted before it finished; what was written can be undone.",
  ),
  storage: say(
    {
      refused: "这里的浏览器不让保存记录：您的更正、忽略和修改记录只在本次有效，关闭窗口后不再保留。其他功能照常使用。",
      full: "本机的存储空间满了，刚才的更正、忽略或修改记录没有保存；关闭窗口后不再保留。请清理磁盘后重试。",
      blocked: "另一个窗口里开着旧版本的台账助手，记录暂时保存不了。请关闭其他窗口后重试。",
      silent: "本机保存记录没有回应，刚才的内容只在本次有效。可以重试；其他功能照常使用。",
      failed: "本机保存记录没有成功，刚才的内容只在本次有效。可以重试；其他功能照常使用。",
    },
    {
      refused:
        "This browser keeps no records: corrections, ignored findings and the history of edits last until the window closes. Everything else works.",
      full: "There is no room left on this computer: the latest corrections, ignored findings and edits last only until the window closes. Free some space and try again.",
      blocked:
        "An older version is open in another window and holds the records. Close the other windows and try again.",
      silent:
        "The records on this computer do not answer; what was just decided lasts for this visit. Try again; everything else works.",
      failed:
        "The records on this computer could not be saved; what was just decided lasts for this visit. Try again; everything else works.",
    },
  ),
  recovery: say(
    (n: number) => `上次有 ${n} 处修改没有下载。可以重新应用；单元格内容已经变了的不会动。`,
    (n: number) =>
      `${n} ${n === 1 ? "edit" : "edits"} from an earlier session not downloaded. Reapplying changes only cells whose contents are still the same.`,
  ),
  recoveryElsewhere: say(
    (n: number) => `另一个窗口里打开着同一份台账，有 ${n} 处修改还没有下载。需要时可以在这里也应用。`,
    (n: number) =>
      `The same ledger is open in another window with ${n} ${n === 1 ? "edit" : "edits"} not downloaded. You can apply them here too.`,
  ),
  recover: say("重新应用", "Reapply them"),
  dismissRecovery: say("不再提示", "Don't offer again"),
} as const;
