/**
 * A workbook of some rows of another, written part by part from what may come along: looks of cells, widths, heights, print
 * setup. All its texts are those of the excerpt, so that nothing of whoever else stands in the source can be left in it.
 */
import type { Excerpt } from "../../../../grid";
import { HostError } from "../../../port";
import { absolute } from "../../book/chart";
import { MAIN, OFFICE, PACKAGE, quotedSheet, relationshipsXml } from "../../book/names";
import { OPINIONS_MARK } from "../../../ours";
import { OWN_FILTER } from "../opinions-part";
import { childOf, readOutline, type Element } from "../outline";
import type { XlsxPackage } from "../package";
import type { Workbook } from "../read-xlsx";
import { relationshipKind } from "../namespaces";
import { escapeCellText } from "../xml-text";
import { writeZip } from "../zip-write";
import { DECLARATION, tag } from "./plain-xml";
import { filterOf, sheetXml, type StringPool } from "./sheet";
import { readRichStrings, readSheetLook, type RichString, type SheetLook } from "./source";
import { createExcerptStyles } from "./styles";
import { themeXml } from "./theme";

/** What is read of a package once, for all excerpts of it. */
interface Source {
  readonly looks: Map<string, SheetLook>;
  readonly styles: Element | null;
  /** Its colours and fonts, written anew. */
  readonly theme: string | null;
  readonly rich: readonly (RichString | null)[];
}

const sources = new WeakMap<XlsxPackage, Source>();

/**
 * Bytes of the new workbook.
 * @throws HostError missingSheet where the excerpt names a sheet that is not there; damaged, tooLarge
 * @example excerptXlsx(await readXlsx(bytes, { inflater }), excerpt)
 */
export function excerptXlsx(workbook: Workbook, excerpt: Excerpt): Uint8Array {
  const { package: pack, part } = workbook;
  const source = sourceOf(workbook);
  const styles = createExcerptStyles(source.styles);
  const strings = createPool();
  const looks = excerpt.sheets.map((sheet) => lookOf(workbook, source, sheet.sheet));
  const sheets = excerpt.sheets.map((sheet, at) =>
    sheetXml({ excerpt: sheet, look: looks[at]!, styles, strings, rich: source.rich, first: at === 0 }),
  );
  const { theme } = source;
  const parts = new Map<string, Uint8Array>();
  const add = (name: string, xml: string): void => void parts.set(name, new TextEncoder().encode(xml));
  add("[Content_Types].xml", DECLARATION + contentTypes(sheets.length, theme !== null));
  add("_rels/.rels", DECLARATION + relationshipsXml([["officeDocument", "xl/workbook.xml"]]));
  add("xl/workbook.xml", DECLARATION + workbookXml(excerpt, looks, part.date1904));
  add(
    "xl/_rels/workbook.xml.rels",
    DECLARATION +
      relationshipsXml([
        ...sheets.map((_xml, at): [string, string] => ["worksheet", `worksheets/sheet${at + 1}.xml`]),
        ["styles", "styles.xml"],
        ["sharedStrings", "sharedStrings.xml"],
        ...(theme === null ? [] : [["theme", "theme/theme1.xml"] as const]),
      ]),
  );
  sheets.forEach((xml, at) => add(`xl/worksheets/sheet${at + 1}.xml`, DECLARATION + xml));
  add("xl/styles.xml", styles.xml());
  add("xl/sharedStrings.xml", DECLARATION + strings.xml());
  if (theme !== null) add("xl/theme/theme1.xml", DECLARATION + theme);
  return writeZip({ bytes: new Uint8Array(0), entries: [], comment: new Uint8Array(0) }, parts, pack.inflater);
}

function sourceOf({ package: pack, part }: Workbook): Source {
  const known = sources.get(pack);
  if (known) return known;
  const { styles, sharedStrings } = part;
  const outlineOf = (name: string): Element => readOutline(pack.text(name), name, pack.limits.depth);
  const theme = pack.relationships(part.part).find(({ type }) => relationshipKind(type) === "theme")?.target ?? null;
  const source: Source = {
    looks: new Map(),
    styles: styles === null ? null : outlineOf(styles),
    theme: theme === null || !pack.has(theme) ? null : themeXml(outlineOf(theme)),
    rich: readRichStrings(pack, sharedStrings),
  };
  sources.set(pack, source);
  return source;
}

function lookOf({ package: pack, part }: Workbook, { looks }: Source, name: string): SheetLook {
  const known = looks.get(name);
  if (known) return known;
  const entry = part.sheets.find((sheet) => sheet.name === name);
  if (!entry || !pack.has(entry.part)) throw new HostError("missingSheet", "sheet not found");
  const look = readSheetLook(pack, entry.part);
  looks.set(name, look);
  return look;
}

function createPool(): StringPool & { xml(): string } {
  const items: string[] = [];
  const known = new Map<string, number>();
  let count = 0;
  return {
    add(text, rich) {
      const item = rich ?? `<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`;
      const number = known.get(item) ?? items.push(item) - 1;
      known.set(item, number);
      count++;
      return number;
    },
    xml: () => tag("sst", { xmlns: MAIN, count, uniqueCount: items.length }, items.join("")),
  };
}

const TYPES = "application/vnd.openxmlformats-officedocument";

function contentTypes(sheets: number, theme: boolean): string {
  const override = (part: string, type: string): string =>
    tag("Override", { PartName: `/${part}`, ContentType: `${TYPES}.${type}+xml` });
  return tag(
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override("xl/workbook.xml", "spreadsheetml.sheet.main") +
      override("xl/styles.xml", "spreadsheetml.styles") +
      override("xl/sharedStrings.xml", "spreadsheetml.sharedStrings") +
      (theme ? override("xl/theme/theme1.xml", "theme") : "") +
      Array.from({ length: sheets }, (_, at) =>
        override(`xl/worksheets/sheet${at + 1}.xml`, "spreadsheetml.worksheet"),
      ).join(""),
  );
}

function workbookXml({ sheets }: Excerpt, looks: readonly SheetLook[], date1904: boolean): string {
  const list = sheets.map(({ sheet, form }, at) =>
    tag("sheet", { name: form?.name ?? sheet, sheetId: at + 1, "r:id": `rId${at + 1}` }),
  );
  const names = sheets.flatMap((excerpt, at) => {
    const define = (name: string, value: string, hidden: number | null, comment: string | null = null): string =>
      tag("definedName", { name, comment, localSheetId: at, hidden }, escapeCellText(value));
    const quoted = quotedSheet(excerpt.form?.name ?? excerpt.sheet);
    const filter = filterOf(excerpt, looks[at]!);
    const { added, head, lines } = excerpt;
    const { top, bottom } = head;
    const opinions = added && { top, left: added.col, bottom: Math.max(top, lines.length - 1), right: added.col };
    const isOwn = childOf(looks[at]!.root, "autoFilter") === undefined && excerpt.filter;
    return [
      ...(filter === null ? [] : [define("_xlnm._FilterDatabase", `${quoted}!${absolute(filter)}`, 1)]),
      define("_xlnm.Print_Titles", `${quoted}!$${top + 1}:$${bottom + 1}`, null),
      ...(opinions === null
        ? []
        : [define(OPINIONS_MARK, `${quoted}!${absolute(opinions)}`, 1, isOwn ? OWN_FILTER : null)]),
    ];
  });
  return tag(
    "workbook",
    { xmlns: MAIN, "xmlns:r": OFFICE },
    (date1904 ? tag("workbookPr", { date1904: 1 }) : "") +
      tag("bookViews", {}, tag("workbookView", {})) +
      tag("sheets", {}, list.join("")) +
      tag("definedNames", {}, names.join("")),
  );
}
