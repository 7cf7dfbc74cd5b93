/** Contract of the facet `read`: whole sheets as grids, and single rows again. */
import { isErrorText, valueAt } from "../../../src/grid/grid";
import { HostError } from "../../../src/hosts/port";
import { SHEETS, type HostUnderContract } from "./contract";

export function readContract(under: HostUnderContract): void {
  describe(`${under.name}: read`, () => {
    it("names the sheets in the order of their tabs, with visibility", async () => {
      const { host } = await under.open(SHEETS);
      const sheets = await host.read.sheets();
      expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
        ["整改台账", "visible"],
        ["单位名录", "visible"],
        ["旧表", "hidden"],
      ]);
    });

    it("reads every sheet as a grid from A1 with its values", async () => {
      const { host } = await under.open(SHEETS);
      const grids = await host.read.grids();
      expect(grids.map((grid) => grid.sheet)).toEqual(SHEETS.map((sheet) => sheet.name));
      for (const [index, sheet] of SHEETS.entries()) {
        sheet.values.forEach((row, r) => {
          row.forEach((value, c) => {
            const cut = under.makerCannot?.longText && typeof value === "string" ? value.slice(0, 255) : value;
            expect([r, c, valueAt(grids[index]!, r, c)]).toEqual([r, c, cut]);
          });
        });
      }
    });

    it("gives error cells as their text, and text that looks like a formula as text", async () => {
      const { host } = await under.open(SHEETS);
      const [grid] = await host.read.grids(["整改台账"]);
      expect(isErrorText(valueAt(grid!, 4, 5))).toBe(true);
      expect(valueAt(grid!, 6, 2)).toBe("=1+1");
    });

    it("reads merges, hidden rows and hidden columns", async () => {
      const { host } = await under.open(SHEETS);
      const [grid] = await host.read.grids(["整改台账"]);
      const sorted = [...grid!.merges].sort((a, b) => a.top - b.top || a.left - b.left);
      expect(sorted).toEqual(SHEETS[0]!.merges);
      expect([...grid!.hiddenRows]).toEqual(under.makerCannot?.hideRows ? [] : [4]);
      expect([...grid!.hiddenCols]).toEqual([2]);
    });

    it("holds no values beyond the last row that has any", async () => {
      const { host } = await under.open(SHEETS);
      const [grid] = await host.read.grids(["单位名录"]);
      expect(grid!.values.length).toBeLessThanOrEqual(2);
    });

    it("reads some sheets only, in the order asked for", async () => {
      const { host } = await under.open(SHEETS);
      const grids = await host.read.grids(["旧表", "单位名录"]);
      expect(grids.map((grid) => grid.sheet)).toEqual(["旧表", "单位名录"]);
    });

    it("reads single rows again", async () => {
      const { host } = await under.open(SHEETS);
      const rows = await host.read.rows("整改台账", [3, 5]);
      expect([...rows.keys()].sort()).toEqual([3, 5]);
      expect(rows.get(3)?.[2]).toBe("组织学习");
      expect((rows.get(5) ?? []).filter((value) => value !== null)).toEqual([]);
    });

    it("fails with missingSheet for a sheet that isn't there", async () => {
      const { host } = await under.open(SHEETS);
      await expect(host.read.rows("没有", [0])).rejects.toMatchObject({ name: "HostError", code: "missingSheet" });
      await expect(host.read.grids(["没有"])).rejects.toBeInstanceOf(HostError);
    });

    it("stops when asked to", async () => {
      const { host } = await under.open(SHEETS);
      const controller = new AbortController();
      controller.abort();
      await expect(host.read.grids(undefined, { signal: controller.signal })).rejects.toMatchObject({
        code: "cancelled",
      });
    });

    it("gives a reason for every facet it lacks, and only for those", async () => {
      const { host } = await under.open(SHEETS);
      const facets = ["events", "select", "marks", "write", "sheets", "state", "copies"] as const;
      for (const facet of facets) expect([facet, host[facet] === undefined]).toEqual([facet, facet in host.lacks]);
    });
  });
}
