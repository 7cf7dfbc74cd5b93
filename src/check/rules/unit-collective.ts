import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { clip } from "../words";

export const unitCollective = defineRule<{ readonly unit: string }>({
  alias: "unit-collective",
  code: "U105",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["unit"],
  field: "unit",
  name: { zh: "责任单位是统称", en: "collective name of units" },
  messages: {
    zh: ({ unit }) => `责任单位“${unit}”是统称，按单位统计时算作一家；需要逐家督办的，请列出具体单位。`,
    en: ({ unit }) =>
      `“${unit}” stands for several units and is counted as one; list the units if each is to be followed up.`,
  },
  check: (context) => ({
    by: "units",
    concerns: ({ units }) => units.units.some((unit) => unit.collective),
    look: (measure) => {
      const unit = measure.units.units.find((each) => each.collective);
      if (unit === undefined) return;
      context.report(measure, "unit", { unit: clip(unit.text) }, { quote: clip(unit.text, 60) });
    },
  }),
  page: {
    what: "责任单位写作“各乡镇卫生院”“机关各科室”之类的统称。",
    why: "统称落不到具体单位，统计和督办都只能算一家。",
    bad: "责任单位：机关各科室",
    good: "责任单位：办公室（牵头）、财务科、人事科（配合）",
    todo: "能列清的列清；确实是全体负责的可不改。",
    en: "The unit is a collective name such as “all township clinics”.",
  },
  ground: "规则提案 U105。",
});
