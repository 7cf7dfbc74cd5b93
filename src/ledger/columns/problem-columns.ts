/** Of several columns that speak of problems: which is the problem, which its parent, which neither. */
import type { Candidate, Scored } from "./candidates";
import { re } from "../../zh/pattern";
import { columns as words } from "../../zh/words/columns";

const MATTER = re`${words.matter}`;
const CONTENT = re`^${words.content}$`;
const SETTLE_PROBLEM_COLUMNS_NEXT_STEPS = re`${words.settleProblemColumnsNextSteps}`;

const OPEN_PROBLEM = re`^${words.openProblem}$`;

/** The lowest word over a column. */
function wordOf(column: Scored): string {
  return column.header.path[column.header.path.length - 1] ?? "";
}

function problemOf(column: Scored): Candidate | undefined {
  return column.candidates.find((one) => one.key === "problem" && one.score >= 0.8 && one.depth > 0);
}

/** Whether a header names something to be done or dealt with, and nothing wrong: 重点工作, 事项名称, 督办事项. */
function isMatter(column: Scored): boolean {
  return MATTER.test(wordOf(column)) && column.candidates.some((one) => one.key === "problem");
}

/**
 * Whether 存在问题 tells what is still in the way of another column's work: it has little to tell, stands behind the columns
 * that say how far the work is, or comes before 下步措施 beside another problem.
 */
function isDifficulty(column: Scored, rivals: readonly Scored[], scored: readonly Scored[]): boolean {
  const { profile, header } = column;
  if (profile !== null && profile.filled > 0 && profile.nones >= profile.filled * 0.3) return true;
  const behind = scored.some(
    (other) =>
      other.header.col < header.col &&
      other.candidates.some(({ key, score }) => (key === "status" || key === "progress") && score >= 0.8),
  );
  if (behind) return true;
  if (rivals.every(isMatter)) return false;
  const nextSteps = scored.some((other) => SETTLE_PROBLEM_COLUMNS_NEXT_STEPS.test(wordOf(other)));
  return nextSteps || rivals.some((other) => problemOf(other)?.depth === 2 && !isMatter(other));
}

function dropProblem(column: Scored): void {
  column.candidates = column.candidates.filter((one) => one.key !== "problem");
}

/** 任务 | 工作内容, and no problem anywhere: the task is the item, its contents are what is done about it. */
function settleContents(scored: readonly Scored[]): void {
  const contents = scored.filter((column) => CONTENT.test(wordOf(column)) && column.candidates.some(isProblem));
  const tasks = scored.filter((column) => isMatter(column) && !contents.includes(column));
  if (tasks.length === 0) return;
  // 考核要点, 检查内容 beside 工作任务: what it is measured by.
  for (const column of scored) {
    const weak = column.candidates.find(isProblem);
    if (weak && weak.score < 0.65 && !tasks.includes(column) && !contents.includes(column)) dropProblem(column);
  }
  for (const column of contents) {
    dropProblem(column);
    column.candidates = column.candidates.filter(({ key }) => key !== "task");
    column.candidates.push({ key: "measure", score: 0.7, ambiguous: false, depth: 0, reason: "values" });
  }
}

const isProblem = ({ key }: Candidate): boolean => key === "problem";

/** 存在问题 beside another column of items: a difficulty, or the problem itself, and then 事项名称 beside it is none. */
function settleOpenProblems(scored: readonly Scored[]): void {
  for (const column of scored) {
    if (!problemOf(column) || !OPEN_PROBLEM.test(wordOf(column))) continue;
    const rivals = scored.filter((other) => other !== column && (problemOf(other) || isMatter(other)));
    if (rivals.length === 0) continue;
    if (isDifficulty(column, rivals, scored)) dropProblem(column);
    else
      for (const other of rivals) {
        if (!isMatter(other)) continue;
        dropProblem(other);
        other.gaveWay = "problem";
      }
  }
}

/** A table of so many items tells a kind by its repetition; of fewer nobody can say. */
const ENOUGH_ROWS = 6;

/** 督查事项 that says 人居环境, 秸秆禁烧 again and again beside the problems: what they are of, and nothing to be counted. */
function settleKindsOfTask(scored: readonly Scored[], chain: readonly Scored[]): void {
  for (const column of scored) {
    const { profile } = column;
    if (chain.includes(column) || profile === null || !isMatter(column)) continue;
    if (profile.filled < ENOUGH_ROWS || profile.distinct * 2 > profile.filled) continue;
    column.candidates = column.candidates.filter(({ key }) => key !== "task" && key !== "problem");
    column.candidates.push({ key: "section", score: 0.7, ambiguous: false, depth: 0, reason: "values" });
  }
}

/**
 * Of several problem columns the deepest is the problem, the one above it the parent. 存在问题 beside another problem of
 * its level, or before 下步措施, tells what is still open, and is neither.
 */
export function settleProblemColumns(scored: readonly Scored[]): void {
  settleOpenProblems(scored);
  const chain = scored.filter((column) => problemOf(column));
  if (chain.length === 0) {
    settleContents(scored);
    for (const column of scored) {
      const problem = column.candidates.find((one) => one.key === "problem");
      const task = column.candidates.find((one) => one.key === "task");
      if (problem && task) problem.score = Math.max(problem.score + 0.2, task.score + 0.05);
    }
    return;
  }
  settleKindsOfTask(scored, chain);
  if (chain.length === 1) return;
  chain.sort(
    (a, b) =>
      (problemOf(b)?.depth ?? 0) - (problemOf(a)?.depth ?? 0) ||
      (b.profile?.distinct ?? 0) - (a.profile?.distinct ?? 0) ||
      b.header.col - a.header.col,
  );
  chain.forEach((column, level) => {
    const problem = problemOf(column);
    if (level === 0 || !problem) return;
    column.candidates = column.candidates.filter((one) => one !== problem);
    column.candidates.push({ ...problem, key: "parentProblem", score: level === 1 ? 0.95 : 0.6 });
    if (level > 1) column.candidates.push({ ...problem, key: "section", score: 0.7 });
  });
}
