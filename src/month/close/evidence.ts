/**
 * Which files of a folder belong to which items, by their names alone: files that the evidence cell names, and those that
 * begin with the item's number or lie in a folder that does (`3-`, `3_`, `3 `, 第3项; never 31 for 3).
 */
import { type Item } from "../../ledger";
import { bareNumber } from "../../tally";
import { parseNumeral } from "../../zh/numerals";
import { foldKey } from "../../zh/text";
import { reWith } from "../../zh/pattern";
import { signOff as words } from "../../zh/words/sign-off";
import { joinedText } from "../common/item-words";

/** A file as it was listed. */
export interface EvidenceFile {
  /** Below the folder, `/` between. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * The files of each item, in their order; several items may have one.
 * @example matchEvidence([item3], [{ path: "3-会议纪要.pdf", … }]).get(item3)?.length // 1
 */
export function matchEvidence(
  items: readonly Item[],
  files: readonly EvidenceFile[],
): ReadonlyMap<Item, readonly EvidenceFile[]> {
  const byNumber = new Map<string, Item[]>();
  for (const item of items)
    for (const number of numbersOf(item)) byNumber.set(number, [...(byNumber.get(number) ?? []), item]);
  const numbers = [...byNumber.keys()].sort((a, b) => b.length - a.length);
  const found = new Map<Item, Set<EvidenceFile>>(items.map((item) => [item, new Set<EvidenceFile>()]));
  for (const file of files) {
    const number = numberOfPath(file.path, numbers);
    for (const item of number === null ? [] : (byNumber.get(number) ?? [])) found.get(item)?.add(file);
  }
  for (const item of items) for (const file of namedIn(joinedText(item, "evidence"), files)) found.get(item)?.add(file);
  return new Map([...found].map(([item, set]) => [item, files.filter((file) => set.has(file))]));
}

/** 3 of 3, 03, （3）, 三, 3. */
function numbersOf({ number }: Item): readonly string[] {
  const bare = bareNumber(number).toLowerCase();
  if (bare === "") return [];
  const counted = parseNumeral(bare);
  return counted === null || String(counted) === bare ? [bare] : [bare, String(counted)];
}

/** The number that the innermost part of a path begins with; the name of a file before its folders'. */
function numberOfPath(path: string, numbers: readonly string[]): string | null {
  const parts = path.split("/").reverse();
  for (const [index, part] of parts.entries()) {
    const name = part
      .normalize("NFKC")
      .toLowerCase()
      .replace(/^0+(?=\d)/u, "");
    const stem = index === 0 ? name.replace(/\.[^.]*$/u, "") : name;
    const ordinal = /^第\s*0*(.+?)\s*项/u.exec(name)?.[1];
    const found = numbers.find((number) => stem === number || ordinal === number || beginsWith(name, number));
    if (found !== undefined) return found;
  }
  return null;
}

/** `3-`, `3_`, `3 ` and 3、; longer numbers are tried first, so that 1-2-… is of item 1-2 where there is one. */
function beginsWith(name: string, number: string): boolean {
  return name.startsWith(number) && /^[-_\s、‐-―−]/u.test(name.slice(number.length));
}

const BETWEEN = reWith("u")`${words.between}`;
const QUOTES = /^[《“"「（(\s]+|[》”"」）)\s]+$/gu;

/** Files whose name, with or without its ending, or whose path stands in a cell. */
function namedIn(text: string, files: readonly EvidenceFile[]): readonly EvidenceFile[] {
  if (text === "" || files.length === 0) return [];
  const pieces = new Set(text.split(BETWEEN).map((piece) => foldKey(piece.replace(QUOTES, ""))));
  pieces.delete("");
  return files.filter(({ path }) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return [path, name, name.replace(/\.[^.]*$/u, "")].some((one) => pieces.has(foldKey(one)));
  });
}

/**
 * What an evidence cell names, a piece a material.
 * @example namedMaterials("会议纪要、退款凭证") // ["会议纪要", "退款凭证"]
 */
export function namedMaterials(text: string): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = "";
  for (const char of text) {
    if ("（(《“「".includes(char)) depth += 1;
    if ("）)》”」".includes(char)) depth = Math.max(0, depth - 1);
    if (char === "\n" || (depth === 0 && BETWEEN.test(char))) {
      pieces.push(piece);
      piece = "";
      if (char === "\n") depth = 0;
    } else piece += char;
  }
  return [...pieces, piece].map((one) => one.trim()).filter((one) => one !== "");
}
