/** Short names of sections in a ledger, and what they lack in a heading. Read by src/notice/document/section-name.ts. */

/** Levels of what was found, which are no 方面: 一般, 重大. */
export const LEVEL_WORDS: readonly string[] = ["一般", "较大", "重大", "特别重大", "严重", "较重", "轻微", "重点"];

/** Ends of a name that says by itself what it is about; 安全 becomes 安全方面. */
export const WHOLE_NAMES: readonly string[] = [
  "方面",
  "问题",
  "领域",
  "工作",
  "建设",
  "管理",
  "情况",
  "事项",
  "任务",
  "部分",
  "责任",
  "落实",
  "隐患",
  "[类批轮次年月季项条章节]",
];
