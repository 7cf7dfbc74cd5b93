/** 核验: what the list shows by rule, unit and row; what a filter leaves; ignoring, which needs a reason; many findings. */
import { act, screen, waitFor, within } from "@testing-library/react";
import CheckPane from "../../../src/panes/check/check-pane";
import { ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import { openPane } from "../open-pane";

jest.setTimeout(30_000);

const findings = () => screen.queryAllByTestId("finding");
const rulesShown = () => findings().map((each) => each.dataset["rule"]);
const groups = () => screen.getAllByTestId("finding-group").map((each) => each.dataset["key"]);

test("whoever comes here wants the check: it runs by itself, and its counts are those of the list", async () => {
  const { session } = await openPane(CheckPane);
  await screen.findByTestId("findings");
  const counts = session.getSnapshot().counts!;
  expect(counts.error).toBeGreaterThan(0);
  expect(findings()).toHaveLength(counts.error + counts.warning + counts.info);
  for (const severity of ["error", "warning", "info"] as const) {
    expect(screen.getByTestId(`count-${severity}`).textContent).toContain(String(counts[severity]));
  }
});

test("grouped by rule, by unit and by row: the same findings each time", async () => {
  const { user } = await openPane(CheckPane, undefined, { checked: true });
  const all = [...rulesShown()].sort();
  expect(groups()).toContain("unit-missing");
  await user.selectOptions(screen.getByTestId("group-by"), "unit");
  expect(screen.getAllByTestId("finding-group").some((group) => group.textContent?.includes("财务股"))).toBe(true);
  expect([...rulesShown()].sort()).toEqual(all);
  await user.selectOptions(screen.getByTestId("group-by"), "row");
  expect([...rulesShown()].sort()).toEqual(all);
  const rows = findings().map((each) => Number(/\d+/.exec(each.dataset["cell"] ?? "")?.[0]));
  expect(rows).toEqual([...rows].sort((one, other) => one - other));
});

test("a group closes and opens again", async () => {
  const { user } = await openPane(CheckPane, undefined, { checked: true });
  const group = screen.getAllByTestId("finding-group").find((each) => each.dataset["key"] === "unit-missing")!;
  const button = within(group).getAllByRole("button", { expanded: true })[0]!;
  await user.click(button);
  expect(rulesShown()).not.toContain("unit-missing");
  await user.click(within(group).getAllByRole("button", { expanded: false })[0]!);
  expect(rulesShown()).toContain("unit-missing");
});

test("severities and words filter; when nothing is left, that is said and can be taken back", async () => {
  const { user } = await openPane(CheckPane, undefined, { checked: true });
  const all = findings().length;
  await user.click(screen.getByTestId("count-error"));
  expect(rulesShown()).not.toContain("unit-missing");
  expect(findings().length).toBeLessThan(all);
  await user.click(screen.getByTestId("count-error"));
  expect(findings()).toHaveLength(all);
  const search = screen.getByRole("searchbox");
  await user.type(search, "财务股");
  await waitFor(() => expect(findings().length).toBeLessThan(all));
  expect(findings().length).toBeGreaterThan(0);
  await user.clear(search);
  await user.type(search, "没有这样的内容");
  await screen.findByTestId("no-match");
  await user.click(within(screen.getByTestId("no-match")).getByRole("button"));
  expect(findings()).toHaveLength(all);
});

test("nothing is ignored without a reason; with one it leaves the list, is shown with it, and can come back", async () => {
  const { user, session } = await openPane(CheckPane, undefined, { checked: true });
  const all = findings().length;
  const finding = findings().find((each) => each.dataset["rule"] === "unit-missing")!;
  await user.click(within(finding).getByTestId("finding-head"));
  await user.click(await screen.findByTestId("ignore"));
  await user.click(await screen.findByTestId("ignore-confirm"));
  expect(await screen.findByText("请写明理由", { exact: false })).toBeTruthy();
  await user.type(screen.getByTestId("ignore-reason"), "  ");
  await user.click(screen.getByTestId("ignore-confirm"));
  expect(session.findings()?.ignored).toEqual([]);
  await user.type(screen.getByTestId("ignore-reason"), "分管领导未定");
  await user.click(screen.getByTestId("ignore-confirm"));
  await waitFor(() => expect(findings()).toHaveLength(all - 1));
  expect(session.findings()?.ignored.map(({ ignore }) => ignore.reason)).toEqual(["分管领导未定"]);
  await user.click(await screen.findByTestId("show-ignored"));
  expect(await screen.findByText("分管领导未定", { exact: false })).toBeTruthy();
  await act(() => session.unignore(session.findings()!.ignored[0]!.finding.id));
  expect(findings()).toHaveLength(all);
});

test("hundreds of findings come in pages, each of them once", async () => {
  const rows = Array.from({ length: 160 }, (_, i) => [i + 1, `问题${i + 1}号`, ...ROWS[2]!.slice(2)]);
  const { user, session } = await openPane(CheckPane, [ledgerSheet(rows)], { checked: true });
  const total = session.findings()!.findings.length;
  expect(total).toBeGreaterThan(150);
  // A page is drawn a few entries a task.
  const drawn = () =>
    waitFor(() => expect(screen.getByTestId("findings").getAttribute("aria-busy")).toBe("false"), { timeout: 20_000 });
  await drawn();
  let seen = findings().length;
  expect(seen).toBeLessThanOrEqual(100);
  while (!(screen.getByTestId("page-next") as HTMLButtonElement).disabled) {
    await user.click(screen.getByTestId("page-next"));
    await drawn();
    seen += findings().length;
  }
  expect(seen).toBe(total);
});

test("a ledger without a fault gets a good word and a way on", async () => {
  const { user, went } = await openPane(CheckPane, [ledgerSheet([ROWS[0]!])], { checked: true });
  const clean = await screen.findByTestId("nothing-found");
  await user.click(within(clean).getByRole("button"));
  expect(went).toEqual(["summary"]);
});
