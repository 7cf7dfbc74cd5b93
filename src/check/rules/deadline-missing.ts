import { RECTIFIED } from "../kinds";
import { required, type RequiredData } from "../generic/required";
import { defineRule } from "../rule";

export const deadlineMissing = defineRule<RequiredData>({
  alias: "deadline-missing",
  code: "D201",
  severity: "error",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline"],
  field: "deadline",
  name: { zh: "整改时限未填", en: "deadline missing" },
  messages: {
    zh: () => "整改时限未填，请填写完成日期，或写明“长期坚持”“立行立改”。",
    en: () => "The deadline is missing. Enter a date, or write 长期坚持 (long-term) or 立行立改 (at once).",
  },
  check: required("deadline", (measure) => measure.deadline.type === "missing"),
  page: {
    what: "整改时限一格是空的。合并单元格只报一次，状态为“移交、不计”的事项不报。",
    why: "没有时限就判断不了是否超期，也无法督办。",
    bad: "序号 5，整改时限：（空）",
    good: "序号 5，整改时限：2025年9月底前",
    todo: "填写日期（2025年9月30日、2025年9月底前都可以）；确需长期坚持的写“长期坚持”。",
    en: "The deadline of an item or measure is empty.",
  },
  ground: "规则提案 D201。",
});
