/** A comparison as a person reads it: the paragraph, the rates, the changes by risk, what a person must settle. */
import { definitionText, KIND_WORDS } from "../app/words";
import {
  changeParagraph,
  type ItemChange,
  changeText,
  type Comparison,
  type PeriodCounts,
  printedRates,
  periodWarning,
} from "../month";
import type { Lang } from "../rule";
import { chineseDate, isoDate } from "../zh/civil-date";
import type { Paint } from "./paint";
import { oneLine, table } from "./table";

interface CompareTextOptions {
  readonly files: { readonly old: string; readonly new: string };
  readonly precision: 0 | 1 | 2;
  readonly lang: Lang;
  readonly paint: Paint;
}

export function compareText(compared: Comparison, options: CompareTextOptions): string {
  const { lang, paint, precision } = options;
  const zh = lang === "zh";
  const unlike = periodWarning(compared, lang);
  const parts = [
    headText(compared, options),
    ...(unlike === null ? [] : [paint(unlike, "warning")]),
    oneLine(changeParagraph(compared, precision, lang) ?? ""),
    [paint(zh ? "完成情况" : "Rates", "bold"), ...ratesTable(compared, options)].join("\n"),
  ];
  const risks: readonly (readonly ["high" | "normal", string])[] = [
    ["high", zh ? "高风险" : "High risk"],
    ["normal", zh ? "其他变化" : "Other changes"],
  ];
  for (const [risk, title] of risks) {
    const own = compared.changes.filter((change) => change.risk === risk && change.type !== "renumbered");
    if (own.length === 0) continue;
    const head = paint(`${title}${zh ? `（${own.length}）` : ` (${own.length})`}`, risk === "high" ? "error" : "bold");
    parts.push([head, ...own.map((change) => `  ${changeLine(change, lang)}`)].join("\n"));
  }
  const numbers = compared.changes.filter(({ type }) => type === "renumbered");
  if (numbers.length > 0) parts.push(numbersText(numbers, lang));
  if (compared.changes.length === 0) parts.push(zh ? "没有变化。" : "No changes.");
  if (compared.ambiguous.length > 0) parts.push(ambiguousText(compared, options));
  return parts.join("\n\n");
}

function headText(compared: Comparison, { files, lang }: CompareTextOptions): string {
  if (lang === "zh") {
    return [
      `上期 ${oneLine(files.old)}（截至${chineseDate(compared.oldAsOf)}），本期 ${oneLine(files.new)}（截至${chineseDate(compared.asOf)}）`,
      `口径：${definitionText(compared.definition, lang)}`,
    ].join("\n");
  }
  return [
    `Old ${oneLine(files.old)} (as of ${isoDate(compared.oldAsOf)}), new ${oneLine(files.new)} (as of ${isoDate(compared.asOf)})`,
    `Definition: ${definitionText(compared.definition, lang)}`,
  ].join("\n");
}

function ratesTable(compared: Comparison, { precision, lang }: CompareTextOptions): readonly string[] {
  const zh = lang === "zh";
  const head = zh
    ? ["事项", "单位", "上期", "上期完成率", "本期", "本期完成率", "百分点"]
    : ["kind", "unit", "old", "old rate", "new", "new rate", "points"];
  const rounded = zh ? "（因四舍五入）" : " (rounded)";
  const row = (
    kind: string,
    unit: string,
    { old, new: now }: { old: PeriodCounts; new: PeriodCounts },
  ): readonly string[] => {
    const rates = printedRates(old, now, precision);
    const points = rates.points === null ? "—" : `${rates.points}${rates.isRounded ? rounded : ""}`;
    return [
      kind,
      unit,
      `${old.done}/${old.total}`,
      rates.old ?? "—",
      `${now.done}/${now.total}`,
      rates.now ?? "—",
      points,
    ];
  };
  const rows = compared.kinds.flatMap((kind) => {
    const name = KIND_WORDS[kind.kind][lang];
    const units = compared.units.filter((unit) => unit.kind === kind.kind);
    return [row(name, zh ? "合计" : "all", kind), ...units.map((unit) => row(name, oneLine(unit.name), unit))];
  });
  return table([head, ...rows], [2, 3, 4, 5, 6]).map((line) => `  ${line}`);
}

/** 反馈问题 3「……」 时限推后：2025年底 → 2026年3月底（整改台账!K9）. */
function changeLine(change: ItemChange, lang: Lang): string {
  const zh = lang === "zh";
  const number = change.number === null ? "" : ` ${oneLine(change.number)}`;
  const problem = zh ? `「${oneLine(change.problem)}」` : ` “${oneLine(change.problem)}”`;
  const unit = change.unit === null ? "" : zh ? `（${oneLine(change.unit)}）` : ` (${oneLine(change.unit)})`;
  const what = change.from === null && change.to === null ? "" : `${zh ? "：" : ": "}${fromTo(change, lang)}`;
  const place = change.cell ?? change.oldCell;
  const where =
    place === null
      ? ""
      : zh
        ? ` [${change.cell === null ? "上期 " : ""}${place}]`
        : ` [${change.cell === null ? "old " : ""}${place}]`;
  return `${changeText(change, lang)} ${KIND_WORDS[change.kind][lang]}${number}${problem}${unit}${what}${oneLine(where)}`;
}

/** Numbers are many and tell little: on one line. */
function numbersText(changes: readonly ItemChange[], lang: Lang): string {
  const list = changes.map((change) => fromTo(change, lang)).join(lang === "zh" ? "，" : ", ");
  return lang === "zh" ? `序号变动（${changes.length}）：${list}` : `Renumbered (${changes.length}): ${list}`;
}

function fromTo({ type, from, to }: ItemChange, lang: Lang): string {
  const empty = lang === "zh" ? "（空）" : "(empty)";
  const [before, after] = [oneLine(from ?? empty), oneLine(to ?? empty)];
  if (type === "progressUnchanged" || type === "stillOverdue" || type === "newlyOverdue" || type === "measureAdded")
    return after;
  return type === "measureRemoved" ? before : `${before} → ${after}`;
}

function ambiguousText(compared: Comparison, { files, lang, paint }: CompareTextOptions): string {
  const zh = lang === "zh";
  const title = zh ? `待人工确认（${compared.ambiguous.length} 组）` : `To be confirmed (${compared.ambiguous.length})`;
  const groups = compared.ambiguous.map((group) => {
    const places = (items: typeof group.old): string => items.map(({ at }) => oneLine(at)).join(zh ? "、" : ", ");
    return zh
      ? `  ${KIND_WORDS[group.kind].zh}「${oneLine(group.problem)}」：上期 ${places(group.old)}；本期 ${places(group.new)}`
      : `  ${KIND_WORDS[group.kind].en} “${oneLine(group.problem)}”: old ${places(group.old)}; new ${places(group.new)}`;
  });
  const [old, now] = [oneLine(files.old), oneLine(files.new)];
  const advice = zh
    ? `  不能确定对应关系的事项没有计入变化。请用 taizhang compare ${old} ${now} --pairs-example > 配对.json 生成配对文件，填好后加 --pairs 配对.json。`
    : `  Items that cannot be told apart are not counted as changes. Run taizhang compare ${old} ${now} --pairs-example > pairs.json, fill in the file, and add --pairs pairs.json.`;
  return [paint(title, "warning"), ...groups, advice].join("\n");
}
