/** An empty ledger to begin with: the columns that everything here reads, statuses from a list. */
import type { Book, BookCell } from "../grid";
import { STATUS_WORDS } from "../ledger";

/** Headers with their widths in characters. */
const COLUMNS: readonly (readonly [string, number])[] = [
  ["序号", 6],
  ["反馈问题", 36],
  ["整改措施", 36],
  ["责任单位", 14],
  ["责任领导", 12],
  ["整改时限", 14],
  ["整改状态", 12],
  ["整改进展", 36],
  ["完成时间", 14],
  ["佐证材料", 20],
];
const STATUS = COLUMNS.findIndex(([name]) => name === "整改状态");
const LISTED = ["done", "basic", "phased", "ongoing", "longTerm", "notDone"] as const;
const ROWS = 40;

/**
 * @example newLedger().sheets[0].name // "整改台账"
 */
export function newLedger(): Book {
  const head = COLUMNS.map(([value]): BookCell => ({ value, look: "head" }));
  const empty = (): readonly BookCell[] => COLUMNS.map((): BookCell => ({ value: null, look: "text" }));
  const last = COLUMNS.length - 1;
  return {
    sheets: [
      {
        name: "整改台账",
        widths: COLUMNS.map(([, width]) => width),
        rows: [[{ value: "××单位整改台账", look: "title" }], head, ...Array.from({ length: ROWS }, empty)],
        merges: [{ top: 0, left: 0, bottom: 0, right: last }],
        frozen: 2,
        head: 1,
        lists: [
          {
            area: { top: 2, left: STATUS, bottom: ROWS + 1, right: STATUS },
            words: LISTED.map((status) => STATUS_WORDS[status].zh),
          },
        ],
      },
    ],
  };
}
