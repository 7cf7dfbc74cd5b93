/** The sheet that goes along on the visit (抽查表): what is to be looked at, and room for what was found. */
import type { Book, BookCell, Area } from "../../grid";
import { KIND_WORDS, type Item } from "../../ledger";
import { homeUnit, itemPlace, NO_UNIT } from "../common";
import { joinedText } from "../common/item-words";
import type { DrawnSample } from "./draw";

const SHEET = "抽查表";
/** Filled in on the visit. */
const BLANK = ["抽查方式", "抽查结果", "抽查人", "日期"] as const;
const WAYS = ["查阅资料", "实地查看", "个别谈话", "随机走访", "现场测试"];
const RESULTS = ["整改到位", "基本到位", "整改不到位", "与上报不符"];

interface Column {
  readonly head: string;
  readonly width: number;
  value(item: Item, index: number): BookCell;
}

const COLUMNS: readonly Column[] = [
  { head: "序号", width: 6, value: (_item, index) => ({ value: index + 1, look: "count" }) },
  { head: "事项类型", width: 12, value: ({ ledger }) => ({ value: KIND_WORDS[ledger.kind].zh, look: "count" }) },
  { head: "原序号", width: 8, value: ({ number }) => ({ value: number, look: "count" }) },
  { head: "问题", width: 38, value: ({ problem }) => ({ value: problem }) },
  { head: "责任单位", width: 18, value: (item) => ({ value: homeUnit(item) ?? NO_UNIT, look: "count" }) },
  { head: "责任领导", width: 12, value: ({ leader }) => ({ value: leader, look: "count" }) },
  { head: "整改措施", width: 34, value: (item) => ({ value: joinedText(item, "measure") }) },
  { head: "整改情况", width: 40, value: (item) => ({ value: joinedText(item, "progress") }) },
  { head: "完成时间", width: 14, value: (item) => ({ value: joinedText(item, "doneDate"), look: "count" }) },
  { head: "佐证材料", width: 20, value: (item) => ({ value: joinedText(item, "evidence") }) },
  { head: "来源位置", width: 18, value: (item) => ({ value: itemPlace(item) }) },
];

/** The book of a drawn sample. */
export function sampleBook({ items, options, population }: DrawnSample, title: string): Book {
  const heads = [...COLUMNS.map(({ head }) => head), ...BLANK];
  const last = heads.length - 1;
  const area = (col: number): Area => ({ top: 3, left: col, bottom: 2 + Math.max(1, items.length), right: col });
  const note =
    `抽取编号：${options.seed}；从${options.of === "done" ? "已完成的" : "全部"}${population}项中按事项类型和责任单位分层抽取` +
    `${items.length}项。用同一份台账和同一个编号可以再抽出同样的事项。`;
  return {
    sheets: [
      {
        name: SHEET,
        widths: [...COLUMNS.map(({ width }) => width), 14, 18, 10, 14],
        rows: [
          [{ value: title, look: "title" }],
          [{ value: note, look: "note" }],
          heads.map((value): BookCell => ({ value, look: "head" })),
          ...items.map((item, index) => [
            ...COLUMNS.map(({ value }) => value(item, index)),
            ...BLANK.map((): BookCell => ({ value: null })),
          ]),
        ],
        merges: [
          { top: 0, left: 0, bottom: 0, right: last },
          { top: 1, left: 0, bottom: 1, right: last },
        ],
        frozen: 3,
        head: 2,
        paper: "A3",
        lists: [
          { area: area(COLUMNS.length), words: WAYS },
          { area: area(COLUMNS.length + 1), words: RESULTS },
        ],
      },
    ],
  };
}
