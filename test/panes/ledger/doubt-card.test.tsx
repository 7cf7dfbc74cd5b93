/** Columns of which one is meant: asked with both figures, settled by one press, undone like any decision. */
import { act, screen, waitFor, within } from "@testing-library/react";
import LedgerPane from "../../../src/panes/ledger/ledger-pane";
import { openPane } from "../open-pane";

jest.setTimeout(60_000);

const PROBLEMS = ["台账登记不全", "比选程序缺失", "签字手续不全", "资料归档滞后了半年"];
const sheet = (headers: readonly string[], columns: readonly (readonly string[])[]) => ({
  name: "整改台账",
  values: [
    ["××县某局问题整改台账"],
    ["序号", "反馈问题", "责任单位", "整改时限", ...headers],
    ...PROBLEMS.map((problem, row) => [
      row + 1,
      problem,
      row % 2 === 0 ? "综合科" : "财务科",
      "2025年9月底",
      ...columns.map((column) => column[row]!),
    ]),
  ],
});

test.each([
  ["整改状态", "完成情况"],
  ["整改状态（一）", "整改状态（二）"],
])("%s and %s: the paragraph waits, one press settles it, undo asks again", async (first, second) => {
  const { user, session } = await openPane(LedgerPane, [
    sheet(
      [first, second],
      [
        ["已完成", "已完成", "已完成", "正在整改"],
        ["已完成", "正在整改", "正在整改", "正在整改"],
      ],
    ),
  ]);
  const doubt = await screen.findByTestId("doubt");
  expect(doubt.dataset["open"]).toBe("true");
  const told = within(doubt)
    .getAllByTestId("doubt-option")
    .map((option) => option.textContent);
  expect(told.join()).toContain("已完成 3");
  expect(told.join()).toContain("已完成 1");
  await user.click(within(doubt).getByTestId("take-F"));
  await waitFor(() => expect(screen.queryByTestId("doubt")).toBeNull());
  expect(session.tally()!.kinds[0]!.byStatus.done.value).toBe(1);
  await act(() => session.undo());
  expect((await screen.findByTestId("doubt")).dataset["open"]).toBe("true");
});

test("self-reported beside verified: settled and told, with the items on which they differ", async () => {
  const { user, session } = await openPane(LedgerPane, [
    sheet(
      ["单位自报", "巡察办认定"],
      [
        ["已完成", "已完成", "已完成", "正在整改"],
        ["已完成", "正在整改", "已完成", "正在整改"],
      ],
    ),
  ]);
  const doubt = await screen.findByTestId("doubt");
  expect(doubt.dataset["open"]).toBe("false");
  expect(session.tally()!.kinds[0]!.byStatus.done.value).toBe(2);
  await user.click(within(doubt).getByTestId("disputed"));
  const items = within(doubt).getAllByTestId("disputed-item");
  expect(items).toHaveLength(1);
  expect(items[0]!.textContent).toMatch(/财务科 · 2 · 比选程序缺失/);
});

test("where no figure depends on a choice nothing is asked", async () => {
  const same = ["已完成", "正在整改", "已完成", "正在整改"];
  await openPane(LedgerPane, [sheet(["整改状态（一）", "整改状态（二）"], [same, same])]);
  expect(screen.queryByTestId("doubt")).toBeNull();
});
