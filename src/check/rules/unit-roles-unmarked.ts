import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";

export const unitRolesUnmarked = defineRule<{ readonly units: string; readonly count: number }>({
  alias: "unit-roles-unmarked",
  code: "U103",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["unit"],
  field: "unit",
  name: { zh: "多个责任单位未分牵头配合", en: "several units, none marked as lead" },
  messages: {
    zh: ({ units, count }) => `${count} 个责任单位（${units}）没有注明哪个牵头，按单位统计时每家都计一次。`,
    en: ({ units, count }) =>
      `${count} units (${units}) are named and none is marked as lead; figures by unit count the item once for each.`,
  },
  check: (context) => ({
    by: "units",
    // Columns of their own (建设、施工、监理) say who does what.
    concerns: ({ units }) =>
      !context.ledger.unitCols && units.units.length > 1 && units.units.every((unit) => unit.role === "unmarked"),
    look: (measure) => {
      const { units } = measure.units;
      const shown = units.slice(0, 4).map((unit) => unit.name);
      context.report(measure, "unit", {
        units: shown.join("、") + (units.length > 4 ? "等" : ""),
        count: units.length,
      });
    },
  }),
  page: {
    what: "一格里写了几个责任单位，没有（牵头）（配合）的标注。",
    why: "都负责等于没人牵头；按单位统计时每家都会计入一次，各家之和会大于总数。",
    bad: "责任单位：办公室、人事科",
    good: "责任单位：办公室（牵头）、人事科（配合）",
    todo: "注明牵头单位；确属共同牵头的可忽略。",
    forUnit: "注明牵头单位；确属共同牵头的，在备注里写明。",
    en: "Several units stand in one cell and none is marked as lead.",
  },
  ground: "规则提案 U103（提示级：很多台账有意不分）。",
});
