/** What every line of a thing to look at is given. */
import type { Collection, CollectionView, Issue } from "../../../app/collect";

export interface IssueProps<T extends Issue["type"] = Issue["type"]> {
  readonly issue: Extract<Issue, { readonly type: T }>;
  readonly unit: string | null;
  readonly collection: Collection;
  readonly view: CollectionView;
  /** Units of the directory. */
  readonly units: readonly string[];
}
