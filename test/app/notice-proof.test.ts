/**
 * A composed notice proofread before it goes out: what is wrong in a cell is told with the cell, what is wrong in the form with
 * its field, and nothing of ours is wrong.
 */
import fc from "fast-check";
import { describeProof, describeProofs, proofOfNotice } from "../../src/app/notice-proof";
import { NO_FACTS, sessionNotice, type Facts } from "../../src/app/documents";
import { createSession } from "../../src/app/session/session";
import type { CellValue } from "../../src/grid/grid";
import { STYLES } from "../../src/notice";
import { createMemoryHost } from "../hosts/memory-host";
import { FACTS } from "../notice/document/families";
import { environment } from "./session/environment";

const HEAD = ["序号", "问题类别", "反馈问题", "责任单位", "整改时限", "整改状态", "完成时间", "整改情况"];

interface Row {
  readonly problem?: string;
  readonly status?: string;
  readonly progress: string;
  readonly deadline?: string;
}

async function proofs(
  rows: readonly Row[],
  settings: { readonly style?: string; readonly facts?: Facts; readonly edition?: "inside" } = {},
) {
  const values: CellValue[][] = rows.map(({ problem, status = "已完成", progress, deadline = "2025年9月30日" }, at) => [
    at + 1,
    ["党建方面", "业务方面"][at % 2] ?? "",
    problem ?? `第${at + 1}项工作不到位`,
    "办公室",
    deadline,
    status,
    status === "已完成" ? "2025-09-20" : null,
    progress,
  ]);
  const session = createSession(environment());
  await session.open(createMemoryHost([{ name: "问题整改台账", values: [HEAD, ...values] }]), {
    settings: settings.style === undefined ? {} : { style: settings.style },
    directory: null,
  });
  await session.check();
  const { facts = FACTS, edition } = settings;
  const made = sessionNotice(session, facts, edition === undefined ? {} : { edition });
  if (made?.ok !== true) throw new Error("no notice");
  return proofOfNotice(session, made.document);
}

const told = async (...rows: readonly Row[]) => (await proofs(rows)).map((proof) => describeProof(proof, "zh"));

it.each<[string, Row, string]>([
  [
    "a year cut short",
    { status: "正在整改", progress: "拟于26年1月上旬组织培训。" },
    "问题整改台账!H2：年份不应简写，“26年1月上旬”请写作“2026年1月上旬”。",
  ],
  ["a half of a pair", { progress: "观看警示教育片《清风" }, "问题整改台账!H2“《清风。”：符号 《 没有配对的另一半。"],
  [
    "two numbers in one place",
    { progress: "一是已注册登记；②二是责令停业；三是下发通知。" },
    "问题整改台账!H2：“②二是”序号叠用，请保留一个。",
  ],
])("%s is told with its cell", async (_name, row, sentence) => {
  expect(await told(row)).toEqual([sentence]);
});

it("a sentence told of two items, a problem told twice", async () => {
  const progress = "责任科室已经说明情况，相关制度执行正常，资料已整理归档。";
  expect(await told({ progress }, { progress })).toEqual([
    expect.stringMatching(/^问题整改台账!H3“整改进展情况：责任科室.*”：这一句与第\d+行完全相同/u),
  ]);
  const problem = "台账记录不完整，缺少责任人签字";
  expect(await told({ problem, progress: "" }, { problem, progress: "" })).toEqual([
    expect.stringMatching(/^问题整改台账!C3“2\.关于.*”：问题表述与第\d+行相同/u),
  ]);
});

it("what is doubtful in an item is told once, by the notice's own warning", async () => {
  expect(await told({ progress: "制度正在报审，审核通过后印发。" })).toEqual([]);
});

it("what the form says against the ledger is told with its field", async () => {
  const session = createSession(environment());
  const rows = [["××县某某局巡察反馈问题整改台账"], ["反馈时间：2025年5月31日"], HEAD];
  const row = [1, "党建方面", "第1项工作不到位", "办公室", "2025年9月30日", "已完成", null, "已修订制度。"];
  await session.open(createMemoryHost([{ name: "台账", values: [...rows, row] }]));
  await session.check();
  const made = sessionNotice(session, FACTS);
  if (made?.ok !== true) throw new Error("no notice");
  expect(proofOfNotice(session, made.document).map((proof) => describeProof(proof, "zh"))).toEqual([
    expect.stringMatching(/^反馈日期：通报写.*台账写明的反馈日期是2025-05-31/u),
  ]);
});

it("says how many, the first ones, and nothing where nothing is found", async () => {
  const kinds = ["观看教育片《清风", "拟于26年1月上旬办理", "一是已登记；②二是停业"];
  const found = await proofs(
    Array.from({ length: 12 }, (_, at) => ({ status: "正在整改", progress: `第${at + 1}项${kinds[at % 3]}。` })),
  );
  const sentences = describeProofs(found, "zh");
  expect(sentences[0]).toMatch(/^通报中有 12 处不合规范/u);
  expect(sentences).toHaveLength(12);
  expect(sentences[11]).toBe("另有 2 处。");
  expect(describeProofs([], "zh")).toEqual([]);
});

const TEXTS = [
  "",
  "已修订制度3项，组织学习2次。",
  "一是已注册登记；②二是责令停业。",
  "拟于26年1月上旬组织培训。",
  "观看警示教育片《清风",
  "办证率达100%以上。",
  "开展《规范执法程序工作推进会》，共8人参加。",
  "办公室负责人已讲授制度要求，2025年9月30日前完成归档。",
  "2025年2月30日完成登记。",
  "已报送资料;等待批复(共2份).",
];

it("whatever the cells say, nothing of ours is found, in any style and version", async () => {
  const row = fc.record({
    progress: fc.constantFrom(...TEXTS),
    status: fc.constantFrom("已完成", "正在整改", "长期坚持", "未完成"),
    deadline: fc.constantFrom("2025年9月30日", "2025年2月30日", "长期坚持", "2026年6月底前"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...STYLES.map(({ name }) => name)),
      fc.constantFrom(FACTS, NO_FACTS),
      fc.boolean(),
      async (rows, style, facts, inside) => {
        const found = await proofs(rows, { style, facts, ...(inside ? { edition: "inside" } : {}) });
        expect(found.filter(({ origin }) => origin.type === "own").map((proof) => describeProof(proof, "zh"))).toEqual(
          [],
        );
      },
    ),
    { numRuns: 60 },
  );
});
