/** What a person is told of cells that got their mark but no note in an annotated copy. */
import type { Lang } from "../rule";

/** Cells named; the others are counted. */
const MOST_NAMED = 8;

/**
 * One sentence: how many, which, why, and where their findings stand all the same.
 * @param cells qualified: `台账!C3`
 * @returns null where every marked cell has its note
 */
export function notesSkippedSentence(cells: readonly string[], lang: Lang): string | null {
  if (cells.length === 0) return null;
  const named = cells.slice(0, MOST_NAMED);
  const more = cells.length > named.length;
  return lang === "zh"
    ? `${cells.length} 个有问题的单元格只加了标记、没有加批注（原来就有批注，或批注太多）：${named.join("、")}${more ? " 等" : ""}；这些问题都列在核验报告里。`
    : `${cells.length} cells got a mark but no note (they have one of their own, or there are too many): ${named.join(", ")}${more ? " …" : ""}; the check report lists their findings.`;
}
