/** A table of a sheet before its columns are known. */
import type { Area } from "../../grid";

/** The words over one column. */
export interface HeaderColumn {
  readonly col: number;
  /** Words from the upper band to the lower, folded (`foldHeader`), without repetition of a merged one. */
  readonly path: readonly string[];
  /** As a person reads it: bands joined by "/", white space within words removed. */
  readonly text: string;
}

/** One table of a sheet before its columns are known. */
export interface TableRegion {
  readonly header: Area;
  /** Columns of the band that have a header, left to right. */
  readonly columns: readonly HeaderColumn[];
  readonly titleRow: number | null;
  readonly title: string;
  /** Text of the lines above the header, the title among them: 填报单位, 填报时间, 统计截止. */
  readonly lines: readonly string[];
  /** A section heading that stands above the header instead of below it. */
  readonly openingSection: string | null;
  readonly firstRow: number;
  lastRow: number;
  /** Rows of a header that is printed again on a later page, with its title. */
  readonly repeatedRows: Set<number>;
}
