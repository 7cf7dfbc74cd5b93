/** Contract of the facet `write`: an edit is written only where the cell still holds what was expected. */
import { SHEETS, type HostUnderContract } from "./contract";

export function writeContract(under: HostUnderContract): void {
  describe(`${under.name}: write`, () => {
    const edit = (row: number, col: number, expected: string | number | boolean | null, value: typeof expected) => ({
      sheet: "整改台账",
      row,
      col,
      expected,
      value,
    });

    it("writes a cell that holds what was expected", async () => {
      const { host, valueAt } = await under.open(SHEETS);
      expect(await host.write!.apply([edit(2, 3, "办公室 ", "办公室")])).toEqual([{ type: "written" }]);
      expect(await valueAt("整改台账", 2, 3)).toBe("办公室");
    });

    it("leaves a cell alone that holds something else, and says what", async () => {
      const { host, valueAt } = await under.open(SHEETS);
      expect(await host.write!.apply([edit(2, 3, "别的", "办公室")])).toEqual([{ type: "changed", found: "办公室 " }]);
      expect(await valueAt("整改台账", 2, 3)).toBe("办公室 ");
    });

    it("answers each edit in order, one refusal stopping no other", async () => {
      const { host, valueAt } = await under.open(SHEETS);
      const outcomes = await host.write!.apply([
        edit(3, 3, "办公室", "财务股"),
        edit(4, 3, "错的", "x"),
        { ...edit(0, 0, null, "x"), sheet: "没有" },
        edit(4, 2, "补建台账", "补建"),
      ]);
      expect(outcomes.map((outcome) => outcome.type)).toEqual(["written", "changed", "refused", "written"]);
      expect(outcomes[2]).toEqual({ type: "refused", reason: "missingSheet" });
      expect(await valueAt("整改台账", 3, 3)).toBe("财务股");
      expect(await valueAt("整改台账", 4, 2)).toBe("补建");
    });

    it("writes numbers, booleans and blanks, and text that looks like a formula as text", async () => {
      const { host, valueAt } = await under.open(SHEETS);
      const outcomes = await host.write!.apply([
        edit(2, 4, 45992, 45900),
        edit(6, 0, true, false),
        edit(2, 5, "已完成", null),
        edit(4, 1, "某台账不全", "=SUM(1)"),
      ]);
      expect(outcomes).toEqual([{ type: "written" }, { type: "written" }, { type: "written" }, { type: "written" }]);
      expect(await valueAt("整改台账", 2, 4)).toBe(45900);
      expect(await valueAt("整改台账", 6, 0)).toBe(false);
      expect(await valueAt("整改台账", 2, 5)).toBeNull();
      expect(await valueAt("整改台账", 4, 1)).toBe("=SUM(1)");
    });

    it("writes a blank cell that was expected blank, beyond the used range too", async () => {
      const { host, valueAt } = await under.open(SHEETS);
      expect(await host.write!.apply([edit(9, 8, null, "新")])).toEqual([{ type: "written" }]);
      expect(await valueAt("整改台账", 9, 8)).toBe("新");
    });

    it("refuses the covered cells of a merged area", async () => {
      const { host } = await under.open(SHEETS);
      expect(await host.write!.apply([edit(3, 0, null, 9)])).toEqual([{ type: "refused", reason: "merged" }]);
      expect(await host.write!.apply([edit(2, 0, 1, 9)])).toEqual([{ type: "written" }]);
    });

    it("refuses a protected sheet", async () => {
      const { host, protect, valueAt } = await under.open(SHEETS);
      if (!protect) return;
      await protect("整改台账");
      expect(await host.write!.apply([edit(2, 3, "办公室 ", "办公室")])).toEqual([
        { type: "refused", reason: "protected" },
      ]);
      expect(await valueAt("整改台账", 2, 3)).toBe("办公室 ");
    });

    it("is seen by the next reading", async () => {
      const { host } = await under.open(SHEETS);
      await host.write!.apply([edit(2, 3, "办公室 ", "办公室")]);
      expect((await host.read.rows("整改台账", [2])).get(2)?.[3]).toBe("办公室");
    });
  });
}
