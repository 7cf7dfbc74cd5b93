/** What the session is doing, did or waits for, as the sentence that is shown. */
import { ACTIONS } from "../../app/actions";
import type { Activity, Waiting } from "../../app/session";
import { failureSentence } from "../../app/words";
import type { Lang } from "../../rule";
import type { Words } from "../../ledger";
import { wasCancelled } from "./shown-activity";

const CANCELLED: Words = { zh: "已取消。", en: "Cancelled." };

const cancelledHalfway = (written: number): Words => ({
  zh: `已取消；此前已写入 ${written} 个单元格，其余没有写，可以撤销。`,
  en: `Cancelled; ${written} cells had been written, the rest were not. You can undo this.`,
});

const WAITING: Readonly<Partial<Record<Waiting["code"], Words>>> = {
  cellEditMode: {
    zh: "正在等待单元格编辑结束…（在表格里按 Enter 或 Esc 即可）",
    en: "Waiting for cell editing to finish… (press Enter or Esc in the sheet)",
  },
  connectionLost: { zh: "与 Excel 的连接中断，正在重试…", en: "The connection to Excel was lost; trying again…" },
};
const BUSY: Words = { zh: "Excel 正忙，正在重试…", en: "Excel is busy; trying again…" };

export function waitingText(waiting: Waiting, lang: Lang): string {
  return (WAITING[waiting.code] ?? BUSY)[lang];
}

export function activityText(activity: Activity, lang: Lang): string {
  const texts = ACTIONS[activity.action];
  if (wasCancelled(activity)) {
    const { written } = activity.data;
    return typeof written === "number" && written > 0 ? cancelledHalfway(written)[lang] : CANCELLED[lang];
  }
  switch (activity.state) {
    case "busy":
      return texts.busy[lang];
    case "done":
      return texts.done(activity.data)[lang];
    case "partial":
      return texts.partial(activity.data)[lang];
    default: {
      const what = texts.failed[lang];
      if (activity.failure === null) return lang === "zh" ? `${what}。` : `${what}.`;
      return `${what}${lang === "zh" ? "：" : ": "}${failureSentence(activity.failure, lang)}`;
    }
  }
}
