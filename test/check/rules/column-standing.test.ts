/** A column whose header is there is not said to be missing. */
import { check } from "../../../src/check/check";
import { messageOf } from "../../../src/check/list";
import { read } from "../../ledger/figures";
import { gridOf } from "../../grid/grid-of";

function told(drawing: string): readonly [string, string] {
  const found = check(read([gridOf(drawing, { sheet: "台账" })])).findings.find(
    ({ rule, severity }) => rule === "column-missing" && severity === "info",
  );
  return found === undefined ? ["", ""] : [messageOf(found, "zh"), messageOf(found, "en")];
}

test.each([
  [
    "formulas without results in it",
    "序号 | 反馈问题 | 责任单位 | 整改时限 | 进展 | 状态 | 完成时间 | 佐证材料\n#未计算 | 会议记录不全 | 甲局 | 2026年12月31日 | 推进 | #未计算 | | 照片\n#未计算 | 党费收缴不及时 | 乙局 | 2026年12月31日 | 推进 | #未计算 | | 清单\n#未计算 | 报销不规范 | 乙局 | 2026年12月31日 | 推进 | #未计算 | | 凭证",
    "“序号”列里没有读到序号，与之有关的核验不做。",
  ],
  [
    "read as the status",
    "序号 | 反馈问题 | 责任单位 | 整改时限 | 整改进展 | 完成时间 | 佐证材料\n1 | 会议记录不全 | 甲局 | 2026年12月底 | 已完成 | 2026年9月1日 | 照片\n2 | 党费收缴不及时 | 乙局 | 2026年12月底 | 正在整改 | | 清单\n3 | 报销不规范 | 乙局 | 2026年12月底 | 已完成 | 2026年9月3日 | 凭证",
    "“整改进展”列作整改状态读，没有另外的“整改进展”列，与之有关的核验不做。",
  ],
  [
    "not there",
    "序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态\n1 | 会议记录不全 | 甲局 | 2026年12月底 | 已完成\n2 | 党费收缴不及时 | 乙局 | 2026年12月底 | 正在整改",
    "表头里没有“整改进展”“完成时间”“佐证材料”列，与之有关的核验不做。",
  ],
])("%s", (_, drawing, zh) => {
  const [said, en] = told(drawing);
  expect(said).toBe(zh);
  expect(en).toMatch(/^(?:There is no|Nothing of|Column “).*are not made\.$/u);
});
