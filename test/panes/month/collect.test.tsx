/** 收表汇总: files of units come in, each thing to settle stands at its unit, and what goes out is what was settled. */
import { act, configure, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { CellValue, Grid } from "../../../src/grid";
import MonthPane from "../../../src/panes/month/month-pane";
import { HostError } from "../../../src/hosts/port";
import { createMemoryHost, type MemorySheet } from "../../hosts/memory-host";
import { COL, ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import { nodeDraftTools, openPane } from "../open-pane";

jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 30_000 });

type Row = readonly CellValue[];

const put = (row: Row, at: number, value: CellValue): Row => row.map((old, col) => (col === at ? value : old));

/** Files by their names, as the surface opens them. */
const FILES = new Map<string, MemorySheet | Error>();
const ledgerFile = async (file: File): Promise<readonly Grid[]> => {
  const found = FILES.get(file.name);
  if (found instanceof Error) throw found;
  // What the pane made itself is opened as any other file.
  const host =
    found === undefined ? await openBytes(new Uint8Array(await bytesOf(file)), file.name) : createMemoryHost([found]);
  return host.read.grids();
};

/** The decoder is there once the tools are. */
const openBytes = async (bytes: Uint8Array, name: string) =>
  (await import("../../../src/hosts/file/node")).openBytes(bytes, name);

function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(blob);
  });
}

const saved: { name: string; blob: Blob }[] = [];
beforeAll(async () => {
  await nodeDraftTools();
  Object.defineProperty(window, "crypto", { value: { getRandomValues: (of: Uint32Array) => of.fill(7) } });
  URL.createObjectURL = (blob: Blob) => {
    saved.push({ name: "", blob });
    return "blob:made";
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = function click() {
    saved[saved.length - 1]!.name = this.download;
  };
});
beforeEach(() => {
  saved.splice(0);
  FILES.clear();
});

async function savedGrids(): Promise<readonly Grid[]> {
  const last = saved[saved.length - 1]!;
  return (await openBytes(new Uint8Array(await bytesOf(last.blob)), last.name)).read.grids();
}

async function collect(rows: typeof ROWS | null = ROWS) {
  const opened = await openPane(MonthPane, rows === null ? [{ name: "空表", values: [] }] : [ledgerSheet(rows)], {
    checked: true,
    ledgerFile,
  });
  const input = await screen.findByTestId("collect-files");
  fireEvent.change(input, { target: { files: [...FILES.keys()].map((name) => new File(["x"], name)) } });
  await waitFor(() => expect(screen.getByTestId("unit-table")).toBeTruthy());
  return opened;
}

const unitRow = (unit: string) =>
  screen.getAllByTestId("unit-row").find((row) => row.getAttribute("data-unit") === unit)!;
const open = async (user: Awaited<ReturnType<typeof collect>>["user"], unit: string) =>
  user.click(within(unitRow(unit)).getByTestId("unit-details"));

test("answers are written, a conflict is decided or left, and the journal takes all of it back", async () => {
  const [first, second, , fourth] = ROWS;
  FILES.set("办公室.xlsx", ledgerSheet([put(first!, COL.status, "正在整改")]));
  FILES.set(
    "财务股.xlsx",
    ledgerSheet([put(second!, COL.progress, "已到账，已核对"), put(fourth!, COL.deadline, "2026年3月底前")]),
  );
  FILES.set("坏的.xlsx", new HostError("damaged"));
  const { user, session, host } = await collect();
  expect(unitRow("").getAttribute("data-states")).toContain("unreadable");
  expect(unitRow("办公室").getAttribute("data-states")).toContain("conflicts");
  await open(user, "办公室");
  const conflict = screen.getByTestId("collect-issue");
  expect(within(conflict).getByTestId("conflict-master").textContent).toContain("已完成");
  expect(within(conflict).getByTestId("conflict-file").textContent).toContain("正在整改");
  await user.click(within(conflict).getByTestId("take-theirs"));
  await waitFor(() => expect(within(unitRow("办公室")).getByTestId("unit-todo").textContent).toBe("✓"));
  await user.click(screen.getByTestId("write-into"));
  const firstStatus = () => session.reading()?.ledgers[0]?.items[0]?.status;
  await waitFor(() => expect(session.getSnapshot().activity).toMatchObject({ action: "apply", state: "done" }));
  const [now] = await host.read.grids();
  expect(now?.values.map((row) => row[COL.progress])).toContain("已到账，已核对");
  // Not decided: the deadline stays.
  expect(now?.values.map((row) => row[COL.deadline])).not.toContain("2026年3月底前");
  await waitFor(() => expect(firstStatus()).toBe("ongoing"));
  await act(async () => void (await session.undo()));
  await waitFor(() => expect(firstStatus()).toBe("done"));
});

test("an item that is not found is given its place, and its answers go there", async () => {
  const [first] = ROWS;
  FILES.set("办公室.xlsx", ledgerSheet([put(put(first!, COL.problem, "从没有见过的一件事"), COL.progress, "已印发")]));
  const { user, session } = await collect();
  await open(user, "办公室");
  const conflict = screen
    .getAllByTestId("collect-issue")
    .find((issue) => within(issue).queryByTestId("choose-meant") !== null)!;
  const choose = within(conflict).getByTestId<HTMLSelectElement>("choose-meant");
  const places = Array.from(choose.options, ({ value }) => value).filter((value) => value !== "");
  expect(places).toHaveLength(session.reading()!.ledgers[0]!.items.length);
  const wanted = places.find((place) => place.endsWith("3"))!;
  await user.selectOptions(choose, wanted);
  await waitFor(() => expect(screen.getByTestId("conflict-decided").textContent).toContain(wanted));
  await user.click(screen.getByTestId("write-into"));
  await waitFor(() => expect(session.getSnapshot().activity).toMatchObject({ action: "apply", state: "done" }));
  expect(session.reading()!.ledgers[0]!.grid.values[2]![COL.progress]).toBe("已印发");
});

test("what two files of one unit say of a cell is one card; what was passed over stands in the table", async () => {
  const [first, second] = ROWS;
  FILES.set("办公室.xlsx", ledgerSheet([put(first!, COL.status, "正在整改")]));
  FILES.set("办公室(2).xlsx", ledgerSheet([first!]));
  FILES.set("财务股.xlsx", ledgerSheet([put(second!, COL.progress, "已到账")]));
  FILES.set("说明.txt", new HostError("damaged"));
  const { user } = await collect();
  expect(unitRow("办公室").getAttribute("data-states")).toContain("twice");
  expect(unitRow("财务股").getAttribute("data-states")).not.toContain("twice");
  expect(within(unitRow("")).getByTestId("unit-todo").textContent).toBe("✓");
  await open(user, "");
  expect(screen.getByTestId("collect-issue").textContent).toContain("说明.txt");
  await open(user, "");
  await open(user, "办公室");
  const card = screen.getByTestId("collect-issue");
  expect(within(card).getAllByTestId("conflict-file")).toHaveLength(2);
  await user.click(within(card).getByTestId("take-theirs"));
  await waitFor(() => expect(screen.getByTestId("conflict-decided").textContent).toContain("采用"));
  await user.click(screen.getByTestId("undecide"));
  await user.click(screen.getByTestId("keep-ours"));
  await waitFor(() => expect(within(unitRow("办公室")).getByTestId("unit-todo").textContent).toBe("✓"));
});

test("the report tells what came from where and what was decided", async () => {
  const [first, second] = ROWS;
  FILES.set("办公室.xlsx", ledgerSheet([put(first!, COL.status, "正在整改"), put(second!, COL.progress, "已补齐")]));
  const { user } = await collect();
  await open(user, "办公室");
  await user.click(screen.getByTestId("keep-ours"));
  await user.click(screen.getByTestId("save-fill-report"));
  await waitFor(() => expect(saved).toHaveLength(1));
  const [sheet] = await savedGrids();
  expect(sheet?.values.slice(3).map((row) => [0, 5, 7].map((col) => row[col] ?? null))).toEqual([
    ["已写入", "整改台账!G4", "已补齐"],
    ["经确认不写：完成后退回", "整改台账!F3", "正在整改"],
    ["没有反馈", null, null],
    ["没有反馈", null, null],
  ]);
});

test("without an open ledger files become one, missing units are told by the list, one sent twice is chosen", async () => {
  const [first, second, , fourth] = ROWS;
  FILES.set("甲股（一）.xlsx", ledgerSheet([first!, second!]));
  FILES.set("甲股（二）.xlsx", ledgerSheet([first!, put(second!, COL.progress, "后报的")]));
  FILES.set("乙股.xlsx", ledgerSheet([fourth!]));
  FILES.set("~$乙股.xlsx", new HostError("damaged"));
  const { user } = await collect(null);
  const list = new File(["甲股\n乙股\n丙股"], "名录.txt");
  Object.defineProperty(list, "arrayBuffer", { value: () => bytesOf(list) });
  fireEvent.change(screen.getByTestId("collect-directory"), { target: { files: [list] } });
  await waitFor(() => expect(unitRow("丙股").getAttribute("data-states")).toBe("missing"));
  await open(user, "丙股");
  await user.click(screen.getByTestId("settle-issue"));
  await user.click(screen.getByTestId("state-twice"));
  await open(user, "甲股");
  await user.click(screen.getByTestId("use-other"));
  await user.click(screen.getByTestId("settle-issue"));
  await waitFor(() => expect(screen.getByTestId("collect-left").textContent).toContain("没有要处理的了"));
  await user.click(screen.getByTestId("save-merged"));
  await waitFor(() => expect(saved).toHaveLength(1));
  const [merged] = await savedGrids();
  const said = merged?.values.flat();
  expect(said).not.toContain("后报的");
  expect(said).toContain("甲股（一）.xlsx");
  expect(merged?.values).toHaveLength(3 + 3);
});

test("one ledger in the superior's own blank form, whose heads and titles it gets", async () => {
  const [first, second] = ROWS;
  FILES.set("甲股.xlsx", ledgerSheet([first!]));
  FILES.set("乙股.xlsx", ledgerSheet([second!]));
  const { user, session } = await collect(null);
  const { buildXlsx } = await import("../../hosts/file/build");
  const blank = async (name: string, rows: readonly (readonly CellValue[])[]) => {
    const file = new File([(await buildXlsx([{ name: "汇总", values: rows }])) as Uint8Array<ArrayBuffer>], name);
    Object.defineProperty(file, "arrayBuffer", { value: () => bytesOf(file) });
    return file;
  };
  const choose = async (file: File) =>
    fireEvent.change(screen.getByTestId("template-file"), { target: { files: [file] } });
  await choose(await blank("空白.xlsx", [["没有表头"]]));
  await waitFor(() =>
    expect(session.getSnapshot().activity).toMatchObject({ action: "openTemplate", state: "partial" }),
  );
  expect(screen.queryByTestId("template-name")).toBeNull();
  await choose(
    await blank("上级汇总表.xlsx", [
      ["××市整改情况汇总表"],
      ["编号", "存在问题", "牵头单位", "完成情况"],
      [null, null, null, null],
    ]),
  );
  await waitFor(() => expect(screen.getByTestId("template-name").textContent).toContain("上级汇总表.xlsx"));
  await user.click(screen.getByTestId("save-merged"));
  await waitFor(() => expect(saved).toHaveLength(1));
  const [merged] = await savedGrids();
  expect(merged?.values[0]?.[0]).toBe("××市整改情况汇总表");
  expect(merged?.values[1]?.slice(0, 4)).toEqual(["编号", "存在问题", "牵头单位", "完成情况"]);
  expect(merged?.values.slice(2).map((row) => row[0])).toEqual([1, 2]);
  await user.click(screen.getByTestId("drop-template"));
  expect(screen.queryByTestId("template-name")).toBeNull();
});

test("columns in doubt are chosen once for a unit, in all its files, and remembered", async () => {
  const doubtful = (unit: string): MemorySheet => ({
    name: "报送",
    values: [
      ["某单位问题整改台账"],
      ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "完成情况"],
      ...["台账登记不全", "比选程序缺失", "签字手续不全"].map((problem, at) => [
        ...[at + 1, `${unit}${problem}`, unit, "2026年12月底前", "已完成", at === 0 ? "已完成" : "正在整改"],
      ]),
    ],
  });
  FILES.set("办公室.xlsx", doubtful("办公室"));
  FILES.set("财务股.xlsx", doubtful("财务股"));
  const { user, session } = await collect();
  await user.click(screen.getByTestId("mode-merge"));
  await waitFor(() => expect(unitRow("财务股").getAttribute("data-states")).toBe("sent conflicts"));
  await open(user, "财务股");
  const [, other] = screen.getAllByTestId("collect-column");
  await user.click(within(other!).getByRole("button"));
  await waitFor(() => expect(unitRow("财务股").getAttribute("data-states")).toBe("sent"));
  expect(unitRow("办公室").getAttribute("data-states")).toBe("sent conflicts");
  await waitFor(() => expect(session.getSnapshot().remembered).toMatchObject([{ field: "status", unit: "财务股" }]));
});

test("the list of units that is chosen holds for the open ledger, too, where it has none", async () => {
  FILES.set("甲股.xlsx", ledgerSheet([ROWS[0]!]));
  const { session } = await collect();
  const choose = (text: string, name: string) => {
    const list = new File([text], name);
    Object.defineProperty(list, "arrayBuffer", { value: () => bytesOf(list) });
    fireEvent.change(screen.getByTestId("collect-directory"), { target: { files: [list] } });
  };
  choose("甲股\n乙股", "名录.txt");
  await waitFor(() => expect(session.getSnapshot().directory?.source).toBe("名录.txt"));
  choose("甲股\n乙股\n丙股", "另一份.txt");
  await waitFor(() => expect(screen.getByTestId("collect-units").textContent).toContain("另一份.txt"));
  expect(session.getSnapshot().directory?.source).toBe("名录.txt");
});
