/** A finding's card: whose it is, what mends it, keys, what follows it, setting it aside, why it is checked. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import CheckPane from "../../../src/panes/check/check-pane";
import { COL, FIRST, ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import type { MemorySheet } from "../../hosts/memory-host";
import { openPane } from "../open-pane";

jest.setTimeout(30_000);

const SHEET = "整改台账";
const DIRECTORY: MemorySheet = {
  name: "单位名录",
  values: [["单位名称"], ["办公室"], ["规划财务股"], ["基建股"], ["人事股"]],
};

const row = (
  number: number,
  unit: string | null,
  deadline: string | null,
  status: string,
  doneDate: string | null = null,
) => [
  number,
  `第${number}号问题没有整改到位`,
  "逐项整改",
  unit,
  deadline,
  status,
  "正在办理。",
  doneDate,
  doneDate === null ? null : "材料",
];
const faulty = () =>
  ledgerSheet([
    row(1, "办公室", "2026年6月30日", "正在整改"),
    row(2, "规划财物股", "2026年6月30日", "正在整改"),
    row(3, null, "2026年6月30日", "正在整改"),
    row(4, "规划财物股", "2026年6月30日", "正在整改"),
    row(5, "办公室", null, "正在整改"),
    row(6, "办公室", "2026年6月30日", "差不多"),
  ]);
const open = () => openPane(CheckPane, [faulty(), DIRECTORY], { checked: true });

const cards = () => screen.queryAllByTestId("finding");
const card = (rule: string, at = 0) => cards().filter((each) => each.dataset["rule"] === rule)[at]!;
const head = (of: HTMLElement) => within(of).getByTestId("finding-head");
const value = () => screen.getByTestId<HTMLInputElement>("mend-value");
const current = () => cards().find((each) => each.dataset["current"] === "true")?.dataset["cell"] ?? null;

test("a card says whose it is: 序号, problem, unit; no rule's code stands in the pane", async () => {
  const { user } = await open();
  expect(within(card("unit-unknown")).getByTestId("finding-title").textContent).toBe(
    "序号 2 · 第2号问题没有整改到位 · 规划财物股",
  );
  for (const each of [...cards()]) {
    await user.click(head(each));
    await user.click(screen.getByTestId("why"));
    expect(screen.getByTestId("check-pane").textContent).not.toMatch(/[A-Z]\d{3}(?!\d)/);
  }
});

test("the near miss stands first, one press writes it, and what follows is opened and has the keyboard", async () => {
  const { user, host } = await open();
  const unknown = cards().filter((each) => each.dataset["rule"] === "unit-unknown");
  await user.click(head(unknown[0]!));
  expect(value().value).toBe("规划财物股");
  const options = within(screen.getByTestId("mend-options")).getAllByRole("option");
  expect(options.map((option) => option.textContent)).toEqual(["规划财务股", "办公室", "基建股", "人事股"]);
  await user.click(screen.getByTestId("near"));
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("规划财务股"));
  await waitFor(() => expect(current()).toBe("D6"));
  expect(document.activeElement).toBe(value());
});

test("rows without a number and with one deadline follow one another: none is said to be mended for another", async () => {
  const alike = (problem: string) => [null, problem, "逐项整改", "办公室", "2025年6月30日", "正在整改", "正在办理。"];
  const rows = [alike("灭火器过期"), alike("通道堵塞"), alike("通道堵塞"), alike("电线裸露")];
  const { user, host } = await openPane(CheckPane, [ledgerSheet(rows)], { checked: true });
  await user.click(head(card("overdue")));
  expect(current()).toBe("E3");
  for (const next of ["E4", "E5", "E6"]) {
    await user.keyboard("2099年1月31日{Enter}");
    await waitFor(() => expect(current()).toBe(next));
    expect(document.activeElement).toBe(value());
    expect(value().value).toBe("2025年6月30日");
    expect(screen.getByTestId("mend").textContent).not.toContain("问题还在");
  }
  expect([0, 1, 2, 3].map((row) => host.controls.valueAt(SHEET, FIRST + row, COL.deadline))).toEqual([
    ...Array<unknown>(3).fill(expect.stringContaining("2099")),
    "2025年6月30日",
  ]);
});

test("a finding set aside stays the only one when another row with its text is mended", async () => {
  const alike = (problem: string) => [null, problem, "逐项整改", "办公室", "2025年6月30日", "正在整改", "正在办理。"];
  const rows = [alike("通道堵塞"), alike("通道堵塞"), alike("通道堵塞")];
  const { session } = await openPane(CheckPane, [ledgerSheet(rows)], { checked: true });
  const overdue = () => (session.findings()?.findings ?? []).filter(({ rule }) => rule === "overdue");
  const aside = () => session.findings()?.ignored.map(({ finding }) => finding.row);
  await act(() => session.ignore(overdue()[1]!.id, "已批准延期"));
  expect(aside()).toEqual([FIRST + 1]);
  await act(() => session.mend(overdue()[0]!.id, { field: "deadline", typed: "2099年1月31日" }));
  expect(overdue().map(({ row }) => row)).toEqual([FIRST + 2]);
  expect(aside()).toEqual([FIRST + 1]);
});

test("by keyboard: arrow and Enter for what is offered, text and Enter for what is not", async () => {
  const { user, host } = await open();
  await user.click(head(card("unit-unknown")));
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("规划财务股"));
  await waitFor(() => expect(current()).toBe("D6"));
  await user.keyboard("人事股{Enter}");
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST + 3, COL.unit)).toBe("人事股"));
  expect(document.activeElement).not.toBe(document.body);
});

test("who types in Excel keeps the keyboard and the chosen cell there; the list goes on", async () => {
  const { user, host } = await open();
  await user.click(head(card("unit-missing")));
  const chosen = () => host.controls.selection()?.areas[0]?.top;
  await waitFor(() => expect(chosen()).toBe(FIRST + 2));
  const inExcel = jest.spyOn(document, "hasFocus").mockReturnValue(false);
  act(() => host.controls.type(SHEET, FIRST + 2, COL.unit, "人事股"));
  await waitFor(() => expect(current()).not.toBe("D6"));
  expect(current()).not.toBeNull();
  expect(document.activeElement).toBe(document.body);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(chosen()).toBe(FIRST + 2);
  // Back in the pane the list leads again.
  inExcel.mockRestore();
  await user.click(head(card("status-unknown")));
  await waitFor(() => expect(chosen()).toBe(FIRST + 5));
});

test("a text that is typed while a colleague settles the finding is told, and what follows is typed into no other cell", async () => {
  const { user, host } = await open();
  await user.click(head(card("unit-missing")));
  await user.type(value(), "基建");
  act(() => host.controls.type(SHEET, FIRST + 2, COL.unit, "人事股"));
  await screen.findByTestId("typing-lost");
  expect(screen.getByTestId("typing-lost").textContent).toContain("“基建”没有写入");
  await user.keyboard("股");
  expect(screen.queryAllByTestId<HTMLInputElement>("mend-value").map((field) => field.value)).not.toContain("股");
  await user.click(head(card("status-unknown")));
  expect(screen.queryByTestId("typing-lost")).toBeNull();
  // One's own Enter loses nothing.
  await user.keyboard("已完成{Enter}");
  await waitFor(() => expect(cards().map((each) => each.dataset["rule"])).not.toContain("status-unknown"));
  expect(screen.queryByTestId("typing-lost")).toBeNull();
});

test("Enter of an input method chooses words, and writes nothing; Escape restores", async () => {
  const { user, host } = await open();
  await user.click(head(card("unit-missing")));
  await user.type(value(), "renshigu");
  fireEvent.keyDown(value(), { key: "Enter", isComposing: true });
  fireEvent.keyDown(value(), { key: "Enter", keyCode: 229 });
  await act(() => Promise.resolve());
  expect(host.controls.valueAt(SHEET, FIRST + 2, COL.unit)).toBeNull();
  expect(value().value).toBe("renshigu");
  await user.keyboard("{Escape}");
  expect(value().value).toBe("");
  expect(document.activeElement).toBe(value());
  await user.keyboard("{Escape}");
  expect(document.activeElement).toBe(head(card("unit-missing")));
});

test("a date is spelt out as it is typed", async () => {
  const { user, host } = await open();
  await user.click(head(card("deadline-missing")));
  await user.type(value(), "2026.9.30");
  expect(screen.getByTestId("check-pane").textContent).toContain("→ 2026年9月30日");
  await user.clear(value());
  await user.type(value(), "尽快");
  expect(screen.getByTestId("check-pane").textContent).toContain("→ 看不出是哪一天");
  await user.clear(value());
  await user.type(value(), "长期坚持");
  expect(screen.getByTestId("check-pane").textContent).toContain("→ 长期坚持");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST + 4, COL.deadline)).toBe("长期坚持"));
});

test("a status has the ledger's own words first; what is wrong again is shown in its place", async () => {
  const { user, host } = await open();
  await user.click(head(card("status-unknown")));
  const offered = within(screen.getByTestId("mend-options")).getAllByRole("option");
  expect(offered.slice(0, 3).map((option) => option.textContent)).toEqual(["正在整改", "已完成", "未完成"]);
  await user.type(value(), "得很", { initialSelectionStart: 3, initialSelectionEnd: 3 });
  await user.keyboard("{Enter}");
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST + 5, COL.status)).toBe("差不多得很"));
  await waitFor(() => expect(within(card("status-unknown")).getByTestId("mend-value")).toBeTruthy());
  expect(document.activeElement).toBe(value());
});

test("the same slip in several cells: all at once, with old and new first", async () => {
  const { user, host } = await open();
  await user.click(head(card("unit-unknown")));
  await user.click(screen.getByTestId("fix-alike"));
  const preview = await screen.findByTestId("preview");
  expect(within(preview).getAllByText("规划财务股")).toHaveLength(2);
  expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("规划财物股");
  await user.click(screen.getByTestId("apply-preview"));
  await waitFor(() => expect(card("unit-unknown")).toBeUndefined());
  expect(host.controls.valueAt(SHEET, FIRST + 3, COL.unit)).toBe("规划财务股");
  expect(current()).not.toBeNull();
});

test("ignored with a reason by keyboard; the next time the reason is one press", async () => {
  const { user, session } = await open();
  await user.click(head(card("unit-unknown")));
  await user.click(screen.getByTestId("ignore"));
  expect(document.activeElement).toBe(screen.getByTestId("ignore-reason"));
  await user.keyboard("{Enter}");
  expect(await screen.findByText("请写明理由")).toBeTruthy();
  await user.keyboard("名录正在更新{Enter}");
  await waitFor(() => expect(session.findings()!.ignored).toHaveLength(1));
  await waitFor(() => expect(current()).toBe("D6"));
  await user.click(screen.getByTestId("ignore"));
  await user.click(screen.getByTestId("recent-reason"));
  await waitFor(() => expect(session.findings()!.ignored).toHaveLength(2));
  expect(session.findings()!.ignored.map(({ ignore }) => ignore.reason)).toEqual(["名录正在更新", "名录正在更新"]);
  await act(async () => void (await session.undo()));
  expect(session.findings()!.ignored).toHaveLength(1);
});

test("arrows go from card to card and through one; 上一条 and 下一条 open them", async () => {
  const { user } = await open();
  head(cards()[0]!).focus();
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toBe(head(cards()[2]!));
  expect(current()).toBeNull();
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(value());
  // One stop of the tab key a card: the text of the open one, the heads of the others.
  expect(cards()[2]!.querySelectorAll('button:not([tabindex="-1"]), input:not([tabindex="-1"])')).toHaveLength(1);
  const text = value();
  text.setSelectionRange(text.value.length, text.value.length);
  await user.keyboard("{ArrowRight}");
  expect(document.activeElement).toBe(screen.getByTestId("mend-apply"));
  await user.keyboard("{ArrowUp}");
  expect(document.activeElement).toBe(head(cards()[1]!));
  await user.click(screen.getByTestId("next-finding"));
  expect(current()).toBe(cards()[3]!.dataset["cell"]);
  await user.click(screen.getByTestId("previous-finding"));
  expect(current()).toBe(cards()[2]!.dataset["cell"]);
  expect(screen.getByTestId("review-position").textContent).toBe(`第 3 条，共 ${cards().length} 条`);
});

test("another cell of the row settles it as well", async () => {
  const rows = [row(1, "办公室", "2025年3月31日", "正在整改"), ROWS[0]!.map((cell, at) => (at === 0 ? 2 : cell))];
  const { user, host } = await openPane(CheckPane, [ledgerSheet(rows)], { checked: true });
  await user.click(head(card("overdue")));
  expect(value().value).toBe("2025年3月31日");
  await user.click(screen.getByTestId("target-status"));
  expect(value().value).toBe("正在整改");
  await user.click(within(screen.getByTestId("mend-options")).getByText("已完成"));
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST, COL.status)).toBe("已完成"));
  await waitFor(() => expect(card("overdue")).toBeUndefined());
});

test("what the host refuses stays in the text, with why; nothing typed is told, too", async () => {
  const { user, host } = await open();
  await user.click(head(card("unit-missing")));
  await user.keyboard("{Enter}");
  expect(await screen.findByText("内容没有改动。")).toBeTruthy();
  host.controls.protect(SHEET, true);
  await user.type(value(), "人事股{Enter}");
  expect(await screen.findByText("没有写入，内容还在这里。", { exact: false })).toBeTruthy();
  expect(value().value).toBe("人事股");
});

test("counts of the filters stay those of all findings; the last of a kind leaves a way back", async () => {
  const { user, session } = await open();
  const all = session.findings()!.findings.length;
  const select = screen.getByTestId<HTMLSelectElement>("filter-rule");
  const labels = () => [...select.options].map((option) => option.textContent);
  const before = labels();
  expect(before).toContain(`全部类型（${all}）`);
  expect(before).toContain("责任单位不在名录（2）");
  await user.selectOptions(select, "unit-missing");
  expect(cards()).toHaveLength(1);
  expect(labels()).toEqual(before);
  await user.selectOptions(screen.getByTestId("filter-unit"), "");
  expect(cards()).toHaveLength(1);
  await user.click(head(cards()[0]!));
  await user.click(within(screen.getByTestId("mend-options")).getByText("人事股"));
  const empty = await screen.findByTestId("no-match");
  expect(document.activeElement).toBe(within(empty).getByRole("button"));
  await user.click(within(empty).getByRole("button"));
  expect(cards()).toHaveLength(all - 1);
});

test("the list of a unit names 序号 and problem", async () => {
  const copied: string[] = [];
  const { user } = await open();
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  });
  await user.selectOptions(screen.getByTestId("group-by"), "unit");
  const group = screen.getAllByTestId("finding-group").find((each) => each.dataset["key"] === "规划财物股")!;
  await user.click(within(group).getByTestId("copy-group"));
  await waitFor(() => expect(copied).toHaveLength(1));
  expect(copied[0]).toContain("规划财物股（2 条）");
  expect(copied[0]).toMatch(/序号2“第2号问题没有整改到位”：“规划财物股”不在单位名录.*（D4）/);
});

test("a file that can only be read offers no text to change, and says so once", async () => {
  await openPane(CheckPane, [faulty()], { checked: true, wrap: ({ write: _write, ...host }) => host });
  expect(screen.getByTestId("read-only")).toBeTruthy();
  fireEvent.click(head(card("unit-missing")));
  expect(screen.queryByTestId("mend-value")).toBeNull();
  expect(screen.getByTestId("ignore")).toBeTruthy();
});

test("what is no day is not written, and the card says so; a date without its year is", async () => {
  const { user, host } = await open();
  await user.click(head(card("deadline-missing")));
  await user.type(value(), "2026年9月31日{Enter}");
  await waitFor(() =>
    expect(screen.getByTestId("mend").textContent).toContain("没有写入：“2026年9月31日”看不出是哪一天。"),
  );
  expect(host.controls.valueAt(SHEET, FIRST + 4, COL.deadline)).toBeNull();
  expect(value().value).toBe("2026年9月31日");
  await user.clear(value());
  await user.type(value(), "9月30日{Enter}");
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST + 4, COL.deadline)).toBe("9月30日"));
});

test("half a reason is there again when the card is opened anew, and gone when it is given", async () => {
  const { user, session } = await open();
  await user.click(head(card("unit-missing")));
  await user.click(screen.getByTestId("ignore"));
  await user.type(screen.getByTestId("ignore-reason"), "已报");
  const { id } = session.findings()!.findings.find(({ rule }) => rule === "unit-missing")!;
  await user.keyboard("{Escape}");
  await waitFor(async () => expect(await session.typed(`reason:${id}`)).toBe("已报"));
  await user.click(screen.getByTestId("ignore"));
  await waitFor(() => expect(screen.getByTestId<HTMLInputElement>("ignore-reason").value).toBe("已报"));
  await user.type(screen.getByTestId("ignore-reason"), "同意{Enter}");
  await waitFor(() => expect(session.findings()!.ignored[0]?.ignore.reason).toBe("已报同意"));
  await waitFor(async () => expect(await session.typed(`reason:${id}`)).toBe(""));
});
