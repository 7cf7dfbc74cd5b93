/** How the actions on a draft of a notice answer. */
import { s, say, type ActionTexts } from "./action-texts";

export const DRAFT_ACTIONS = {
  openDraft: {
    busy: say("正在打开通报稿…", "Opening the draft…"),
    done: (data) =>
      s(data, "name") === ""
        ? say("已打开粘贴的文字。", "The pasted text is open.")
        : say(`已打开「${s(data, "name")}」。`, `“${s(data, "name")}” is open.`),
    partial: (data) => say(`通报稿没有打开：${s(data, "why")}`, `The draft was not opened: ${s(data, "why")}`),
    failed: say("通报稿没有打开", "The draft was not opened"),
  },
  correctDraft: {
    busy: say("正在修改通报稿…", "Changing the draft…"),
    done: (data) => {
      if (s(data, "step") === "undo") return say("已撤销这处采纳。", "The correction has been undone.");
      if (s(data, "step") === "redo") return say("已重新采纳这一处。", "The correction has been made again.");
      if (data["count"] !== undefined)
        return say(
          `已改 ${s(data, "count")} 处${data["left"] === 0 ? "" : `，${s(data, "left")} 处已经变动，没有改`}，可以撤销。`,
          `${s(data, "count")} places changed${data["left"] === 0 ? "" : `, ${s(data, "left")} left unchanged`}. You can undo this.`,
        );
      return s(data, "value") === ""
        ? say("已删去，可以撤销。", "Deleted. You can undo this.")
        : say(`已改为“${s(data, "value")}”，可以撤销。`, `Changed to “${s(data, "value")}”. You can undo this.`);
    },
    partial: () => say("这一处已经变动，没有修改。", "The text here has changed since and was left unchanged."),
    failed: say("没有修改", "Not changed"),
  },
  extractDraft: {
    busy: say("正在提取成台账…", "Extracting a ledger from the draft…"),
    done: (data) =>
      say(
        `已生成「${s(data, "name")}」：${s(data, "what")}。`,
        `“${s(data, "name")}” has been created: ${s(data, "what")}.`,
      ),
    partial: () =>
      say(
        "没有找到逐项列出的问题和整改情况，不能提取成台账。",
        "The draft does not list problems one by one, so no ledger can be extracted from it.",
      ),
    failed: say("没有提取", "Nothing was extracted"),
  },
} as const satisfies Readonly<Record<string, ActionTexts>>;
