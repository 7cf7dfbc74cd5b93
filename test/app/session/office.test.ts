/** Which columns are meant, decided once for every workbook with the same headers. */
import { lexiconFile, readLexiconFile } from "../../../src/app/lexicon-file";
import type { Session } from "../../../src/app/session";
import { createMemoryStore, type EntryStore } from "../../../src/app/session/entries";
import { createSession } from "../../../src/app/session/session";
import { NO_LEXICON } from "../../../src/ledger";
import { createMemoryHost } from "../../hosts/memory-host";
import { environment } from "./environment";

const TASKS = ["档案没有归档", "印章登记缺页", "车辆派单不全", "公示栏没有更新"];
const FIRST = ["已完成", "已完成", "已完成", "正在整改"];
const SECOND = ["已完成", "正在整改", "正在整改", "正在整改"];
const AMONG = ["整改状态", "完成情况"];
const CHOICE = { field: "status" as const, among: AMONG, take: "完成情况" };

/** A month's file: other texts, the same headers. */
const month = (name: string, headers = AMONG, sheet = "台账") =>
  createMemoryHost(
    [
      {
        name: sheet,
        values: [
          [`某局${name}问题整改台账`],
          ["序号", "反馈问题", "责任单位", "整改时限", ...headers],
          ...TASKS.map((task, i) => [i + 1, `${name}${task}`, "综合科", "2025年12月底", FIRST[i]!, SECOND[i]!]),
        ],
      },
    ],
    { name: `${name}.xlsx` },
  );

async function open(store: EntryStore | null, name: string, headers?: readonly string[], sheet?: string) {
  const session = createSession(environment({ store }));
  await session.open(month(name, headers === undefined ? undefined : [...headers], sheet));
  await session.check();
  return session;
}
const done = (session: Session) => session.tally()?.kinds[0]?.byStatus.done.value;
const held = (session: Session) => session.held()?.held;

test("next month's file with the same headers asks nothing; other headers are asked about", async () => {
  const store = createMemoryStore();
  const october = await open(store, "十月");
  expect([done(october), held(october)]).toEqual([3, ["column-ambiguous"]]);
  await october.settleColumns([CHOICE]);
  await october.check();
  expect([done(october), held(october)]).toEqual([1, []]);
  const november = await open(store, "十一月", AMONG, "另一张表");
  expect([done(november), held(november)]).toEqual([1, []]);
  expect(november.getSnapshot().remembered).toEqual([CHOICE]);
  const other = await open(store, "十二月", ["整改状态", "办理结果"]);
  expect(held(other)).toEqual(["column-ambiguous"]);
});

test("undone, it holds for no workbook any more; done again, for all", async () => {
  const store = createMemoryStore();
  const october = await open(store, "十月");
  await october.settleColumns([CHOICE]);
  await october.undo();
  expect(held(october)).toEqual(["column-ambiguous"]);
  expect(held(await open(store, "十一月"))).toEqual(["column-ambiguous"]);
  await october.redo();
  expect(held(await open(store, "十一月"))).toEqual([]);
});

test("another choice, made in another workbook, takes its place, and undo brings the first back", async () => {
  const store = createMemoryStore();
  await (await open(store, "十月")).settleColumns([CHOICE]);
  const november = await open(store, "十一月");
  await november.settleColumns([{ ...CHOICE, take: "整改状态" }]);
  expect(done(await open(store, "十二月"))).toBe(3);
  await november.undo();
  expect(done(await open(store, "十二月"))).toBe(1);
  await november.settleColumns([CHOICE], false);
  expect(held(await open(store, "十二月"))).toEqual(["column-ambiguous"]);
});

test("it is not kept in the workbook with 随台账保存, and nowhere on a shared computer", async () => {
  const store = createMemoryStore();
  let on = false;
  const october = createSession(environment({ store, shared: { on: () => on, set: (next) => (on = next) } }));
  await october.open(month("十月"));
  await october.keepInWorkbook(true);
  await october.settleColumns([CHOICE]);
  expect(held(await open(store, "十一月"))).toEqual([]);
  await october.shareComputer(true);
  expect([...(await store.all()).values()].flatMap((entries) => [...entries.values()])).toEqual([]);
  const visit = await open(null, "十一月");
  await visit.settleColumns([CHOICE]);
  expect(done(visit)).toBe(1);
  expect(held(await open(null, "十二月"))).toEqual(["column-ambiguous"]);
});

test("it goes to colleagues with the office's words, and holds there", async () => {
  const text = lexiconFile({ ...NO_LEXICON, statuses: { 过关: "done" } }, [CHOICE]);
  const read = readLexiconFile(text, { zh: "词表", en: "The list" });
  if (!("lexicon" in read)) throw new Error(read.problems[0]?.zh);
  expect(read.columns).toEqual([CHOICE]);
  const store = createMemoryStore();
  const colleague = await open(store, "十月");
  await colleague.teach(read.lexicon, read.columns);
  expect(done(colleague)).toBe(1);
  expect(held(await open(store, "十一月"))).toEqual([]);
  await colleague.undo();
  expect([done(colleague), colleague.getSnapshot().settings.lexicon.statuses]).toEqual([3, {}]);
  expect(readLexiconFile('{"columns":[{"field":"nothing","take":"x"}]}', { zh: "词表", en: "List" })).toMatchObject({
    problems: [{ option: "columns" }],
  });
});

test("a template is there for the next workbook, and goes to colleagues with the words", async () => {
  const store = createMemoryStore();
  const october = await open(store, "十月");
  await october.keepTemplates({ 月报: "反馈问题{反馈问题.总数}个。" });
  const november = await open(store, "十一月");
  expect([...november.getSnapshot().templates]).toEqual([["月报", "反馈问题{反馈问题.总数}个。"]]);
  const file = lexiconFile(NO_LEXICON, [], november.getSnapshot().templates);
  const read = readLexiconFile(file, { zh: "词表", en: "words" });
  if (!("templates" in read)) throw new Error(read.problems[0]?.zh);
  const other = await open(createMemoryStore(), "十二月");
  await other.teach(read.lexicon, read.columns, read.templates);
  expect([...other.getSnapshot().templates.keys()]).toEqual(["月报"]);
  await november.keepTemplates({ 月报: null });
  expect((await open(store, "一月")).getSnapshot().templates.size).toBe(0);
});
