import * as fc from "fast-check";
import { parseCsv } from "../../../src/hosts/file/csv";
import { decodeText } from "../../../src/hosts/file/text-bytes";
import { HostError } from "../../../src/hosts/port";

describe("parseCsv", () => {
  it.each([
    [
      "plain cells",
      "序号,问题\n1,某问题",
      [
        ["序号", "问题"],
        [1, "某问题"],
      ],
    ],
    ["quotes, commas, line breaks", 'a,"甲,乙\n""丙"""\r\nb', [["a", '甲,乙\n"丙"'], ["b"]]],
    [
      "tabs",
      "序号\t问题\n1\t某,问题",
      [
        ["序号", "问题"],
        [1, "某,问题"],
      ],
    ],
    [
      "semicolons",
      "序号;问题;单位\n1;x;y",
      [
        ["序号", "问题", "单位"],
        [1, "x", "y"],
      ],
    ],
    ["a declared delimiter", "sep=;\n1;2,5", [[1, "2,5"]]],
    [
      "numbers that must stay text",
      "1-2,2025.10,001,20250630,1e5,12345",
      [["1-2", "2025.10", "001", "20250630", "1e5", 12345]],
    ],
    ["quoted digits are text", '"12",12', [["12", 12]]],
    ["guarded text", '="007",x', [["007", "x"]]],
    ["formulas stay text", "=1+1,@x", [["=1+1", "@x"]]],
    ["blank cells and rows", ",x,\n\n,,\ny", [[null, "x"], [], [], ["y"]]],
    ["trailing blank rows go", "x\n\n\n", [["x"]]],
    ["old Mac line ends", "x\ry", [["x"], ["y"]]],
  ])("reads %s", (_what, text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  const HEAD = "序号,问题,措施,单位,时限,状态\n";
  const row = (n: number, measure: string): string => `${n},问题${n},${measure},财政局,2025年6月底,已完成\n`;

  it.each([
    ["never closes", 'x,"y\nz', 1],
    ["never closes, rows behind it", HEAD + row(1, "甲") + row(2, '"乙') + row(3, "丙") + row(4, "丁"), 3],
    ["is closed by another stray one inside a word", HEAD + row(1, '"甲') + row(2, "乙") + row(3, '5"管'), 2],
    ["is closed by another stray one before a word", HEAD + row(1, '"甲') + row(2, '"乙') + row(3, "丙"), 2],
    ["is closed by another stray one behind a word", HEAD + row(1, '"甲') + row(2, "乙") + row(3, '丙"'), 2],
    ["is closed at the end of the next row's word", HEAD + row(1, "甲") + row(2, '"乙') + row(3, '丙"'), 3],
    ["stands behind cells of several lines", `${HEAD}1,"两\r\n行",甲,乙,丙,丁\r\n2,"某`, 4],
  ])("refuses a table whose quote %s, with its line", (_what, text, line) => {
    expect(() => parseCsv(text)).toThrow(expect.objectContaining({ code: "damaged", detail: `quote:${line}` }));
  });

  it("keeps cells of several lines, commas and quotes among them", () => {
    const cell = '一是修订制度, 完善流程\n二是开展培训, 覆盖全员, 做到""应训尽训""\n三是长期坚持';
    expect(parseCsv(HEAD + row(1, `"${cell}"`) + row(2, "乙"))).toHaveLength(3);
  });

  it("reads back what is written by the rules of RFC 4180", () => {
    const cell = fc.string({ unit: "binary" }).filter((text) => !/^(?:0|-?[1-9]\d{0,4})$/.test(text));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replace(/"/g, '""')}"`).join(",")).join("\n");
        const read = parseCsv(text);
        rows.forEach((row, r) => row.forEach((each, c) => expect(read[r]?.[c] ?? "").toBe(each)));
      }),
    );
  });

  it("reads a text of 100,000 quotes", () => {
    const text = `${'"'.repeat(100_000)},${"a,".repeat(8000)}\n`;
    expect(parseCsv(text).length).toBe(1);
  });

  it("refuses more columns than a sheet has", () => {
    expect(() => parseCsv("a,".repeat(20_000))).toThrow(HostError);
  });
});

describe("decodeText", () => {
  it.each([
    ["UTF-8", [0xe5, 0xba, 0x8f], "序"],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0xe5, 0xba, 0x8f], "序"],
    ["UTF-16, little end first", [0xff, 0xfe, 0x8f, 0x5e], "序"],
    ["UTF-16, big end first", [0xfe, 0xff, 0x5e, 0x8f], "序"],
    ["GBK", [0xd0, 0xf2, 0xba, 0xc5], "序号"],
    ["GB18030 beyond GBK", [0x95, 0x32, 0x82, 0x36], "𠀀"],
  ])("decodes %s", (_what, values, text) => {
    expect(decodeText(new Uint8Array(values))).toBe(text);
  });

  it("refuses bytes that are no text", () => {
    expect(() => decodeText(new Uint8Array([0xff, 0xff, 0xff, 0x80]))).toThrow(HostError);
  });
});
