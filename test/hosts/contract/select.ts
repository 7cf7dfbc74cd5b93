/** Contract of the facet `select`: the sheet is shown and the cells are selected. */
import { SHEETS, type HostUnderContract } from "./contract";

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
      await host.select!.select("整改台账", areas);
      // Excel selects several areas at once only from ExcelApi 1.18 on; before that it shows the first.
      const shown = under.name.startsWith("excel") ? areas.slice(0, 1) : areas;
      expect((await selection!())?.areas).toEqual(shown);
    });

    it("fails with missingSheet for a sheet that is gone", async () => {
      const { host } = await under.open(SHEETS);
      await expect(host.select!.select("没有", [{ top: 0, left: 0, bottom: 0, right: 0 }])).rejects.toMatchObject({
        code: "missingSheet",
      });
    });
  });
}
