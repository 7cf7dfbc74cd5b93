/** 汇总情况: what came in, as a sheet of the merged workbook; no ledger to any reader. */
import type { BookSheet } from "../../grid";
import { KIND_WORDS } from "../../ledger";
import { OUR_SHEETS } from "../../zh/words/read-workbook";
import { MONTH_KINDS } from "../common/kinds";
import { titledSheet } from "../common/titled-sheet";
import type { MergeCounts } from "./types";
import { TO_CHECK_WORDS, USE_WORDS } from "./words";
import type { MergeResult } from "./result";

type Line = readonly [what: string, unit: string, file: string, place: string, text: string, note: string];

const COLUMNS = [
  { header: "内容", width: 14 },
  { header: "单位", width: 20 },
  { header: "文件", width: 30 },
  { header: "位置", width: 18 },
  { header: "原文", width: 40 },
  { header: "说明", width: 40 },
] as const;

export function reportSheet(result: MergeResult, counts: MergeCounts): BookSheet {
  const totals = MONTH_KINDS.flatMap((kind) => {
    const own = counts.get(kind);
    return own === undefined || own.total === 0 ? [] : [`${KIND_WORDS[kind].zh} ${own.total} 项`];
  });
  const used = result.files.filter((file) => file.used).length;
  return titledSheet({
    ...OUR_SHEETS.merged,
    subtitle: `采用 ${used} 份文件；${totals.join("，")}`,
    columns: COLUMNS,
    rows: linesOf(result),
  });
}

function linesOf(result: MergeResult): readonly Line[] {
  const { files, missing, notInDirectory, twice, duplicates, toCheck, converted } = result;
  return [
    ...files.map(({ file, used, why, message, unit, items, reported }): Line => {
      const counts = MONTH_KINDS.flatMap((kind) => (items[kind] ? [`${KIND_WORDS[kind].zh} ${items[kind]} 项`] : []));
      const day = reported === null ? [] : [`填报时间 ${reported}`];
      const note = used || why === null ? [...counts, ...day].join("，") : (message ?? USE_WORDS[why].zh);
      return [used ? "采用" : "未采用", unit ?? "", file, "", "", note];
    }),
    ...missing.map((unit): Line => ["未报送", unit, "", "", "", "名录中有此单位，没有收到能用的文件"]),
    ...notInDirectory.map(({ file, unit }): Line => ["名录中没有", unit ?? "", file, "", "", "请核对单位名称或名录"]),
    ...twice.map(({ unit, used, left }): Line => ["重复报送", unit, used, "", left.join("、"), "采用前者，后者未计入"]),
    ...duplicates.map(({ kind, problem, places }): Line => [
      ...(["重复事项", KIND_WORDS[kind].zh, "", places.join("、"), problem] as const),
      "几份文件都有，均已列入",
    ]),
    ...toCheck.map(({ file, cell, header, value, why }): Line => {
      return ["需核对", header, file, cell, value, TO_CHECK_WORDS[why].zh];
    }),
    ...converted.map(({ file, cell, from, to }): Line => ["已换写", "", file, cell, from, `写作「${to}」`]),
  ];
}
