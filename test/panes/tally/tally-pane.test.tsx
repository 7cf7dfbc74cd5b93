/** 统计: every figure is that of the tally and opens its rows; the definition changes the rate and stands beside it. */
import { screen, waitFor, within } from "@testing-library/react";
import { monthBars } from "../../../src/panes/tally/month-bars";
import TallyPane from "../../../src/panes/tally/tally-pane";
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
  const months = monthBars(session.tally()!.byMonth, "无明确日期");
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
