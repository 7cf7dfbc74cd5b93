/** 统计: every figure is that of the tally and opens its rows; the definition changes the rate and stands beside it. */
import { screen, waitFor, within } from "@testing-library/react";
import TallyPane from "../../../src/panes/tally/tally-pane";
import { openPane } from "../open-pane";

jest.setTimeout(30_000);
// A canvas is for the browser suite.
jest.mock("../../../src/panes/tally/deadline-chart", () => ({ __esModule: true, default: () => null }));

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
