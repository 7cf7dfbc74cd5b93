/** 统计: every figure is that of the tally and opens its rows; the definition changes the rate and stands beside it. */
import { screen, waitFor, within } from "@testing-library/react";
import { monthBars } from "../../../src/panes/tally/month-bars";
import TallyPane from "../../../src/panes/tally/tally-pane";
import { ledgerSheet } from "../../app/session/ledger-sheet";
import { openPane } from "../open-pane";

jest.setTimeout(30_000);

test("the rate opens the rows behind it and says what counts", async () => {
  const { user, session } = await openPane(TallyPane);
  expect(screen.getByTestId("rate-problem").textContent).toBe("50%");
  await user.click(screen.getByTestId("rate-problem"));
  const evidence = await screen.findByTestId("evidence");
  const rate = session.tally()!.kinds[0]!.rate!;
  expect(within(evidence).getAllByTestId("evidence-row")).toHaveLength(rate.numerator);
  expect(within(evidence).getByTestId("evidence-count").textContent).toContain(`占 ${rate.denominator} 项`);
  expect(within(evidence).getByTestId("evidence-definition").textContent).toContain("已完成");
});

test("another denominator, another rate: the pane and the settings agree", async () => {
  const { user, session } = await openPane(TallyPane);
  const folded = screen.getByTestId("definition-open");
  expect(folded.textContent).toBe("口径：仅计已完成，占全部事项（不含不计入的），百分比取整数");
  expect(screen.queryByTestId("denominator")).toBeNull();
  await user.click(folded);
  await user.selectOptions(screen.getByTestId("denominator"), "due");
  await waitFor(() => expect(screen.getByTestId("rate-problem").textContent).toBe("50%"));
  expect(session.tally()!.kinds[0]!.rate!.denominator).toBe(2);
  await user.selectOptions(screen.getByTestId("precision"), "1");
  await waitFor(() => expect(screen.getByTestId("rate-problem").textContent).toBe("50.0%"));
});

test("units stand with their own figures, and those with nothing done are named too", async () => {
  await openPane(TallyPane);
  const rows = screen.getAllByTestId("group-row").map((row) =>
    within(row)
      .getAllByRole("cell")
      .map((c) => c.textContent),
  );
  expect(rows.find(([name]) => name === "财务股")).toEqual(["财务股", "1", "0", "1", "0%"]);
  expect(rows.find(([name]) => name === "办公室")).toEqual(["办公室", "1", "1", "0", "100%"]);
});

test("without a ledger there is a sentence, not a blank", async () => {
  const { container } = await openPane(TallyPane, [{ name: "空", values: [["随便写写"]] }]);
  expect(screen.queryByTestId("tally-pane")).toBeNull();
  expect(container.textContent).toMatch(/台账/);
});

test("the bar of a month says its figures and opens its rows, with the mouse and with the keyboard", async () => {
  const { user, session } = await openPane(TallyPane);
  const months = monthBars(session.tally()!.byMonth, "无明确日期").filter(({ total }) => total > 0);
  const bars = screen.getAllByTestId("month-bar");
  expect(bars.map((bar) => bar.getAttribute("aria-label"))).toEqual(
    months.map((month) => `${month.label} 完成 ${month.done} · 未完成 ${month.open} · 超期 ${month.overdue}`),
  );
  await user.click(bars[0]!);
  expect(within(await screen.findByTestId("evidence")).getAllByTestId("evidence-row")).toHaveLength(months[0]!.total);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByTestId("evidence")).toBeNull());
  bars.at(-1)!.focus();
  await user.keyboard("{Enter}");
  const rows = within(await screen.findByTestId("evidence")).getAllByTestId("evidence-row");
  expect(rows).toHaveLength(months.at(-1)!.total);
});

test("items without a unit have a row of their own, and the rows add up to the whole", async () => {
  const { session, user } = await openPane(TallyPane);
  const numbers = (row: HTMLElement) =>
    within(row)
      .getAllByRole("cell")
      .map((cell) => cell.textContent);
  const rest = screen.getByTestId("group-rest");
  expect(numbers(rest)).toEqual(["无责任单位", "1", "0", "0", "0%"]);
  const total = session.tally()!.kinds[0]!.total.value;
  expect(numbers(screen.getByTestId("group-sum")).slice(0, 2)).toEqual(["合计", String(total)]);
  const added = [...screen.getAllByTestId("group-row"), rest].reduce((sum, row) => sum + Number(numbers(row)[1]), 0);
  expect(added).toBe(total);
  await user.click(within(rest).getByRole("button", { name: /总数/ }));
  expect(within(await screen.findByTestId("evidence")).getByTestId("evidence-row").textContent).toContain(
    "某培训不到位",
  );
});

/** Letters beside the problems. */
const LETTERS = {
  name: "信访件",
  values: [
    ["某局信访件办理台账"],
    ["序号", "信访件编号", "信访事项", "承办单位", "办理时限", "办理状态", "办理情况"],
    [1, "甲001", "反映某路灯不亮", "办公室", "2025年6月底前", "已办结", "已修复。"],
    [2, "甲002", "反映某渠道淤堵", "办公室", "2025年12月底前", "正在办理", "正在清淤。"],
  ],
};

test("letters are closed or being handled, problems done or under way", async () => {
  await openPane(TallyPane, [ledgerSheet(), LETTERS]);
  const letters = screen.getByTestId("tally-letter").textContent;
  expect(letters).toContain("已办结 1");
  expect(letters).toContain("正在办理 1");
  expect(letters).not.toMatch(/已完成|正在整改/);
  expect(screen.getByTestId("tally-problem").textContent).toContain("正在整改 2");
});

test("the chart has a title with kind and day, numbers on its bars, and shows one kind on request", async () => {
  const { user, session } = await openPane(TallyPane, [ledgerSheet(), LETTERS]);
  const values = () => screen.getAllByTestId("month-value").map((value) => Number(value.textContent));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  const totals = session.tally()!.kinds.map((kind) => kind.total.value);
  expect(screen.getByTestId("deadline-chart").textContent).toMatch(/^全部事项整改时限分布（截至\d{4}年/);
  expect(sum(values())).toBe(sum(totals));
  await user.selectOptions(screen.getByTestId("timeline-kind"), "letter");
  expect(screen.getByTestId("deadline-chart").textContent).toMatch(/^信访件整改时限分布/);
  expect(sum(values())).toBe(2);
});

test("a bar's parts are told by more than their colour", async () => {
  await openPane(TallyPane);
  const chart = screen.getByTestId("deadline-chart");
  expect(chart.querySelectorAll("circle").length).toBeGreaterThan(0);
  expect(chart.querySelectorAll("g line").length).toBeGreaterThan(0);
  expect(within(screen.getByTestId("tally-problem")).getByTestId("bar-legend").textContent).toBe(
    "完成超期未完成、未超期",
  );
});
