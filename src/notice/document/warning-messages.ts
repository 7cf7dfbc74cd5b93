/** Sentences of what should be looked at before publishing, and of what is open. */
import { qualified } from "../../grid";
import type { Kind } from "../../ledger";
import type { RowRef } from "../../tally";
import type { Lang } from "../../rule";
import { chineseDate } from "../../zh/civil-date";
import type { EditionDifference } from "./edition";
import type { Missing, NoticeWarning } from "./types";

const SHOWN = 5;

function cells(rows: readonly RowRef[], lang: Lang): string {
  const names = rows.slice(0, SHOWN).map(({ sheet, row, col }) => qualified(sheet, row, col));
  if (rows.length <= SHOWN) return names.join(lang === "zh" ? "、" : ", ");
  return lang === "zh" ? `${names.join("、")} 等` : `${names.join(", ")} …`;
}

const KIND_NAMES: Readonly<Record<Kind, { readonly zh: string; readonly en: string }>> = {
  problem: { zh: "反馈问题", en: "problems" },
  immediate: { zh: "立行立改问题", en: "immediate matters" },
  letter: { zh: "信访件", en: "letters" },
  clue: { zh: "移交问题线索", en: "clues" },
  matter: { zh: "交办事项", en: "assigned matters" },
  accountability: { zh: "问责", en: "accountability" },
};

const HIDDEN_WORDS = {
  mobile: { zh: "手机号码", en: "a mobile number" },
  identity: { zh: "身份证号码", en: "an identity number" },
  name: { zh: "被问责（反映）人姓名", en: "the name of a person held accountable" },
  amount: { zh: "信访件、问题线索金额", en: "an amount of a case" },
} as const;

/**
 * What the version for inside has and the public one has not.
 * @example describeDifference({ type: "duties" }, "zh") // "责任单位、责任领导、责任人和整改时限只写在内部版。"
 */
export function describeDifference(difference: EditionDifference, lang: Lang): string {
  const zh = lang === "zh";
  switch (difference.type) {
    case "notPublic":
      return zh
        ? `标为不公开（或未明确公开）的 ${difference.rows.length} 项只列入内部版（${cells(difference.rows, lang)}）。`
        : `${difference.rows.length} items not marked public appear only in the internal edition (${cells(difference.rows, lang)}).`;
    case "countedOnly":
      return zh
        ? `${KIND_NAMES[difference.kind].zh} ${difference.count} ${difference.kind === "immediate" ? "个" : "件"}，公开版只写数量，内部版逐项列出。`
        : `${difference.count} ${KIND_NAMES[difference.kind].en}: only counted in the public edition, listed in the internal one.`;
    case "hidden":
      return zh
        ? `${HIDDEN_WORDS[difference.what].zh}在公开版中隐去（${cells(difference.rows, lang)}），内部版照写。`
        : `${HIDDEN_WORDS[difference.what].en} is hidden in the public edition (${cells(difference.rows, lang)}) and printed in the internal one.`;
    case "duties":
      return zh
        ? "责任单位、责任领导、责任人和整改时限只写在内部版。"
        : "Units, leaders, persons and deadlines appear only in the internal edition.";
    case "accountable":
      return zh
        ? `问责的 ${difference.count} 人，公开版只写人数和方式，内部版写姓名。`
        : `${difference.count} persons held accountable: only counted in the public edition, named in the internal one.`;
    case "contact":
      return zh
        ? "监督方式和公示期只写在公开版。"
        : "Contact details and publication period appear only in the public edition.";
  }
}

/** @example describeWarning({ type: "textWithheld", kind: "letter", count: 3 }, "zh") // "信访件 3 件只列数量，内容未写入通报。" */
export function describeWarning(warning: NoticeWarning, lang: Lang): string {
  const zh = lang === "zh";
  switch (warning.type) {
    case "notPublic": {
      const count = warning.rows.length;
      return zh
        ? `${count} 项标为不公开，未列入通报，但综述的总数中仍含这些事项（${cells(warning.rows, lang)}）；请确认总数的写法。`
        : `${count} items are marked not public and left out of the notice, but the totals in the summary still include them (${cells(warning.rows, lang)}); please check how the totals are worded.`;
    }
    case "publicUnclear": {
      const count = warning.rows.length;
      const what = warning.included ? "列入" : "未列入";
      return zh
        ? `${count} 项的「是否公开」未填或无法识别，已按${what}处理（${cells(warning.rows, lang)}）；请在台账中填「是」或「否」。`
        : `是否公开 is blank or unclear for ${count} items, which were ${warning.included ? "included" : "left out"} (${cells(warning.rows, lang)}); fill in 是 or 否.`;
    }
    case "personal": {
      const what = HIDDEN_WORDS[warning.what];
      const where = cells(warning.rows, lang);
      return zh
        ? `台账文字中的${what.zh}已在公开版中隐去（${where}）；请在台账中改写，并核对其他文字。`
        : `${what.en} in texts of the ledger ${warning.rows.length === 1 ? "is" : "are"} hidden in the public edition (${where}); reword them in the ledger and check the rest of the text.`;
    }
    case "punctuation":
      return zh
        ? `台账文字中的半角标点和单引号已按规范改为全角、双引号（${cells(warning.rows, lang)}）；台账本身未改。`
        : `Half-width marks and single quotes of the ledger were set in full width (${cells(warning.rows, lang)}); the ledger is unchanged.`;
    case "doneButPending": {
      const count = warning.rows.length;
      return zh
        ? `${count} 项写已完成，整改情况里却有“${warning.quote}”${count > 1 ? "等话" : ""}（${cells(warning.rows, lang)}）；请核对状态，或改写文字。`
        : count === 1
          ? `1 item is said to be done, but its text says “${warning.quote}” (${cells(warning.rows, lang)}); check it.`
          : `${count} items are said to be done, but their texts say “${warning.quote}” (${cells(warning.rows, lang)}); check them.`;
    }
    case "dates": {
      const { earlier, later } = warning;
      return zh
        ? `日期前后矛盾：${later.label}（${chineseDate(later.date)}）早于${earlier.label}（${chineseDate(earlier.date)}）；请核对后再导出。`
        : `Dates contradict each other: ${later.label} (${chineseDate(later.date)}) is before ${earlier.label} (${chineseDate(earlier.date)}); check them before exporting.`;
    }
    case "textWithheld":
      return zh
        ? `${KIND_NAMES[warning.kind].zh} ${warning.count} 件只列数量，内容未写入通报。`
        : `${warning.count} ${KIND_NAMES[warning.kind].en} are only counted; their content is not in the notice.`;
  }
}

/**
 * Open places in one sentence: the form's by name, the ledger's with their numbers. Null where nothing is open.
 * @example describeMissing(document.missing, "zh")
 */
export function describeMissing(missing: readonly Missing[], lang: Lang): string | null {
  if (missing.length === 0) return null;
  const zh = lang === "zh";
  const form = new Set<string>();
  const ledger = new Map<string, number>();
  for (const { fact, name } of missing) {
    if (fact !== null) form.add(name);
    else ledger.set(name, (ledger.get(name) ?? 0) + 1);
  }
  const places = Array.from(ledger, ([name, count]) => (zh ? `${name} ${count} 处` : `${name} (${count})`));
  if (zh) {
    const parts = [
      form.size > 0 ? `通报要素：${Array.from(form).join("、")}` : "",
      places.length > 0 ? `台账内容：${places.join("、")}` : "",
    ].filter((part) => part !== "");
    return `通报中有 ${missing.length} 处【待补充】（${parts.join("；")}）。`;
  }
  const parts = [
    form.size > 0 ? `form: ${Array.from(form).join(", ")}` : "",
    places.length > 0 ? `ledger: ${places.join(", ")}` : "",
  ].filter((part) => part !== "");
  return `${missing.length} places are open (${parts.join("; ")}).`;
}
