/** The published form of a closing: what `taizhang close --format json` prints. Fixed contract, schema 1. */
import type { Item } from "../../ledger";
import { homeUnit, itemPlace, type MonthKind } from "../common";
import type { CloseReason, Closing } from "./close";
import { materialsOf } from "./papers";

interface Named {
  readonly kind: MonthKind;
  readonly number: string | null;
  readonly problem: string;
}

interface CloseJson {
  readonly schema: 1;
  readonly file: string;
  readonly closed: readonly (Named & {
    readonly unit: string | null;
    readonly docx: string;
    readonly evidence: readonly string[];
  })[];
  readonly refused: readonly (Named & { readonly cell: string; readonly why: readonly CloseReason[] })[];
  readonly already: number;
  /** Paths; null where nothing is signed off. */
  readonly catalogue: string | null;
  readonly publicList: string | null;
  readonly shared: readonly { readonly file: string; readonly numbers: readonly string[] }[];
}

interface ClosePaths {
  readonly file: string;
  /** A form an item, in the order of `closed`. */
  readonly forms: readonly string[];
  readonly catalogue: string | null;
  readonly publicList: string | null;
  /** A file of the folder of evidence as a path. */
  readonly evidence: (path: string) => string;
}

/** A closing as its JSON object. */
export function closeJson(closing: Closing, paths: ClosePaths): CloseJson {
  return {
    schema: 1,
    file: paths.file,
    closed: closing.closed.map((one, index) => ({
      ...named(one.item),
      unit: homeUnit(one.item),
      docx: paths.forms[index] ?? "",
      evidence: one.evidence.length > 0 ? one.evidence.map(({ path }) => paths.evidence(path)) : materialsOf(one),
    })),
    refused: closing.refused.map(({ item, why }) => ({ ...named(item), cell: itemPlace(item), why })),
    already: closing.already,
    catalogue: paths.catalogue,
    publicList: paths.publicList,
    shared: closing.shared.map(({ file, items }) => ({
      file: paths.evidence(file.path),
      numbers: items.map(({ number }) => number),
    })),
  };
}

function named(item: Item): Named {
  // Accountability is never signed off.
  const kind = item.ledger.kind as MonthKind;
  return { kind, number: item.number === "" ? null : item.number, problem: item.problem };
}
