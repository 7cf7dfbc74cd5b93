import { strFromU8, unzipSync } from "fflate";
import { writeTable } from "../../../src/hosts/file/new-workbook";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import type { PlainTable } from "../../../src/hosts/draft";

/** Points of every data row of a table with a merged column of 12 and a column of its own of 12 characters. */
function heightsOf(rows: PlainTable["rows"], merges: PlainTable["merges"]): readonly number[] {
  const bytes = writeTable(
    {
      sheet: "台账",
      title: "台账",
      subtitle: "",
      columns: [
        { header: "具体问题", width: 12 },
        { header: "整改措施", width: 12 },
      ],
      rows,
      merges,
      notes: [],
    },
    createNodeInflater(),
  );
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array(0));
  return [...sheet.matchAll(/<row r="(\d+)"(?: ht="([\d.]+)")?/gu)]
    .filter((match) => Number(match[1]) > 3)
    .map((match) => Number(match[2]));
}

describe("heights of rows", () => {
  it("are those of the longest text of a row, five wide characters a line", () => {
    expect(heightsOf([["一二三四五", null]], [])).toEqual([15]);
    expect(heightsOf([["一二三四五六", "甲"]], [])).toEqual([30]);
    expect(heightsOf([["甲\n乙\n丙", "一二三四五六"]], [])).toEqual([45]);
  });

  it("make room for a merged text over its rows", () => {
    const problem = "一二三四五".repeat(6);
    expect(
      heightsOf(
        [
          [problem, "甲"],
          [null, "乙"],
        ],
        [{ first: 0, last: 1, col: 0 }],
      ),
    ).toEqual([45, 45]);
    expect(
      heightsOf(
        [
          ["甲", problem],
          [null, "乙"],
        ],
        [{ first: 0, last: 1, col: 0 }],
      ),
    ).toEqual([90, 15]);
  });

  it("never exceed what a row can have", () => {
    expect(heightsOf([["长".repeat(9000), null]], [])).toEqual([409]);
  });
});
