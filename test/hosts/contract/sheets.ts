/** Contract of the facet `sheets`: a report sheet comes, is renewed, and goes without a trace. */
import type { ReportSheet } from "../../../src/hosts/port";
import { hasHands, SHEETS, type HostUnderContract } from "./contract";

const REPORT: ReportSheet = {
  name: "核验报告",
  columns: [{ width: 10 }, { width: 40 }],
  rows: [
    [{ value: "核验报告", bold: true }],
    [
      { value: "E3", link: { sheet: "整改台账", row: 2, col: 4 } },
      { value: "某句提示", wrap: true },
    ],
  ],
};

export function sheetsContract(under: HostUnderContract): void {
  describe(`${under.name}: sheets`, () => {
    it("adds the report behind the other sheets", async () => {
      const { host, sheetNames, valueAt } = await under.open(SHEETS);
      expect(await host.sheets!.add(REPORT)).toEqual({ name: "核验报告" });
      expect(await sheetNames()).toEqual(["整改台账", "单位名录", "旧表", "核验报告"]);
      expect(await valueAt("核验报告", 1, 1)).toBe("某句提示");
    });

    it("names the reports of ours that are there, whoever removed them", async () => {
      const opened = await under.open([...SHEETS, { name: "核验报告", values: [["别人的"]] }]);
      const { host } = opened;
      expect(await host.sheets!.findOurs()).toEqual([]);
      const { name } = await host.sheets!.add(REPORT);
      expect(await host.sheets!.findOurs()).toEqual([name]);
      if (hasHands(opened, "removeReports")) {
        await opened.removeReports();
        expect(await host.sheets!.findOurs()).toEqual([]);
      }
      await host.sheets!.removeOurs();
      expect(await host.sheets!.findOurs()).toEqual([]);
      await host.sheets!.removeOurs();
    });

    it("replaces its own report", async () => {
      const { host, sheetNames, valueAt } = await under.open(SHEETS);
      await host.sheets!.add(REPORT);
      await host.sheets!.add({ ...REPORT, rows: [[{ value: "新的" }]] });
      expect(await sheetNames()).toEqual(["整改台账", "单位名录", "旧表", "核验报告"]);
      expect(await valueAt("核验报告", 0, 0)).toBe("新的");
    });

    it("leaves another's sheet of that name alone", async () => {
      const { host, sheetNames, valueAt } = await under.open([...SHEETS, { name: "核验报告", values: [["别人的"]] }]);
      const { name } = await host.sheets!.add(REPORT);
      expect(name).not.toBe("核验报告");
      expect(await valueAt("核验报告", 0, 0)).toBe("别人的");
      await host.sheets!.removeOurs();
      expect(await sheetNames()).toEqual(["整改台账", "单位名录", "旧表", "核验报告"]);
    });

    it("removes its report and leaves the workbook as it was", async () => {
      const { host, sheetNames, fingerprint } = await under.open(SHEETS);
      const before = await fingerprint?.();
      await host.sheets!.add(REPORT);
      await host.sheets!.removeOurs();
      expect(await sheetNames()).toEqual(["整改台账", "单位名录", "旧表"]);
      expect(await fingerprint?.()).toEqual(before);
    });
  });
}
