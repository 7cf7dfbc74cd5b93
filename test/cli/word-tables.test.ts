/** Ledgers sent back as .docx: ten shapes with their tallies, each checked as the same table in an .xlsx is. */
import type { Area, CellValue } from "../../src/grid/grid";
import { buildXlsx } from "../hosts/file/build";
import { makeDocx } from "../hosts/file/docx/make-docx";
import { expectOneSentence, makeFolder, put, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** A cell: its text, and how many columns and rows it covers. */
type Cell = string | { readonly text: string; readonly cols?: number; readonly rows?: number };
type Row = readonly Cell[];

interface Shape {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Before the table. */
  readonly caption?: readonly string[];
  /** How a cell's content is written, where not as one run of text. */
  readonly content?: (text: string, row: number, col: number) => string | null;
  /** A row's XML, changed. */
  readonly wrapRow?: (xml: string, row: number) => string;
  readonly wrapTable?: (xml: string) => string;
  readonly widths?: readonly number[];
  readonly extra?: Readonly<Record<string, string>>;
  /** Of problems: all, and done. */
  readonly total: number;
  readonly done: number;
}

const HEAD = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态"];
const DONE = (n: number, problem = `问题${n}`): string[] => [
  String(n),
  problem,
  `措施${n}`,
  "县财政局",
  "2025年6月底前",
  "已完成",
];
const OPEN = (n: number): string[] => [String(n), `问题${n}`, `措施${n}`, "", "2025年8月底前", "正在整改"];
const para = (inner: string): string => `<w:p>${inner}</w:p>`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const lines = (text: string): string =>
  text
    .split("\n")
    .map((line) => para(run(line)))
    .join("");

/** Cells at their places: what stands there, what goes on from above. */
function layOut(rows: readonly Row[]): {
  cells: { row: number; col: number; cell: Cell | "on"; cols: number }[];
  merges: Area[];
} {
  const cells: { row: number; col: number; cell: Cell | "on"; cols: number }[] = [];
  const merges: Area[] = [];
  const down = new Map<number, { left: number; cols: number }>();
  rows.forEach((line, row) => {
    let col = 0;
    const goOn = (): void => {
      for (let held = down.get(col); held && held.left > 0; held = down.get(col)) {
        cells.push({ row, col, cell: "on", cols: held.cols });
        down.set(col, { ...held, left: held.left - 1 });
        col += held.cols;
      }
    };
    for (const cell of line) {
      goOn();
      const { cols = 1, rows: high = 1 } = typeof cell === "string" ? {} : cell;
      cells.push({ row, col, cell, cols });
      if (high > 1) down.set(col, { left: high - 1, cols });
      if (cols > 1 || high > 1) merges.push({ top: row, left: col, bottom: row + high - 1, right: col + cols - 1 });
      col += cols;
    }
    goOn();
  });
  return { cells, merges };
}

const textOf = (cell: Cell | "on"): string => (cell === "on" ? "" : typeof cell === "string" ? cell : cell.text);

function docxOf(shape: Shape): Uint8Array {
  const { cells } = layOut(shape.rows);
  const rows = shape.rows.map((_, row) => {
    const own = cells.filter((each) => each.row === row).sort((a, b) => a.col - b.col);
    const xml = own.map(({ col, cell, cols }) => {
      const span = cols > 1 ? `<w:gridSpan w:val="${cols}"/>` : "";
      const high = typeof cell === "object" && (cell.rows ?? 1) > 1;
      const merge = cell === "on" ? "<w:vMerge/>" : high ? '<w:vMerge w:val="restart"/>' : "";
      const content = shape.content?.(textOf(cell), row, col) ?? lines(cell === "on" ? "" : textOf(cell));
      return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${content}</w:tc>`;
    });
    const whole = `<w:tr>${xml.join("")}</w:tr>`;
    return shape.wrapRow?.(whole, row) ?? whole;
  });
  const grid = (shape.widths ?? []).map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const table = `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${rows.join("")}</w:tbl>`;
  const caption = (shape.caption ?? []).map((line) => para(run(line))).join("");
  return makeDocx(caption + (shape.wrapTable?.(table) ?? table) + para(""), shape.extra);
}

function xlsxOf(shape: Shape): Promise<Uint8Array> {
  const { cells, merges } = layOut(shape.rows);
  const values: CellValue[][] = shape.rows.map(() => []);
  for (const { row, col, cell } of cells) {
    const text = textOf(cell);
    while (values[row]!.length <= col) values[row]!.push(null);
    values[row]![col] = text === "" ? null : /^[1-9]\d*$/.test(text) ? Number(text) : text;
  }
  return buildXlsx([{ name: "表1", values, merges }]);
}

const NUMBERING =
  '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="3">' +
  '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>';
const NUMBERING_RELATION =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>';

const SHAPES: readonly Shape[] = [
  {
    name: "a row for each problem",
    rows: [HEAD, DONE(1), DONE(2), OPEN(3)],
    caption: ["某局巡察反馈问题整改台账"],
    total: 3,
    done: 2,
  },
  {
    name: "problems merged over their measures",
    rows: [
      HEAD,
      [{ text: "1", rows: 3 }, { text: "问题一", rows: 3 }, "一是修订", "县财政局", "2025年6月底前", "已完成"],
      ["二是培训", "县财政局", "2025年6月底前", "已完成"],
      ["三是检查", "", "2025年6月底前", "已完成"],
      [{ text: "2", rows: 2 }, { text: "问题二", rows: 2 }, "四是追缴", "县审计局", "2025年8月底前", "已完成"],
      ["五是问责", "县审计局", "2025年8月底前", "正在整改"],
    ],
    total: 2,
    done: 1,
  },
  {
    name: "a header of two bands",
    rows: [
      [
        { text: "序号", rows: 2 },
        { text: "反馈问题", rows: 2 },
        { text: "整改情况", cols: 3 },
        { text: "责任单位", rows: 2 },
      ],
      ["整改措施", "整改时限", "整改状态"],
      ["1", "问题一", "修订", "2025年6月底前", "已完成", "县财政局"],
      ["2", "问题二", "培训", "2025年12月", "正在整改", "县审计局"],
    ],
    total: 2,
    done: 1,
  },
  {
    name: "its header repeated on the next page, marked and typed again",
    rows: [HEAD, DONE(1), DONE(2), HEAD, DONE(3), OPEN(4)],
    wrapRow: (xml, row) => (row === 0 ? xml.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>") : xml),
    total: 4,
    done: 3,
  },
  {
    name: "numbers that Word counts itself",
    rows: [HEAD, DONE(1), DONE(2), OPEN(3)],
    content: (_text, row, col) =>
      row > 0 && col === 0
        ? '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr></w:p>'
        : null,
    extra: { "word/numbering.xml": NUMBERING, "word/_rels/document.xml.rels": NUMBERING_RELATION },
    total: 3,
    done: 2,
  },
  {
    name: "sections across the whole table",
    rows: [
      HEAD,
      [{ text: "一、党的建设方面", cols: 6 }],
      DONE(1),
      DONE(2),
      [{ text: "二、履行职责方面", cols: 6 }],
      OPEN(3),
    ],
    total: 3,
    done: 2,
  },
  {
    name: "cells of several paragraphs and runs",
    rows: [HEAD, ["1", "问题一", "一是修订制度；\n二是组织培训。", "县财政局", "2025年6月底前", "已完成"], OPEN(2)],
    content: (text) => (text.includes("\n") ? null : para(Array.from(text).map(run).join(""))),
    total: 2,
    done: 1,
  },
  {
    name: "statuses ticked, with a symbol's font",
    rows: [
      HEAD,
      ["1", "问题一", "修订", "县财政局", "2025年6月底前", "☑已完成□未完成"],
      ["2", "问题二", "培训", "县审计局", "2025年12月底前", "□已完成☑未完成"],
    ],
    content: (text) =>
      /[☑□]/.test(text)
        ? para(
            text
              .split(/([☑□])/)
              .map((piece) =>
                /[☑□]/.test(piece)
                  ? `<w:r><w:sym w:font="Wingdings" w:char="${piece === "☑" ? "F0FE" : "F0A8"}"/></w:r>`
                  : run(piece),
              )
              .join(""),
          )
        : null,
    total: 2,
    done: 1,
  },
  {
    name: "rows in content controls",
    rows: [HEAD, DONE(1), OPEN(2)],
    wrapRow: (xml) => `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`,
    total: 2,
    done: 1,
  },
  {
    name: "a row deleted with tracked changes, words inserted",
    rows: [HEAD, DONE(1), DONE(2), OPEN(3)],
    wrapTable: (xml) =>
      xml
        .replace(
          "</w:tbl>",
          '<w:tr><w:trPr><w:del w:author="某"/></w:trPr><w:tc><w:p><w:r><w:t>9</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        )
        .replace(
          run("问题1"),
          `<w:ins w:author="某">${run("问题1")}</w:ins><w:del w:author="某"><w:r><w:delText>旧</w:delText></w:r></w:del>`,
        ),
    total: 3,
    done: 2,
  },
];

describe.each(SHAPES.map((shape) => [shape.name, shape] as const))("%s", (_name, shape) => {
  const at = `形状${SHAPES.indexOf(shape)}`;

  it("counts", async () => {
    const file = await put(folder.path(`${at}.docx`), docxOf(shape));
    const { status, out, err } = await runCli(["tally", "--format", "json", "--as-of", "2025-10-10", file]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const { kinds } = JSON.parse(out);
    expect(kinds).toHaveLength(1);
    expect({ total: kinds[0].total, done: kinds[0].byStatus.done }).toEqual({ total: shape.total, done: shape.done });
  });

  it("is checked as the same table in an .xlsx is", async () => {
    const check = async (ending: string, bytes: Uint8Array): Promise<object> => {
      const file = await put(folder.path(`${at}-同.${ending}`), bytes);
      const { out } = await runCli(["check", "--format", "json", "--as-of", "2025-10-10", file]);
      return { ...JSON.parse(out), file: "" };
    };
    const plain = { ...shape, caption: [] };
    expect(await check("docx", docxOf(plain))).toEqual(await check("xlsx", await xlsxOf(shape)));
  });
});

describe("what a document has beside its table", () => {
  it("takes kind, title and dates from the lines above", async () => {
    const rows = [
      ["序号", "信访事项", "责任单位", "办理时限", "办理状态"],
      ["1", "某件", "某局", "2025年6月底前", "已办结"],
    ];
    const file = await put(
      folder.path("信访.docx"),
      docxOf({ name: "", rows, caption: ["巡察移交信访件办理台账", "统计截止时间：2025年9月30日"], total: 1, done: 1 }),
    );
    const { asOf, kinds } = JSON.parse((await runCli(["tally", "--format", "json", file])).out);
    expect({ asOf, kinds: kinds.map((each: { kind: string }) => each.kind) }).toEqual({
      asOf: "2025-09-30",
      kinds: ["letter"],
    });
  });

  it("names table, row and column; a second table is a second sheet", async () => {
    const one = docxOf({
      name: "",
      rows: [["报送单位", "某局"]],
      total: 0,
      done: 0,
      wrapTable: (xml) => `${xml}${para(run("整改台账"))}${tableXml([HEAD, DONE(1), OPEN(2)])}`,
    });
    const file = await put(folder.path("两表.docx"), one);
    const { out, status } = await runCli(["check", file]);
    expect(status).toBe(1);
    expect(out).toContain("表2第3行第4列");
    expect(out).toContain("未计入：表1（");
    expect((await runCli(["check", "--group", "rule", file])).out).toContain("表2第3行第4列");
    expect((await runCli(["check", "--lang", "en", file])).out).toContain("表2 row 3 column 4");
    const json = JSON.parse((await runCli(["check", "--format", "json", file])).out);
    expect(json.findings).toContainEqual(expect.objectContaining({ rule: "unit-missing", sheet: "表2", cell: "D3" }));
  });

  it("sees through edges that were dragged a hair apart", async () => {
    // The second row's cells end a hair behind the header's.
    const cell = (text: string, span = 1): string =>
      `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${para(run(text))}</w:tc>`;
    const widths = [600, 2000, 20, 1980, 1500, 1500];
    const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
    const head = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态"];
    const first = `<w:tr>${head.map((text, i) => cell(text, i === 2 ? 2 : 1)).join("")}</w:tr>`;
    const second = `<w:tr>${["1", "问题一", "县财政局", "2025年6月底前", "已完成"].map((text, i) => cell(text, i === 1 ? 2 : 1)).join("")}</w:tr>`;
    const file = await put(
      folder.path("毫厘.docx"),
      makeDocx(`<w:tbl><w:tblGrid>${grid}</w:tblGrid>${first}${second}</w:tbl>`),
    );
    const { ledgers, findings } = JSON.parse(
      (await runCli(["check", "--format", "json", "--as-of", "2025-10-10", file])).out,
    );
    expect(ledgers[0].columns).toMatchObject({ problem: "B", unit: "C", deadline: "D", status: "E" });
    expect(findings.map((each: { rule: string }) => each.rule)).not.toContain("unit-missing");
  });

  it("warns of a row struck through", async () => {
    const rows = [HEAD, DONE(1), DONE(2)];
    const struck = (text: string, row: number): string | null =>
      row === 2 ? para(`<w:r><w:rPr><w:strike/></w:rPr><w:t>${text}</w:t></w:r>`) : null;
    const file = await put(folder.path("划去.docx"), docxOf({ name: "", rows, content: struck, total: 2, done: 2 }));
    const { findings } = JSON.parse((await runCli(["check", "--format", "json", file])).out);
    expect(findings.map((each: { rule: string }) => each.rule)).toContain("rows-struck");
  });

  it("a notice without a table is told as such; beside ledgers in a folder it is passed over, named", async () => {
    const notice = makeDocx(para(run("整改情况通报")));
    const alone = await runCli(["check", await put(folder.path("通报", "通报.docx"), notice)]);
    expect(alone.status).toBe(2);
    expectOneSentence(alone.err);
    expect(alone.err).toContain("没有表格");
    await put(folder.path("通报", "台账.docx"), docxOf(SHAPES[0]!));
    const all = await runCli(["tally", "--format", "json", folder.path("通报")]);
    expect(all.status).toBe(0);
    expect(all.out.trim().split("\n")).toHaveLength(1);
    expect(all.err).toContain("通报.docx");
  });

  it("is only read", async () => {
    const file = await put(folder.path("只读.docx"), docxOf(SHAPES[0]!));
    for (const command of ["annotate", "clean"]) {
      const { status, err } = await runCli([command, file]);
      expect(status).toBe(2);
      expectOneSentence(err);
    }
    const { status, out } = await runCli(["summary", "--set", "巡察组=县委巡察组", file]);
    expect(status).toBe(0);
    expect(out).toContain("反馈的3个具体问题，已完成整改2个");
  });
});

function tableXml(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((text) => `<w:tc>${para(run(text))}</w:tc>`).join("");
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("")}</w:tbl>`;
}
