import { tellsReview, type Ledger, type LedgerRow } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { createOwnStatus } from "../own-status";
import { defineRule } from "../rule";
import { clip } from "../words";

type Data = {
  readonly problem: string;
  /** The header of a column of reviews, "" where statuses stand in one of their own. */
  readonly review: string;
  /** The empty cell has a ground that the item's other cells have not. */
  readonly coloured: 0 | 1;
};

export const statusMissing = defineRule<Data>({
  alias: "status-missing",
  code: "S302",
  severity: "error",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status"],
  field: "status",
  name: { zh: "整改状态未填", en: "status missing" },
  messages: {
    zh: ({ review, coloured }) =>
      review === ""
        ? `整改状态未填，请填写已完成、正在整改等状态。${coloured === 1 ? "这一格只涂了颜色；颜色不能统计，请写成文字。" : ""}`
        : `整改状态取自“${review}”，这一格是空的：可能还没有复查，请核实后填写。`,
    en: ({ review, coloured }) =>
      review === ""
        ? `The status is missing; enter 已完成 (done), 正在整改 (ongoing) or another status.${coloured === 1 ? " The cell is only coloured; colours cannot be counted, so write what it means." : ""}`
        : `Statuses are taken from “${review}”, and this cell is empty: perhaps it has not been reviewed yet; please check and fill it in.`,
  },
  check: (context) => {
    // An empty review may be one that was not made: nobody can be told that something is wrong.
    const { columns, kind } = context.ledger;
    // 核查 of a clue is the work itself.
    const review = kind !== "clue" && tellsReview(columns) ? (columns.status?.header ?? "") : "";
    const extras = review === "" ? undefined : ({ severity: "warning" } as const);
    const { ownStatus, by } = createOwnStatus(context.ledger, context.once);
    return {
      by,
      concerns: (measure) => ownStatus(measure).state === "missing",
      look: (measure) => {
        const coloured = isColoured(context.ledger, measure) ? 1 : 0;
        context.report(measure, "status", { problem: clip(measure.item.problem), review, coloured }, extras);
      },
    };
  },
  page: {
    what: "整改状态一格是空的。合并单元格只报一次。状态取自复查、验收、销号列的，空格可能只是还没有复查，按提醒报。",
    why: "状态空着的事项无法计入已完成或未完成，完成率就不准。",
    bad: "序号 7，整改状态：（空）",
    good: "序号 7，整改状态：正在整改",
    todo: "按实际情况填写：已完成、基本完成、阶段性完成、正在整改、未完成、长期坚持等。填好之前不宜出综述。",
    forUnit: "按实际情况填写：已完成、基本完成、阶段性完成、正在整改、未完成、长期坚持等。",
    en: "The status of an item or measure is empty.",
  },
  ground: "规则提案 S301；每一项都须有状态才能计算完成率。",
});

/** A ground of the cell's own; that of a whole row says nothing of the status. */
function isColoured({ grid, columns }: Ledger, { row }: LedgerRow): boolean {
  const col = columns.status?.col;
  const beside = (columns.problem ?? columns.number)?.col;
  if (grid.fillAt === undefined || col === undefined || beside === undefined) return false;
  const fill = grid.fillAt(row, col);
  return fill !== null && fill !== grid.fillAt(row, beside);
}
