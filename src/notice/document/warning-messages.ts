/** Sentences of what should be looked at before publishing, and of what is open. */
import { qualified } from "../../grid";
import type { Kind } from "../../ledger";
import type { RowRef } from "../../tally";
import type { Lang } from "../../rule";
import { FACT_LABELS } from "./facts";
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

/** @example describeWarning({ type: "textWithheld", kind: "letter", count: 3 }, "zh") // "信访件 3 件只列数量，内容未写入通报。" */
export function describeWarning(warning: NoticeWarning, lang: Lang): string {
  const zh = lang === "zh";
  switch (warning.type) {
    case "notPublic": {
      const count = warning.rows.length;
      return zh
        ? `${count} 项标为不公开，未列入通报，但综述的总数中仍含这些事项（${cells(warning.rows, lang)}）；请确认总数的写法。`
        : `${count} items are marked not public and left out, but the summary still counts them (${cells(warning.rows, lang)}).`;
    }
    case "publicUnclear": {
      const count = warning.rows.length;
      const what = warning.included ? "列入" : "未列入";
      return zh
        ? `${count} 项的「是否公开」未填或无法识别，已按${what}处理（${cells(warning.rows, lang)}）；请在台账中填「是」或「否」。`
        : `是否公开 is blank or unclear for ${count} items, which were ${warning.included ? "included" : "left out"} (${cells(warning.rows, lang)}); fill in 是 or 否.`;
    }
    case "personal": {
      const what = warning.what === "mobile" ? "手机号码" : "身份证号码";
      const en = warning.what === "mobile" ? "a mobile number" : "an identity number";
      return zh
        ? `台账文字中有疑似个人${what}（${cells(warning.rows, lang)}）；请删去后再公开。`
        : `Texts of the ledger seem to hold ${en} (${cells(warning.rows, lang)}); remove it before publishing.`;
    }
    case "textWithheld":
      return zh
        ? `${KIND_NAMES[warning.kind].zh} ${warning.count} 件只列数量，内容未写入通报。`
        : `${warning.count} ${KIND_NAMES[warning.kind].en} are only counted; their text stays out.`;
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
    if (fact !== null) form.add(FACT_LABELS[fact]);
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
