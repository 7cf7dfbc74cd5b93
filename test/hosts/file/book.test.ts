import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import type { Book, BookCell, BookSheet } from "../../../src/grid";
import { writeBook } from "../../../src/hosts/file/book/write-book";
import { openFileHost } from "../../../src/hosts/file/file-host";
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";

const inflater = createNodeInflater();
const written = (book: Book): Uint8Array => writeBook(book, inflater);
const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array(0));
const sheet = (rows: BookSheet["rows"], more: Partial<BookSheet> = {}): BookSheet => ({
  name: "表",
  widths: [10, 20],
  rows,
  ...more,
});

async function readBack(bytes: Uint8Array) {
  return (await openFileHost(bytes, "表.xlsx", { inflater })).read.grids();
}

describe("a workbook that we write", () => {
  it("is read back as it was meant, whatever texts and figures it holds", async () => {
    const value = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).filter((text) => !text.includes("\r")),
      fc.constantFrom("=1+1", "+8", "-3", "@a", "<b>&amp;", "_x0041_", " 前后空格 ", "两\n行", "长".repeat(32_767)),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const bytes = written({ sheets: [sheet(rows.map((row) => row.map((v): BookCell => ({ value: v }))))] });
          const [grid] = await readBack(bytes);
          for (const [r, row] of rows.entries())
            for (const [c, expected] of row.entries()) expect(grid?.values[r]?.[c]).toEqual(expected);
        },
      ),
    );
  });

  it("keeps text text: what begins with = becomes no formula", () => {
    const xml = part(written({ sheets: [sheet([[{ value: "=HYPERLINK(1)" }]])] }), "xl/worksheets/sheet1.xml");
    expect(xml).not.toContain("<f>");
    expect(xml).toContain('t="inlineStr"');
  });

  it("saves a formula with what it gives, figures and words", async () => {
    const bytes = written({
      sheets: [
        sheet([
          [
            { value: 3, formula: "1+2", look: "count" },
            { value: "红", formula: 'IF(A1>2,"红","绿")', look: "count" },
          ],
          [{ value: "", formula: '""' }],
        ]),
      ],
    });
    const [grid] = await readBack(bytes);
    expect(grid?.values[0]).toEqual([3, "红"]);
    const xml = part(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).toContain("<f>1+2</f><v>3</v>");
    expect(xml).toContain('t="str"><f>IF(A1&gt;2,&quot;红&quot;,&quot;绿&quot;)</f><v>红</v>');
  });

  it("has every part named by a relationship and a content type, and the same bytes twice", () => {
    const book: Book = {
      sheets: [
        sheet(
          [
            [
              { value: "名称", look: "head" },
              { value: "数", look: "head" },
            ],
            [{ value: "甲" }, { value: 0.5, format: "0.0%" }],
          ],
          {
            head: 0,
            frozen: 1,
            filter: true,
            lists: [{ area: { top: 1, left: 0, bottom: 9, right: 0 }, words: ["甲", "乙"] }],
            colours: [{ area: { top: 1, left: 0, bottom: 1, right: 0 }, word: "甲", fill: "C00000" }],
            chart: {
              title: "数",
              names: { top: 1, left: 0, bottom: 1, right: 0 },
              series: [{ name: "数", values: { top: 1, left: 1, bottom: 1, right: 1 }, fill: "0F6CBD" }],
              format: "0.0%",
              at: { top: 0, left: 3, bottom: 12, right: 9 },
            },
          },
        ),
        sheet([[{ value: "看", link: "表!A2" }]], { name: "O'第二" }),
      ],
    };
    const bytes = written(book);
    expect(written(book)).toEqual(bytes);
    const files = Object.keys(unzipSync(bytes));
    const types = part(bytes, "[Content_Types].xml");
    for (const name of files.filter((one) => !one.endsWith(".rels") && one !== "[Content_Types].xml"))
      expect(types).toContain(`"/${name}"`);
    for (const name of files.filter((one) => one.endsWith(".rels"))) {
      const base = name.replace(/_rels\/[^/]*$/u, "");
      for (const [, target] of part(bytes, name).matchAll(/Target="([^"]+)"/gu))
        expect(files).toContain(new URL(target ?? "", `file:///${base}`).pathname.slice(1));
    }
    expect(part(bytes, "xl/workbook.xml")).toContain("&apos;表&apos;!$A$1:$B$2".replace(/&apos;/gu, "'"));
  });
});
