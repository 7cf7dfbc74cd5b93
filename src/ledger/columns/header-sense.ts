import type { ColumnKey } from "../types";

/** What a header may mean. */
export interface HeaderSense {
  readonly key: ColumnKey;
  /** 0…1 by the words alone. */
  readonly score: number;
  /** The words are used for other fields as well: the values below decide. */
  readonly ambiguous: boolean;
  /** Of problem columns: 1 主要问题, 2 问题, 3 具体问题. 0 otherwise. */
  readonly depth: 0 | 1 | 2 | 3;
}

/**
 * What a header asks: whether it is done; whether it is not (`open`) or whether something is left (`left`); whether it is
 * done but for something (`hedged`), or in time (`inTime`); or anything else.
 */
export type Asked = "done" | "open" | "left" | "hedged" | "inTime" | "other";
