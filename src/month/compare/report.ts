/** The comparison as sheets of a workbook: 对比汇总, 变化明细, 待人工确认. */
import type { Book } from "../../grid";
import { KIND_WORDS } from "../../ledger";
import type { Precision } from "../../tally";
import { chineseDate } from "../../zh/civil-date";
import { OUR_SHEETS } from "../../zh/words/read-workbook";
import { titledSheet, type TitledTable } from "../common/titled-sheet";
import type { PeriodItem } from "../period/types";
import { changeParagraph, periodWarning } from "./paragraph";
import { printedRates } from "./printed";
import type { Comparison, PeriodCounts } from "./types";
import { changeText, RISK_WORDS } from "./words";

type Row = TitledTable["rows"][number];

interface ReportContext {
  readonly precision: Precision;
  /** 口径 in words. */
  readonly definition: string;
}

/**
 * The report, printable as it is.
 * @example bookBytes(compareReport(compared, { precision: 1, definition: "仅计已完成" }))
 */
export function compareReport(compared: Comparison, context: ReportContext): Book {
  const days = `上期截至${chineseDate(compared.oldAsOf)}，本期截至${chineseDate(compared.asOf)}`;
  const tables = [summarySheet(compared, context, days), changesSheet(compared, days), ambiguousSheet(compared, days)];
  return { sheets: tables.map(titledSheet) };
}

function summarySheet(compared: Comparison, { precision, definition }: ReportContext, days: string): TitledTable {
  const rowOf = (
    kind: string,
    unit: string,
    { old, new: now }: { readonly old: PeriodCounts; readonly new: PeriodCounts },
    more: Row,
  ): Row => {
    const rates = printedRates(old, now, precision);
    const points = rates.points === null ? "—" : `${rates.points}${rates.isRounded ? "（因四舍五入）" : ""}`;
    return [
      kind,
      unit,
      ...[old.total, old.done, rates.old ?? "—", old.overdue],
      ...[now.total, now.done, rates.now ?? "—", now.overdue],
      points,
      ...more,
    ];
  };
  const rows = compared.kinds.flatMap((kind) => {
    const name = KIND_WORDS[kind.kind].zh;
    const units = compared.units.filter((unit) => unit.kind === kind.kind);
    return [
      rowOf(name, "合计", kind, [kind.completed, kind.reopened, kind.added, kind.removed]),
      ...units.map((unit) => rowOf(name, unit.name, unit, [null, null, null, null])),
    ];
  });
  return {
    ...OUR_SHEETS.comparison,
    subtitle: `${days}；口径：${definition}。一项有几个牵头单位的，各单位都计，合计只计一次。${periodWarning(compared, "zh") ?? ""}${changeParagraph(compared, precision, "zh") ?? ""}`,
    columns: [
      { header: "事项类型", width: 12 },
      { header: "责任单位", width: 20 },
      ...["上期总数", "上期完成", "上期完成率", "上期超期"].map((header) => ({
        header,
        width: 11,
        isCount: true as const,
      })),
      ...["本期总数", "本期完成", "本期完成率", "本期超期"].map((header) => ({
        header,
        width: 11,
        isCount: true as const,
      })),
      { header: "变化（百分点）", width: 22, isCount: true },
      ...["新增完成", "完成后退回", "新增事项", "事项消失"].map((header) => ({
        header,
        width: 11,
        isCount: true as const,
      })),
    ],
    rows,
  };
}

function changesSheet(compared: Comparison, days: string): TitledTable {
  const high = compared.changes.filter(({ risk }) => risk === "high").length;
  return {
    ...OUR_SHEETS.changes,
    subtitle: `${days}；共${compared.changes.length}处变化，其中高风险${high}处。`,
    columns: [
      { header: "风险", width: 7, isCount: true },
      { header: "类型", width: 13 },
      { header: "事项类型", width: 12 },
      { header: "序号", width: 7 },
      { header: "问题", width: 36 },
      { header: "责任单位", width: 18 },
      { header: "上期", width: 24 },
      { header: "本期", width: 24 },
      { header: "本期位置", width: 18 },
      { header: "上期位置", width: 18 },
    ],
    rows: compared.changes.map((change) => [
      RISK_WORDS[change.risk].zh,
      changeText(change, "zh"),
      KIND_WORDS[change.kind].zh,
      change.number,
      change.problem,
      change.unit,
      change.from,
      change.to,
      change.cell,
      change.oldCell,
    ]),
  };
}

function ambiguousSheet({ ambiguous }: Comparison, days: string): TitledTable {
  const rowsOf = (group: number, kind: string, period: string, items: readonly PeriodItem[]): readonly Row[] =>
    items.map((item) => [
      group,
      kind,
      period,
      item.number?.text ?? null,
      item.problem.text,
      item.rows[0]?.cells.unit?.text ?? null,
      item.at,
    ]);
  return {
    ...OUR_SHEETS.unsettled,
    subtitle: `${days}；下列各组事项文字相同或相近，不能确定对应关系，没有计入变化，请逐组确认。`,
    columns: [
      { header: "组", width: 6, isCount: true },
      { header: "事项类型", width: 12 },
      { header: "期别", width: 8 },
      { header: "序号", width: 8 },
      { header: "问题", width: 44 },
      { header: "责任单位", width: 22 },
      { header: "位置", width: 22 },
    ],
    rows: ambiguous.flatMap((group, index) => {
      const kind = KIND_WORDS[group.kind].zh;
      return [...rowsOf(index + 1, kind, "上期", group.old), ...rowsOf(index + 1, kind, "本期", group.new)];
    }),
  };
}
