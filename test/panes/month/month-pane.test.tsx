/** 月度: what is new since the last period, what is kept for the next, what stays settled, what is drawn. */
import { act, screen, waitFor, within } from "@testing-library/react";
import type { Grid } from "../../../src/grid/grid";
import MonthPane from "../../../src/panes/month/month-pane";
import { createMemoryHost } from "../../hosts/memory-host";
import { ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import { nodeDraftTools, openPane } from "../open-pane";

jest.setTimeout(60_000);

type Rows = typeof ROWS;
const at = (rows: Rows, row: number, col: number, value: string): Rows =>
  rows.map((cells, index) => (index === row ? cells.map((cell, c) => (c === col ? value : cell)) : cells));
/** A month before: the first not done, the second due earlier, the fourth done with other words. */
const BEFORE = at(at(ROWS, 0, 5, "正在整改"), 1, 4, "2025年8月底前");
const TWIN = [
  ...ROWS,
  [5, "某培训不到位", "再次培训", null, "2025年12月底前", "正在整改", "已报名。", null, null],
] as Rows;
const TWINS_BEFORE = TWIN.map((row, index) => (index === 2 ? [7, ...row.slice(1)] : row)) as Rows;

const gridsOf = (rows: Rows): Promise<readonly Grid[]> => createMemoryHost([ledgerSheet(rows)]).read.grids();

/** jsdom's files are read by its own reader only, and its windows draw no numbers. */
beforeAll(async () => {
  await nodeDraftTools();
  Object.defineProperty(window, "crypto", { value: { getRandomValues: (of: Uint32Array) => of.fill(7) } });
});

async function opened(rows: Rows = ROWS, before: Rows = BEFORE) {
  const pane = await openPane(MonthPane, [ledgerSheet(rows)], {
    checked: true,
    ledgerFile: ({ name }) => gridsOf(name === "上期.xlsx" ? before : []),
  });
  const pick = (name: string, text = "x") => {
    const bytes = new TextEncoder().encode(text);
    const file = new File([bytes], name);
    file.arrayBuffer = () => Promise.resolve(bytes.buffer as ArrayBuffer);
    return pane.user.upload(screen.getByTestId("old-file"), file);
  };
  return { ...pane, pick };
}

const changes = () =>
  screen.getAllByTestId("change").map((row) => `${row.dataset["risk"]} ${row.dataset["type"]} ${row.textContent}`);

test("without a last period an example says what comes of it", async () => {
  await opened();
  expect(screen.getByTestId("month-example").textContent).toContain("新增完成 3 个");
  expect(screen.queryByTestId("changes")).toBeNull();
  expect(screen.queryByTestId("trend")).toBeNull();
});

test("a file that is picked is compared: high ones first, words marked, each leads to its cell", async () => {
  const { user, pick, host } = await opened();
  await pick("上期.xlsx");
  await screen.findByTestId("changes");
  expect(screen.getByTestId("old-name").textContent).toContain("上期.xlsx");
  expect(screen.getByTestId("month-paragraph").textContent).toContain("新增完成1个");
  const high = screen.getAllByTestId("change").find(({ dataset }) => dataset["type"] === "deadlineMoved")!;
  expect(high.dataset["risk"]).toBe("high");
  expect(within(high).getByTestId("side-gone").querySelector("del")?.textContent).toBe("8");
  expect(within(high).getByTestId("side-come").querySelector("ins")?.textContent).toBe("9");
  await user.click(screen.getByTestId("mark-changes"));
  await screen.findByTestId("unmark-changes");
  expect(host.controls.marks().map(({ severity }) => severity)).toContain("risk");
  await user.click(screen.getByTestId("unmark-changes"));
  await waitFor(() => expect(host.controls.marks()).toEqual([]));
  await user.click(within(high).getByTestId("change-jump"));
  await waitFor(() => expect(host.controls.selection()).toMatchObject({ sheet: "整改台账" }));
  const type = screen.getAllByTestId("change-type").find(({ textContent }) => textContent?.startsWith("新增完成"))!;
  await user.click(type);
  expect(changes()).toHaveLength(1);
  expect(changes()[0]).toMatch(/^normal completed .*某制度未落实/u);
  await user.click(screen.getByTestId("drop-old"));
  await screen.findByTestId("month-example");
});

test("changes are filtered by unit", async () => {
  const { user, pick } = await opened();
  await pick("上期.xlsx");
  await user.selectOptions(await screen.findByTestId("changes-unit"), "办公室");
  const normal = screen.getByTestId("normal-changes");
  if (normal.getAttribute("aria-expanded") === "false") await user.click(normal);
  for (const text of changes()) expect(text).toContain("办公室");
});

test("items that look alike are settled by a person, which is remembered, and asked again on request", async () => {
  const { user, pick, session } = await opened(TWIN, TWINS_BEFORE);
  await pick("上期.xlsx");
  const group = await screen.findByTestId("ambiguous-group");
  const [first, second] = within(group).getAllByTestId("ambiguous-choice") as HTMLSelectElement[];
  expect((screen.getByTestId("settle") as HTMLButtonElement).disabled).toBe(true);
  await user.selectOptions(first!, first!.options[1]!.value);
  await user.selectOptions(second!, "gone");
  await user.click(screen.getByTestId("settle"));
  await waitFor(() => expect(screen.queryByTestId("ambiguous-group")).toBeNull());
  expect(session.settledPairs().size).toBe(3);
  expect(screen.getAllByTestId("change").map(({ dataset }) => dataset["type"])).toContain("removed");
  await act(async () => void (await session.undo()));
  expect(session.settledPairs().size).toBe(0);
  await screen.findByTestId("ambiguous-group");
});

test("a period is kept, listed, counted in the trend and deleted", async () => {
  const { user, session } = await opened();
  await user.click(screen.getByTestId("keep-period"));
  await waitFor(() => expect([...session.periods().keys()]).toEqual(["2025-10-10"]));
  const text = session.periods().get("2025-10-10")!;
  await act(async () => void (await session.keepPeriod("2025-09-30", text.replace(/"2025-10-10"/u, '"2025-09-30"'))));
  await waitFor(() => expect(screen.getByTestId("old-name").textContent).toContain("2025-09-30"));
  expect(screen.getAllByTestId("trend-row")).toHaveLength(2);
  await user.click(screen.getByTestId("kept-periods"));
  expect(screen.getAllByTestId("kept-period")).toHaveLength(2);
  await user.click(screen.getAllByTestId("drop-period")[1]!);
  await user.click(await screen.findByTestId("drop-period-yes"));
  await waitFor(() => expect(session.periods().has("2025-09-30")).toBe(false));
});

test.each([
  ["较新.json", JSON.stringify({ taizhang: "snapshot", version: 99 }), "较新版本"],
  ["别的.json", "{}", "不是存下的一期"],
  ["断了.json", JSON.stringify({ taizhang: "snapshot", version: 1 }), "不完整"],
])("%s is refused in one sentence", async (name, text, why) => {
  const { pick } = await opened();
  await pick(name, text);
  expect((await screen.findByTestId("old-refused")).textContent).toContain(why);
});

test("lights have words, and a sample is the same for the same seed", async () => {
  const { user } = await opened();
  const lights = screen.getAllByTestId("lights-row").map(({ textContent }) => textContent);
  expect(lights.some((text) => /[绿黄红]/u.test(text ?? ""))).toBe(true);
  const draw = async () => {
    await user.click(screen.getByTestId("draw-sample"));
    return screen.getAllByTestId("sample-item").map(({ textContent }) => textContent);
  };
  const count = screen.getByTestId("sample-count");
  await user.clear(count);
  expect((screen.getByTestId("draw-sample") as HTMLButtonElement).disabled).toBe(true);
  await user.type(count, "1");
  const first = await draw();
  expect(first).toHaveLength(1);
  expect(await draw()).toEqual(first);
});
