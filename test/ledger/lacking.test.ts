/** Which needed columns a ledger lacks, for the rule and for the pane alike. */
import { lackingColumns } from "../../src/ledger";
import { gridOf } from "../grid/grid-of";
import { read } from "./figures";

const DRAWING = `序号 | 反馈问题 | 整改状态
  1 | 会议记录不完整 | 已完成
  2 | 账目长期没有核对 | 正在整改`;

test.each([
  ["财务科", ["deadline"]],
  ["Sheet1", ["unit", "deadline"]],
])("on a sheet %s", (sheet, lacking) => {
  const [ledger] = read([gridOf(DRAWING, { sheet })]).ledgers;
  expect(lackingColumns(ledger!)).toEqual(lacking);
});
