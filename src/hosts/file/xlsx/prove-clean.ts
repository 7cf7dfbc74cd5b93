/**
 * The proof behind a clean copy: what differs from the workbook it was made from is ours, and nothing else. It knows
 * nothing of how things are taken out; it looks at the two workbooks.
 */
import { parseArea, parseCell } from "../../../grid";
import { HostError } from "../../port";
import { isPadding, usedFormats } from "./marks-part";
import { NOTE_AUTHOR, NOTE_HEAD, OPINIONS_MARK, REPORT_MARK, isMarkFormula } from "../../ours";
import { opinionsOf, withoutColumn, type Opinions } from "./opinions-part";
import { isFromSheet } from "./lists-part";
import { childOf, childrenOf, descendants, entriesOf, type Element } from "./outline";
import { openPackage, resolveTarget, type XlsxPackage } from "./package";
import type { PackageEditor } from "./package-editor";
import { readSharedStrings } from "./shared-strings";
import { SheetScanner } from "./sheet-scanner";
import { sheetStyles } from "./styles-editor";
import { readWorkbookPart } from "./workbook-part";
import { cellText, utf8Bytes } from "./xml-text";
import { openZip, type ZipArchive, type ZipEntry } from "./zip";

const CONTENT_TYPES = "[content_types].xml";

/**
 * @param pack the package as it was opened
 * @param before with the user's edits, and ours still in
 * @param after what became of it
 * @param bytes the copy
 * @throws HostError hostFailed, naming the part that isn't what it must be
 */
export function proveClean(pack: XlsxPackage, before: PackageEditor, after: PackageEditor, bytes: Uint8Array): void {
  proveUntouched(pack, bytes, new Set(after.changed().map((name) => name.toLowerCase())));
  const proof = new Proof(before, after);
  const parts = new Set([...before.changed(), ...after.changed()]);
  for (const name of parts) proof.part(name);
  proveStrings(pack, openPackage(bytes, pack.inflater, pack.limits), opinionsOf(before));
}

function refuse(part: string): never {
  throw new HostError("hostFailed", `${part}: changed where it must not`);
}

/** Every part but the touched ones: there in the copy, with the same compressed bytes and the same sum, in the same order. */
function proveUntouched(pack: XlsxPackage, bytes: Uint8Array, touched: ReadonlySet<string>): void {
  const copy = openZip(bytes, pack.limits);
  const untouched = (archive: ZipArchive): ZipEntry[] =>
    archive.entries.filter((entry) => !touched.has(entry.name.toLowerCase()));
  const before = untouched(pack.archive);
  const after = untouched(copy);
  if (before.length !== after.length) refuse("a part");
  before.forEach((entry, i) => {
    const other = after[i]!;
    if (entry.name !== other.name || entry.crc !== other.crc || !sameBytes(pack.archive, entry, copy, other)) {
      refuse(entry.name);
    }
  });
}

function sameBytes(one: ZipArchive, a: ZipEntry, two: ZipArchive, b: ZipEntry): boolean {
  if (a.compressedSize !== b.compressedSize) return false;
  for (let i = 0; i < a.compressedSize; i++) {
    if (one.bytes[a.dataStart + i] !== two.bytes[b.dataStart + i]) return false;
  }
  return true;
}

/** Attributes that count what we take out. */
const COUNTING: ReadonlySet<string> = new Set(["count", "size"]);
/** Attributes that point at a tab by its number. */
const POINTING: ReadonlySet<string> = new Set(["localSheetId", "activeTab", "firstSheet"]);
/** Lists that go as a whole when nothing but ours stood in them. */
const OURS_TO_EMPTY: ReadonlySet<string> = new Set([
  "authors",
  "commentList",
  "definedNames",
  "dxfs",
  "conditionalFormattings",
  "dataValidations",
  "ext",
  "extLst",
  "cols",
]);
/** Numbered lists: what goes must stand at the end, and nobody may refer to it any more. */
const NUMBERED: ReadonlyMap<string, string> = new Map([
  ["xf", "cellXfs"],
  ["font", "fonts"],
  ["dxf", "dxfs"],
]);

class Proof {
  private readonly reports: ReadonlySet<number>;
  private readonly reportNames: ReadonlySet<string>;
  /** Names of the sheets before, in the order of their tabs. */
  private readonly tabs: readonly string[];
  private readonly gone: ReadonlySet<string>;
  private readonly opinions: readonly Opinions[];

  constructor(
    private readonly before: PackageEditor,
    private readonly after: PackageEditor,
  ) {
    const workbook = before.workbook();
    const root = before.outline(workbook.part);
    const names = childOf(root, "definedNames");
    const sheets = childrenOf(childOf(root, "sheets") ?? root, "sheet");
    this.reports = new Set(
      (names ? childrenOf(names, "definedName") : [])
        .filter((name) => name.attributes.get("name")?.toLowerCase() === REPORT_MARK)
        .map((name) => Number(name.attributes.get("localSheetId") ?? "NaN")),
    );
    this.tabs = sheets.map((sheet) => sheet.attributes.get("name") ?? "");
    this.reportNames = new Set([...this.reports].map((index) => this.tabs[index] ?? ""));
    this.gone = new Set(
      before
        .names()
        .filter((name) => !after.has(name))
        .map((name) => name.toLowerCase()),
    );
    this.opinions = opinionsOf(before);
    this.nobodyLeadsToWhatIsGone();
  }

  part(name: string): void {
    if (!this.after.has(name)) return;
    const b = this.before.text(name);
    const a = this.after.text(name);
    if (a === b) return;
    // Drawings of notes are not well-formed XML: only shapes of notes may be cut out of their text.
    const same = /\.vml$/i.test(name)
      ? withoutNotes(a) === withoutNotes(b)
      : this.same(name, b, this.before.outline(name), a, this.after.outline(name));
    if (!same) refuse(name);
  }

  private nobodyLeadsToWhatIsGone(): void {
    if (this.gone.size === 0) return;
    for (const name of this.after.names()) {
      const source = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name);
      // Who was not touched led there before, too.
      if (!source || !this.after.changed().includes(name)) continue;
      for (const { target } of this.after.relationships(`${source[1]}${source[2]}`)) {
        if (target !== null && this.gone.has(target.toLowerCase())) refuse(name);
      }
    }
  }

  /** Whether one element became the other by losing ours. */
  private same(part: string, b: string, before: Element, a: string, after: Element): boolean {
    if (b.slice(before.start, before.end) === a.slice(after.start, after.end)) return true;
    if (before.local !== after.local || before.namespace !== after.namespace) return false;
    const column = this.opinions.find((one) => one.part === part);
    if (!this.sameAttributes(before, after, column)) return false;
    if (before.local === "sheetData" && column !== undefined)
      return withoutOpinions(b, before, column) === withoutOpinions(a, after, column);
    if (before.local === "mergeCells" && column !== undefined)
      return mergesBeside(b, before, column) === mergesBeside(a, after, column);
    let next = 0;
    for (const child of before.children) {
      const other = after.children[next];
      if (other && this.same(part, b, child, a, other)) next++;
      else if (other && this.isBlanked(before, child, other, b, a)) next++;
      else if (!this.isOurs(part, b, before, child, after)) return false;
    }
    return next === after.children.length && (sameWords(b, before, a, after) || this.isShrunk(b, before, a, after));
  }

  /** The hidden name of a filter, a column of opinions shorter. */
  private isShrunk(b: string, before: Element, a: string, after: Element): boolean {
    const index = Number(before.attributes.get("localSheetId") ?? "NaN");
    const column = this.opinions.find((one) => one.index === index);
    if (column === undefined || before.attributes.get("name")?.toLowerCase() !== FILTER_NAME) return false;
    const areaOf = (said: string) => parseArea(said.slice(said.lastIndexOf("!") + 1));
    return sameArea(areaOf(words(b, before)), areaOf(words(a, after)), column.area.left);
  }

  /** Texts that were only ours and keep their number: shared strings of the report, our name among authors. */
  private isBlanked(parent: Element, before: Element, after: Element, b: string, a: string): boolean {
    if (before.local !== after.local) return false;
    if (parent.local === "authors") {
      return words(b, before).trim() === NOTE_AUTHOR && words(a, after) === "";
    }
    return (
      parent.local === "sst" &&
      before.local === "si" &&
      after.children.length === 1 &&
      words(a, after.children[0]!) === ""
    );
  }

  private isOurs(part: string, text: string, parent: Element, child: Element, afterParent: Element): boolean {
    const kind = child.local;
    const numbered = NUMBERED.get(kind);
    if (numbered !== undefined && parent.local === numbered) {
      return this.isFree(part, text, parent, child, afterParent);
    }
    switch (kind) {
      case "cfRule":
        return isOurRule(text, child);
      case "conditionalFormatting": {
        const rules = child.children.filter((e) => e.local === "cfRule");
        return rules.length > 0 && rules.every((rule) => isOurRule(text, rule));
      }
      case "dataValidation":
        return [...this.reportNames].some((sheet) => isFromSheet(text, child, sheet));
      case "comment":
        return this.isOurComment(text, parent, child, part);
      case "author":
        return words(text, child).trim() === NOTE_AUTHOR;
      case "sheet":
        return this.reports.has(parent.children.filter((e) => e.local === "sheet").indexOf(child));
      case "definedName":
        return this.reports.has(Number(child.attributes.get("localSheetId") ?? "NaN")) || this.isOpinionsName(child);
      case "col":
      case "autoFilter":
      case "filterColumn":
      case "mergeCells":
        return this.opinions.some((one) => one.part === part && isOfOpinions(text, parent, child, one));
      case "legacyDrawing":
        return this.before
          .relationships(part)
          .some(({ id, target }) => id === child.relationshipId && this.gone.has(target?.toLowerCase() ?? ""));
      case "Relationship":
        return this.gone.has(resolveTarget(sourceOf(part), child.attributes.get("Target") ?? "").toLowerCase());
      case "Override":
        return (
          part.toLowerCase() === CONTENT_TYPES &&
          this.gone.has((child.attributes.get("PartName") ?? "").replace(/^\/+/, "").toLowerCase())
        );
      case "lpstr":
        return this.reportNames.has(cellText(words(text, child)));
      default:
        return OURS_TO_EMPTY.has(kind) && child.children.every((inner) => this.isOurs(part, text, child, inner, EMPTY));
    }
  }

  private isOpinionsName({ attributes }: Element): boolean {
    const name = attributes.get("name")?.toLowerCase();
    const index = Number(attributes.get("localSheetId") ?? "NaN");
    return (
      name === OPINIONS_MARK || (name === FILTER_NAME && this.opinions.some((o) => o.index === index && o.ownFilter))
    );
  }

  private isOurComment(text: string, list: Element, comment: Element, part: string): boolean {
    const authors = childOf(this.before.outline(part), "authors");
    const author = authors && childrenOf(authors, "author")[Number(comment.attributes.get("authorId"))];
    let said = "";
    for (const element of descendants(comment)) if (element.local === "t") said += cellText(words(text, element));
    return (
      list.local === "commentList" &&
      (said.startsWith(NOTE_HEAD) || (author !== undefined && words(text, author).trim() === NOTE_AUTHOR))
    );
  }

  private sameAttributes(before: Element, after: Element, column: Opinions | undefined): boolean {
    return [...new Set([...before.attributes.keys(), ...after.attributes.keys()])].every((name) => {
      const one = before.attributes.get(name);
      const other = after.attributes.get(name);
      if (one === other && !POINTING.has(name)) return true;
      if (COUNTING.has(name)) return Number(one) >= Number(other);
      if (name === "ref" && column !== undefined && (before.local === "dimension" || before.local === "autoFilter"))
        return sameArea(parseArea(one ?? ""), parseArea(other ?? ""), column.area.left);
      return POINTING.has(name) && this.sameTab(one, other);
    });
  }

  /** Tabs are the same by their names; a window that showed a report may show any. */
  private sameTab(one: string | undefined, other: string | undefined): boolean {
    const before = this.tabs[Number(one ?? "0")];
    const after = this.after.workbook().sheets[Number(other ?? "0")];
    return before === undefined ? one === other : this.reports.has(Number(one ?? "0")) || before === after?.name;
  }

  /** Whether a format or font may go: it stood at the end, and nobody refers to its number any more. */
  private isFree(styles: string, text: string, list: Element, child: Element, kept: Element): boolean {
    const index = entriesOf(list, child.local)?.entries.find(({ element }) => element === child)?.index;
    const end = kept === EMPTY ? 0 : entriesOf(kept, child.local)?.count;
    if (index === undefined || end === undefined || index < end) return false;
    if (child.local === "dxf") {
      return isPadding(text.slice(child.start, child.end), child.prefix) || !usedFormats(this.after, styles).has(index);
    }
    if (child.local === "xf") {
      return this.after
        .workbook()
        .sheets.every(({ part }) => !this.after.has(part) || !sheetStyles(this.after, part).has(index));
    }
    return [...descendants(this.after.outline(styles))].every(
      (e) => e.local !== "xf" || Number(e.attributes.get("fontId") ?? "0") !== index,
    );
  }
}

const FILTER_NAME = "_xlnm._filterdatabase";

/** Whether an area became the other by losing the column. */
function sameArea(before: ReturnType<typeof parseArea>, after: ReturnType<typeof parseArea>, col: number): boolean {
  return before !== null && after !== null && JSON.stringify(withoutColumn(before, col)) === JSON.stringify(after);
}

function isOfOpinions(text: string, parent: Element, child: Element, { area, ownFilter }: Opinions): boolean {
  const column = String(area.left + 1);
  switch (child.local) {
    case "col":
      return child.attributes.get("min") === column && child.attributes.get("max") === column;
    case "autoFilter":
      return ownFilter;
    case "filterColumn":
      return (
        Number(child.attributes.get("colId")) + (parseArea(parent.attributes.get("ref") ?? "")?.left ?? 0) === area.left
      );
    default:
      return !/<(?:[\w.-]+:)?mergeCell\s/u.test(mergesBeside(text, child, { area }));
  }
}

/** Rows without the cells of the column; without what its own filter hid, where that is gone. */
function withoutOpinions(text: string, data: Element, { area, ownFilter }: Opinions): string {
  const rest = text
    .slice(data.contentStart, data.contentEnd)
    .replace(/<([\w.-]+:)?c(?=\s)([^>]*?)(?:\/>|>[^]*?<\/\1?c>)/gu, (cell) => {
      const at = parseCell(/\sr=["']([A-Z]+\d+)["']/u.exec(cell)?.[1] ?? "");
      return at !== null && at.col === area.left && at.row >= area.top && at.row <= area.bottom ? "" : cell;
    });
  return ownFilter ? rest.replace(/(<(?:[\w.-]+:)?row\s[^>]*?)\shidden=["']\w+["']/gu, "$1") : rest;
}

/** Merged areas but for those inside the column. */
function mergesBeside(text: string, list: Element, { area }: Pick<Opinions, "area">): string {
  return text.slice(list.contentStart, list.contentEnd).replace(/<(?:[\w.-]+:)?mergeCell\s[^>]*?\/>/gu, (merge) => {
    const ref = parseArea(/\sref=["']([^"']+)["']/u.exec(merge)?.[1] ?? "");
    return ref !== null && ref.left === area.left && ref.right === area.left ? "" : merge;
  });
}

/** Stands for a list that is gone. */
const EMPTY: Element = {
  local: "",
  prefix: "",
  namespace: "",
  start: 0,
  contentStart: 0,
  contentEnd: 0,
  end: 0,
  selfClosing: true,
  attributes: new Map(),
  relationshipId: undefined,
  children: [],
};

/** Text directly inside an element. */
function words(text: string, element: Element): string {
  let said = "";
  let at = element.contentStart;
  for (const child of element.children) {
    said += text.slice(at, child.start);
    at = child.end;
  }
  return said + text.slice(at, element.contentEnd);
}

/** The blanks by which `container.ts` remembers how an empty list was written may go; heading pairs count sheets. */
function sameWords(b: string, before: Element, a: string, after: Element): boolean {
  const one = words(b, before);
  const other = words(a, after);
  if (/^(?:i[1248]|int)$/.test(before.local)) return Number(one) > Number(other);
  return one === other || one === `${other} ` || one === `${other}\t`;
}

function isOurRule(text: string, rule: Element): boolean {
  return [...descendants(rule)].some(
    (e) => (e.local === "formula" || e.local === "f") && isMarkFormula(cellText(words(text, e))),
  );
}

/** The part whose relationships these are. */
function sourceOf(relationships: string): string {
  return relationships.replace(/_rels\/([^/]*)\.rels$/i, "$1");
}

/** A drawing without the shapes of notes, and without the shape type they share. */
function withoutNotes(text: string): string {
  return text
    .split(/(?=<v:shape )/)
    .map((piece) => {
      const end = piece.startsWith("<v:shape ") ? piece.indexOf("</v:shape>") : -1;
      const isNote = end >= 0 && /ObjectType\s?=\s?["']Note["']/.test(piece.slice(0, end));
      return isNote ? piece.slice(end + "</v:shape>".length) : piece;
    })
    .join("")
    .replace(/<v:shapetype [^>]*id="_x0000_t202".*?<\/v:shapetype>\t?/s, "");
}

/** Strings that were blanked are no cell's: every sheet says the same with them and without. */
function proveStrings(pack: XlsxPackage, copy: XlsxPackage, opinions: readonly Opinions[]): void {
  const { sheets, sharedStrings, date1904 } = readWorkbookPart(copy);
  if (sharedStrings === null || pack.entry(sharedStrings)?.crc === copy.entry(sharedStrings)?.crc) return;
  const [before, after] = [pack, copy].map((one) => readSharedStrings(one, sharedStrings));
  const { limits } = copy;
  for (const { part, kind } of sheets) {
    if (kind !== "worksheet" || !copy.has(part)) continue;
    const bytes = utf8Bytes(copy.bytes(part, "sheet"), part);
    const [one, other] = [before!, after!].map((strings) => {
      const scanner = new SheetScanner(bytes, { part, strings, date1904, limits, budget: { left: limits.cells } });
      while (!scanner.read(10_000));
      return scanner.content().values;
    });
    const area = opinions.find((column) => column.part === part)?.area;
    const isOpinion = (row: number, col: number): boolean =>
      area !== undefined && col === area.left && row >= area.top && row <= area.bottom;
    one!.forEach((row, i) =>
      row.forEach((value, col) => value === other![i]?.[col] || isOpinion(i, col) || refuse(sharedStrings)),
    );
  }
}
