/** 汇总: what each file says arrives, in words that hold without its sheet, and counts as it did. */
import * as fc from "fast-check";
import { buildDirectory, readFormHead, readWorkbook } from "../../../src/ledger";
import { mergeCounts, sameCounts, sumOf } from "../../../src/month/merge/counts";
import { compareNames, fileUnit } from "../../../src/month";
import { entryOf, FIELDS, makeLedger, NOVEMBER, readingOf } from "../month-ledger";
import { formats, gridsOf, mergeSent, rowsOf, sent, sheet } from "./files";

const HEAD = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态"] as const;
const title = (unit: string): readonly string[] => [`${unit}巡察反馈问题整改台账`];
const filled = (unit: string, day = "2025年11月20日"): readonly string[] => [`填报单位：${unit}`, `填报时间：${day}`];
const item = (n: number, status = "正在整改") => [n, `第${n}类事项办理缓慢`, "办公室", "2025年12月底前", status];

describe("values that hold only on their sheet", () => {
  it("are written as they are read, and told", async () => {
    const ticks = sent(
      "勾选.xlsx",
      sheet([
        title("甲镇"),
        ["序号", "反馈问题", "责任单位", "整改时限", "已完成", "正在整改", "未完成"],
        [1, "某项工作推进缓慢", "甲镇", "2025年12月底", "√", "", ""],
        [2, "资金长期闲置未用", "甲镇", "2025年10月底", "", "√", ""],
        [3, "台账前后记录不一", "甲镇", "2025年9月底", "", "", "√"],
      ]),
    );
    const { book, result, assembled } = await mergeSent([ticks]);
    expect((await rowsOf(book)).map((row) => row["整改状态"])).toEqual(["已完成", "正在整改", "未完成"]);
    expect(result.converted).toEqual([
      { file: "勾选.xlsx", cell: "台账!E3", from: "√", to: "已完成" },
      { file: "勾选.xlsx", cell: "台账!F4", from: "√", to: "正在整改" },
      { file: "勾选.xlsx", cell: "台账!G5", from: "√", to: "未完成" },
    ]);
    expect(assembled.notEqual).toEqual([]);
  });

  it.each([
    ["a ditto mark", "C4", "同上", "办公室"],
    ["a deadline without year", "D3", "10月底前", "2025年10月31日"],
  ])("%s", async (_name, cell, from, to) => {
    const rows = [item(1), item(2)];
    rows[0]![3] = "10月底前";
    rows[1]![2] = "同上";
    const { result } = await mergeSent([sent("甲.xlsx", sheet([title("甲镇"), [...HEAD], ...rows]))]);
    expect(result.converted).toContainEqual({ file: "甲.xlsx", cell: `台账!${cell}`, from, to });
  });

  it("percentages are words, amounts and days stay what they are", async () => {
    const file = sent(
      "丙.xlsx",
      sheet(
        [
          title("丙镇"),
          ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "涉及金额（万元）"],
          [1, "第一类事项办理缓慢", "丙镇", 46022, 1, 10.5],
          [2, "第二类事项办理缓慢", "丙镇", 46022, 0.5, "2000万"],
        ],
        formats({ D3: "yyyy-mm-dd", D4: "yyyy-mm-dd", E3: "0%", E4: "0%" }),
      ),
    );
    const { book, result } = await mergeSent([file]);
    expect(await rowsOf(book)).toMatchObject([
      { 整改时限: 46022, 整改状态: "100%", "涉及金额（万元）": 10.5 },
      { 整改状态: "50%", "涉及金额（万元）": "2000万" },
    ]);
    expect(result.toCheck).toEqual([
      { file: "丙.xlsx", cell: "台账!F4", header: "涉及金额（万元）", value: "2000万", why: "money" },
    ]);
  });

  it("text that looks like a formula stays text", async () => {
    const { book } = await mergeSent([
      sent("丁.xlsx", sheet([title("丁镇"), [...HEAD, "备注"], [...item(1), "=1+1"]])),
    ]);
    expect((await rowsOf(book))[0]?.["备注"]).toBe("=1+1");
  });
});

describe("files", () => {
  const directory = buildDirectory(
    [
      { name: "乙镇", shortNames: [] },
      { name: "甲镇", shortNames: [] },
      { name: "甲镇卫生院", shortNames: ["甲院"] },
    ],
    "单位名录",
  );
  const of = (unit: string, day: string, items: readonly number[]) =>
    sheet([title(unit), filled(unit, day), [...HEAD], ...items.map((n) => item(n))]);

  it.each([
    ["01甲镇卫生院台账.xlsx", "甲镇卫生院", "name"],
    ["甲院（终稿）.xlsx", "甲镇卫生院", "name"],
    ["甲镇和乙镇.xlsx", "办公室", "items"],
    ["报送.xlsx", "办公室", "items"],
  ])("%s is a file of %s", (name, unit, source) => {
    const reading = readingOf([sheet([["整改台账"], [...HEAD], item(1)])], NOVEMBER);
    expect(fileUnit(name, reading, directory)).toEqual({ unit, source });
  });

  it.each([
    ["办公室.xlsx", "××镇党委", null, "办公室", "items"],
    ["办公室(2).xlsx", "甲镇卫生院", null, "办公室", "items"],
    // Nothing but the items speaks against the line; a fuller name of the same; a unit of the list, an office inside it.
    ["报送.xlsx", "××镇党委", null, "××镇党委", "line"],
    ["县委办公室.xlsx", "县委办公室", null, "县委办公室", "line"],
    ["办公室.xlsx", "甲镇", directory, "甲镇", "line"],
  ] as const)("%s with the line of %s by the list %p is a file of %s", (name, line, list, unit, source) => {
    const reading = readingOf([sheet([["整改台账"], filled(line, "2025年11月20日"), [...HEAD], item(1)])], NOVEMBER);
    expect(fileUnit(name, reading, list)).toEqual({ unit, source });
  });

  it("stand in the order of the directory, and who did not send is told", async () => {
    const files = [
      sent("1.xlsx", of("甲镇", "2025年11月20日", [1, 2])),
      sent("2.xlsx", of("乙镇", "2025年11月20日", [3])),
    ];
    const { book, result } = await mergeSent([...files, sent("3.xlsx", of("丙镇", "2025年11月20日", [4]))], directory);
    expect((await rowsOf(book)).map((row) => [row["序号"], row["原序号"], row["来源文件"], row["来源位置"]])).toEqual([
      [1, "3", "2.xlsx", "台账!A4"],
      [2, "1", "1.xlsx", "台账!A4"],
      [3, "2", "1.xlsx", "台账!A5"],
      [4, "4", "3.xlsx", "台账!A4"],
    ]);
    expect(result.missing).toEqual(["甲镇卫生院"]);
    expect(result.notInDirectory).toEqual([{ file: "3.xlsx", unit: "丙镇" }]);
  });

  it.each([
    ["the later report counts", ["2025年11月10日", [1, 2, 3]], ["2025年11月20日", [1, 2]], "b.xlsx", "superseded"],
    ["else the longer one", ["2025年11月20日", [1, 2, 3]], ["2025年11月20日", [1, 2]], "a.xlsx", "superseded"],
    ["else the later in order", ["2025年11月20日", [1, 2]], ["2025年11月20日", [1, 2]], "b.xlsx", "identical"],
  ] as const)("sent twice: %s", async (_name, first, second, used, why) => {
    const files = [sent("a.xlsx", of("甲镇", first[0], first[1])), sent("b.xlsx", of("甲镇", second[0], second[1]))];
    for (const order of [files, [...files].reverse()]) {
      const { result, chosen } = await mergeSent(order);
      expect(result.twice).toEqual([{ unit: "甲镇", used, left: [used === "a.xlsx" ? "b.xlsx" : "a.xlsx"] }]);
      expect([...chosen.left.values()].map((one) => one.why)).toEqual([why]);
    }
  });

  it("both count where a supplement has other items, and what several files have is told", async () => {
    const { result } = await mergeSent([
      sent("a.xlsx", of("甲镇", "2025年11月20日", [1, 2, 3, 4])),
      sent("b.xlsx", of("甲镇", "2025年11月21日", [4])),
    ]);
    expect(result.twice).toEqual([]);
    expect(result.duplicates).toEqual([
      { kind: "problem", problem: "第4类事项办理缓慢", places: ["a.xlsx#台账!A7", "b.xlsx#台账!A4"] },
    ]);
  });

  it("are named 2 before 10", () => {
    expect(["10.xlsx", "2.xlsx", "甲/1.xlsx", "01.xlsx"].sort(compareNames)).toEqual([
      "01.xlsx",
      "2.xlsx",
      "10.xlsx",
      "甲/1.xlsx",
    ]);
  });

  it("are named with a later one of the same name behind it", () => {
    const names = ["甲（2）.xlsx", "甲 (10).xlsx", "甲.xlsx", "甲(3)", "甲"];
    expect([...names].sort(compareNames)).toEqual(["甲", "甲(3)", "甲.xlsx", "甲（2）.xlsx", "甲 (10).xlsx"]);
  });
});

const STATUSES = ["已完成", "正在整改", "阶段性完成", "未完成", "部分完成", "长期坚持"];
const DEADLINES = ["2025年6月底前", "2025年11月15日", "10月底前", "2026年3月底前", "长期坚持"];
const ledger = fc.record({
  entries: fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 60 }),
      status: fc.constantFrom(...STATUSES),
      deadline: fc.constantFrom(...DEADLINES),
      measures: fc.uniqueArray(fc.constantFrom("修订财务制度", "组织专题培训", "开展专项检查"), { minLength: 1 }),
    }),
    { minLength: 3, maxLength: 8 },
  ),
  look: fc.record({
    order: fc.shuffledSubarray([...FIELDS], { minLength: FIELDS.length }),
    reworded: fc.boolean(),
    merged: fc.boolean(),
    extra: fc.boolean(),
    sheet: fc.constantFrom("整改台账", "11月"),
  }),
});

describe("any files, in any order", () => {
  it("the merged ledger counts what its files count, and every row leads back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ledger, { minLength: 1, maxLength: 4 }), async (list) => {
        const grids = list.map(({ entries, look }, at) => {
          const made = entries.map(({ n, ...over }, index) => entryOf(n + at * 100, { ...over, number: index + 1 }));
          return makeLedger(made, look).grid;
        });
        const files = grids.map((grid, at) => sent(`${at + 1}.xlsx`, grid));
        const { book, assembled } = await mergeSent([...files].reverse());
        expect(assembled.notEqual).toEqual([]);
        const read = readWorkbook(await gridsOf(book), { today: NOVEMBER, asOf: NOVEMBER });
        expect(sameCounts(mergeCounts(read), sumOf(assembled.files.map(({ counts }) => counts)))).toBe(true);
        const rows = await rowsOf(book);
        const places = files.flatMap(({ file, items }) =>
          items.flatMap(({ place, problem, rows: own }) => own.map(() => [file, place, problem])),
        );
        const used = new Set(assembled.files.map(({ file }) => file));
        expect(rows.map((row) => [row["来源文件"], row["来源位置"], row["反馈问题"]])).toEqual(
          places.filter(([file]) => used.has(file ?? "")),
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe("a form from above", () => {
  const form = sheet(
    [
      ["全县整改情况汇总表"],
      ["序号", "问题", "责任分工", null, "目前状态", "整改时限", "涉及金额"],
      [null, null, "牵头单位", "责任领导"],
    ],
    {
      merges: [
        { top: 1, left: 2, bottom: 1, right: 3 },
        ...[0, 1, 4, 5, 6].map((col) => ({ top: 1, left: col, bottom: 2, right: col })),
      ],
    },
  );

  it("gives the columns; what it has no place for stands at the right under its own heading", async () => {
    const head = readFormHead(form);
    if (head === null) throw new Error("no head");
    const file = sent(
      "甲.xlsx",
      sheet([title("甲镇"), [...HEAD, "整改进展", "涉及金额", "核查组别"], [...item(1), "已印发办法", 12, "第一组"]]),
    );
    const { book, assembled } = await mergeSent([file], null, [{ head, grid: form, widths: [6, 40] }]);
    expect(assembled.notEqual).toEqual([]);
    const [grid] = await gridsOf(book);
    expect(grid?.values[0]?.[0]).toBe("全县整改情况汇总表");
    expect(grid?.values[2]?.slice(7)).toEqual(["原序号", "来源文件", "来源位置", "整改进展情况", "核查组别"]);
    expect(grid?.values[3]).toEqual([
      ...[1, "第1类事项办理缓慢", "办公室", null, "正在整改", "2025年12月底前", 12],
      ...["1", "甲.xlsx", "台账!A3", "已印发办法", "第一组"],
    ]);
    expect(book.sheets[0]?.widths.slice(0, 2)).toEqual([6, 40]);
  });

  it("is none where no heading names problems", () => {
    expect(readFormHead(sheet([["通讯录"], ["姓名", "电话"]]))).toBeNull();
  });
});
