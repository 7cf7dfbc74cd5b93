/** Split, edited and filled back: exactly the edits arrive, whatever the ledger looks like. */
import fc from "fast-check";
import { excerptBytes } from "../../../src/app/excerpts";
import type { Area, CellValue } from "../../../src/grid";
import { bookBytes, openBytes } from "../../../src/hosts/file/node";
import { type Reading, readWorkbook } from "../../../src/ledger";
import { asMaster, IntoMaster, type IntoPlan, splitExcerpts, splitReading } from "../../../src/month";
import { buildXlsx } from "../../hosts/file/build";
import { NOVEMBER } from "../month-ledger";

const FIELDS = {
  number: ["序号", "编号"],
  problem: ["反馈问题", "具体问题"],
  measure: ["整改措施", "整改举措"],
  unit: ["责任单位", "牵头单位"],
  deadline: ["整改时限", "完成时限"],
  status: ["整改状态", "是否完成"],
  progress: ["整改进展", "进展情况"],
  doneDate: ["完成日期", "实际完成时间"],
  evidence: ["佐证材料", "印证材料"],
} as const;
type Field = keyof typeof FIELDS;
const ALL = Object.keys(FIELDS) as Field[];

const item = fc.record({
  unit: fc.constantFrom("办公室", "财务科", "人事科、办公室", "信息中心"),
  status: fc.constantFrom("正在整改", "未完成", "已完成", "阶段性完成"),
  measures: fc.integer({ min: 1, max: 3 }),
  deadline: fc.constantFrom("2025年12月底前", "2025-10-31", "长期坚持"),
});
const ledger = fc.record({
  items: fc.array(item, { minLength: 2, maxLength: 8 }),
  order: fc.shuffledSubarray(ALL, { minLength: ALL.length, maxLength: ALL.length }),
  words: fc.constantFrom(0 as const, 1 as const),
  sections: fc.boolean(),
});
/** Which item (by lot), and what is written there. */
const edits = fc.array(
  fc.tuple(
    fc.nat(100),
    fc.constantFrom<readonly [Field, string]>(
      ["status", "已完成"],
      ["progress", "=1+1"],
      ["progress", "已召开专题会议，正在修订。"],
      ["doneDate", "2025-11-20"],
      ["evidence", "会议纪要、<照片>"],
    ),
  ),
  { maxLength: 6 },
);

type Made = { readonly rows: CellValue[][]; readonly merges: Area[] };

function sheetOf({ items, order, words, sections }: typeof ledger extends fc.Arbitrary<infer T> ? T : never): Made {
  const rows: CellValue[][] = [["某单位巡察反馈问题整改台账"], order.map((field) => FIELDS[field][words])];
  const merges: Area[] = [];
  items.forEach(({ unit, status, measures, deadline }, at) => {
    if (sections && at % 3 === 0) {
      rows.push([`${"一二三四"[at / 3]}、某方面的问题${at}`]);
      merges.push({ top: rows.length - 1, left: 0, bottom: rows.length - 1, right: ALL.length - 1 });
    }
    const top = rows.length;
    const values: Readonly<Record<Field, CellValue>> = {
      number: at + 1,
      problem: `某项制度第${"甲乙丙丁戊己庚辛"[at]}次检查没有落实到位`,
      measure: null,
      unit,
      deadline,
      status,
      progress: `第${at + 1}项正在按计划推进。`,
      doneDate: status === "已完成" ? "2025-10-09" : null,
      evidence: status === "已完成" ? `附件${at + 1}` : null,
    };
    for (let measure = 0; measure < measures; measure++)
      rows.push(
        order.map((field) => {
          if (field === "measure") return `修订第${at + 1}项办法之${measure + 1}并组织学习`;
          return measure === 0 ? values[field] : null;
        }),
      );
    if (measures > 1)
      order.forEach((field, col) => {
        if (field !== "measure") merges.push({ top, left: col, bottom: top + measures - 1, right: col });
      });
  });
  return { rows, merges };
}

it("arrives as it was edited, and nothing else changes", async () => {
  await fc.assert(
    fc.asyncProperty(ledger, edits, async (shape, wanted) => {
      const { rows, merges } = sheetOf(shape);
      const host = await openBytes(await buildXlsx([{ name: "台账", values: rows, merges }]), "总台账.xlsx");
      const master = readWorkbook(await host.read.grids(), { today: NOVEMBER, asOf: NOVEMBER });
      const all = master.ledgers.flatMap(({ items }) => items);
      expect(all).toHaveLength(shape.items.length);
      // Of several edits of one cell the last counts; done is never taken back, and what stands there already is no edit.
      const asked = new Map<string, { readonly number: string; readonly field: Field; readonly to: string }>();
      for (const [lot, [field, to]] of wanted) {
        const number = all[lot % all.length]!.number;
        const old = shape.items[Number(number) - 1]!;
        if (field === "status" && old.status === "已完成") continue;
        asked.set(`${number} ${field}`, { number, field, to });
      }
      const into = new IntoMaster(master, { definition: "done" });
      const split = splitReading(master, "unit");
      const excerpts = splitExcerpts(split);
      for (const part of split.parts) {
        const bytes = await excerptBytes(excerpts.of(part), host, bookBytes);
        const [grid] = await (await openBytes(bytes, `${part.fileName}.xlsx`)).read.grids();
        const values = grid!.values.map((row) => [...row]);
        const head = values.findIndex((row) => row.includes(FIELDS.problem[shape.words]));
        const col = (field: Field) => values[head]!.indexOf(FIELDS[field][shape.words]);
        for (const { number, field, to } of asked.values())
          for (const row of values.slice(head + 1)) if (String(row[col("number")]) === number) row[col(field)] = to;
        const reading = readWorkbook([{ ...grid!, values }], {
          today: NOVEMBER,
          asOf: NOVEMBER,
          settlements: asMaster(master).form,
        });
        into.take({ file: `${part.fileName}.xlsx`, reading });
      }
      const { planned, conflicts, notReturned } = into.plan();
      expect(conflicts).toEqual([]);
      expect(notReturned).toEqual([]);
      const told = planned.map(({ update }) => `${update.number} ${update.field} ${update.to}`);
      expect(told.sort()).toEqual(
        [...asked.values()].map(({ number, field, to }) => `${number} ${field} ${to}`).sort(),
      );
    }),
    { numRuns: 60 },
  );
});

const ownRow = fc.record({
  status: fc.constantFrom("正在整改", "未完成", "已完成", "阶段性完成", "长期坚持"),
  progress: fc.constantFrom("已印发实施。", "正在按计划推进。", null),
  doneDate: fc.constantFrom("2025-10-09", null),
  evidence: fc.constantFrom("附件", null),
});
const ownRows = fc.array(
  fc.record({
    unit: fc.constantFrom("办公室", "财务科", "信息中心"),
    measures: fc.array(ownRow, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 2, maxLength: 8 },
);

it("writes nothing where measures of their own cells come back as they went, however few", async () => {
  await fc.assert(
    fc.asyncProperty(ownRows, async (items) => {
      const rows: CellValue[][] = [["某单位巡察反馈问题整改台账"], ALL.map((field) => FIELDS[field][0])];
      const merges: Area[] = [];
      items.forEach(({ unit, measures }, at) => {
        const top = rows.length;
        const problem = `某项制度第${"甲乙丙丁戊己庚辛"[at]}次检查没有落实到位`;
        measures.forEach(({ status, progress, doneDate, evidence }, measure) => {
          const head = measure === 0 ? [at + 1, problem] : [null, null];
          const text = `修订第${at + 1}项办法之${measure + 1}并组织学习`;
          rows.push([...head, text, unit, "2025年12月底前", status, progress, doneDate, evidence]);
        });
        if (measures.length > 1)
          for (const col of [0, 1]) merges.push({ top, left: col, bottom: rows.length - 1, right: col });
      });
      const host = await openBytes(await buildXlsx([{ name: "台账", values: rows, merges }]), "总台账.xlsx");
      const master = readWorkbook(await host.read.grids(), { today: NOVEMBER, asOf: NOVEMBER });
      expect(await backUnedited(master, host)).toMatchObject({ planned: [], conflicts: [] });
    }),
    { numRuns: 60 },
  );
});

type Host = Awaited<ReturnType<typeof openBytes>>;

/** What is planned when all parts of a split master come back as they are. */
async function backUnedited(master: Reading, host: Host): Promise<IntoPlan> {
  const split = splitReading(master, "unit");
  const into = new IntoMaster(master, { definition: "done" });
  for (const part of split.parts) {
    const bytes = await excerptBytes(splitExcerpts(split).of(part), host, bookBytes);
    const grids = await (await openBytes(bytes, "b.xlsx")).read.grids();
    const reading = readWorkbook(grids, { today: NOVEMBER, asOf: NOVEMBER, settlements: asMaster(master).form });
    into.take({ file: "b.xlsx", reading });
  }
  return into.plan();
}

it.each([["已整改到位。"], ["已完成"], ["未完成，正在协调。"]])(
  "writes nothing where the same words come back, however few rows are read: %s",
  async (said) => {
    const head = ["序号", "反馈问题", "责任单位", "整改时限", "整改落实情况"];
    const row = (number: number, unit: string, text: string) => [
      number,
      `某项制度第${number}处没有落实`,
      unit,
      "2025年12月底前",
      text,
    ];
    const rows = [
      row(1, "办公室", said),
      row(2, "财务科", "已完成整改，修订了制度，并对有关人员进行了培训，取得实效。"),
      row(3, "财务科", "正在推进，已召开专题会议研究部署，下一步将抓紧落实到位。"),
    ];
    const host = await openBytes(await buildXlsx([{ name: "台账", values: [["整改台账"], head, ...rows] }]), "a.xlsx");
    const master = readWorkbook(await host.read.grids(), { today: NOVEMBER, asOf: NOVEMBER });
    expect(await backUnedited(master, host)).toMatchObject({ planned: [], conflicts: [] });
  },
);
