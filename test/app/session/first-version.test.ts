/** What version 0.1 kept (test/fixtures/state-0.1) is there in today's program, wherever it was kept. */
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { cp, readFile } from "node:fs/promises";
import path from "node:path";
import type { EntryStore, Session } from "../../../src/app/session";
import { createSession } from "../../../src/app/session/session";
import { openStateFile } from "../../../src/cli/state-file";
import { openBytes, type FileHost } from "../../../src/hosts/file/node";
import { check, read } from "../../../src/library";
import { createIndexedDbStore } from "../../../src/panes/state/indexed-db-store";
import { civilDate } from "../../../src/zh/civil-date";
import { makeFolder } from "../../cli/run-cli";
import { environment } from "./environment";

const FIXTURES = path.join(__dirname, "../../fixtures/state-0.1");
/** The name under which 0.1 knew the workbook. */
const NAME = "整改台账.xlsx";
const SHEET = "问题整改台账";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
  // One window is enough here; a channel to others would keep the process.
  Object.assign(globalThis, { IDBKeyRange, BroadcastChannel: undefined });
});
afterAll(() => folder.remove());

async function open(file: string, store: EntryStore | null, host?: FileHost): Promise<Session> {
  const session = createSession(environment({ today: () => civilDate(2025, 11, 30)!, store }));
  await session.open(host ?? (await hostOf(file)));
  await session.check();
  return session;
}

const hostOf = async (file: string): Promise<FileHost> =>
  openBytes(new Uint8Array(await readFile(path.join(FIXTURES, file))), NAME);

/** The databases of a browser in which 0.1 was used. */
async function oldDatabases(): Promise<IDBFactory> {
  const factory = new IDBFactory();
  const records = JSON.parse(await readFile(path.join(FIXTURES, "indexed-db.json"), "utf8")) as Record<string, string>;
  const request = factory.open("taizhang", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("state");
  await new Promise((done, failed) => {
    request.onsuccess = done;
    request.onerror = failed;
  });
  const transaction = request.result.transaction("state", "readwrite");
  for (const [key, json] of Object.entries(records)) transaction.objectStore("state").put(json, key);
  await new Promise((done) => {
    transaction.oncomplete = done;
  });
  request.result.close();
  return factory;
}

const KEPT_STEPS = ["edit done", "edit undone"];
/** A new step takes the place of what was undone. */
const LATER_STEPS = ["edit done", "changeSettings done", "changeSettings done"];

function expectEverything(session: Session, steps = KEPT_STEPS): void {
  const { settings, corrections, directory, ignoredCount, journal } = session.getSnapshot();
  expect(settings).toMatchObject({
    precision: 1,
    dueSoon: 10,
    style: "items",
    feedbackDate: civilDate(2025, 4, 3),
    rules: new Map([["deadline-open-ended-and-dated", "off"]]),
    variables: new Map([["巡察组", "县委第一巡察组"]]),
    template: "截至目前，反馈问题{反馈问题.总数}个。",
  });
  expect(corrections.get(SHEET)).toEqual({ columns: { evidence: 10 } });
  expect(corrections.get("问责情况")).toEqual({ use: false });
  expect(directory).toEqual({ source: "名录.csv", names: ["办公室", "规划财务科", "项目管理科"] });
  // What was ignored is still the same finding: its id means today what it meant then.
  expect(ignoredCount).toBe(1);
  const { findings, ignored } = session.findings()!;
  expect(ignored).toMatchObject([{ finding: { rule: "overdue", row: 20 }, ignore: { reason: "已经县领导同意延期" } }]);
  expect(findings.filter(({ rule, row }) => rule === "overdue" && row === 20)).toEqual([]);
  expect(findings.filter(({ rule }) => rule === "deadline-open-ended-and-dated")).toEqual([]);
  expect(journal.entries.map(({ label, state }) => `${label} ${state}`)).toEqual(steps);
}

describe("what version 0.1 kept", () => {
  test("in the browser", async () => {
    const factory = await oldDatabases();
    expectEverything(await open("edited.xlsx", createIndexedDbStore(factory)));
    // The first change takes the old documents over into entries: a second visit finds the same.
    const session = await open("edited.xlsx", createIndexedDbStore(factory));
    await session.changeSettings({ dueSoon: 9 });
    await session.changeSettings({ dueSoon: 10 });
    expectEverything(await open("edited.xlsx", createIndexedDbStore(factory)), LATER_STEPS);
  });

  test("in a state file of the command line", async () => {
    const file = folder.path("状态.json");
    await cp(path.join(FIXTURES, "state-file.json"), file);
    expectEverything(await open("edited.xlsx", await openStateFile(file)));
    const session = await open("edited.xlsx", await openStateFile(file));
    await session.changeSettings({ dueSoon: 9 });
    await session.changeSettings({ dueSoon: 10 });
    expectEverything(await open("edited.xlsx", await openStateFile(file)), LATER_STEPS);
  });

  test("inside the workbook: the edit can still be undone", async () => {
    const host = await hostOf("inside.xlsx");
    const session = await open("inside.xlsx", null, host);
    const edited = async () => (await host.read.rows(SHEET, [15])).get(15)?.[8];
    expectEverything(session);
    expect(await edited()).toBe("正在整改");
    await session.undo();
    expect(await edited()).toBe("差不多了");
  });

  test("inside the workbook, for programs that use the library", async () => {
    const bytes = new Uint8Array(await readFile(path.join(FIXTURES, "inside.xlsx")));
    const { findings } = await check(await read(bytes, { name: NAME, today: "2025-11-30" }));
    const rules = findings.map(({ rule }) => rule);
    expect(rules).toContain("unit-unknown");
    expect(rules).not.toContain("deadline-open-ended-and-dated");
  });
});
