/** Styles as a person chooses among them: by what they write of the ledger, with the fitting one and its reason. */
import { stylePreviews, suggestedStyle } from "../../src/app/summary-styles";
import { createSession } from "../../src/app/session/session";
import { createMemoryHost, type MemorySheet } from "../hosts/memory-host";
import { environment } from "./session/environment";

const HEAD = ["序号", "反馈问题", "责任单位", "整改时限", "整改状态"];

function sheet(name: string, title: string, statuses: readonly string[]): MemorySheet {
  const rows = statuses.map((status, at) => [at + 1, `第${at + 1}项工作不到位`, "办公室", "2025年9月底前", status]);
  return { name, values: [[title], HEAD, ...rows] };
}

async function sessionOf(...sheets: readonly MemorySheet[]) {
  const session = createSession(environment());
  await session.open(createMemoryHost(sheets));
  return session;
}

const problems = (...statuses: readonly string[]) => sheet("问题整改台账", "巡察反馈问题整改台账", statuses);

it("each style is shown by what it writes of this ledger", async () => {
  const session = await sessionOf(problems("已完成", "已完成", "正在整改"));
  const texts = new Map(stylePreviews(session).map(({ name, text }) => [name, text]));
  expect(texts.get("rate")).toBe("反馈的3个具体问题，已完成整改2个，正在整改1个，整改完成率67%。");
  expect(texts.get("items")).toBe("截至目前，巡察反馈问题3项，已完成整改2项，正在整改1项。");
  expect(texts.get("audit")).toMatch(/^截至2025年10月10日，审计查出的3个问题/u);
  expect(new Set(texts.values()).size).toBe(texts.size);
});

it.each<[string, readonly MemorySheet[], object]>([
  ["nothing special", [problems("已完成", "正在整改")], { style: "rate", why: "plain", count: 0 }],
  ["阶段性完成", [problems("已完成", "阶段性完成")], { style: "phased", why: "phased", count: 1 }],
  ["部分整改", [problems("部分已整改", "部分已整改")], { style: "partial", why: "partial", count: 2 }],
  [
    "clues",
    [problems("已完成"), sheet("移交问题线索", "移交问题线索办理台账", ["已办结", "正在办理"])],
    { style: "items", why: "clues", count: 2 },
  ],
  ["an audit", [sheet("台账", "审计查出问题整改台账", ["已完成"])], { style: "audit", why: "audit", count: 0 }],
])("%s: the fitting style and its reason", async (_name, sheets, expected) => {
  expect(suggestedStyle(await sessionOf(...sheets))).toEqual(expected);
});
