/** What came of a merge: which files count, who is missing, what stands twice, what a person should look at. */
import type { UnitDirectory } from "../../ledger";
import { foldKey } from "../../zh/text";
import type { MonthKind } from "../common/kinds";
import { inFile } from "../common/places";
import type { FileUse } from "../into";
import { type Assembled } from "./assemble";
import { type ChosenFiles, itemKey } from "./choose";
import { reportedText } from "./take-file";
import type { Converted, SentFile, ToCheck } from "./types";

interface MergedFile extends FileUse {
  readonly unitSource: SentFile["unitSource"];
  readonly reported: string | null;
  readonly items: Readonly<Record<string, number>>;
  readonly rows: number;
}

interface Duplicate {
  readonly kind: MonthKind;
  readonly problem: string;
  /** `file#Sheet!A5` */
  readonly places: readonly string[];
}

export interface MergeResult {
  readonly files: readonly MergedFile[];
  readonly missing: readonly string[];
  readonly notInDirectory: readonly { readonly file: string; readonly unit: string | null }[];
  readonly twice: readonly { readonly unit: string; readonly used: string; readonly left: readonly string[] }[];
  readonly duplicates: readonly Duplicate[];
  readonly toCheck: readonly ToCheck[];
  readonly converted: readonly Converted[];
}

interface MergeParts {
  /** In the order in which files are told. */
  readonly sent: readonly SentFile[];
  readonly chosen: ChosenFiles;
  readonly assembled: Assembled;
  /** Files that could not be read, and what folders hold besides. */
  readonly left: readonly FileUse[];
  readonly directory: UnitDirectory | null;
  /** The sentence for a file whose counts do not hold. */
  readonly notEqual: (file: string) => string;
}

export function mergeResult(parts: MergeParts): MergeResult {
  const { assembled, directory } = parts;
  const used = assembled.files;
  const units = new Set(used.flatMap(({ unit }) => (unit === null ? [] : [foldKey(unit)])));
  const known = new Set(directory?.names.map(foldKey));
  return {
    files: filesOf(parts),
    missing: directory?.names.filter((name) => !units.has(foldKey(name))) ?? [],
    notInDirectory:
      directory === null
        ? []
        : used
            .filter(({ unit }) => unit === null || !known.has(foldKey(unit)))
            .map(({ file, unit }) => ({ file, unit })),
    twice: twiceOf(parts),
    duplicates: duplicatesOf(used),
    toCheck: used.flatMap(({ toCheck }) => toCheck),
    converted: used.flatMap(({ converted }) => converted),
  };
}

function filesOf({ sent, chosen, assembled, left, notEqual }: MergeParts): readonly MergedFile[] {
  const refused = new Set(assembled.notEqual.map(({ file }) => file));
  const read = sent.map((one): MergedFile => {
    const why = chosen.left.get(one)?.why ?? (refused.has(one.file) ? "notEqual" : null);
    const items: Record<string, number> = {};
    for (const { kind } of one.items) items[kind] = (items[kind] ?? 0) + 1;
    return {
      file: one.file,
      used: why === null,
      why,
      message: why === "notEqual" ? notEqual(one.file) : null,
      unit: one.unit,
      unitSource: one.unitSource,
      reported: reportedText(one.reported),
      items,
      rows: one.items.reduce((rows, item) => rows + item.rows.length, 0),
    };
  });
  return [...read, ...left.map((one) => ({ ...one, unitSource: null, reported: null, items: {}, rows: 0 }))];
}

function twiceOf({ chosen }: MergeParts): MergeResult["twice"] {
  const byUsed = new Map<SentFile, string[]>();
  for (const [file, { by }] of chosen.left) byUsed.set(by, [...(byUsed.get(by) ?? []), file.file]);
  return [...byUsed].map(([by, left]) => ({ unit: by.unit ?? "", used: by.file, left }));
}

function duplicatesOf(used: readonly SentFile[]): readonly Duplicate[] {
  const groups = new Map<string, { kind: MonthKind; problem: string; places: string[]; files: Set<string> }>();
  for (const { file, items } of used)
    for (const item of items) {
      if (item.text === "") continue;
      const key = itemKey(item);
      const group = groups.get(key) ?? { kind: item.kind, problem: item.problem, places: [], files: new Set() };
      groups.set(key, group);
      group.places.push(inFile(file, item.place));
      group.files.add(file);
    }
  return [...groups.values()]
    .filter(({ files }) => files.size > 1)
    .map(({ kind, problem, places }) => ({ kind, problem, places }));
}
