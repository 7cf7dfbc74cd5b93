/** Workbooks for tests, put together part by part. */
import { zipSync, type Zippable } from "fflate";
import { createNodeInflater } from "../../../../src/hosts/file/node-zlib";
import { LIMITS, openPackage, readXlsx, type Workbook, type XlsxPackage } from "../../../../src/hosts/file/xlsx";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const inflater = createNodeInflater();

export interface SheetParts {
  readonly name: string;
  readonly state?: string;
  /** What stands inside `worksheet`. */
  readonly inner: string;
  /** Relationships of the sheet: [id, kind, target]. */
  readonly relations?: readonly (readonly [string, string, string])[];
}

export interface PackageParts {
  readonly sheets: readonly SheetParts[];
  /** Inside `sst`. */
  readonly strings?: string;
  /** Inside `styleSheet`. */
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
  /** Behind `sheets` in the workbook. */
  readonly afterSheets?: string;
  readonly strict?: boolean;
  /** Further parts, or the same ones anew, by name. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Overrides for further parts: [part name, content type]. */
  readonly types?: readonly (readonly [string, string])[];
  /** Relationships of the workbook beyond sheets, strings and styles. */
  readonly relations?: readonly (readonly [string, string, string])[];
}

export function worksheet(inner: string, attributes = `xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"`): string {
  return `${DECLARATION}<worksheet ${attributes}>${inner}</worksheet>`;
}

/** A relationships part. */
export function relations(list: readonly (readonly [string, string, string])[], strict = false): string {
  const base = strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  const items = list.map(([id, kind, target]) => {
    const type = kind.includes("/") ? kind : `${base}/${kind}`;
    return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  });
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

/** Texts of all parts of a small workbook, by name and in order. */
export function packageParts(wanted: PackageParts): Record<string, string | Uint8Array> {
  const strict = wanted.strict ?? false;
  const main = strict ? STRICT_MAIN : MAIN;
  const rel = strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  const count = wanted.sheets.length;
  const types: [string, string][] = [
    ["xl/workbook.xml", `${SHEET_ML}.sheet.main+xml`],
    ...wanted.sheets.map((_, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, `${SHEET_ML}.worksheet+xml`]),
    ...(wanted.styles === undefined ? [] : [["xl/styles.xml", `${SHEET_ML}.styles+xml`] as [string, string]]),
    ...(wanted.strings === undefined
      ? []
      : [["xl/sharedStrings.xml", `${SHEET_ML}.sharedStrings+xml`] as [string, string]]),
    ...(wanted.types ?? []).map(([name, type]): [string, string] => [name, type]),
  ];
  const workbookRelations: [string, string, string][] = [
    ...wanted.sheets.map((_, i): [string, string, string] => [
      `rId${i + 1}`,
      "worksheet",
      `worksheets/sheet${i + 1}.xml`,
    ]),
    ...(wanted.styles === undefined ? [] : [[`rId${count + 1}`, "styles", "styles.xml"] as [string, string, string]]),
    ...(wanted.strings === undefined
      ? []
      : [[`rId${count + 2}`, "sharedStrings", "sharedStrings.xml"] as [string, string, string]]),
    ...(wanted.relations ?? []).map(([a, b, c]): [string, string, string] => [a, b, c]),
  ];
  const sheets = wanted.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`,
  );
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml":
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      types.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join("") +
      "</Types>",
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]], strict),
    "xl/workbook.xml":
      `${DECLARATION}<workbook xmlns="${main}" xmlns:r="${rel}"><workbookPr ${wanted.properties ?? ""}/><sheets>${sheets.join("")}</sheets>` +
      `${wanted.afterSheets ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relations(workbookRelations, strict),
  };
  wanted.sheets.forEach(({ inner, relations: list }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = worksheet(inner, `xmlns="${main}" xmlns:r="${rel}"`);
    if (list) parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relations(list, strict);
  });
  if (wanted.styles !== undefined) {
    parts["xl/styles.xml"] = `${DECLARATION}<styleSheet xmlns="${main}">${wanted.styles}</styleSheet>`;
  }
  if (wanted.strings !== undefined)
    parts["xl/sharedStrings.xml"] = `${DECLARATION}<sst xmlns="${main}">${wanted.strings}</sst>`;
  return { ...parts, ...wanted.parts };
}

export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = [typeof content === "string" ? new TextEncoder().encode(content) : content, { level }];
  }
  return zipSync(files);
}

export function makePackage(wanted: PackageParts): Uint8Array {
  return zipParts(packageParts(wanted));
}

/** One sheet with these contents of `worksheet`. */
export function makeSheet(inner: string, more: Partial<PackageParts> = {}): Uint8Array {
  return makePackage({ sheets: [{ name: "表", inner }], ...more });
}

export function open(bytes: Uint8Array): XlsxPackage {
  return openPackage(bytes, inflater, LIMITS);
}

export function read(bytes: Uint8Array): Promise<Workbook> {
  return readXlsx(bytes, { inflater });
}

/** Content of every part, by name, in order. */
export function contents(bytes: Uint8Array): Map<string, string> {
  const pack = open(bytes);
  return new Map(
    pack.archive.entries.map((entry) => [entry.name, Buffer.from(pack.bytes(entry.name, "sheet")).toString("latin1")]),
  );
}

/** Compressed bytes of every entry, its local header included: what "byte for byte" means. */
export function rawEntries(bytes: Uint8Array): Map<string, string> {
  const { archive } = open(bytes);
  return new Map(
    archive.entries.map((entry) => [
      entry.name,
      Buffer.from(archive.bytes.subarray(entry.start, entry.end)).toString("base64"),
    ]),
  );
}
