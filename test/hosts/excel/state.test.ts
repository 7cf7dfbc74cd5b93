/** Documents inside the workbook: what reading them costs, and what others may have put there. */
import { openExcelHost, type OpenExcelHost } from "./open-excel-host";

describe("state in the workbook", () => {
  let opened: OpenExcelHost;
  const open = async (xmlParts: readonly string[]): Promise<OpenExcelHost> => {
    opened = await openExcelHost({ workbook: { xmlParts, sheets: [{ name: "台账", values: [["x"]] }] } });
    return opened;
  };
  afterEach(() => opened.close());

  it("is read once for documents asked for one after the other, and again after a change", async () => {
    const { host, excel } = await open([]);
    for (const concern of ["settings", "corrections", "ignores", "journal"])
      expect(await host.state!.load(concern)).toBeNull();
    expect(excel.counters.syncs).toBe(1);
    await host.state!.save("journal", "[1]");
    expect(await host.state!.load("journal")).toBe("[1]");
  });

  it("keeps one part a concern, and leaves other parts alone", async () => {
    const foreign = '<x xmlns="urn:other">1</x>';
    const double = '<state xmlns="urn:taizhang:state:1" concern="journal">[0]</state>';
    const { host, excel } = await open([foreign, double, double]);
    await host.state!.save("journal", "[2]");
    expect(excel.workbook.xmlParts.map(({ xml }) => xml)).toEqual([foreign, double.replace("[0]", "[2]")]);
    await host.state!.remove();
    expect(excel.workbook.xmlParts.map(({ xml }) => xml)).toEqual([foreign]);
  });
});
