import { openFileHost } from "../../../src/hosts/file/file-host";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import type { ContractSheet, HostUnderContract } from "../contract/contract";
import { lookContract } from "../contract/look";
import { readContract } from "../contract/read";
import { valueAt } from "../../../src/grid/grid";
import { buildWithSheetJs, buildXlsx } from "./build";

function fileHost(
  name: string,
  file: string,
  build: (sheets: readonly ContractSheet[]) => Promise<Uint8Array>,
): HostUnderContract {
  return {
    name,
    open: async (sheets) => {
      const host = await openFileHost(await build(sheets), file, { inflater: createNodeInflater() });
      return {
        host,
        valueAt: async (sheet, row, col) => valueAt((await host.read.grids([sheet]))[0]!, row, col),
        sheetNames: async () => (await host.read.sheets()).map((each) => each.name),
      };
    },
  };
}

readContract(fileHost("file .xlsx", "某台账.xlsx", buildXlsx));
readContract(fileHost("file .xlsb", "某台账.xlsb", async (sheets) => buildWithSheetJs(sheets, "xlsb")));
const xls: HostUnderContract = {
  ...fileHost("file .xls", "某台账.xls", async (sheets) => buildWithSheetJs(sheets, "biff8")),
  makerCannot: { hideRows: true, longText: true },
};
readContract(xls);
lookContract(xls);
