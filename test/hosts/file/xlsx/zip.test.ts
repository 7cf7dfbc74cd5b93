import fc from "fast-check";
import { createNodeInflater } from "../../../../src/hosts/file/node-zlib";
import { createFflateInflater, LIMITS, patchXlsx } from "../../../../src/hosts/file/xlsx";
import { crc32 } from "../../../../src/hosts/file/xlsx/crc32";
import { openZip } from "../../../../src/hosts/file/xlsx/zip";
import { open, packageParts, rawEntries, read } from "./make-package";
import { oddZip, referenceCrc, type OddEntry, type OddZip } from "./odd-zip";

const parts = packageParts({
  sheets: [{ name: "表", inner: '<sheetData><row r="1"><c r="A1"><v>42</v></c></row></sheetData>' }],
});

function book(how: Partial<OddEntry> = {}, more: Partial<OddZip> = {}, extra: readonly OddEntry[] = []): Uint8Array {
  return oddZip({
    entries: [...Object.entries(parts).map(([name, content]) => ({ name, content, ...how })), ...extra],
    ...more,
  });
}

describe("archives as they are written", () => {
  const junk = new TextEncoder().encode("something that isn't zip at all");
  const cases: [string, Uint8Array][] = [
    ["plainly", book()],
    ["stored", book({ stored: true })],
    ["with data descriptors", book({ descriptor: "signed" })],
    ["with descriptors without a signature", book({ descriptor: "unsigned" })],
    ["with wide descriptors and ZIP64 fields", book({ descriptor: "wide", zip64: true })],
    ["with ZIP64 fields", book({ zip64: true })],
    ["with a ZIP64 end", book({ zip64: true }, { zip64End: true })],
    ["with a comment", book({}, { comment: "某注释 PK\u0005\u0006" })],
    ["behind something else", book({}, { before: junk })],
    ["behind something else with ZIP64", book({ zip64: true }, { before: junk, zip64End: true })],
    ["with folders", book({}, {}, [{ name: "xl/", content: "", stored: true }])],
    [
      "with backslashes",
      oddZip({
        entries: Object.entries(parts).map(([name, content]) => ({ name: name.replace(/\//g, "\\"), content })),
      }),
    ],
    ["with names in code page 437", book({}, {}, [{ name: Uint8Array.of(0x61, 0x81, 0xff), content: "x" }])],
  ];

  it.each(cases)("%s: read and copied", async (_name, bytes) => {
    expect((await read(bytes)).grids[0]!.values).toEqual([[42]]);
    const copy = patchXlsx(open(bytes), { edits: [{ sheet: "表", row: 0, col: 1, value: 7 }] }).bytes;
    expect((await read(copy)).grids[0]!.values).toEqual([[42, 7]]);
    const before = rawEntries(bytes);
    const after = rawEntries(copy);
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before.keys()].filter((name) => after.get(name) !== before.get(name));
    expect(changed).toEqual(["xl/worksheets/sheet1.xml"]);
  });

  it("copies a file that comes as a Buffer, and leaves the Buffer as it is", async () => {
    const buffer = Buffer.from(book());
    const before = Buffer.from(buffer);
    const copy = patchXlsx(open(buffer), { edits: [{ sheet: "表", row: 0, col: 1, value: 7 }] }).bytes;
    expect(buffer.equals(before)).toBe(true);
    expect((await read(copy)).grids[0]!.values).toEqual([[42, 7]]);
    expect((await read(Buffer.from(copy))).grids[0]!.values).toEqual([[42, 7]]);
  });

  it("decodes names in UTF-8 and in code page 437", () => {
    const bytes = oddZip({
      entries: [
        { name: "某.xml", content: "" },
        { name: Uint8Array.of(0x61, 0x81), content: "" },
      ],
    });
    expect(openZip(bytes, LIMITS).entries.map((entry) => entry.name)).toEqual(["某.xml", "aü"]);
  });
});

describe("archives that are refused", () => {
  const cases: [string, Uint8Array, string, RegExp][] = [
    ["two parts of one name", book({}, {}, [{ name: "XL/workbook.xml", content: "" }]), "damaged", /two parts/],
    ["a name that climbs", book({}, {}, [{ name: "../x", content: "" }]), "damaged", /part name/],
    [
      "a name that climbs with backslashes",
      book({}, {}, [{ name: "a\\..\\..\\x", content: "" }]),
      "damaged",
      /part name/,
    ],
    ["an absolute name", book({}, {}, [{ name: "/etc/x", content: "" }]), "damaged", /part name/],
    ["a drive", book({}, {}, [{ name: "C:/x", content: "" }]), "damaged", /part name/],
    ["a NUL in a name", book({}, {}, [{ name: "a\0b", content: "" }]), "damaged", /part name/],
    ["encryption", book({ flags: 1 }), "encrypted", /zip/],
    ["an unknown method", book({ method: 12 }), "unsupportedFormat", /method 12/],
    ["a wrong sum", book({ says: { crc: 1 } }), "damaged", /sum/],
    ["a size too small", book({ says: { size: 5 } }), "damaged", /./],
    ["a size too large", book({ says: { size: 5_000_000 } }), "damaged", /./],
    ["data outside the file", book({ says: { compressedSize: 4_000_000 } }), "damaged", /part/],
    ["an offset outside the file", book({ says: { start: 4_000_000 } }), "damaged", /part/],
    ["overlapping parts", book({ says: { start: 0 } }), "damaged", /overlapping/],
    ["a cut file", book().subarray(0, 900), "damaged", /cut off/],
    [
      "a lost directory",
      Uint8Array.from([...book().subarray(0, 900), ...book().subarray(-22)]),
      "damaged",
      /directory/,
    ],
  ];

  it.each(cases)("%s", async (_name, bytes, code, detail) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: "HostError", code, detail: expect.stringMatching(detail) });
  });

  it.each([
    ["Node's", createNodeInflater()],
    ["the browser's", createFflateInflater()],
  ])("does not inflate beyond what a part declares: %s inflater", (_name, inflater) => {
    // One that is inflated at one go, one in pieces.
    for (const content of [new Uint8Array(3_000_000), noise(3_000_000)]) {
      const data = createNodeInflater().deflate(content);
      const sum = inflater.crc32(content);
      let most = 0;
      try {
        const out = inflater.inflate(data, 1000);
        most = out.length;
        expect(inflater.crc32(out)).not.toBe(sum);
      } catch (error) {
        expect(error).toMatchObject({ message: expect.any(String) });
      }
      expect(most).toBeLessThanOrEqual(1000);
      expect(() => inflater.inflate(data, 3_500_000)).toThrow();
      expect(inflater.crc32(inflater.inflate(data, 3_000_000))).toBe(sum);
    }
  });

  it("never does anything but read or refuse, whatever is broken", async () => {
    const whole = book({ descriptor: "signed" });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(whole.length - 1), to: fc.integer({ min: 0, max: 255 }) }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.option(fc.nat(whole.length)),
        async (hits, cut) => {
          const bytes = whole.slice(0, cut ?? whole.length);
          for (const { at, to } of hits) if (at < bytes.length) bytes[at] = to;
          try {
            await read(bytes);
          } catch (error) {
            expect(error).toMatchObject({ name: "HostError" });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

function noise(length: number): Uint8Array {
  let seed = 1;
  return Uint8Array.from({ length }, () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 24);
}

describe("sums", () => {
  it("are those of the standard", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
    const random = Uint8Array.from({ length: 10_007 }, (_, i) => (i * 7919) & 255);
    if (referenceCrc) expect(crc32(random)).toBe(referenceCrc(random));
  });
});
