import type { Element } from "./outline";

/** Children of a worksheet in the order the schema wants (ECMA-376 part 1, 18.3.1.99 CT_Worksheet). */
const WORKSHEET = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
] as const;

/** Children of a workbook (18.2.27 CT_Workbook). */
const WORKBOOK = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
] as const;

/** Children of a style sheet (18.8.39 CT_Stylesheet). */
const STYLESHEET = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
] as const;

const ORDERS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["worksheet", WORKSHEET],
  ["workbook", WORKBOOK],
  ["styleSheet", STYLESHEET],
]);

/**
 * Where in a part a child of that name belongs: behind the last child that may stand before it (of its own kind, the
 * last).
 * @param root a worksheet, workbook or styleSheet
 */
export function placeFor(root: Element, local: string): number {
  const order = ORDERS.get(root.local) ?? [];
  const rank = order.indexOf(local);
  let place = root.contentStart;
  for (const child of root.children) {
    if (rankOf(child, root, order) <= rank) place = child.end;
    else break;
  }
  return place;
}

/** Alternate content ranks as what it wraps; what the schema doesn't know ranks first, so that it is passed over. */
function rankOf(child: Element, root: Element, order: readonly string[]): number {
  if (child.namespace === root.namespace) return order.indexOf(child.local);
  const wrapped = child.children[0]?.children[0];
  return wrapped && wrapped.namespace === root.namespace ? order.indexOf(wrapped.local) : -1;
}
