/** Contract of `read.look`, and of how sheets are known: by what they are, not by what they are called. */
import { SHEETS, hasHands, type HostUnderContract } from "./contract";

export function lookContract(under: HostUnderContract): void {
  describe(`${under.name}: look`, () => {
    it("finds nothing where nothing changed", async () => {
      const { host } = await under.open(SHEETS);
      const grids = await host.read.grids();
      expect(await host.read.look(grids)).toEqual({ type: "same" });
      expect(await host.read.look(grids)).toEqual({ type: "same" });
    });

    it("brings the rows whose values differ, whoever changed them", async () => {
      const { host } = await under.open(SHEETS);
      if (!host.write) return;
      const grids = await host.read.grids();
      await host.write.apply([
        { sheet: "整改台账", row: 3, col: 3, expected: "办公室", value: "财务股" },
        { sheet: "单位名录", row: 1, col: 1, expected: "办公室", value: "综合办" },
      ]);
      const look = await host.read.look(grids);
      expect(look.type).toBe("rows");
      if (look.type !== "rows") return;
      expect([...look.rows].map(([sheet, rows]) => [sheet, [...rows.keys()]])).toEqual([
        ["整改台账", [3]],
        ["单位名录", [1]],
      ]);
      expect(look.rows.get("整改台账")?.get(3)?.[3]).toBe("财务股");
      expect(await host.read.look(await host.read.grids())).toEqual({ type: "same" });
    });

    it("finds an outside edit of which no event came", async () => {
      const opened = await under.open(SHEETS);
      if (!hasHands(opened, "type")) return;
      const { host, type } = opened;
      const grids = await host.read.grids();
      await type("整改台账", 4, 3, "综合股");
      const look = await host.read.look(grids);
      expect(look.type === "rows" && look.rows.get("整改台账")?.get(4)?.[3]).toBe("综合股");
    });

    it("is structure when the values reach further, or less far", async () => {
      const { host } = await under.open(SHEETS);
      if (!host.write) return;
      const grids = await host.read.grids();
      const below = { sheet: "单位名录", row: 2, col: 0, expected: null, value: "某股" };
      await host.write.apply([below]);
      expect(await host.read.look(grids)).toEqual({ type: "structure" });
      const longer = await host.read.grids();
      await host.write.apply([{ ...below, expected: "某股", value: null }]);
      expect(await host.read.look(longer)).toEqual({ type: "structure" });
      expect(await host.read.look(grids)).toEqual({ type: "same" });
    });

    it("is structure when sheets are renamed, deleted or added", async () => {
      const opened = await under.open(SHEETS);
      if (!hasHands(opened, "rename", "deleteSheet", "addSheet")) return;
      const { host } = opened;
      let grids = await host.read.grids();
      await opened.rename("单位名录", "名录");
      expect(await host.read.look(grids)).toEqual({ type: "structure" });
      grids = await host.read.grids();
      await opened.deleteSheet("名录");
      expect(await host.read.look(grids)).toEqual({ type: "structure" });
      grids = await host.read.grids();
      await opened.addSheet({ name: "新表", values: [["序号"]] });
      expect(await host.read.look(grids)).toEqual({ type: "structure" });
    });

    it("doesn't take our report and our marks for a change", async () => {
      const { host } = await under.open(SHEETS);
      if (!host.sheets || !host.marks) return;
      const grids = await host.read.grids();
      await host.sheets.add({ name: "核验报告", columns: [], rows: [[{ value: "x" }]] });
      await host.marks.set([{ sheet: "整改台账", row: 2, col: 3, severity: "error" }]);
      expect(await host.read.look(grids)).toEqual({ type: "same" });
      expect((await host.read.grids()).map((grid) => grid.sheet)).toEqual(SHEETS.map((sheet) => sheet.name));
      expect((await host.read.sheets()).map((sheet) => sheet.name)).toEqual(SHEETS.map((sheet) => sheet.name));
    });
  });

  describe(`${under.name}: sheets by what they are`, () => {
    it("gives each sheet an id of its own that stays", async () => {
      const { host } = await under.open(SHEETS);
      const ids = (await host.read.sheets()).map((sheet) => sheet.id);
      expect(new Set(ids).size).toBe(SHEETS.length);
      expect((await host.read.sheets()).map((sheet) => sheet.id)).toEqual(ids);
    });

    it("finds a renamed sheet by its old name until the sheets are listed again, with the same id", async () => {
      const opened = await under.open(SHEETS);
      if (!hasHands(opened, "rename")) return;
      const { host, rename, valueAt } = opened;
      const [first] = await host.read.sheets();
      await host.read.grids();
      await rename("整改台账", "台账");
      expect((await host.read.rows("整改台账", [3])).get(3)?.[2]).toBe("组织学习");
      const edit = { sheet: "整改台账", row: 3, col: 3, expected: "办公室", value: "财务股" };
      expect(await host.write!.apply([edit])).toEqual([{ type: "written" }]);
      expect(await valueAt("台账", 3, 3)).toBe("财务股");
      expect(await host.marks!.set([{ sheet: "整改台账", row: 2, col: 3, severity: "error" }])).toMatchObject({
        marked: 1,
      });
      expect((await host.read.sheets())[0]).toMatchObject({ id: first!.id, name: "台账" });
    });

    it("never takes another sheet for one that was read, when names were swapped", async () => {
      const opened = await under.open(SHEETS);
      if (!hasHands(opened, "rename")) return;
      const { host, rename, valueAt } = opened;
      await host.read.grids();
      await rename("整改台账", "换");
      await rename("单位名录", "整改台账");
      await rename("换", "单位名录");
      const edit = { sheet: "整改台账", row: 3, col: 3, expected: "办公室", value: "财务股" };
      expect(await host.write!.apply([edit])).toEqual([{ type: "written" }]);
      expect(await valueAt("单位名录", 3, 3)).toBe("财务股");
      expect((await host.read.rows("单位名录", [1])).get(1)?.[0]).toBe("某局办公室");
    });

    it("misses a deleted sheet, even where another one took its name", async () => {
      const opened = await under.open(SHEETS);
      if (!hasHands(opened, "deleteSheet", "addSheet")) return;
      const { host } = opened;
      await host.read.grids();
      await opened.deleteSheet("单位名录");
      await opened.addSheet({ name: "单位名录", values: [["别的"], ["x"]] });
      await expect(host.read.rows("单位名录", [1])).rejects.toMatchObject({ code: "missingSheet" });
      await expect(host.select!.select("单位名录", [{ top: 0, left: 0, bottom: 0, right: 0 }])).rejects.toMatchObject({
        code: "missingSheet",
      });
      const edit = { sheet: "单位名录", row: 1, col: 0, expected: "x", value: "y" };
      expect(await host.write!.apply([edit])).toEqual([{ type: "refused", reason: "missingSheet" }]);
      expect(await host.marks!.set([{ sheet: "单位名录", row: 1, col: 0, severity: "error" }])).toMatchObject({
        marked: 0,
        locked: 0,
      });
      await host.read.sheets();
      expect((await host.read.rows("单位名录", [1])).get(1)?.[0]).toBe("x");
    });
  });
}
