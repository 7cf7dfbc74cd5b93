/**
 * Every action answers: the table of actions is walked, with a host and a store that take half a second. What is asserted
 * is what is seen. An action without a walk does not compile; a walk that never ends fails.
 */
import { act, cleanup, screen } from "@testing-library/react";
import { ACTIONS, type ActionData, type ActionName } from "../../../src/app/actions";
import type { Preview, Session } from "../../../src/app/session";
import type { Host } from "../../../src/hosts/port";
import { NO_LEXICON } from "../../../src/ledger/lexicon";
import { ledgerSheet, COL, FIRST } from "../../app/session/ledger-sheet";
import { createMemoryHost, type MemoryHost } from "../../hosts/memory-host";
import { line, openApp, troubledStore, withCopies } from "../open-app";

jest.setTimeout(120_000);

const SLOW = 500;
const SHEET = "整改台账";

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ["queueMicrotask", "performance", "nextTick"] });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

interface Place {
  readonly session: Session;
  readonly host: MemoryHost;
}

/** Lets what is under way go on for a moment, without the clock. */
const breathe = () => act(async () => void (await jest.advanceTimersByTimeAsync(0)));

/** A press: what it begins goes on by itself. */
async function press(run: () => Promise<unknown>): Promise<{ readonly work: Promise<unknown> }> {
  let work: Promise<unknown> = Promise.resolve();
  await act(async () => {
    work = run();
    await Promise.resolve();
  });
  return { work };
}

/** Moves the clock until the work is over. */
async function finish({ work }: { readonly work: Promise<unknown> }): Promise<void> {
  let over = false;
  void work.finally(() => {
    over = true;
  });
  for (let step = 0; !over && step < 400; step += 1) {
    await act(async () => {
      await jest.advanceTimersByTimeAsync(100);
    });
    await breathe();
  }
  expect(over).toBe(true);
  await breathe();
}

const ofSurface = (name: ActionName, data: ActionData) => ({
  run: ({ session }: Place) =>
    session.act(name, async () => {
      await new Promise((resolve) => setTimeout(resolve, SLOW));
      return data;
    }),
});

const find = (session: Session, rule: string) => session.findings()!.findings.find((each) => each.rule === rule)!;
const fixes = (session: Session) => session.previewFixes({ rule: "space" });
const twoCells = (session: Session, text: string) =>
  session.previewEdit(
    [0, 1].map((row) => ({ sheet: SHEET, row: FIRST + row, col: COL.progress, value: `${text}${row}` })),
  );

interface Walk {
  /** Before the clock slows down. */
  readonly ready?: (place: Place) => Promise<unknown>;
  readonly run: (place: Place) => Promise<unknown>;
  /** Another person, between getting ready and the press. */
  readonly spoil?: (place: Place) => void | Promise<unknown>;
  /** What the partial answer must say. */
  readonly partial?: string;
  /** Nobody asked for it: nothing is said but a failure. */
  readonly quiet?: true;
}

const checked = ({ session }: Place) => session.check();

const WALKS: Readonly<Record<ActionName, Walk>> = {
  open: { run: ({ session, host }) => session.open(withCopies(host)) },
  recheck: { run: ({ session }) => session.recheck() },
  // Marks follow a check: that is where the workbook is asked for something.
  check: { ready: ({ session }) => session.setMarks(true), run: ({ session }) => session.check() },
  update: { run: ({ session }) => session.update(SHEET, [FIRST]), quiet: true },
  glance: { run: ({ session }) => session.glance(), quiet: true },
  changeSettings: { run: ({ session }) => session.changeSettings({ precision: 1 }) },
  teach: { run: ({ session }) => session.teach({ ...NO_LEXICON, statuses: { 过关: "done" } }) },
  keepTemplates: { run: ({ session }) => session.keepTemplates({ 月报: "反馈问题{反馈问题.总数}个。" }) },
  keepPeriod: { run: ({ session }) => session.keepPeriod("2025-10-10", "{}") },
  dropPeriod: {
    ready: ({ session }) => session.keepPeriod("2025-10-10", "{}"),
    run: ({ session }) => session.dropPeriod("2025-10-10"),
  },
  settlePairs: { run: ({ session }) => session.settlePairs({ 某制度未落实: "{}" }) },
  collectFiles: ofSurface("collectFiles", { files: 3, left: 0 }),
  collectEvidence: ofSurface("collectEvidence", { count: 3 }),
  openRegister: ofSurface("openRegister", { name: "督办登记表.xlsx" }),
  openTemplate: ofSurface("openTemplate", { name: "上级汇总表.xlsx" }),
  mergeFiles: ofSurface("mergeFiles", { files: 3, items: 20, name: "汇总台账.xlsx" }),
  fillMaster: ofSurface("fillMaster", { written: 4, left: 1, name: "台账-回填.xlsx" }),
  openPeriod: ofSurface("openPeriod", { name: "上期.xlsx" }),
  settleColumns: {
    run: ({ session }) => session.settleColumns([{ field: "unit", among: [], take: "责任单位" }]),
  },
  correctColumn: { run: ({ session }) => session.correctColumn(SHEET, "unit", COL.unit) },
  correctRows: { run: ({ session }) => session.correctRows(SHEET, ["1|某"], true) },
  correctKind: { run: ({ session }) => session.correctKind(SHEET, "matter") },
  useSheet: { run: ({ session }) => session.useSheet(SHEET, true) },
  setDirectory: { run: ({ session }) => session.setDirectory(null) },
  changeFacts: { run: ({ session }) => session.changeFacts({ unit: "××县某某局" }) },
  ignore: { ready: checked, run: ({ session }) => session.ignore(find(session, "unit-missing").id, "未定") },
  unignore: {
    ready: async (place) => {
      await checked(place);
      await place.session.ignore(find(place.session, "unit-missing").id, "未定");
    },
    run: ({ session }) => session.unignore(session.findings()!.ignored[0]!.finding.id),
  },
  select: {
    ready: checked,
    run: ({ session }) => session.selectFinding(find(session, "unit-missing").id),
    spoil: ({ host }) => host.controls.hideRows(SHEET, [FIRST + 2]),
    partial: "看不到",
  },
  marks: {
    ready: checked,
    run: ({ session }) => session.setMarks(true),
    spoil: ({ host }) => host.controls.protect(SHEET, true),
    partial: "受保护的工作表",
  },
  putBook: ofSurface("putBook", { name: "统计表" }),
  removeBook: ofSurface("removeBook", {}),
  changeMarks: {
    run: ({ session }) =>
      session.setChangeMarks(() => [{ sheet: SHEET, row: FIRST, col: COL.progress, severity: "risk" }]),
    spoil: ({ host }) => host.controls.protect(SHEET, true),
    partial: "受保护的工作表",
  },
  lists: {
    run: ({ session }) => session.setLists(true),
    spoil: ({ host }) => host.controls.protect(SHEET, true),
    partial: "受保护的工作表",
  },
  addReport: { ready: checked, run: ({ session }) => session.addReport() },
  removeReport: {
    ready: async ({ session }) => {
      await session.addReport();
    },
    run: ({ session }) => session.removeReport(),
  },
  tryKeeping: { run: ({ session }) => session.tryKeeping() },
  makeCopy: {
    ready: checked,
    run: ({ session }) => session.makeCopy("annotated"),
    partial: "没有批注",
  },
  preview: {
    ready: checked,
    run: ({ session }) => fixes(session),
    spoil: ({ host }) => host.controls.sneak(SHEET, FIRST + 1, COL.unit, "财务股"),
    partial: "没有要改的内容",
  },
  apply: {
    ready: async ({ session }) => {
      previewed = await twoCells(session, "已办");
    },
    run: ({ session }) => session.apply(previewed!),
    spoil: ({ host }) => host.controls.protect(SHEET, true),
    partial: "没有改",
  },
  undo: {
    ready: async ({ session }) => session.apply(await twoCells(session, "已办")),
    run: ({ session }) => session.undo(),
    spoil: ({ host }) => host.controls.sneak(SHEET, FIRST, COL.progress, "又改了"),
    partial: "没有改动",
  },
  redo: {
    ready: async ({ session }) => {
      await session.apply(await twoCells(session, "已办"));
      await session.undo();
    },
    run: ({ session }) => session.redo(),
    spoil: ({ host }) => host.controls.sneak(SHEET, FIRST, COL.progress, "又改了"),
    partial: "没有改动",
  },
  recover: {
    ready: lostEdits,
    run: ({ session }) => session.recover(),
    spoil: () => lost!.controls.sneak(SHEET, FIRST, COL.progress, "又改了"),
    partial: "没有改",
  },
  dismissRecovery: { ready: lostEdits, run: ({ session }) => session.dismissRecovery() },
  keepInWorkbook: { run: ({ session }) => session.keepInWorkbook(true) },
  forget: { run: ({ session }) => session.forget() },
  shareComputer: { run: ({ session }) => session.shareComputer(true) },
  exportKept: { run: ({ session }) => session.exportKept() },
  importKept: { run: ({ session }) => session.importKept(`{"product":"taizhang","version":2,"workbooks":{}}`) },
  exportLexicon: ofSurface("exportLexicon", { name: "词表.json" }),
  importLexicon: ofSurface("importLexicon", {}),
  copyText: ofSurface("copyText", {}),
  download: ofSurface("download", { name: "通报.docx" }),
  print: ofSurface("print", {}),
  fillForm: ofSurface("fillForm", { name: "报表-已填.xlsx", filled: 3, open: "联系人", formulas: true }),
  chooseCell: ofSurface("chooseCell", {}),
  openDraft: ofSurface("openDraft", { name: "通报.docx" }),
  correctDraft: ofSurface("correctDraft", { value: "20个" }),
  extractDraft: ofSurface("extractDraft", { name: "台账.xlsx", what: "2 项" }),
};
const SURFACE = new Set<ActionName>([
  // A book of sheets needs a host that has them: tried in Excel (hosts/excel/month.test.ts).
  "putBook",
  "removeBook",
  ...([
    "collectFiles",
    "collectEvidence",
    "openRegister",
    "openTemplate",
    "mergeFiles",
    "fillMaster",
    "openPeriod",
    "exportLexicon",
    "importLexicon",
    "copyText",
    "download",
    "print",
    "fillForm",
    "chooseCell",
    "openDraft",
    "correctDraft",
    "extractDraft",
  ] as const),
]);

let previewed: Preview | null = null;

/** The second copy of the file, which lacks the edits of the first. */
let lost: MemoryHost | null = null;
async function lostEdits({ session }: Place): Promise<void> {
  await session.apply(await twoCells(session, "已办"));
  lost = createMemoryHost([ledgerSheet()]);
  await session.open(withCopies(lost));
}

/** Some cells keep a note of their own. */
const withNotes = (host: MemoryHost): Host => ({
  ...withCopies(host),
  marks: {
    ...host.marks!,
    set: async (marks) => ({ ...(await host.marks!.set(marks)), notesSkipped: [`${SHEET}!D5`] }),
  },
});

async function begin(name: ActionName, partial = false) {
  const { store, trouble } = troubledStore();
  const opened = await openApp({ store, wrap: partial && name === "makeCopy" ? withNotes : withCopies });
  await act(async () => {
    await WALKS[name].ready?.(opened);
  });
  const slow = () => {
    for (const host of [opened.host, lost]) host?.controls.delay(SLOW);
    trouble.delay = SLOW;
  };
  const breakAll = () => {
    trouble.broken = true;
    for (const host of [opened.host, lost]) host?.controls.fail("unexpected", { times: 1_000 });
  };
  return { ...opened, slow, breakAll };
}

afterEach(() => {
  lost = null;
});

const NAMES = Object.keys(ACTIONS) as ActionName[];
const shownData = (session: Session) => session.getSnapshot().activity!.data;

test("the walks are those of the table", () => {
  expect(Object.keys(WALKS).sort()).toEqual([...NAMES].sort());
});

describe.each(NAMES)("%s", (name) => {
  const walk = WALKS[name];

  test("is busy at once, and done", async () => {
    const place = await begin(name);
    place.slow();
    const begun = await press(() => walk.run(place));
    await breathe();
    if (name === "open") expect(screen.getByTestId("reading").textContent).toContain("正在读取台账");
    else if (!walk.quiet) {
      expect(line()).toMatchObject({ action: name, state: "busy" });
      expect(line()?.text).toContain(ACTIONS[name].busy.zh);
    }
    await finish(begun);
    if (walk.quiet) return;
    if (name === "open") await act(async () => void (await jest.advanceTimersByTimeAsync(3_500)));
    await breathe();
    expect(line()).toEqual({ action: name, state: "done", text: ACTIONS[name].done(shownData(place.session)).zh });
  });

  test("says that it failed, and tries again on a press", async () => {
    const place = await begin(name);
    if (!SURFACE.has(name)) place.breakAll();
    const run = SURFACE.has(name)
      ? () => place.session.act(name, () => Promise.reject(new TypeError("an error nobody expected")))
      : () => walk.run(place);
    await finish(await press(run));
    if (name === "open") {
      expect(screen.getByTestId("failure").textContent).toContain("意外中断");
      expect(screen.getByTestId("open-retry")).toBeTruthy();
      return;
    }
    expect(line()).toMatchObject({ action: name, state: "failed" });
    expect(line()?.text).toContain(ACTIONS[name].failed.zh);
    expect(screen.getByTestId("retry")).toBeTruthy();
    expect(screen.getByTestId("failure-diagnostics")).toBeTruthy();
  });

  if (walk.partial === undefined) return;
  test("says what was left, and why", async () => {
    const place = await begin(name, true);
    await walk.spoil?.(place);
    await finish(await press(() => walk.run(place)));
    const told = line()!;
    expect(told).toMatchObject({ action: name, state: "partial" });
    expect(told.text).toContain(walk.partial);
    if (["apply", "undo", "redo", "recover"].includes(name)) {
      expect(screen.getByTestId("left-alone").textContent).toMatch(/整改台账!G3 .*未改/);
    }
    if (name === "select") expect(screen.getByTestId("reveal")).toBeTruthy();
  });
});

test.each(["copyText", "download", "print", "fillForm", "openDraft", "correctDraft", "extractDraft"] as const)(
  "%s by halves says so",
  async (name) => {
    const { session } = await openApp();
    await act(
      async () => void (await session.act(name, () => Promise.resolve({ partial: true, why: "空的", name: "页" }))),
    );
    expect(line()).toMatchObject({ state: "partial", text: ACTIONS[name].partial({ why: "空的", name: "页" }).zh });
  },
);
