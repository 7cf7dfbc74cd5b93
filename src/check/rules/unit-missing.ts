import { RECTIFIED } from "../kinds";
import { required, type RequiredData } from "../generic/required";
import { defineRule } from "../rule";

export const unitMissing = defineRule<RequiredData>({
  alias: "unit-missing",
  code: "U101",
  severity: "error",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["unit"],
  field: "unit",
  name: { zh: "责任单位未填", en: "responsible unit missing" },
  messages: {
    zh: () => "责任单位未填，请填写牵头（责任）单位。",
    en: () => "The responsible unit is missing; enter the lead unit.",
  },
  check: required("units", (measure) => measure.units.state === "missing"),
  page: {
    what: "责任单位一格是空的。合并单元格只报一次，状态为“移交、不计”的事项不报。",
    why: "没有责任单位，整改就没有落到人头上，按单位统计也会漏掉这一项。",
    bad: "序号 3，责任单位：（空）",
    good: "序号 3，责任单位：财务科",
    todo: "填写牵头单位；几个单位共同负责的，用顿号分开并注明（牵头）（配合）。",
    en: "The responsible unit of an item or measure is empty.",
  },
  ground: "规则提案 U101；整改台账须逐项明确责任单位、责任人和整改时限（巡察整改通报通行要求）。",
});
