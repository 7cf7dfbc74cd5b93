/** Units that the directory does not have, or that may be one under two names, told in one sentence. */
import type { Session } from "../app/session";
import { strayUnits } from "../month";
import { type Reading, type UnitDirectory, unitVariants } from "../ledger";
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
  if (directory === null || directory.partial === true) return variantWarning(units, directory, lang);
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
      : `Not in the directory: ${names.join(", ")}; each got ${papers.en} of its own. Check the unit names and run again.`,
  ];
}

/**
 * The sentence about names that may be one unit and are counted apart, with the setting that joins them; none where no
 * name is like that.
 * @example variantWarning(["住建局", "县住房和城乡建设局"], null, "zh") // ["注意：「住建局」可能就是「县住房和城乡建设局」…"]
 */
export function variantWarning(
  names: Iterable<string>,
  directory: UnitDirectory | null,
  lang: Lang,
): readonly string[] {
  const byFull = new Map<string, string[]>();
  for (const { name, full } of unitVariants(names, directory)) {
    const others = byFull.get(full);
    if (others === undefined) byFull.set(full, [name]);
    else others.push(name);
  }
  if (byFull.size === 0) return [];
  const setting = `{"lexicon": {"units": ${JSON.stringify(Object.fromEntries(byFull)).replaceAll(":", ": ").replaceAll(",", ", ")}}}`;
  const groups = [...byFull];
  return [
    lang === "zh"
      ? `注意：${groups.map(([full, others]) => `「${others.join("」「")}」可能就是「${full}」`).join("，")}，现在分开计算；是同一单位的，请在单位名录的“简称”一列写明（--units），或写进设置（--settings）：${setting}。`
      : `Note: ${groups.map(([full, others]) => `“${others.join("”, “")}” may be “${full}”`).join("; ")}; they are counted separately. If they are one unit, enter the short names in the directory (--units) or the settings (--settings): ${setting}.`,
  ];
}

/** Units that the rows of a reading name, collective ones apart. */
export function unitsNamed({ ledgers }: Pick<Reading, "ledgers">): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { items } of ledgers)
    for (const { rows } of items)
      for (const { units } of rows) for (const { name, collective } of units.units) if (!collective) names.add(name);
  return names;
}

/** What `variantWarning` says of a session's ledgers. */
export function variantsIn(session: Session, lang: Lang): readonly string[] {
  const reading = session.reading();
  return reading === null ? [] : variantWarning(unitsNamed(reading), reading.directory, lang);
}
