/** Words of the statistics sheet (统计表) and of the data behind it. */
import type { Status } from "../../ledger";
import type { Light, ProgressClass } from "../../tally";

export const DATA_SHEET = "数据";
export const STATS_SHEET = "统计表";
export const TOTAL = "合计";
export const IMMEDIATE = "立行立改";
/** Of a unit that the period before does not have. */
export const NEW_UNIT = "新";

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  done: "已完成",
  basic: "基本完成",
  phased: "阶段性完成",
  partial: "部分整改",
  ongoing: "正在整改",
  longTerm: "长期坚持",
  notDone: "未完成",
  overdueDeclared: "自报超期",
  extended: "延期",
  excluded: "不计入",
  unknown: "状态不明",
};

export const CLASS_NAMES: Readonly<Record<ProgressClass, string>> = {
  done: "已完成",
  ahead: "超进度",
  onTrack: "达进度",
  behind: "欠进度",
  other: "其它",
};

export const LIGHT_NAMES: Readonly<Record<Light, string>> = { green: "绿", yellow: "黄", red: "红" };
