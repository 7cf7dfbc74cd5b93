/** Units of papers that the directory does not have, told in one sentence. */
import { strayUnits } from "../month";
import type { UnitDirectory } from "../ledger";
import type { Lang } from "../rule";

/**
 * The sentence; none where every unit is in the directory, or there is none.
 * @param papers what they get: 函, 修改意见, 台账
 */
export function strayWarning(
  units: Iterable<string>,
  directory: UnitDirectory | null,
  papers: Readonly<Record<Lang, string>>,
  lang: Lang,
): readonly string[] {
  const stray = strayUnits(units, directory);
  if (stray.length === 0) return [];
  const zh = lang === "zh";
  const names = stray.map(({ unit, near }) =>
    near === null
      ? zh
        ? `「${unit}」`
        : `“${unit}”`
      : zh
        ? `「${unit}」（是否指「${near}」？）`
        : `“${unit}” (is “${near}” meant?)`,
  );
  return [
    zh
      ? `名录中没有${names.join("、")}，其${papers.zh}单独成份；请核对单位名称，改正后重新生成。`
      : `Not in the directory: ${names.join(", ")}; each has ${papers.en} of its own. Check the names and run again.`,
  ];
}
