import * as XLSX from "@e965/xlsx";
import JSZip from "jszip";
import { readBytes } from "../../../src/hosts/file/read-bytes";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import { checkZip } from "../../../src/hosts/file/zip-limits";
import { hasFilePass } from "../../../src/hosts/file/sheetjs";
import { valueAt } from "../../../src/grid/grid";
import { SHEETS } from "../contract/contract";
import { buildWithSheetJs, buildXlsx } from "./build";

const read = (bytes: Uint8Array, name: string) => readBytes(bytes, name, { inflater: createNodeInflater() });
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A compound file with the given streams. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
  return new Uint8Array(XLSX.CFB.write(file, { type: "buffer" }) as Buffer);
}

describe("readBytes refuses", () => {
  it.each<[string, () => Promise<Uint8Array>, string, string]>([
    ["an empty file", async () => new Uint8Array(0), "a.xlsx", "empty"],
    ["text under the name of a workbook", async () => utf8("序号,问题\n1,某"), "a.xlsx", "notAWorkbook"],
    ["text without a known name", async () => utf8("hello"), "README", "notAWorkbook"],
    ["a PDF", async () => utf8("%PDF-1.7 ..."), "a.xlsx", "notAWorkbook"],
    ["a web page called .xls", async () => utf8("<html><table><tr><td>1"), "a.xls", "unsupportedFormat"],
    ["XML 2003", async () => utf8('<?xml version="1.0"?><Workbook/>'), "a.xls", "unsupportedFormat"],
    ["JSON called .csv", async () => utf8('{"a": 1}'), "a.csv", "notAWorkbook"],
    ["blank text", async () => utf8("\n \n"), "a.csv", "empty"],
    ["a text table of commas only", async () => utf8(",,\n,,"), "a.csv", "empty"],
    ["a zip of something else", async () => zip({ "a.txt": "x" }), "a.xlsx", "notAWorkbook"],
    ["a cut workbook", async () => (await buildXlsx(SHEETS)).slice(0, 900), "a.xlsx", "damaged"],
    [
      "an encrypted package",
      async () => compound({ EncryptionInfo: utf8("x"), EncryptedPackage: utf8("y") }),
      "a.xlsx",
      "encrypted",
    ],
    ["an encrypted old workbook", async () => compound({ Workbook: FILEPASS_STREAM }), "a.xls", "encrypted"],
    ["a Word document", async () => compound({ WordDocument: utf8("x".repeat(600)) }), "a.doc", "notAWorkbook"],
    ["a cut old workbook", async () => buildWithSheetJs(SHEETS, "biff8").slice(0, 700), "a.xls", "damaged"],
  ])("%s", async (_what, make, name, code) => {
    await expect(read(await make(), name)).rejects.toMatchObject({ name: "HostError", code });
  });
});

/** BOF, FILEPASS, EOF of a BIFF8 stream. */
const FILEPASS_STREAM = new Uint8Array([
  0x09,
  0x08,
  0x10,
  0x00,
  ...new Array<number>(16).fill(0),
  0x2f,
  0x00,
  0x02,
  0x00,
  0,
  0,
  0x0a,
  0x00,
  0x00,
  0x00,
  ...new Array<number>(5000).fill(0),
]);

async function zip(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(files)) archive.file(name, content);
  return archive.generateAsync({ type: "uint8array" });
}

describe("readBytes reads", () => {
  it("a csv in GBK, its sheet named after the file", async () => {
    const { format, grids } = await read(new Uint8Array([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0x31]), "某局台账.csv");
    expect(format).toBe("csv");
    expect(grids[0]!.sheet).toBe("某局台账");
    expect(grids[0]!.values).toEqual([["序号", 1]]);
  });

  it("an old workbook whatever its name", async () => {
    const { format, grids } = await read(buildWithSheetJs(SHEETS, "biff8"), "台账.xlsx");
    expect(format).toBe("xls");
    expect(valueAt(grids[0]!, 2, 1)).toBe("某制度未落实");
  });

  it("number formats of dates, and the 1904 flag", async () => {
    const sheet = XLSX.utils.aoa_to_sheet([[44000]]);
    sheet["A1"].z = "yyyy/m/d";
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, "a");
    book.Workbook = { WBProps: { date1904: true } };
    const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsb" }) as ArrayBuffer);
    const { grids } = await read(bytes, "a.xlsb");
    expect(grids[0]!.date1904).toBe(true);
    expect(grids[0]!.formatAt!(0, 0)).toMatch(/yy/);
    expect(valueAt(grids[0]!, 0, 0)).toBe(44000);
  });

  it("sheets and cells called __proto__ and constructor", async () => {
    const sheets = [
      {
        name: "__proto__",
        values: [
          ["__proto__", "constructor"],
          [1, "toString"],
        ],
      },
    ];
    for (const bookType of ["xlsb", "biff8"] as const) {
      const { grids } = await read(buildWithSheetJs(sheets, bookType), "a.xls");
      expect(grids.map((grid) => [grid.sheet, grid.values])).toEqual([["__proto__", sheets[0]!.values]]);
    }
  });

  it("a text of 32,767 characters", async () => {
    const text = "长".repeat(32_767);
    const { grids } = await read(buildWithSheetJs([{ name: "a", values: [[text]] }], "xlsb"), "a.xlsb");
    expect(grids[0]!.values).toEqual([[text]]);
  });
});

describe("zip limits", () => {
  it("lets an ordinary package pass", async () => {
    const bytes = await buildXlsx(SHEETS);
    expect(() => checkZip(bytes)).not.toThrow();
  });

  it("refuses a part that unpacks to far more than it takes", async () => {
    const archive = new JSZip();
    archive.file("xl/bomb.xml", "0".repeat(40_000_000));
    const bytes = await archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    expect(() => checkZip(bytes)).toThrow(expect.objectContaining({ code: "tooLarge" }));
  });

  it("refuses a part that holds more than its directory says", async () => {
    const archive = new JSZip();
    archive.file("a.xml", "0".repeat(30_000_000));
    const bytes = await archive.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    }
    expect(() => checkZip(bytes)).toThrow(expect.objectContaining({ code: "tooLarge" }));
  });

  it("refuses a directory that isn't there", () => {
    expect(() => checkZip(new Uint8Array(100))).toThrow(expect.objectContaining({ code: "damaged" }));
  });
});

describe("hasFilePass", () => {
  it("looks among the globals only", () => {
    expect(hasFilePass(FILEPASS_STREAM)).toBe(true);
    expect(hasFilePass(new Uint8Array([0x0a, 0, 0, 0, 0x2f, 0, 0, 0]))).toBe(false);
    expect(hasFilePass(new Uint8Array([1]))).toBe(false);
  });
});
