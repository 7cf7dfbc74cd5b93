/** What a hostile or broken workbook meets: one HostError, soon, and little memory. */
import fc from "fast-check";
import { HostError } from "../../../../src/hosts/port";
import { cleanXlsx, LIMITS, openPackage, patchXlsx, readXlsx } from "../../../../src/hosts/file/xlsx";
import { fullWorkbookParts } from "./full-workbook";
import { inflater, MAIN, makeSheet, open, packageParts, read, relations, zipParts } from "./make-package";
import { oddZip } from "./odd-zip";

const parts = packageParts({
  sheets: [{ name: "表", inner: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' }],
  strings: "<si><t>某</t></si>",
  styles: "<cellXfs><xf/></cellXfs>",
});
const withPart = (name: string, content: string | Uint8Array): Uint8Array => zipParts({ ...parts, [name]: content });
const sheetPart = (content: string): Uint8Array => withPart("xl/worksheets/sheet1.xml", content);
const rows = (inner: string): Uint8Array => makeSheet(`<sheetData>${inner}</sheetData>`);

const BILLION = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>';

describe("refusals", () => {
  const without = (name: string): Uint8Array =>
    zipParts(Object.fromEntries(Object.entries(parts).filter(([n]) => n !== name)));
  it.each<[string, () => Uint8Array, string, RegExp]>([
    ["an empty file", () => new Uint8Array(), "empty", /^$/],
    ["text", () => new TextEncoder().encode("序号,问题\n1,某问题,一二三四五六七八九十"), "notAWorkbook", /zip/],
    ["a PDF", () => new TextEncoder().encode("%PDF-1.7 something long enough to be one"), "notAWorkbook", /zip/],
    ["a zip of something else", () => zipParts({ "a.txt": "a" }), "notAWorkbook", /workbook/],
    [
      "a document of Word",
      () =>
        zipParts({
          "[Content_Types].xml":
            '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
          "_rels/.rels": relations([["a", "officeDocument", "word/document.xml"]]),
          "word/document.xml": "<w/>",
        }),
      "notAWorkbook",
      /kind/,
    ],
    ["an .ods", () => zipParts({ mimetype: "x", "content.xml": "<a/>" }), "unsupportedFormat", /ods/],
    ["an .xlsb", () => zipParts({ "xl/workbook.bin": "x" }), "unsupportedFormat", /xlsb/],
    ["an encrypted workbook", encryptedPackage, "encrypted", /EncryptedPackage/],
    [
      "an old .xls",
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(2000)]),
      "unsupportedFormat",
      /compound/,
    ],
    ["a missing sheet part", () => without("xl/worksheets/sheet1.xml"), "damaged", /missing part/],
    ["a missing workbook part", () => without("xl/workbook.xml"), "damaged", /workbook part/],
    ["a sheet without a relationship", () => without("xl/_rels/workbook.xml.rels"), "damaged", /no part/],
    [
      "no sheets",
      () => withPart("xl/workbook.xml", `<workbook xmlns="${MAIN}"><sheets/></workbook>`),
      "damaged",
      /no sheets/,
    ],
    [
      "a document type in a sheet",
      () => sheetPart(`${BILLION}<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`),
      "damaged",
      /document type/,
    ],
    [
      "a document type in the strings",
      () => withPart("xl/sharedStrings.xml", `${BILLION}<sst xmlns="${MAIN}"><si><t>&c;</t></si></sst>`),
      "damaged",
      /document type/,
    ],
    [
      "an external entity",
      () => withPart("xl/workbook.xml", `<!DOCTYPE x SYSTEM "http://127.0.0.1/x"><workbook/>`),
      "damaged",
      /document type/,
    ],
    [
      "a cut sheet",
      () => sheetPart(`<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1`),
      "damaged",
      /cut off/,
    ],
    [
      "a sheet cut in a tag",
      () => sheetPart(`<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A`),
      "damaged",
      /./,
    ],
    ["a sheet cut behind its rows", () => sheetPart(`<worksheet xmlns="${MAIN}"><sheetData/>`), "damaged", /cut off/],
    ["crossed tags", () => rows('<row r="1"><c r="A1"></row></c>'), "damaged", /./],
    [
      "a string that isn't there",
      () => rows('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'),
      "damaged",
      /shared string/,
    ],
    ["an impossible address", () => rows('<row r="1"><c r="XFE1"><v>5</v></c></row>'), "damaged", /address/],
    ["a senseless address", () => rows('<row r="1"><c r="1A"><v>5</v></c></row>'), "damaged", /address/],
    ["a row that contradicts its cells", () => rows('<row r="1"><c r="A2"><v>5</v></c></row>'), "damaged", /address/],
    ["a row beyond the last", () => rows('<row r="1048577"><c><v>5</v></c></row>'), "damaged", /row/],
    [
      "a merged area beyond the sheet",
      () => makeSheet('<sheetData/><mergeCells><mergeCell ref="A1:A9999999"/></mergeCells>'),
      "damaged",
      /merged/,
    ],
    [
      "an unknown encoding",
      () => withPart("xl/workbook.xml", '<?xml version="1.0" encoding="x-nobody"?><workbook/>'),
      "damaged",
      /encoding/,
    ],
    [
      "deep elements in a sheet",
      () => makeSheet(`<sheetData/><extLst>${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}</extLst>`),
      "tooLarge",
      /nested/,
    ],
    [
      "deep elements in the strings",
      () => withPart("xl/sharedStrings.xml", `<sst xmlns="${MAIN}"><si>${"<r>".repeat(100_000)}</si></sst>`),
      "tooLarge",
      /nested/,
    ],
  ])("%s", async (_name, make, code, detail) => {
    const error = await read(make()).then(
      () => null,
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({ code, detail: expect.stringMatching(detail) });
  });

  it("says nothing of a cell's text in its details", async () => {
    const error = await read(rows('<row r="1"><c r="秘密"><v>5</v></c></row>')).then(
      () => null,
      (e: unknown) => e,
    );
    expect((error as HostError).detail).not.toContain("秘密");
  });
});

describe("limits", () => {
  const limited = (bytes: Uint8Array, limits: Partial<typeof LIMITS>) => readXlsx(bytes, { inflater, limits });
  const many = rows(
    Array.from({ length: 300 }, (_, i) => `<row r="${i + 1}"><c r="J${i + 1}"><v>1</v></c></row>`).join(""),
  );

  it.each<[string, Uint8Array, Partial<typeof LIMITS>]>([
    ["bytes of the file", many, { fileBytes: 100 }],
    ["parts", many, { entries: 3 }],
    ["bytes of a sheet", many, { sheetBytes: 1000 }],
    ["bytes of another part", many, { partBytes: 100 }],
    ["bytes in all", many, { totalBytes: 3000 }],
    ["the ratio of a part", many, { ratio: 5, ratioFrom: 1000 }],
    ["cells", many, { cells: 2999 }],
    ["strings", withPart("xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${"<si/>".repeat(50)}</sst>`), { strings: 49 }],
    [
      "plain strings",
      withPart("xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${"<si><t>a</t></si>".repeat(50)}</sst>`),
      { strings: 49 },
    ],
    ["sheets", many, { sheets: 0 }],
    [
      "merged areas",
      makeSheet(`<sheetData/><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(9)}</mergeCells>`),
      { merges: 8 },
    ],
  ])("%s", async (_name, bytes, limits) => {
    await expect(limited(bytes, limits)).rejects.toMatchObject({ code: "tooLarge" });
  });

  it("lets pass what stands at the limit", async () => {
    expect((await limited(many, { cells: 3000 })).grids[0]!.values).toHaveLength(300);
  });

  it("refuses a bomb by what it declares, without inflating it", async () => {
    const bytes = oddZip({
      entries: Object.entries(parts).map(([name, content]) => ({
        name,
        content: name === "xl/worksheets/sheet1.xml" ? " ".repeat(500_000) : content,
        says: name === "xl/worksheets/sheet1.xml" ? { size: 200_000_000 } : {},
      })),
    });
    const before = process.memoryUsage().arrayBuffers;
    await expect(read(bytes)).rejects.toMatchObject({ code: "tooLarge", detail: expect.stringMatching(/inflates/) });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });

  it("refuses rows that are wide and many", async () => {
    const wideRows = Array.from(
      { length: 2000 },
      (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
    ).join("");
    await expect(read(rows(wideRows))).rejects.toMatchObject({ code: "tooLarge", detail: "cells" });
  });
});

describe("patching what is broken", () => {
  const annotation = { marks: [{ sheet: "问题整改台账", row: 2, col: 2, severity: "error" as const, note: "某" }] };
  const full = fullWorkbookParts();

  it.each(["xl/styles.xml", "xl/comments1.xml", "[Content_Types].xml", "xl/workbook.xml"])(
    "refuses a broken %s",
    (name) => {
      const text = full[name] as string;
      const bytes = zipParts({ ...full, [name]: text.slice(0, text.length - 12) });
      expect(() => patchXlsx(openPackage(bytes, inflater, LIMITS), annotation)).toThrow(HostError);
    },
  );

  it("refuses to write a part back whose text it can't decode", () => {
    const text = full["xl/styles.xml"] as string;
    const broken = Buffer.from(
      text.replace("黑体", "\u0001\u0001\u0001\u0001\u0001\u0001").replace(/\u0001/g, "a"),
      "utf8",
    );
    broken[broken.indexOf("aaaaaa")] = 0xff;
    const bytes = zipParts({ ...full, "xl/styles.xml": new Uint8Array(broken) });
    expect(() => patchXlsx(open(bytes), annotation)).toThrow(/written back/);
  });

  it("marks a sheet whose notes it can't draw, and says so", () => {
    const bytes = zipParts({ ...full, "xl/drawings/vmlDrawing1.vml": "<xml>" });
    const result = patchXlsx(open(bytes), annotation);
    expect(result.marked).toBe(1);
    expect(result.notesSkipped).toEqual(["问题整改台账!C3"]);
  });

  it("never does anything but copy or refuse, whatever is broken", () => {
    const names = Object.keys(full).filter((name) => typeof full[name] === "string");
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(60),
        fc.constantFrom("", "<", ">", '"', "&", "/", "<!--", "\u0000"),
        (name, at, cut, put) => {
          const text = full[name] as string;
          const from = at % text.length;
          const bytes = zipParts({ ...full, [name]: text.slice(0, from) + put + text.slice(from + cut) }, 0);
          try {
            cleanXlsx(open(patchXlsx(open(bytes), annotation).bytes));
          } catch (error) {
            expect(error).toBeInstanceOf(HostError);
          }
        },
      ),
      { numRuns: 250 },
    );
  });

  it("never does anything but read or refuse, whatever is broken in a sheet", async () => {
    const text = full["xl/worksheets/sheet1.xml"] as string;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.nat(40),
        fc.constantFrom("", "<", ">", '"', "'", "&", "/", "<!--", "<![CDATA[", "\u0000", "</c>", "<c>"),
        async (at, cut, put) => {
          const bytes = zipParts(
            { ...full, "xl/worksheets/sheet1.xml": text.slice(0, at) + put + text.slice(at + cut) },
            0,
          );
          try {
            await read(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(HostError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** The head of a compound file with a directory entry EncryptedPackage. */
function encryptedPackage(): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from("EncryptedPackage", "utf16le"), 1024 + 128);
  return bytes;
}
