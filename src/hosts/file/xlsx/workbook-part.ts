import { HostError } from "../../port";
import { REPORT_MARK } from "../../ours";
import { isRelationshipNamespace, relationshipKind } from "./namespaces";
import type { PartSource } from "./package";
import { XmlScanner } from "./xml-scanner";

export type SheetKind = "worksheet" | "chart" | "dialog" | "macro";

export interface SheetEntry {
  readonly name: string;
  readonly kind: SheetKind;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** The sheet's part; a name without a part where the workbook names none. */
  readonly part: string;
  readonly sheetId: string;
  readonly relationshipId: string;
  /** A report sheet of ours: not part of the ledger. */
  readonly ours: boolean;
}

export interface WorkbookPart {
  /** Name of the workbook part. */
  readonly part: string;
  readonly date1904: boolean;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetEntry[];
  /** Parts the sheets share; null when the workbook has none. */
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** Begins the name of parts that sheets ought to have; no relationship can lead there. */
const NO_PART = "no part for sheet ";

const KINDS: ReadonlyMap<string, SheetKind> = new Map([
  ["worksheet", "worksheet"],
  ["chartsheet", "chart"],
  ["dialogsheet", "dialog"],
  ["xlMacrosheet", "macro"],
  ["xlIntlMacrosheet", "macro"],
]);

/**
 * Reads the workbook part: which sheets there are, and where.
 * @throws HostError notAWorkbook, unsupportedFormat (xlsb, ods), damaged
 */
export function readWorkbookPart(pack: PartSource): WorkbookPart {
  const part = findWorkbookPart(pack);
  const targets = new Map(pack.relationships(part).map((r) => [r.id, r]));
  const scanner = new XmlScanner(pack.text(part), part, pack.limits.depth);
  const sheets: SheetEntry[] = [];
  const ours = new Set<number>();
  let date1904 = false;
  let main = "";
  while (scanner.next()) {
    if (scanner.kind !== "open") continue;
    if (scanner.depth === 1) {
      if (scanner.local !== "workbook") throw new HostError("notAWorkbook", `root ${scanner.local.slice(0, 40)}`);
      main = scanner.namespace;
    }
    if (scanner.namespace !== main) continue;
    if (scanner.local === "workbookPr" && scanner.depth === 2) date1904 = isTrue(scanner.attribute("date1904"));
    if (scanner.local === "definedName" && scanner.attribute("name")?.toLowerCase() === REPORT_MARK) {
      ours.add(Number(scanner.attribute("localSheetId") ?? "NaN"));
    }
    if (scanner.local !== "sheet" || scanner.depth !== 3) continue;
    if (sheets.length >= pack.limits.sheets) throw new HostError("tooLarge", "sheets");
    const id = scanner.attributeIn(isRelationshipNamespace, "id") ?? scanner.attribute("r:id") ?? "";
    const relationship = targets.get(id);
    const name = scanner.attribute("name") ?? "";
    sheets.push({
      name,
      kind: KINDS.get(relationshipKind(relationship?.type ?? "")) ?? "worksheet",
      visibility: visibilityOf(scanner.attribute("state")),
      part: relationship?.target ?? `${NO_PART}${sheets.length + 1}`,
      sheetId: scanner.attribute("sheetId") ?? "",
      relationshipId: id,
      ours: false,
    });
  }
  if (main === "" && sheets.length === 0) throw new HostError("damaged", `${part}: empty`);
  const partOf = (kind: string): string | null =>
    [...targets.values()].find((r) => r.target && relationshipKind(r.type) === kind && pack.has(r.target))?.target ??
    null;
  return {
    part,
    date1904,
    sheets: sheets.map((sheet, index) => (ours.has(index) ? { ...sheet, ours: true } : sheet)),
    sharedStrings: partOf("sharedStrings"),
    styles: partOf("styles"),
  };
}

function visibilityOf(state: string | undefined): SheetEntry["visibility"] {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

/** An xsd:boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

function findWorkbookPart(pack: PartSource): string {
  const root = pack.relationships("").find((r) => r.target !== null && relationshipKind(r.type) === "officeDocument");
  const part = root?.target ?? (pack.has("xl/workbook.xml") ? "xl/workbook.xml" : null);
  if (part === null || !pack.has(part)) {
    if (pack.has("xl/workbook.bin")) throw new HostError("unsupportedFormat", "xlsb");
    if (pack.has("mimetype") && pack.has("content.xml")) throw new HostError("unsupportedFormat", "ods");
    if (part !== null || pack.has("xl/worksheets/sheet1.xml")) throw new HostError("damaged", "workbook part missing");
    throw new HostError("notAWorkbook", "no workbook part");
  }
  const type = pack.contentType(part);
  if (part.toLowerCase().endsWith(".bin") || type.includes("binary")) throw new HostError("unsupportedFormat", "xlsb");
  if (/wordprocessingml|presentationml/.test(type)) throw new HostError("notAWorkbook", "another kind of document");
  return part;
}
