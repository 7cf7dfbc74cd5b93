/** office.js in the window that components are tested in: what it takes over there, and the host on it. */
import { createExcelHost } from "../../src/hosts/excel/host";
import { startExcel, type StartedExcel } from "../excel-host/start-excel";

describe.each(["web", "win32"] as const)("office.js in the test's own window, %s", (flavour) => {
  let excel: StartedExcel;
  beforeEach(async () => {
    excel = await startExcel({
      flavour,
      window: window as Window & typeof globalThis,
      workbook: { sheets: [{ name: "问题整改台账", values: [["序号"], [1], [2]] }] },
    });
  });
  afterEach(() => excel.close());

  it("gives the pane a host over the open workbook", async () => {
    const host = await createExcelHost();
    expect((await host.read.grids()).map((grid) => grid.values)).toEqual([[["序号"], [1], [2]]]);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(true);
  });

  it("takes the page's history and dialogs away, as the documentation says", () => {
    expect(window.history.pushState).toBeNull();
    expect(window.history.replaceState).toBeNull();
  });

  it("leaves the window as it was when it is closed", () => {
    expect(Object.hasOwn(window, "Excel")).toBe(true);
    excel.close();
    expect(["Excel", "Office", "OfficeExtension", "OSF"].filter((name) => Object.hasOwn(window, name))).toEqual([]);
    expect(typeof window.history.pushState).toBe("function");
  });
});
