/** Findings as groups for a list: by rule, by unit, or by row. Pure, so that it can be tested without React. */
import { ruleOf, severityRank } from "../../app/core";
import type { Finding, Lang, Severity } from "../../rule";

export const GROUPINGS = ["rule", "unit", "row"] as const;
export type Grouping = (typeof GROUPINGS)[number];

interface FindingGroup {
  /** Rule alias, key of a unit, or `sheet!row`. */
  readonly key: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** Findings about the table as a whole, which no unit has to settle. */
export const WHOLE_TABLE = "*table";

/** The unit a finding is listed under: "" where its row names none, `WHOLE_TABLE` where it is about no row. */
export function unitKey(finding: Finding): string {
  if (finding.unit !== null) return finding.unit;
  return finding.item === null && ruleOf(finding.rule)?.scope === "table" ? WHOLE_TABLE : "";
}

const NO_UNIT = {
  [WHOLE_TABLE]: { zh: "整张表", en: "The table as a whole" },
  "": { zh: "未填责任单位", en: "No unit" },
} as const;

/** What a unit's key is called. */
export function unitName(key: string, lang: Lang): string {
  return key === "" || key === WHOLE_TABLE ? NO_UNIT[key][lang] : key;
}

function keyOf(finding: Finding, grouping: Grouping): string {
  if (grouping === "rule") return finding.rule;
  if (grouping === "unit") return unitKey(finding);
  return `${finding.sheet}!${finding.row}`;
}

/**
 * Groups keep the order of their first finding; by rule and by unit the worst and largest come first.
 * @example groupFindings(findings, "rule")[0].key // "unit-missing"
 */
export function groupFindings(findings: readonly Finding[], grouping: Grouping): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding, grouping);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const result = [...groups].map(([key, list]): FindingGroup => {
    let severity: Severity = "info";
    for (const finding of list)
      if (severityRank(finding.severity) < severityRank(severity)) severity = finding.severity;
    return { key, severity, findings: list };
  });
  if (grouping === "row") return result;
  return result.sort(
    (a, b) => severityRank(a.severity) - severityRank(b.severity) || b.findings.length - a.findings.length,
  );
}

/**
 * Groups where they stood before: one that has grown smaller, or milder, doesn't move while it is worked through; new
 * ones come behind. Rows keep the order of the sheet.
 * @param places places so far, by key; new groups are entered
 */
export function inKeptOrder(
  groups: readonly FindingGroup[],
  places: Map<string, number>,
  grouping: Grouping,
): readonly FindingGroup[] {
  if (grouping === "row") return groups;
  for (const { key } of groups) if (!places.has(key)) places.set(key, places.size);
  return [...groups].sort((one, other) => places.get(one.key)! - places.get(other.key)!);
}

/** A flat list of group heads and findings, for a virtual or paged list. */
export type ListEntry =
  | { readonly type: "group"; readonly group: FindingGroup; readonly open: boolean }
  | { readonly type: "finding"; readonly finding: Finding };

export function listEntries(groups: readonly FindingGroup[], closed: ReadonlySet<string>): readonly ListEntry[] {
  const entries: ListEntry[] = [];
  for (const group of groups) {
    const open = !closed.has(group.key);
    entries.push({ type: "group", group, open });
    if (open) for (const finding of group.findings) entries.push({ type: "finding", finding });
  }
  return entries;
}
