/** The page's host over a worker: both sides, with messages cloned between them as a browser clones them. */
import { openRemoteHost } from "../../src/standalone/remote-host";
import { createSheetStore } from "../../src/standalone/sheet-store";
import { valueAt } from "../../src/grid/grid";
import { SHEETS, type HostUnderContract } from "./contract/contract";
import { lookContract } from "./contract/look";
import { marksContract } from "./contract/marks";
import { readContract } from "./contract/read";
import { stateContract } from "./contract/state";
import { writeContract } from "./contract/write";
import { fakeWorker } from "./fake-worker";
import { buildXlsx } from "./file/build";

async function openRemote(bytes: Uint8Array) {
  const { buffer } = new Uint8Array(bytes);
  return openRemoteHost(fakeWorker(), "某台账.xlsx", buffer, createSheetStore().select);
}

const remote: HostUnderContract = {
  name: "remote .xlsx",
  open: async (sheets) => {
    const host = await openRemote(await buildXlsx(sheets));
    const again = async () => openRemote(await host.copies!.current());
    const marked = new Set<string>();
    return {
      host: {
        ...host,
        marks: {
          ...host.marks!,
          // The package has no reader of marks: where they are the file host's own suite looks; here, that they arrive.
          set: async (marks) => {
            marked.clear();
            for (const { sheet, row, col } of marks) marked.add(`${sheet}!${row}:${col}`);
            return host.marks!.set(marks);
          },
          clear: async () => {
            marked.clear();
            return host.marks!.clear();
          },
        },
      },
      valueAt: async (sheet, row, col) => {
        const copy = await again();
        const [grid] = await copy.read.grids([sheet]);
        return valueAt(grid!, row, col);
      },
      marked: async () => {
        expect((await (await again()).marks!.find()).marked).toBe(marked.size);
        return [...marked];
      },
      sheetNames: async () => [
        ...(await (await again()).read.sheets()).map((sheet) => sheet.name),
        ...(await (await again()).sheets!.findOurs()),
      ],
      fingerprint: async () => (await host.copies!.current()).length,
    };
  },
};

readContract(remote);
lookContract(remote);
writeContract(remote);
marksContract(remote);
stateContract(remote);

describe("remote host", () => {
  it("finds, adds and removes reports in the worker", async () => {
    const host = await openRemote(await buildXlsx(SHEETS));
    const report = { name: "核验报告", columns: [], rows: [[{ value: "x" }]] };
    expect(await host.sheets!.findOurs()).toEqual([]);
    await host.sheets!.add(report);
    expect(await host.sheets!.findOurs()).toEqual(["核验报告"]);
    await host.sheets!.removeOurs();
    expect(await host.sheets!.findOurs()).toEqual([]);
  });

  it("says what it selected", async () => {
    const host = await openRemote(await buildXlsx(SHEETS));
    const area = { top: 4, left: 0, bottom: 4, right: 0 };
    expect(await host.select!.select("整改台账", [area, area])).toEqual({ selected: 2, hidden: 0, left: 0 });
  });
});
