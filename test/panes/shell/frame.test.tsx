/** The frame: what is waited for, what survives a re-reading, what is offered where, what is told of storage. */
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryStore, StorageError } from "../../../src/app/session/entries";
import { loadable } from "../../../src/panes/shell/loadable";
import { COL, FIRST, ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import { openPane } from "../open-pane";
import { line, openApp, withCopies } from "../open-app";

jest.setTimeout(60_000);
const SHEET = "整改台账";

async function goTo(pane: string, user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByTestId(`tab-${pane}`));
  await screen.findByTestId(`${pane}-pane`);
}

test("a cell being edited is waited for in one line; what was read stays, one stays where one is, and 取消 ends it", async () => {
  const user = userEvent.setup();
  const { host, session } = await openApp({ shell: { initialPane: "check" } });
  await screen.findByTestId("findings");
  host.controls.fail("cellEditMode", { times: 1_000 });
  await user.click(screen.getByTestId("recheck"));
  await waitFor(() => expect(line()).toMatchObject({ state: "waiting" }));
  expect(line()?.text).toContain("正在等待单元格编辑结束…");
  expect(screen.getByTestId("check-pane")).toBeTruthy();
  expect(screen.getAllByTestId("finding").length).toBeGreaterThan(0);
  expect(screen.getByTestId("recheck").getAttribute("aria-busy")).toBe("true");
  await user.click(screen.getByTestId("cancel"));
  await waitFor(() => expect(line()).toMatchObject({ state: "cancelled", text: "已取消。" }));
  expect(session.getSnapshot().waiting).toBeNull();
});

test("a re-reading that fails ends in a sentence where one is, and 重试 does it again", async () => {
  const user = userEvent.setup();
  const { host } = await openApp({ shell: { initialPane: "check" } });
  await screen.findByTestId("findings");
  host.controls.sneak(SHEET, FIRST + 2, COL.unit, "组织股");
  host.controls.fail("unexpected", { only: "read.sheets" });
  await user.click(screen.getByTestId("recheck"));
  await waitFor(() => expect(line()?.state).toBe("failed"));
  expect(line()?.text).toMatch(/没有重新核验：「memory.xlsx」的操作意外中断/);
  expect(screen.getByTestId("check-pane")).toBeTruthy();
  await user.click(screen.getByTestId("retry"));
  await waitFor(() => expect(line()?.text).toContain("已重新读取工作簿并核验"));
  expect(screen.queryAllByTestId("finding").map((each) => each.dataset["rule"])).not.toContain("unit-missing");
});

test("half-written reasons, dialogs, filters and pages survive what changes outside", async () => {
  const user = userEvent.setup();
  const { host } = await openApp({ shell: { initialPane: "check" } });
  await screen.findByTestId("findings");
  await user.selectOptions(screen.getByTestId("group-by"), "row");
  const main = screen.getByRole("tabpanel");
  main.scrollTop = 77;
  const list = screen.getByTestId("findings");
  const finding = screen.getAllByTestId("finding").find((each) => each.dataset["rule"] === "unit-missing")!;
  await user.click(within(finding).getByTestId("finding-head"));
  await user.click(await screen.findByTestId("ignore"));
  await user.type(await screen.findByTestId("ignore-reason"), "分管领导");
  await act(async () => {
    host.controls.type(SHEET, FIRST, COL.progress, "已印发并备案。");
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  await user.type(screen.getByTestId("ignore-reason"), "未定");
  expect((screen.getByTestId("ignore-reason") as HTMLInputElement).value).toBe("分管领导未定");
  expect(screen.getByTestId("findings")).toBe(list);
  expect(main.scrollTop).toBe(77);
  expect((screen.getByTestId("group-by") as HTMLSelectElement).value).toBe("row");
});

test("marks, report and copy are offered on a clean ledger, and with ignored findings only; ignored is not passed", async () => {
  const user = userEvent.setup();
  const { host, session } = await openApp({
    sheets: [ledgerSheet([ROWS[0]!, ROWS[2]!])],
    shell: { initialPane: "check" },
  });
  await screen.findByTestId("findings");
  for (const { id } of session.findings()!.findings) await act(() => session.ignore(id, "未定"));
  const empty = await screen.findByTestId("nothing-found");
  expect(empty.textContent).toContain("2 条已忽略，不算通过");
  expect(empty.textContent).not.toContain("都已通过");
  for (const id of ["marks", "copy-list", "report-sheet", "recheck"]) expect(screen.getByTestId(id)).toBeTruthy();
  await user.click(screen.getByTestId("report-sheet"));
  await waitFor(() => expect(screen.getByTestId("report-sheet").textContent).toContain("删除"));
  // Somebody else removes it; the button shows what is there.
  host.controls.removeReports();
  await user.click(screen.getByTestId("recheck"));
  await waitFor(() => expect(screen.getByTestId("report-sheet").textContent).toContain("生成"));
});

test("a jump to a hidden row offers to show it", async () => {
  const user = userEvent.setup();
  const { host } = await openApp({ shell: { initialPane: "check" } });
  await screen.findByTestId("findings");
  host.controls.hideRows(SHEET, [FIRST + 2]);
  const finding = screen.getAllByTestId("finding").find((each) => each.dataset["rule"] === "unit-missing")!;
  await user.click(within(finding).getAllByRole("button")[0]!);
  await user.click(await screen.findByTestId("reveal"));
  await waitFor(() => expect(line()).toMatchObject({ action: "select", state: "done" }));
});

test("the pane looks again when it comes to the front, not twice in two seconds", async () => {
  const { host } = await openApp();
  const looks = () => host.controls.calls().filter((call) => call === "read.look").length;
  expect(looks()).toBe(0);
  await act(async () => {
    window.dispatchEvent(new Event("focus"));
    document.dispatchEvent(new Event("visibilitychange"));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  expect(looks()).toBe(1);
});

test("storage that is refused is told once; the product works on", async () => {
  const user = userEvent.setup();
  const refuse = () => Promise.reject(new StorageError("refused"));
  const { session } = await openApp({ store: { load: refuse, change: refuse, remove: refuse, all: refuse } });
  const bar = await screen.findByTestId("storage");
  expect(bar.textContent).toContain("只在本次有效");
  await user.click(screen.getByTestId("storage-close"));
  await act(() => session.changeSettings({ precision: 1 }));
  expect(screen.queryByTestId("storage")).toBeNull();
  expect(session.getSnapshot().settings.precision).toBe(1);
});

test("facts are the session's: kept a moment after typing, and there after the pane was left", async () => {
  const user = userEvent.setup();
  const { session } = await openApp({ store: createMemoryStore(), shell: { initialPane: "notice" } });
  await screen.findByTestId("facts");
  await user.type(screen.getByTestId("fact-unit"), "某局");
  await goTo("tally", user);
  await waitFor(() => expect(session.getSnapshot().facts.get("unit")).toBe("某局"));
  await goTo("notice", user);
  expect((screen.getByTestId("fact-unit") as HTMLInputElement).value).toBe("某局");
});

test("the as-of date says where it comes from, and goes back with one press", async () => {
  const user = userEvent.setup();
  await openApp();
  await screen.findByTestId("ledger-pane");
  expect(screen.getByTestId("as-of-from").textContent).toContain("今天");
  await user.type(screen.getByTestId("as-of"), "2025-09-30{Enter}");
  await waitFor(() => expect(screen.getByTestId("as-of-from").textContent).toContain("您上次选定"));
  await user.click(screen.getByTestId("as-of-automatic"));
  await waitFor(() => expect(screen.getByTestId("as-of-from").textContent).toContain("今天"));
});

test("公用电脑 asks first", async () => {
  const user = userEvent.setup();
  const { session } = await openApp({ store: createMemoryStore(), wrap: withCopies });
  await user.click(screen.getByTestId("menu"));
  await user.click(await screen.findByTestId("shared"));
  expect(session.getSnapshot().shared).toBe(false);
  await user.click(await screen.findByTestId("share-do"));
  await waitFor(() => expect(session.getSnapshot().shared).toBe(true));
});

test("a part that did not load is loaded anew on a press", async () => {
  let tries = 0;
  const Part = loadable(async () => {
    tries += 1;
    if (tries === 1) throw new Error("Loading chunk 7 failed");
    return () => <p>好了</p>;
  });
  const { user } = await openPane(() => <Part />);
  expect((await screen.findByTestId("part-failed")).textContent).toContain("没有载入");
  await user.click(screen.getByTestId("part-retry"));
  expect(await screen.findByText("好了")).toBeTruthy();
  expect(tries).toBe(2);
});
