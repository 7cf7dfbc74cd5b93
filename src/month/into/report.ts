/** 回填情况: what came from where, what a person decided, what is still open; a workbook beside the master's copy. */
import type { Book } from "../../grid";
import { KIND_WORDS } from "../../ledger";
import { OUR_SHEETS } from "../../zh/words/read-workbook";
import { NO_UNIT } from "../common";
import { titledSheet } from "../common/titled-sheet";
import type { FileUse, IntoResult } from "./json";
import { type Conflict, conflictId, type IntoPlan, type Update } from "./types";
import { CONFLICT_WORDS, FIELD_NAMES } from "./words";

type Line = readonly (string | null)[];

const COLUMNS = [
  { header: "结果", width: 18 },
  { header: "事项类型", width: 12 },
  { header: "序号", width: 8 },
  { header: "问题", width: 36 },
  { header: "栏目", width: 12 },
  { header: "总台账位置", width: 18 },
  { header: "总台账原值", width: 28 },
  { header: "来文的值", width: 28 },
  { header: "来源文件", width: 30 },
  { header: "来源位置", width: 18 },
] as const;

interface IntoReport {
  readonly master: string;
  readonly files: readonly FileUse[];
  readonly plan: IntoPlan;
  readonly result: IntoResult;
  /** Conflicts of which a person said that the master stays as it is. */
  readonly kept: ReadonlySet<string>;
}

export function intoReport({ master, files, plan, result, kept }: IntoReport): Book {
  const decided = new Set(plan.planned.flatMap((one) => (one.decided === true ? [one.update] : [])));
  const { updated, conflicts } = result;
  const used = files.filter((file) => file.used).length;
  const sheet = titledSheet({
    ...OUR_SHEETS.filled,
    subtitle: `总台账：${master}；采用 ${used} 份文件，写入 ${updated.length} 处，未写入 ${conflicts.length} 处，未变 ${plan.unchanged} 项`,
    columns: COLUMNS,
    rows: [
      ...updated.map((one) => line(decided.has(one) ? "经确认写入" : "已写入", one)),
      ...conflicts.map((one) =>
        line(`${kept.has(conflictId(one)) ? "经确认不写" : "待确认"}：${CONFLICT_WORDS[one.type].zh}`, one),
      ),
      ...plan.notReturned.map(({ unit, items }): Line => {
        return ["没有反馈", null, null, `${unit ?? NO_UNIT}：${items} 项`, null, null, null, null, null, null];
      }),
      ...files.flatMap(({ file, used: isUsed, message }): readonly Line[] =>
        isUsed ? [] : [["未采用的文件", null, null, message, null, null, null, null, file, null]],
      ),
    ],
  });
  return { sheets: [sheet] };
}

function line(result: string, one: Update | Conflict): Line {
  const { kind, number, problem, field, cell, from, to, file, fileCell } = one;
  return [result, KIND_WORDS[kind].zh, number, problem, FIELD_NAMES[field].zh, cell, from, to, file, fileCell];
}
