/** Why a file was not used, and why a value should be looked at, for people. */
import type { Words } from "../../ledger";
import type { FileUse } from "../into";
import type { ToCheck } from "./types";

export const USE_WORDS: Readonly<Record<NonNullable<FileUse["why"]>, Words>> = {
  unreadable: { zh: "无法读取", en: "cannot be read" },
  noLedger: { zh: "没有找到台账", en: "contains no ledger" },
  superseded: {
    zh: "同一单位报送多份，按填报时间、事项多少、文件名先后采用了另一份",
    en: "another file of the same unit is used, chosen by reporting date, number of items and file name",
  },
  identical: { zh: "与同一单位的另一份完全相同", en: "the same as another of the same unit" },
  otherType: { zh: "不是台账文件", en: "not a type of file that holds a ledger" },
  notEqual: { zh: "并入后统计结果与原表不一致", en: "would give different figures once merged" },
};

export const TO_CHECK_WORDS: Readonly<Record<ToCheck["why"], Words>> = {
  money: { zh: "金额栏不是纯数字", en: "not a plain number in an amount column" },
  unreadableDeadline: { zh: "整改时限读不出", en: "unreadable deadline" },
  unknownStatus: { zh: "整改状态读不出", en: "unknown status" },
  struck: { zh: "划了删除线，仍按一项列入", en: "struck through, still listed" },
  cellError: { zh: "单元格是错误值", en: "the cell contains an error" },
};
