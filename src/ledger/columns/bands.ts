/** What columns mean by their neighbours: lead and cooperating units, bands whose words stand over the wrong columns. */
import { DONE_BAND, PLAN_BAND, type Candidate, type Scored } from "./candidates";
import { profileColumn } from "./column-profile";
import type { Grid } from "../../grid";
import { sensesOf } from "./header-words";
import type { ColumnKey } from "../types";
import { FEW_WORDS, isVetoed } from "./weigh";
import { re } from "../../zh/pattern";
import { columns as words } from "../../zh/words/columns";

/** Where 牵头单位 names the lead, 责任单位 beside it names the others. */
export function settleCooperation(scored: readonly Scored[]): void {
  const lead = scored.some((column) => column.candidates.some((one) => one.key === "unit" && one.score >= 0.99));
  if (!lead) return;
  for (const column of scored) {
    const unit = column.candidates.find((one) => one.key === "unit" && one.score >= 0.85 && one.score < 0.98);
    if (unit && !column.candidates.some((one) => one.key === "coUnits")) {
      column.candidates.push({ ...unit, key: "coUnits", score: 0.5 });
    }
  }
}

const RESPONSIBILITY_BAND = re`${words.responsibilityBand}`;
/** What stands under 整改责任 when its words can't be trusted, by the values alone. */
const RESPONSIBLE: readonly ColumnKey[] = ["leader", "unit", "coUnits", "person"];

/**
 * A band whose lower words stand over the wrong columns (one was left out when the header was typed: 完成时间 over states,
 * an empty cell over the dates) is told by words that the values contradict. Then every word of the band may belong to
 * every column under it, and the values decide.
 */
export function settleMisplacedBands(grid: Grid, rows: readonly number[], scored: readonly Scored[]): void {
  const bands = new Map<string, Scored[]>();
  for (const column of scored) {
    const upper = column.header.path[0];
    if (upper === undefined) continue;
    const members = bands.get(upper);
    if (members) members.push(column);
    else bands.set(upper, [column]);
  }
  for (const [upper, members] of bands) {
    if (members.length < 2 || members.length > 12 || !members.some((column) => column.header.path.length > 1)) continue;
    for (const column of members) column.profile = profileColumn(grid, rows, column.header.col);
    const contradicted = members.filter((column) => column.header.path.length > 1 && isContradicted(column)).length;
    const wordless = members.filter(
      (column) => column.header.path.length === 1 && (column.profile?.filled ?? 0) > 0,
    ).length;
    if (contradicted === 0 || contradicted + wordless < 2) continue;
    for (const column of members) column.candidates = misplacedCandidates(upper, column, members);
  }
}

/** Whether the values say plainly that the lower word of a column is not theirs. */
function isContradicted(column: Scored): boolean {
  const { profile, candidates } = column;
  if (!profile || profile.filled < 3 || candidates.length === 0) return false;
  return candidates.every(({ key }) => {
    if (key === "unit" || key === "coUnits") return profile.names >= profile.filled * 0.8;
    if (key === "leader" || key === "person") return profile.units >= profile.filled * 0.8;
    if (key === "deadline")
      return (
        profile.statuses + profile.numbers >= profile.filled * 0.8 &&
        profile.deadlineWords <= profile.filled * FEW_WORDS
      );
    return isVetoed(key, profile);
  });
}

function misplacedCandidates(upper: string, column: Scored, members: readonly Scored[]): Candidate[] {
  const profile = column.profile;
  if (!profile || profile.filled === 0) return [];
  const found = new Map<ColumnKey, Candidate>();
  const add = (key: ColumnKey, score: number): void => {
    const known = found.get(key);
    if (!known || known.score < score) found.set(key, { key, score, ambiguous: true, depth: 0, reason: "values" });
  };
  for (const word of [upper, ...members.map((member) => member.header.path[1] ?? "")]) {
    for (const one of sensesOf(word)) if (one.key !== "problem") add(one.key, one.score * 0.8);
  }
  if (DONE_BAND.test(upper) && !PLAN_BAND.test(upper)) found.delete("deadline");
  if (RESPONSIBILITY_BAND.test(upper)) {
    const firstUnit = members.find((member) => (member.profile?.units ?? 0) >= (member.profile?.filled ?? 0) * 0.6);
    const beforeUnits = firstUnit !== undefined && column.header.col < firstUnit.header.col;
    const fill = profile.filled / Math.max(1, profile.rows);
    const units = profile.units / profile.filled;
    const names = profile.names / profile.filled;
    for (const key of RESPONSIBLE) found.delete(key);
    // By custom the leader stands before the units and the person after them; who always answers is the lead.
    if (units >= 0.6) {
      add("unit", 0.9 * fill);
      add("coUnits", 0.8 * (1 - fill / 2));
    } else if (names >= 0.6) {
      add(beforeUnits ? "leader" : "person", 0.9);
      add(beforeUnits ? "person" : "leader", 0.5);
    }
  }
  return [...found.values()];
}

/**
 * A status of measures is only told apart where another column can be the item's, and where most rows have one: what stands
 * in a row or two is somebody's remark.
 */
export function settleMeasureStatus(scored: readonly Scored[]): void {
  const isStatus = (column: Scored): boolean =>
    column.candidates.some((one) => one.key === "status" && one.score >= 0.9);
  const hasMeasures = scored.some((column) => column.candidates.some(({ key }) => key === "measure" || key === "task"));
  const hasLowerRows = scored.some(
    ({ profile, candidates }) =>
      profile !== null &&
      profile.filled > 0 &&
      profile.filled < profile.rows &&
      candidates.some(({ key }) => key === "problem" || key === "number"),
  );
  for (const column of scored) {
    const { profile } = column;
    const isSparse = profile !== null && profile.filled < profile.rows * 0.5;
    // 整改进展 tells of measures only where there are some, and items with several; 措施完成情况 says so itself.
    if (!hasMeasures || !hasLowerRows)
      column.candidates = column.candidates.filter(({ key, score }) => key !== "measureStatus" || score > 0.5);
    if (isSparse || !scored.some((other) => other !== column && isStatus(other))) {
      column.candidates = column.candidates.filter((one) => one.key !== "measureStatus");
    }
  }
}
