/** Contract of the facet `write`: an edit is written only where the cell still holds what was expected. */
import { SHEETS, type HostUnderContract } from "./contract";

/** What people write into a ledger, and what a spreadsheet likes to take for something else. */
export const TEXTS: readonly string[] = [
  ...[
    "2025-09-30",
    "2025/9/30",
    "2025.9.30",
    "2025年9月30日",
    "2025年6月",
    "9月30日",
    "9-30",
    "9/30",
    "二〇二五年六月",
  ],
  ...["1-2", "3/4", "1/2", "0 1/2", "007", "12.50", "1,200", "1E5", "-5", "(5)", "+86", "+8613800000000", "1．2"],
  ...["=x", "=SUM(1)", "+1+2", "-A1", "@a", "'已完成", "''", "' 前撇号", "50%", "50 %", "¥500", "$3", "12:30", "1:2:3"],
  ...["TRUE", "false", "真", "#N/A", "#REF!", "Mar-5", "may", "十月", "三", "上午9时", " 前空格", "后空格 ", "一\n二"],
  ...["12345678901234567890", "440000200001010000", "１２", "长".repeat(2000)],
];

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

    it("writes any text exactly and back again, and leaves the number format alone", async () => {
      const { host, valueAt, formatAt } = await under.open(SHEETS);
      const format = await formatAt?.("整改台账", 3, 2);
      for (const text of TEXTS) {
        expect([text, await host.write!.apply([edit(3, 2, "组织学习", text)])]).toEqual([text, [{ type: "written" }]]);
        expect(await valueAt("整改台账", 3, 2)).toBe(text);
        expect((await host.read.rows("整改台账", [3])).get(3)?.[2]).toBe(text);
        expect([text, await formatAt?.("整改台账", 3, 2)]).toEqual([text, format]);
        // And back, as an undo does.
        expect(await host.write!.apply([edit(3, 2, text, "组织学习")])).toEqual([{ type: "written" }]);
        expect([text, await formatAt?.("整改台账", 3, 2)]).toEqual([text, format]);
      }
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
