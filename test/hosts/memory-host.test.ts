import { createMemoryHost } from "./memory-host";
import type { ContractSheet, HostUnderContract } from "./contract/contract";
import { eventsContract } from "./contract/events";
import { lookContract } from "./contract/look";
import { marksContract } from "./contract/marks";
import { readContract } from "./contract/read";
import { selectContract } from "./contract/select";
import { sheetsContract } from "./contract/sheets";
import { stateContract } from "./contract/state";
import { writeContract } from "./contract/write";

const memory: HostUnderContract = {
  name: "memory",
  open: async (sheets: readonly ContractSheet[]) => {
    const host = createMemoryHost(sheets);
    const { controls } = host;
    return {
      host,
      valueAt: async (sheet, row, col) => controls.valueAt(sheet, row, col),
      type: async (sheet, row, col, value) => controls.type(sheet, row, col, value),
      insertRow: async (sheet, at) => controls.insertRow(sheet, at),
      protect: async (sheet) => controls.protect(sheet, true),
      rename: async (sheet, name) => controls.rename(sheet, name),
      deleteSheet: async (sheet) => controls.deleteSheet(sheet),
      addSheet: async (sheet) => controls.addSheet(sheet),
      hideRows: async (sheet, rows) => controls.hideRows(sheet, rows),
      removeMarks: async () => controls.removeMarks(),
      removeReports: async () => controls.removeReports(),
      formatAt: async (sheet, row, col) => controls.formatAt(sheet, row, col),
      selection: async () => controls.selection(),
      marked: async () => controls.marks().map(({ sheet, row, col }) => `${sheet}!${row}:${col}`),
      sheetNames: async () => controls.sheetNames(),
      fingerprint: async () =>
        [await host.read.grids(), [...controls.state()], controls.marks()].map((part) => JSON.stringify(part)),
    };
  },
};

readContract(memory);
lookContract(memory);
writeContract(memory);
eventsContract(memory);
marksContract(memory);
sheetsContract(memory);
stateContract(memory);
selectContract(memory);

describe("memory host", () => {
  it("leaves out the facets it is told to lack, with the reason", async () => {
    const host = createMemoryHost([{ name: "a", values: [] }], {
      lacks: { write: "protected", copies: "notThisHost" },
    });
    expect(host.write).toBeUndefined();
    expect(host.lacks.write).toBe("protected");
    expect(host.marks).toBeDefined();
  });

  it("refuses to write over a formula", async () => {
    const host = createMemoryHost([{ name: "a", values: [[1]], formulas: ["0:0"] }]);
    const edits = [{ sheet: "a", row: 0, col: 0, expected: 1, value: 2 }];
    expect(await host.write!.apply(edits)).toEqual([{ type: "refused", reason: "formula" }]);
  });

  it("marks at most as many cells as its limit", async () => {
    const host = createMemoryHost([{ name: "a", values: [[1]] }], { markLimit: 1 });
    const marks = [0, 1].map((col) => ({ sheet: "a", row: 0, col, severity: "error" as const }));
    expect(await host.marks!.set(marks)).toMatchObject({ marked: 1, limit: 1, locked: 0 });
  });

  const cell = (value: string) => [{ sheet: "a", row: 0, col: 0, expected: 1, value }];

  it("fails as told: so many calls, of one method, before or after their work", async () => {
    const host = createMemoryHost([{ name: "a", values: [[1]] }]);
    host.controls.fail("busy", { times: 2 });
    host.controls.fail("cellEditMode", { only: "write.apply", after: true });
    await expect(host.read.grids()).rejects.toMatchObject({ code: "busy" });
    await expect(host.marks!.find()).rejects.toMatchObject({ code: "busy" });
    await expect(host.write!.apply(cell("x"))).rejects.toMatchObject({ code: "cellEditMode" });
    expect(host.controls.valueAt("a", 0, 0)).toBe("x");
    host.controls.fail("unexpected");
    await expect(host.read.sheets()).rejects.toBeInstanceOf(TypeError);
    expect(await host.read.grids()).toHaveLength(1);
    expect(host.controls.calls().slice(0, 2)).toEqual(["read.grids", "marks.find"]);
  });

  it("keeps calls waiting until they are let go, and delays them", async () => {
    const host = createMemoryHost([{ name: "a", values: [[1]] }]);
    host.controls.hold("read.grids");
    let answered = false;
    const reading = host.read.grids().then(() => (answered = true));
    await host.read.sheets();
    expect(answered).toBe(false);
    host.controls.release();
    expect(await reading).toBe(true);
    host.controls.delay(5);
    expect(await host.read.grids()).toHaveLength(1);
  });

  it("loses events when it is silent, and names a sheet that was renamed as it was last known", async () => {
    const host = createMemoryHost([{ name: "a", values: [[1]] }]);
    const events: unknown[] = [];
    await host.events!.listen((event) => events.push(event));
    host.controls.silence(true);
    host.controls.type("a", 0, 0, 2);
    host.controls.silence(false);
    host.controls.rename("a", "b");
    host.controls.type("b", 0, 0, 3);
    host.controls.addSheet({ name: "c", values: [] });
    host.controls.type("c", 0, 0, 3);
    expect(events).toEqual([
      { type: "rows", sheet: "a", rows: [0] },
      { type: "structure", sheet: null },
      { type: "structure", sheet: null },
    ]);
  });

  it("says how many areas it left out", async () => {
    const host = createMemoryHost([{ name: "a", values: [[1]] }], { selectLimit: 1 });
    const areas = [0, 1].map((row) => ({ top: row, bottom: row, left: 0, right: 0 }));
    expect(await host.select!.select("a", areas)).toEqual({ selected: 1, hidden: 0, left: 1 });
  });
});
