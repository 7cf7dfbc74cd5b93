import { type LedgerRow, type UnitReading, nearestUnit, placeOfUnit } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { defineRule, type RowContext, type RowLook } from "../rule";
import { clip } from "../words";

type Data = { readonly unit: string; readonly suggestion: string; readonly source: string };

export const unitUnknown = defineRule<Data>({
  alias: "unit-unknown",
  code: "U102",
  severity: "warning",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["unit"],
  field: "unit",
  name: { zh: "责任单位不在名录", en: "unit not in the directory" },
  messages: {
    zh: ({ unit, suggestion, source }) =>
      `“${unit}”不在单位名录（${source}）中${suggestion === "" ? "" : `，是否指“${suggestion}”？`}${suggestion === "" ? "，" : ""}请核对写法或补入名录。`,
    en: ({ unit, suggestion, source }) =>
      `“${unit}” is not in the directory (${source})${suggestion === "" ? "." : `; did you mean “${suggestion}”?`} Check the name or add it.`,
  },
  check: (context) => {
    const { directory } = context.reading;
    if (directory === null) return null;
    const looks: RowLook[] = [lookAt("units", "unit")];
    if (context.ledger.columns.coUnits !== undefined) looks.push(lookAt("coUnits", "coUnits"));
    return looks;

    function lookAt(by: "units" | "coUnits", field: "unit" | "coUnits"): RowLook {
      return {
        by,
        concerns: (measure) => firstUnknown(measure[by]) !== null,
        look: (measure) => {
          const unit = firstUnknown(measure[by]);
          if (unit !== null) tell(context, measure, field, unit);
        },
      };
    }
  },
  page: {
    what: "工作簿里有“单位名录”表（或用 --units 指定了名录），而这个单位既不是全称也不是登记的简称。配合单位一列同样核对。",
    why: "同一单位写成几种样子，按单位统计就会分成几家；也可能是写错了字。",
    bad: "名录：规划财务股；台账：规划财物股",
    good: "名录：规划财务股；台账：规划财务股",
    todo: "改成名录里的写法；如果单位确实存在，把它（或这个简称）补进名录。",
    forUnit: "改成规范的单位名称；名称有变动的，报回时注明。",
    en: "A unit is neither a name nor a short name of the directory.",
  },
  ground: "规则提案 U102；未命中只提示，不自动改。",
});

function firstUnknown(reading: UnitReading | null): string | null {
  if (reading === null || reading.state !== "ok") return null;
  return reading.units.find((unit) => !unit.known)?.text ?? null;
}

function tell(context: RowContext<Data>, measure: LedgerRow, field: "unit" | "coUnits", unit: string): void {
  const { directory } = context.reading;
  const data: Data = {
    unit: clip(unit),
    suggestion: directory === null ? "" : (nearestUnit(directory, unit) ?? ""),
    source: directory?.source ?? "",
  };
  const place = placeOfUnit(context.ledger, measure, field, unit);
  const extras = { quote: clip(unit, 60) };
  if (place === null) context.report(measure, field, data, extras);
  else context.reportCell({ ...place, item: measure.item, ordinal: measure.ordinal }, field, data, extras);
}
