/**
 * What a workbook may ask of this computer. The figures stand far above real ledgers (the largest seen is 2 MB) and
 * keep a hostile file below about one gigabyte of memory.
 */
export interface Limits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Parts in the package. */
  readonly entries: number;
  /** Inflated bytes of one worksheet. */
  readonly sheetBytes: number;
  /** Inflated bytes of a part that is changed: its text is held more than once meanwhile. */
  readonly patchBytes: number;
  /** Inflated bytes of the shared strings. */
  readonly stringBytes: number;
  /** Inflated bytes of any other part that is read. */
  readonly partBytes: number;
  /** Inflated bytes of everything that is read in one run. */
  readonly totalBytes: number;
  /** Inflated to compressed bytes of one part; judged only above `ratioFrom` inflated bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Nested elements. */
  readonly depth: number;
  /** Shared strings. */
  readonly strings: number;
  /** Cells held in memory over all sheets, blanks between and before values included. */
  readonly cells: number;
  readonly sheets: number;
  readonly merges: number;
}

const MB = 1024 * 1024;

export const LIMITS: Limits = {
  fileBytes: 256 * MB,
  entries: 10_000,
  sheetBytes: 256 * MB,
  patchBytes: 128 * MB,
  stringBytes: 160 * MB,
  partBytes: 48 * MB,
  totalBytes: 512 * MB,
  ratio: 400,
  ratioFrom: 8 * MB,
  depth: 200,
  strings: 6_000_000,
  cells: 12_000_000,
  sheets: 2_000,
  merges: 2_000_000,
};
