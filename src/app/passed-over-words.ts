/** Why sheets are no ledgers, in words. */
import type { PassedOver, PassedOverReason, WordTable } from "../ledger";
import type { Lang } from "../rule";

const PASSED_OVER_WORDS: WordTable<PassedOverReason> = {
  notALedger: { zh: "不是台账", en: "not a ledger" },
  form: {
    zh: "像是列名竖排或一事一表，没有读出事项；请另做一张每项一行、首行为列名的台账",
    en: "looks like a form, and no items could be read from it; make a table with one row per item and the column names in its first row",
  },
  empty: { zh: "空表", en: "empty" },
  hidden: { zh: "隐藏的工作表，未计入", en: "hidden sheet, not counted" },
  unitDirectory: { zh: "单位名录", en: "unit directory" },
  olderVersion: { zh: "是同一台账的另一版本，未计入", en: "another version of the same ledger, not counted" },
  notChosen: { zh: "未选用", en: "not chosen" },
  noDataRows: { zh: "有表头而无数据行", en: "a header row without data" },
  noNames: {
    zh: "表内另有没有列名的行，没有计入；请写上列名（序号、问题、整改时限、整改状态……）",
    en: "some of its rows have no column names and are not counted; add the column names (序号, 问题, 整改时限, 整改状态…)",
  },
  noProblem: {
    zh: "表内另有一张表认不出哪一列是问题，没有计入；请把那一列的列名改为“问题”一类的词",
    en: "another table on it has no column recognised as the problem and is not counted; rename that column to 问题",
  },
  noPart: { zh: "文件中没有这张表的内容", en: "the file does not contain this sheet" },
  samePart: { zh: "与另一张表是同一份内容", en: "the same content as another sheet" },
  ourReport: { zh: "台账助手生成的报告", en: "a report made by Ledger Assistant" },
};

/** Why a sheet was passed over; names the version that counts instead. */
export function passedOverText(passed: PassedOver, lang: Lang): string {
  const seen = passed.seen?.slice(0, 6).join("、") ?? "";
  const words =
    PASSED_OVER_WORDS[passed.why][lang] +
    (seen === "" ? "" : lang === "zh" ? `（见到的标签：${seen}）` : ` (labels seen: ${seen})`);
  if (passed.instead === undefined) return words;
  return lang === "zh" ? `${words}（以「${passed.instead}」为准）` : `${words} (“${passed.instead}” counts)`;
}
