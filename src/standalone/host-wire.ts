/** Messages between the page and the worker that holds the file. Plain data, one request at a time by id. */
import type { HostErrorCode, LackReason, FacetName } from "../hosts/port";
import type { GridHead, RowBlock } from "./grid-wire";

/** Facets that are forwarded call by call. */
export type RemoteFacet = "read" | "marks" | "write" | "sheets" | "state" | "copies";

export type ToWorker =
  | { readonly type: "open"; readonly id: number; readonly name: string; readonly bytes: ArrayBuffer }
  | { readonly type: "grids"; readonly id: number; readonly names: readonly string[] | null }
  | {
      readonly type: "call";
      readonly id: number;
      readonly facet: RemoteFacet;
      readonly method: string;
      readonly args: readonly unknown[];
    }
  | { readonly type: "cancel"; readonly id: number };

export interface OpenedFile {
  readonly workbookName: string;
  readonly workbookKey: string;
  readonly sketch: readonly string[] | undefined;
  readonly facets: readonly RemoteFacet[];
  readonly lacks: Partial<Record<FacetName, LackReason>>;
}

export type FromWorker =
  | { readonly type: "result"; readonly id: number; readonly value: unknown }
  | { readonly type: "failed"; readonly id: number; readonly code: HostErrorCode; readonly detail: string }
  | { readonly type: "progress"; readonly id: number; readonly done: number; readonly total: number }
  | { readonly type: "block"; readonly id: number; readonly rows: RowBlock }
  | { readonly type: "grid"; readonly id: number; readonly head: GridHead };
