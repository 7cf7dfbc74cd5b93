import { datedDeadline, type DatedDeadlineData } from "../generic/dated-deadline";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";

export const deadlineMonthBefore = defineRule<DatedDeadlineData>({
  alias: "deadline-month-before",
  code: "D211",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline"],
  field: "deadline",
  name: { zh: "“×月前”含不含当月", en: "“before month” may or may not include it" },
  messages: {
    zh: ({ text, date }) => `时限“${text}”按字面理解为 ${date} 到期；如果是指当月月底，请写成“×月底前”。`,
    en: ({ text, iso }) =>
      `Deadline “${text}” is read literally as ${iso}; if you mean the end of that month, write 月底前.`,
  },
  check: datedDeadline(({ bareMonthBefore }) => bareMonthBefore),
  page: {
    what: "整改时限写作“10月前”这样只有月份、没有“底”字的形式。",
    why: "“10月前”字面上是 9 月 30 日到期，不少人却想写 10 月底，差一个月就可能错判超期。",
    bad: "整改时限：2025年10月前",
    good: "整改时限：2025年10月底前（或 2025年9月底前）",
    todo: "确认本意，改成“×月底前”或具体日期。",
    en: "A bare “before month” is read as the day before that month begins.",
  },
  ground: "规则提案 D207；“前”不含本数当月，按字面理解并提示。",
});
