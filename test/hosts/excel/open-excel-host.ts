/** The Excel host on the real office.js and the emulated Excel, as the pane would open it. */
import { createExcelHost } from "../../../src/hosts/excel/host";
import type { Host } from "../../../src/hosts/port";
import { startExcel, type StartedExcel, type StartOptions } from "../../excel-host/start-excel";

/** Loading office.js into a fresh window takes a tenth of a second, and on a loaded machine many times that. */
export interface OpenExcelHost {
  readonly host: Host;
  readonly excel: StartedExcel;
  close(): void;
}

/** Puts office.js's globals where a page has them, opens the host, and starts counting afresh. */
export async function openExcelHost(options: StartOptions): Promise<OpenExcelHost> {
  const excel = await startExcel(options);
  Object.assign(globalThis, { Excel: excel.Excel, Office: excel.Office });
  const host = await createExcelHost();
  excel.engine.resetCounters();
  return {
    host,
    excel,
    close() {
      excel.close();
      Reflect.deleteProperty(globalThis, "Excel");
      Reflect.deleteProperty(globalThis, "Office");
    },
  };
}

export const FLAVOURS = ["web", "win32"] as const;
export const LEVELS = ["1.13", "1.14", "1.17"] as const;
