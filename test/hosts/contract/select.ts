/** Contract of the facet `select`: the sheet is shown and the cells are selected. */
import { hasHands, SHEETS, type HostUnderContract } from "./contract";

export function selectContract(under: HostUnderContract): void {
  describe(`${under.name}: select`, () => {
    it("selects one cell", async () => {
      const { host, selection } = await under.open(SHEETS);
      await host.select!.select("单位名录", [{ top: 1, left: 0, bottom: 1, right: 0 }]);
      expect(await selection!()).toEqual({ sheet: "单位名录", areas: [{ top: 1, left: 0, bottom: 1, right: 0 }] });
    });

    it("selects several areas", async () => {
      const { host, selection } = await under.open(SHEETS);
      const areas = [
        { top: 2, left: 0, bottom: 2, right: 0 },
        { top: 4, left: 0, bottom: 4, right: 0 },
      ];
      const outcome = await host.select!.select("整改台账", areas);
      // Excel selects several areas at once only from ExcelApi 1.18 on; before that it shows the first.
      const shown = under.name.startsWith("excel") ? areas.slice(0, 1) : areas;
      expect((await selection!())?.areas).toEqual(shown);
      expect(outcome).toMatchObject({ selected: shown.length, left: areas.length - shown.length });
    });

    it("says what cannot be seen, and shows it when asked to", async () => {
      const opened = await under.open(SHEETS);
      if (!hasHands(opened, "hideRows")) return;
      const { host, hideRows } = opened;
      const area = { top: 4, left: 0, bottom: 4, right: 0 };
      const column = { top: 2, left: 2, bottom: 2, right: 2 };
      await hideRows("整改台账", [4]);
      expect(await host.select!.select("整改台账", [area])).toEqual({ selected: 1, hidden: 1, left: 0 });
      expect(await host.select!.select("整改台账", [area], { reveal: true })).toEqual({
        selected: 1,
        hidden: 0,
        left: 0,
      });
      expect(await host.select!.select("整改台账", [column])).toEqual({ selected: 1, hidden: 1, left: 0 });
      await host.select!.select("整改台账", [column], { reveal: true });
      const [grid] = await host.read.grids(["整改台账"]);
      expect([[...grid!.hiddenRows], [...grid!.hiddenCols]]).toEqual([[], []]);
    });

    it("shows a hidden sheet when asked to", async () => {
      const opened = await under.open(SHEETS);
      if (!hasHands(opened, "hideRows")) return;
      const { host, selection } = opened;
      const area = { top: 1, left: 0, bottom: 1, right: 0 };
      expect(await host.select!.select("旧表", [area])).toMatchObject({ hidden: 1 });
      expect(await host.select!.select("旧表", [area], { reveal: true })).toEqual({ selected: 1, hidden: 0, left: 0 });
      expect(await selection!()).toEqual({ sheet: "旧表", areas: [area] });
    });

    it("fails with missingSheet for a sheet that is gone", async () => {
      const { host } = await under.open(SHEETS);
      await expect(host.select!.select("没有", [{ top: 0, left: 0, bottom: 0, right: 0 }])).rejects.toMatchObject({
        code: "missingSheet",
      });
    });
  });
}
