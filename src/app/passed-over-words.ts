/** Why sheets are no ledgers, in words. */
import type { PassedOver, PassedOverReason, WordTable } from "../ledger";
import type { Lang } from "../rule";

const PASSED_OVER_WORDS: WordTable<PassedOverReason> = {
  notALedger: { zh: "不是台账", en: "not a ledger" },
  form: {
    zh: "像是列名竖排或一事一表，没有读出事项；请另做一张每项一行、首行为列名的台账",
    en: "looks like a form, and no items could be read; make a table with one row per item and the names of the columns above",
  },
  empty: { zh: "空表", en: "empty" },
  hidden: { zh: "隐藏的工作表，未计入", en: "hidden sheet, not counted" },
  unitDirectory: { zh: "单位名录", en: "unit directory" },
  olderVersion: { zh: "是同一台账的另一版本，未计入", en: "another version of the same ledger, not counted" },
  notChosen: { zh: "未选用", en: "not chosen" },
  noDataRows: { zh: "有表头而无数据行", en: "a header without data rows" },
  noNames: {
    zh: "表内另有没有列名的行，没有计入；请写上列名（序号、问题、整改时限、整改状态……）",
    en: "rows on it have no names of columns and are not counted; name their columns",
  },
  noProblem: {
    zh: "表内另有一张表认不出哪一列是问题，没有计入；请把那一列的列名改为“问题”一类的词",
    en: "another table on it has no column known to name a problem and is not counted; name it so",
  },
  noPart: { zh: "文件中没有这张表的内容", en: "the file holds nothing of it" },
  samePart: { zh: "与另一张表是同一份内容", en: "the same content as another sheet" },
  ourReport: { zh: "本工具生成的报告", en: "our own report" },
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
