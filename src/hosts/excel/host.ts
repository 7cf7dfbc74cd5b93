/**
 * The port over Office.js, for Excel 2021, LTSC, Microsoft 365 and Excel on the web (ExcelApi 1.13). Only documented
 * behaviour is relied on; what a client can't do is done without where the ledger can be judged without it.
 */
import { HostError, type Host } from "../port";
import { createEventsFacet } from "./events-facet";
import { createListsFacet } from "./lists-facet";
import { createMarksFacet } from "./marks-facet";
import { createOwnWrites } from "./own-writes";
import { createReadFacet } from "./read-facet";
import { isUnsupported, readExcel } from "./run";
import { createSheetMemory } from "./sheet-memory";
import { createSheetsFacet } from "./sheets-facet";
import { createStateFacet } from "./state-facet";
import { createWriteFacetOnDemand, createSelectFacetOnDemand } from "./on-demand";

/**
 * Opens the workbook the pane stands beside.
 * @throws HostError when Excel can't be read, for instance while a cell is being edited. Nothing of the failure stays:
 * it can be called again.
 */
export async function createExcelHost(): Promise<Host> {
  const { name, date1904 } = await readWorkbook();
  const memory = createSheetMemory();
  const ownWrites = createOwnWrites(() => performance.now());
  return {
    name: "excel",
    workbookName: name,
    workbookKey: `excel:${fingerprint(documentUrl() ?? name)}`,
    read: createReadFacet({ memory, date1904 }),
    events: createEventsFacet({ memory, ownWrites }),
    select: createSelectFacetOnDemand(memory, Office.context.requirements.isSetSupported("ExcelApi", "1.18")),
    marks: createMarksFacet(memory, ownWrites),
    write: createWriteFacetOnDemand({
      memory,
      ownWrites,
      mergesUndo: Office.context.requirements.isSetSupported("ExcelApi", "1.20"),
    }),
    lists: createListsFacet(memory, ownWrites),
    sheets: createSheetsFacet(memory, ownWrites),
    state: createStateFacet(() => performance.now()),
    lacks: { copies: "notThisHost" },
  };
}

/** Serial of 2000-01-01 where days are counted from 1904-01-01; 36526 in the usual system. */
const MILLENNIUM_1904 = 35_064;

/**
 * Name and date system. `Workbook.use1904DateSystem` is not released; a worksheet function tells it, and where that
 * cannot be called the workbook is taken for one of the usual system.
 */
async function readWorkbook(): Promise<{ readonly name: string; readonly date1904: boolean }> {
  const ask = (withDate: boolean): Promise<{ readonly name: string; readonly date1904: boolean }> =>
    readExcel(async (context) => {
      context.workbook.load("name");
      const date = withDate ? context.workbook.functions.date(2000, 1, 1) : null;
      date?.load("value");
      await context.sync();
      return { name: context.workbook.name, date1904: date !== null && date.value === MILLENNIUM_1904 };
    });
  try {
    try {
      return await ask(true);
    } catch (error) {
      if (!isUnsupported(error)) throw error;
      return await ask(false);
    }
  } catch (error) {
    // office.js that is not ready, or not what we take it for, throws anything.
    throw error instanceof HostError ? error : new HostError("hostFailed", error instanceof Error ? error.name : "");
  }
}

/** Where the workbook is; undefined for one that was never saved. */
function documentUrl(): string | undefined {
  const { url } = Office.context.document;
  return typeof url === "string" && url !== "" ? url : undefined;
}

/** Short stable text for a path, which itself is not kept (FNV-1a, twice 32 bits). */
function fingerprint(text: string): string {
  const round = (seed: number): string => {
    let hash = seed;
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return `${round(0x811c9dc5)}${round(0x01234567)}`;
}
