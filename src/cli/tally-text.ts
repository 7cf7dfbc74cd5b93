/** The tally as a person reads it: kinds, statuses, rates with their definition, then units, sections, leaders. */
import type { Session } from "../app/session";
import { definitionText, KIND_WORDS, statusWords } from "../app/words";
import type { Lang } from "../rule";
import { STATUSES, type Kind } from "../ledger";
import {
  printRate,
  ratedOf,
  type Precision,
  type AccountabilityTally,
  type GroupTally,
  type KindTally,
  type StatusTally,
  type Tally,
  withLeftOut,
} from "../tally";
import { headText } from "./check-text";
import type { Paint } from "./paint";
import { oneLine, table } from "./table";

interface TallyTextOptions {
  readonly lang: Lang;
  readonly precision: Precision;
  readonly paint: Paint;
  readonly isDocument: boolean;
}

export function tallyText(session: Session, tally: Tally, options: TallyTextOptions): string {
  const { lang, paint } = options;
  const zh = lang === "zh";
  const parts = [
    headText(session, options),
    `${zh ? "口径：" : "Definition: "}${definitionText(tally.definition, lang)}`,
  ];
  for (const kind of tally.kinds) parts.push(kindText(kind, options));
  if (tally.accountability !== null) parts.push(accountabilityText(tally.accountability, options));
  const groups: readonly (readonly [string, readonly GroupTally[]])[] = [
    [zh ? "按责任单位" : "By unit", withLeftOut(tally, "byUnit", lang)],
    [zh ? "按类别" : "By section", withLeftOut(tally, "bySection", lang)],
    [zh ? "按责任领导" : "By leader", withLeftOut(tally, "byLeader", lang)],
  ];
  for (const [title, list] of groups) {
    if (list.length > 0) parts.push([paint(title, "bold"), ...groupLines(list, options)].join("\n"));
  }
  return parts.join("\n\n");
}

function kindText(kind: KindTally, options: TallyTextOptions): string {
  const { lang, paint } = options;
  const zh = lang === "zh";
  const lines = [`${paint(KIND_WORDS[kind.kind][lang], "bold")}  ${statusText(kind.kind, kind, options)}`];
  const more: string[] = [];
  if (kind.sections.value > 0) more.push(zh ? `${kind.sections.value} 个方面` : `${kind.sections.value} sections`);
  if (kind.parents.value > 0)
    more.push(zh ? `${kind.parents.value} 个主要问题` : `${kind.parents.value} parent problems`);
  if (kind.onTime !== null) more.push(zh ? `按期完成 ${kind.onTime.value}` : `${kind.onTime.value} on time`);
  more.push(zh ? `超期 ${kind.overdue.value}` : `${kind.overdue.value} overdue`);
  more.push(zh ? `临期 ${kind.dueSoon.value}` : `${kind.dueSoon.value} due soon`);
  lines.push(`  ${more.join(zh ? "，" : ", ")}`);
  if (kind.measures !== null)
    lines.push(`  ${zh ? "措施" : "measures"}  ${statusText(kind.kind, kind.measures, options)}`);
  return lines.join("\n");
}

function statusText(kind: Kind, tally: StatusTally, { lang, precision }: TallyTextOptions): string {
  const zh = lang === "zh";
  const statuses = STATUSES.filter((status) => tally.byStatus[status].value > 0).map(
    (status) => `${statusWords(kind, status)[lang]} ${tally.byStatus[status].value}`,
  );
  const counted = ratedOf(tally);
  const percent = printRate(counted, precision);
  const rate =
    counted === null || percent === null
      ? zh
        ? "无完成率"
        : "no rate"
      : `${zh ? "完成率 " : "rate "}${percent}${zh ? "（" : " ("}${counted.numerator}/${counted.denominator}${zh ? "）" : ")"}`;
  const total = zh ? `共 ${tally.total.value}` : `${tally.total.value} in all`;
  return [total, ...statuses, rate].join(zh ? "，" : ", ");
}

function accountabilityText(tally: AccountabilityTally, { lang, paint }: TallyTextOptions): string {
  const zh = lang === "zh";
  const forms = [...tally.byForm].map(([form, count]) => `${oneLine(form)} ${count.value}`);
  const heads = zh
    ? [`${tally.persons.value} 人`, `${tally.personTimes.value} 人次`]
    : [`${tally.persons.value} persons`, `${tally.personTimes.value} person-times`];
  return `${paint(KIND_WORDS.accountability[lang], "bold")}  ${[...heads, ...forms].join(zh ? "，" : ", ")}`;
}

function groupLines(groups: readonly GroupTally[], { lang, precision }: TallyTextOptions): readonly string[] {
  const zh = lang === "zh";
  const head = zh
    ? ["名称", "事项", "总数", "已完成", "超期", "完成率"]
    : ["name", "kind", "total", "done", "overdue", "rate"];
  const rows = groups.map((group) => [
    oneLine(group.name),
    KIND_WORDS[group.kind][lang],
    String(group.total.value),
    String(group.done.value),
    String(group.overdue.value),
    printRate(ratedOf(group), precision) ?? "—",
  ]);
  return table([head, ...rows], [2, 3, 4, 5]).map((line) => `  ${line}`);
}
