import { createMemoryHost } from "../../../src/hosts/memory/memory-host";
import type { ContractSheet, HostUnderContract } from "../contract/contract";
import { eventsContract } from "../contract/events";
import { marksContract } from "../contract/marks";
import { readContract } from "../contract/read";
import { selectContract } from "../contract/select";
import { sheetsContract } from "../contract/sheets";
import { stateContract } from "../contract/state";
import { writeContract } from "../contract/write";

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
      selection: async () => controls.selection(),
      marked: async () => controls.marks().map(({ sheet, row, col }) => `${sheet}!${row}:${col}`),
      sheetNames: async () => controls.sheetNames(),
      fingerprint: async () =>
        [await host.read.grids(), [...controls.state()], controls.marks()].map((part) => JSON.stringify(part)),
    };
  },
};

readContract(memory);
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
    expect(await host.marks!.set(marks)).toEqual({ marked: 1, limit: 1 });
  });
});
