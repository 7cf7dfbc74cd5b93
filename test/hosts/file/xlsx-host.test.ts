import { zipSync } from "fflate";
import { valueAt } from "../../../src/grid/grid";
import { openFileHost } from "../../../src/hosts/file/file-host";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import { LIMITS, openPackage } from "../../../src/hosts/file/xlsx";
import type { Host } from "../../../src/hosts/port";
import { SHEETS, type ContractSheet, type HostUnderContract } from "../contract/contract";
import { lookContract } from "../contract/look";
import { marksContract } from "../contract/marks";
import { sheetsContract } from "../contract/sheets";
import { stateContract } from "../contract/state";
import { writeContract } from "../contract/write";
import { buildXlsx } from "./build";

const inflater = createNodeInflater();
const open = (bytes: Uint8Array) => openFileHost(bytes, "某台账.xlsx", { inflater });

/** Everything is looked at in a copy, as another program would open it. */
const file: HostUnderContract = {
  name: "file .xlsx",
  open: async (sheets: readonly ContractSheet[]) => {
    const host = await open(await buildXlsx(sheets));
    const copy = async (): Promise<Uint8Array> => host.copies!.current();
    return {
      host,
      valueAt: async (sheet, row, col) => {
        const inReport = sheetTexts(await copy(), sheet);
        if (inReport) return inReport(row, col);
        return valueAt((await (await open(await copy())).read.grids([sheet]))[0]!, row, col);
      },
      marked: async () => markedCells(await copy()),
      sheetNames: async () => sheetNames(await copy()),
      formatAt: async (sheet, row, col) =>
        (await (await open(await copy())).read.grids([sheet]))[0]!.formatAt?.(row, col),
      fingerprint: async () => partSums(await copy()),
    };
  },
};

lookContract(file);
marksContract(file);
sheetsContract(file);
stateContract(file);
writeContract(file);

describe("file host of .xlsx", () => {
  it("gives a copy in which edits are seen, and a clean copy that keeps them", async () => {
    const host = await open(await buildXlsx(SHEETS));
    await host.write!.apply([{ sheet: "整改台账", row: 2, col: 3, expected: "办公室 ", value: "办公室" }]);
    await host.marks!.set([{ sheet: "整改台账", row: 2, col: 3, severity: "error", note: "某句提示" }]);
    await host.sheets!.add({ name: "核验报告", columns: [], rows: [[{ value: "核验报告", bold: true }]] });
    await host.state!.save("ignores", "{}");
    const { bytes, removed } = await host.copies!.clean();
    expect(removed).toEqual(["marks:整改台账", "notes:整改台账", "sheet:核验报告", "state:ignores"]);
    expect(valueAt((await (await open(bytes)).read.grids(["整改台账"]))[0]!, 2, 3)).toBe("办公室");
    expect(sheetNames(bytes)).toEqual(["整改台账", "单位名录", "旧表"]);
    // The open file still has its marks: the clean copy is a copy.
    expect(await markedCells(await host.copies!.current())).toEqual(["整改台账!2:3"]);
  });

  it("doesn't read report sheets of ours as sheets of the workbook", async () => {
    const host = await open(await buildXlsx(SHEETS));
    await host.sheets!.add({ name: "核验报告", columns: [], rows: [[{ value: "核验报告" }]] });
    const again = await open(await host.copies!.current());
    expect((await again.read.sheets()).map((sheet) => sheet.name)).toEqual(["整改台账", "单位名录", "旧表"]);
  });

  it("writes a cell twice in one batch, each edit seeing the one before", async () => {
    const host = await open(await buildXlsx(SHEETS));
    const cell = { sheet: "整改台账", row: 2, col: 3 };
    expect(
      await host.write!.apply([
        { ...cell, expected: "办公室 ", value: "办公室" },
        { ...cell, expected: "办公室 ", value: "x" },
        { ...cell, expected: "办公室", value: "财务股" },
      ]),
    ).toEqual([{ type: "written" }, { type: "changed", found: "办公室" }, { type: "written" }]);
    expect((await host.read.rows("整改台账", [2])).get(2)?.[3]).toBe("财务股");
  });

  it("hands out rows that callers may replace", async () => {
    const host = await open(await buildXlsx(SHEETS));
    const [grid] = await host.read.grids(["单位名录"]);
    (grid!.values as unknown[])[0] = ["改了"];
    expect(valueAt((await host.read.grids(["单位名录"]))[0]!, 0, 0)).toBe("单位名称");
  });

  it("says when the workbook is signed", async () => {
    const { unzipSync } = await import("fflate");
    const files = unzipSync(await buildXlsx(SHEETS));
    const host: Host & { signed?: boolean } = await open(
      zipSync({ ...files, "_xmlsignatures/origin.sigs": new Uint8Array() }),
    );
    expect(host.signed).toBe(true);
  });
});

function partSums(bytes: Uint8Array): Record<string, number> {
  return Object.fromEntries(
    openPackage(bytes, inflater, LIMITS).archive.entries.map((entry) => [entry.name, entry.crc]),
  );
}

function sheetNames(bytes: Uint8Array): string[] {
  const text = openPackage(bytes, inflater, LIMITS).text("xl/workbook.xml");
  return [...text.matchAll(/<sheet\b[^>]*?\bname="([^"]*)"/g)].map((match) => match[1] ?? "");
}

/** Cells under conditional formats with our marker. */
async function markedCells(bytes: Uint8Array): Promise<string[]> {
  const pack = openPackage(bytes, inflater, LIMITS);
  return sheetNames(bytes).flatMap((name, index) => {
    const text = pack.text(`xl/worksheets/sheet${index + 1}.xml`);
    return [
      ...text.matchAll(/<conditionalFormatting sqref="([A-Z]+\d+)"><cfRule[^>]*><formula>LEN\(&quot;taizhang:/g),
    ].map((match) => {
      const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(match[1] ?? "") ?? [];
      return `${name}!${Number(digits) - 1}:${letters.charCodeAt(0) - 65}`;
    });
  });
}

/** Values of a report sheet, which our reader passes over; null for other sheets. */
function sheetTexts(bytes: Uint8Array, sheet: string): ((row: number, col: number) => string | null) | null {
  const index = sheetNames(bytes).indexOf(sheet);
  const text = openPackage(bytes, inflater, LIMITS).text(`xl/worksheets/sheet${index + 1}.xml`);
  if (sheet !== "核验报告" || text.includes("别人的") || text.includes('t="s"')) return null;
  return (row, col) => {
    const name = `${String.fromCharCode(65 + col)}${row + 1}`;
    return new RegExp(`<c r="${name}"[^>]*><is><t[^>]*>([^<]*)</t>`).exec(text)?.[1] ?? null;
  };
}
