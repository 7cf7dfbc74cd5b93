/** The workbook's sheets, those of ours apart. */
import { type SheetInfo } from "../port";
import { hostErrorOf, isUnsupported } from "./run";
import { type NamedSheet } from "./sheet-memory";
import { REPORT_MARK } from "../ours";
import { VISIBILITY } from "./read-sizes";

/** The workbook's sheets; those of ours apart, as a file's reader has them. */
export interface Listed {
  readonly sheets: readonly SheetInfo[];
  readonly reports: readonly NamedSheet[];
}

export async function listSheets(context: Excel.RequestContext): Promise<Listed> {
  const { worksheets } = context.workbook;
  const sheets: SheetInfo[] = [];
  const reports: NamedSheet[] = [];
  for (const { sheet, ours } of await askForSheets(worksheets)) {
    const { id, name } = sheet;
    const visibility = VISIBILITY.get(sheet.visibility) ?? "visible";
    if (ours) reports.push({ id, name });
    else sheets.push({ id, name, visibility, protected: sheet.protection.protected });
  }
  return { sheets, reports };
}

interface KnownSheet {
  readonly sheet: Excel.Worksheet;
  /** A report sheet of ours. */
  readonly ours: boolean;
}

async function askForSheets(worksheets: Excel.WorksheetCollection): Promise<readonly KnownSheet[]> {
  const { context } = worksheets;
  try {
    worksheets.load("items/id,items/name,items/visibility,items/protection/protected,items/names/items/name");
    await context.sync();
    return worksheets.items.map((sheet) => ({
      sheet,
      ours: sheet.names.items.some(({ name }) => name.endsWith(REPORT_MARK)),
    }));
  } catch (error) {
    if (!isUnsupported(hostErrorOf(error))) throw error;
  }
  // Protection and names of all sheets at once are asked of few programs; one by one any knows them.
  worksheets.load("items/id,items/name,items/visibility");
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const mark = sheet.names.getItemOrNullObject(REPORT_MARK);
    mark.load("name");
    sheet.protection.load("protected");
    return { sheet, mark };
  });
  await context.sync();
  return asked.map(({ sheet, mark }) => ({ sheet, ours: !mark.isNullObject }));
}
