/** 退回修改意见: words for the unit, each wrong row in its unit's file once, and a workbook that clean restores. */
import fc from "fast-check";
import { excerptBytes } from "../../../src/app/excerpts";
import { RULES, runCheck } from "../../../src/check";
import { type CellValue, valueAt } from "../../../src/grid";
import { bookBytes, openBytes } from "../../../src/hosts/file/node";
import { readWorkbook, type Reading } from "../../../src/ledger";
import {
  type Checked,
  IntoMaster,
  type LetterFacts,
  NO_LETTER_FACTS,
  type Returned,
  returnExcerpt,
  returnFindings,
  returnJson,
  returnPaper,
} from "../../../src/month";
import { linesOfPaper } from "../../../src/notice";
import { proofread } from "../../../src/proofread";
import { reaches } from "../../../src/rule";
import { gridOf } from "../../grid/grid-of";
import { buildXlsx } from "../../hosts/file/build";

const AS_OF = { year: 2025, month: 11, day: 28 };
const HEAD = ["序号", "反馈问题", "责任单位", "责任领导", "整改时限", "整改状态", "整改进展", "完成时间", "佐证材料"];
type Row = readonly CellValue[];

const FACTS: LetterFacts = {
  ...NO_LETTER_FACTS,
  issuer: "××县某某办公室",
  replyBy: { year: 2025, month: 12, day: 10 },
  contact: "甲某",
  phone: "0000-2345678",
  signDate: { year: 2025, month: 12, day: 1 },
};

function read(rows: readonly Row[]): Reading {
  const title = ["××县某局巡察反馈问题整改台账", ...HEAD.slice(1).map(() => "<")];
  return readWorkbook([gridOf([title, HEAD, ...rows])], { today: AS_OF, asOf: AS_OF });
}

async function checked(reading: Reading, level: "error" | "warning" = "warning"): Promise<Checked> {
  const { findings } = (await runCheck(reading))!;
  return { reading, findings: findings.filter(({ severity }) => reaches(severity, level)), owner: null };
}

async function returned(rows: readonly Row[], level: "error" | "warning" = "warning"): Promise<Returned> {
  return returnFindings([await checked(read(rows), level)]);
}

const DONE = ["已完成", "已修订制度。", "2025-06-01", "制度文本"] as const;
/** A row of which nothing is wrong. */
const right = (number: string): Row => [number, "某项无误的事", "县丁局", "丁某", "2025年6月30日", ...DONE];
const over = (number: string, unit: string, more: Readonly<Record<string, CellValue>> = {}): Row => {
  const row: CellValue[] = [number, `某问题第${number}项没有落实`, unit, "甲某", "2025年6月30日", ...DONE];
  for (const [head, value] of Object.entries(more)) row[HEAD.indexOf(head)] = value;
  return row;
};
const linesOf = ({ letters }: Returned, unit: string) => letters.find((letter) => letter.unit === unit)?.lines ?? [];

describe("words for the unit", () => {
  it.each<[string, Readonly<Record<string, CellValue>>, string, string]>([
    ["a status that says nothing", { 整改状态: "搞定了吗" }, "看不出“搞定了吗”是完成还是未完成", "改成明确的状态词"],
    ["a day that is none", { 整改时限: "2025年13月31日" }, "“2025年13月31日”日历上没有这一天", "改成具体日期"],
    ["done without a date", { 完成时间: null }, "完成时间未填", "补填实际完成日期"],
    ["done without evidence", { 佐证材料: "" }, "佐证材料未填", "补上佐证材料的名称或编号"],
    [
      "done, but going on",
      { 整改进展: "尚未完成，正在推进。" },
      "进展里却写“尚未完成”",
      "没有做完的，把状态改为正在整改",
    ],
    ["overdue", { 整改状态: "正在整改", 完成时间: null }, "已超期151天", "确未完成的抓紧办结"],
    ["no deadline", { 整改时限: "" }, "整改时限未填", "填写日期"],
  ])("tells %s", async (_what, more, wrong, todo) => {
    const [line, ...rest] = linesOf(await returned([over("1", "县甲局", more), right("2")]), "县甲局");
    expect(rest).toEqual([]);
    expect(line).toMatchObject({ number: "1", about: "某问题第1项没有落实" });
    expect(line!.wrong).toContain(wrong);
    expect(line!.todo).toContain(todo);
  });

  it("has advice for each rule that does not speak of this program", () => {
    for (const { alias, page } of RULES)
      expect([alias, page.forUnit ?? page.todo]).toEqual([
        alias,
        expect.not.stringMatching(/设置|忽略|词表|核验页|列对应|各列的含义|程序(?!申请)|点“|--|[a-z]{3,}/u),
      ]);
  });

  it("names another item by its words where it is the unit's, and by no cell of the ledger", async () => {
    const made = await returned([
      over("1", "县甲局", { 整改状态: "什么", 反馈问题: "某项制度长期没有修订完善" }),
      over("1", "县甲局", { 反馈问题: "某笔资金滞留在账上" }),
      over("1", "县乙局", { 反馈问题: "某处平台没有启用" }),
      right("2"),
    ]);
    expect(linesOf(made, "县甲局").map(({ wrong }) => wrong)).toContainEqual(
      "序号1与另一项“某项制度长期没有修订完善”重复，请改正序号；如果是同一个问题，请合并为一项。",
    );
    expect(linesOf(made, "县乙局").map(({ wrong }) => wrong)).toContainEqual(
      "序号1与另一项重复，请改正序号；如果是同一个问题，请合并为一项。",
    );
    for (const { lines } of made.letters)
      for (const { wrong } of lines) expect(wrong).not.toMatch(/(?<![A-Za-z])[A-Z]{1,2}\d/u);
  });

  it("tells which of several measures, and which sheet where the unit has rows on several", async () => {
    const head = ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态"];
    const title = ["××县某局巡察反馈问题整改台账", "<", "<", "<", "<", "<"];
    const problems = gridOf(
      [
        title,
        head,
        ["1", "某制度不健全", "一是修订完善某项管理制度并印发", "县甲局", "尽快", "正在整改"],
        ["^", "^", "二是加强培训", "县甲局", "2025年12月31日", "说不清"],
      ],
      { sheet: "问题" },
    );
    const letterHead = ["序号", "信访事项", "责任单位", "办理时限", "办理状态"];
    const letters = gridOf([letterHead, ["1", "反映某路灯不亮", "县甲局", "尽快", "正在办理"]], { sheet: "信访件" });
    const options = { today: AS_OF, asOf: AS_OF };
    const both = linesOf(returnFindings([await checked(readWorkbook([problems, letters], options))]), "县甲局");
    expect(both.map(({ wrong }) => wrong.split("：")[0])).toEqual([
      "工作表“问题”，第1条措施“一是修订完善某项管理制…”",
      "工作表“问题”，第2条措施“二是加强培训”",
      "工作表“信访件”",
    ]);
    const one = linesOf(returnFindings([await checked(readWorkbook([letters], options))]), "县甲局");
    expect(one[0]!.wrong).toMatch(/^办理时限|^整改时限/u);
  });

  it("cuts a long problem to 30 characters", async () => {
    const long = over("1", "县甲局", { 反馈问题: "长".repeat(32_767), 佐证材料: "" });
    const [line] = linesOf(await returned([long, right("2")]), "县甲局");
    expect(line!.about).toBe(`${"长".repeat(29)}…`);
  });

  it("tells an empty column to each unit that is written to, with its own rows only", async () => {
    const lacking = [1, 2, 3, 4, 5, 6].map((number) =>
      over(String(number), number < 5 ? "县甲局" : "县乙局", { 佐证材料: null }),
    );
    const rows = [...lacking, over("7", "县乙局", { 整改状态: "什么", 佐证材料: null })];
    const letters = await returned(rows);
    const wrong = (unit: string) => linesOf(letters, unit).map(({ number, wrong: text }) => [number, text]);
    expect(wrong("县甲局")).toEqual([["1", expect.stringContaining("另外3行")]]);
    expect(wrong("县乙局")).toEqual([
      ["", "佐证材料一列都没有填，你单位已完成的有2行，请补填。"],
      ["7", expect.stringContaining("什么")],
    ]);
  });

  it("leaves open what the facts do not say, and proofreading has nothing against the letter", async () => {
    const made = await returned([
      over("1", "县甲局", { 整改状态: "什么" }),
      over("2", "县甲局", { 完成时间: null }),
      right("3"),
    ]);
    const said = linesOfPaper(returnPaper(made.letters[0]!, FACTS));
    expect(said.join("\n")).toContain("于2025年12月10日前报回");
    expect(proofread(said, { final: true }).findings).toEqual([]);
    const open = linesOfPaper(returnPaper(made.letters[0]!, NO_LETTER_FACTS)).join("\n");
    for (const name of ["发文单位", "反馈期限", "联系人", "联系电话", "落款日期"])
      expect(open).toContain(`【待补充：${name}】`);
  });
});

describe("whose it is", () => {
  it("is the first-named lead unit's, however its name is spaced; who has nothing wrong is named", async () => {
    const wrong = { 整改状态: "什么" };
    const made = await returned([
      over("1", "县甲局、县乙局", wrong),
      over("2", "县 甲局", wrong),
      over("3", "", wrong),
      right("4"),
    ]);
    const json = returnJson(made, ({ fileName }, ending) => `d/${fileName}.${ending}`);
    expect(json).toEqual({
      schema: 1,
      letters: [{ unit: "县甲局", docx: "d/县甲局.docx", xlsx: "d/县甲局.xlsx", rows: 2, findings: 2 }],
      clean: ["县丁局"],
      noUnit: { rows: 1, findings: 2 },
    });
  });

  it("is the sender's, with what concerns its whole table", async () => {
    const rows = [over("1", "县甲局"), over("2", "县乙局")].map((row) => [...row.slice(0, 5), ...row.slice(6)]);
    const head = [...HEAD.slice(0, 5), ...HEAD.slice(6)];
    const title = ["整改台账", ...head.slice(1).map(() => "<")];
    const reading = readWorkbook([gridOf([title, head, ...rows])], { today: AS_OF, asOf: AS_OF });
    const made = returnFindings([{ ...(await checked(reading)), owner: "县某中心" }]);
    expect(made.letters).toHaveLength(1);
    expect(made.letters[0]).toMatchObject({ unit: "县某中心", rows: 0, findings: 0 });
    expect(made.letters[0]!.lines[0]).toMatchObject({ number: "", about: "台账整体" });
    // Nobody's rows go back: whose table is it then?
    expect(returnFindings([await checked(reading)])).toMatchObject({
      letters: [],
      untold: made.letters[0]!.lines.length,
    });
  });

  it.each(["../x", "CON", "a/b:c*?", "长".repeat(200), "县.\u202e局"])(
    "has a file that can be written: %s",
    async (unit) => {
      const made = await returned([over("1", unit, { 整改状态: "什么" }), right("2")]);
      for (const { fileName } of made.letters) {
        expect(fileName).not.toMatch(/[\\/:*?"<>|\u0000-\u001f\u202a-\u202e]|^\.+$|^con$/iu);
        expect(Array.from(`${fileName}-修改意见`).length).toBeLessThanOrEqual(80);
      }
    },
  );
});

const anyRow = fc
  .record({
    unit: fc.constantFrom("县甲局", "县乙局、县甲局", "县丙局", "../x", ""),
    deadline: fc.constantFrom("2025年6月30日", "2025年13月31日", "", "尽快", "长期坚持"),
    status: fc.constantFrom("已完成", "正在整改", "什么", ""),
    done: fc.constantFrom<CellValue>("2025-06-01", null, "2026-06-01"),
    problem: fc.constantFrom("=1+1", "<b>某</b>&'\"]]>", "某项没有落实", "+盘活", "@某"),
  })
  .map(({ unit, deadline, status, done, problem }): Readonly<Record<string, CellValue>> => ({
    责任单位: unit,
    整改时限: deadline,
    整改状态: status,
    完成时间: done,
    反馈问题: problem,
  }));

it("returns every finding of a row once, to its unit or to nobody", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { minLength: 1, maxLength: 10 }),
      fc.constantFrom("error" as const, "warning" as const),
      async (made, level) => {
        const source = await checked(read(made.map((more, at) => over(String(at + 1), "", more))), level);
        const { letters, noUnit } = returnFindings([source]);
        const told = letters.flatMap(({ of }) => of.map(({ finding }) => finding.id));
        expect(new Set(told).size).toBe(told.length);
        const ofRows = source.findings.filter(({ item, row }) => item !== null && row > 1);
        expect(told.length + noUnit.findings).toBe(ofRows.length);
        // Each wrong row stands in exactly one workbook.
        const rows = letters.flatMap((letter) => returnExcerpt(letter).sheets.flatMap(({ lines }) => dataRows(lines)));
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows.length).toBe(letters.reduce((sum, letter) => sum + letter.rows, 0));
      },
    ),
    { numRuns: 40 },
  );
});

function dataRows(lines: readonly { readonly part: string; readonly row: number | null }[]): readonly number[] {
  return lines.flatMap(({ part, row }) => (part === "data" && row !== null ? [row] : []));
}

describe("the workbook of the rows to be mended", () => {
  const LEDGER: readonly Row[] = [
    over("1", "县甲局", { 整改状态: "什么", 反馈问题: '=HYPERLINK("a")' }),
    over("2", "县甲局"),
    over("3", "县甲局", { 佐证材料: "", 完成时间: null, 反馈问题: "<b>某</b>&]]>" }),
    over("4", "县乙局", { 整改时限: "尽快" }),
  ];
  const sheet = (rows: readonly Row[]) => ({
    name: "整改台账",
    values: [["××县某局巡察反馈问题整改台账"], HEAD, ...rows],
  });

  async function workbook(ending: "xlsx" | "csv") {
    const csv = [HEAD, ...LEDGER]
      .map((row) => row.map((v) => `"${String(v ?? "").replace(/"/g, '""')}"`).join(","))
      .join("\n");
    const bytes = ending === "csv" ? new TextEncoder().encode(csv) : await buildXlsx([sheet(LEDGER)]);
    const host = await openBytes(bytes, `台账.${ending}`);
    const reading = readWorkbook(await host.read.grids(), { today: AS_OF, asOf: AS_OF });
    const [letter] = returnFindings([await checked(reading)]).letters;
    const excerpt = returnExcerpt(letter!);
    const without = {
      ...excerpt,
      sheets: excerpt.sheets.map((each) => ({
        ...each,
        added: null,
        filter: false,
        lines: each.lines.map((line) => ({ ...line, values: line.values.slice(0, each.right + 1) })),
        merges: each.merges.filter(({ right }) => right <= each.right),
      })),
    };
    return {
      master: reading,
      bytes: await excerptBytes(excerpt, host, bookBytes),
      bare: await excerptBytes(without, host, bookBytes),
    };
  }

  const open = async (bytes: Uint8Array) => {
    const host = await openBytes(bytes, "待修改.xlsx");
    return { host, grid: (await host.read.grids())[0]! };
  };

  it.each(["xlsx", "csv"] as const)("holds the wrong rows with what is wrong behind them, of a .%s", async (ending) => {
    const { grid } = await open((await workbook(ending)).bytes);
    const head = grid.values.findIndex((row) => row.includes("核验意见"));
    expect(grid.values[head]).toEqual([...HEAD, "核验意见"]);
    expect(grid.values.slice(head + 1).map((row) => [String(row[0]), row[1]])).toEqual([
      ["1", '=HYPERLINK("a")'],
      ["3", "<b>某</b>&]]>"],
    ]);
    expect(String(valueAt(grid, head + 2, HEAD.length)).split("\n")).toHaveLength(2);
  });

  it.each(["xlsx", "csv"] as const)("is restored by clean: cells, merges, filter, names, of a .%s", async (ending) => {
    const { bytes, bare } = await workbook(ending);
    const { bytes: clean, removed } = await (await open(bytes)).host.copies!.clean();
    expect(removed).toEqual([`opinions:${(await open(bytes)).grid.sheet}`]);
    const [cleaned, wanted] = [(await open(clean)).grid, (await open(bare)).grid];
    const trimmed = (rows: readonly (readonly CellValue[])[]) =>
      rows.map((row) =>
        row
          .map((value) => value ?? "")
          .join("\t")
          .trimEnd(),
      );
    expect(trimmed(cleaned.values)).toEqual(trimmed(wanted.values));
    expect(cleaned.merges).toEqual(wanted.merges);
    const left = Buffer.from(clean).toString("latin1");
    for (const word of ["_taizhang", "_FilterDatabase"]) expect(left).not.toContain(word);
    expect((await (await open(clean)).host.copies!.clean()).removed).toEqual([]);
  });

  it("comes back by filling in: unedited it changes nothing, edited exactly what was edited", async () => {
    const { master, bytes } = await workbook("xlsx");
    const back = async (change: (rows: CellValue[][]) => void) => {
      const { grid } = await open(bytes);
      const values = grid.values.map((row) => [...row]);
      change(values);
      const into = new IntoMaster(master, { definition: "done" });
      into.take({
        file: "待修改.xlsx",
        reading: readWorkbook([{ ...grid, values }], { today: AS_OF, asOf: AS_OF }),
      });
      const { planned, conflicts } = into.plan();
      return { updates: planned.map(({ update }) => [update.field, update.to]), conflicts };
    };
    expect(await back(() => undefined)).toEqual({ updates: [], conflicts: [] });
    const edited = await back((rows) => {
      rows[2]![HEAD.indexOf("整改状态")] = "已完成";
      rows[3]![HEAD.indexOf("佐证材料")] = "会议纪要";
    });
    expect(edited).toEqual({
      updates: [
        ["status", "已完成"],
        ["evidence", "会议纪要"],
      ],
      conflicts: [],
    });
  });
});
