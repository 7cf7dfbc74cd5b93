/** 综述: figures that prove themselves, what holds the paragraph back, the deliberate way past, variables and templates. */
import { act, screen, waitFor, within } from "@testing-library/react";
import { sessionSummary } from "../../../src/app/summary";
import SummaryPane from "../../../src/panes/summary/summary-pane";
import { ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import { openPane } from "../open-pane";

jest.setTimeout(30_000);

const faulty = () => [
  ledgerSheet(ROWS.map((row, i) => (i === 1 ? [...row.slice(0, 5), "差不多了", ...row.slice(6)] : row))),
];
const text = () => screen.getByTestId("summary-text").textContent ?? "";
const copy = () => screen.getByTestId("copy-summary") as HTMLButtonElement;

test("a variable is written where it belongs, and what is missing is named until then", async () => {
  const { user } = await openPane(SummaryPane, undefined, { checked: true });
  expect(text()).toContain("【巡察组】反馈的4个");
  await user.type(screen.getByTestId("variable-巡察组"), "县委第一巡察组");
  await waitFor(() => expect(text()).toMatch(/^县委第一巡察组反馈的4个具体问题，已完成整改2个/));
});

test("each figure is a button that shows its rows", async () => {
  const { user } = await openPane(SummaryPane, undefined, { checked: true });
  const figure = screen.getAllByTestId("figure").find((each) => each.dataset["metric"] === "反馈问题.已完成")!;
  await user.click(figure);
  const evidence = await screen.findByTestId("evidence");
  expect(within(evidence).getAllByTestId("evidence-row")).toHaveLength(Number(figure.textContent));
});

test("held back by what changes its figures, until a person says so on purpose", async () => {
  const { user, went, session } = await openPane(SummaryPane, faulty(), { checked: true });
  const held = screen.getByTestId("held");
  expect(held.textContent).toContain("整改状态不明");
  expect(copy().disabled).toBe(true);
  await user.click(within(held).getByRole("button"));
  expect(went).toEqual(["check"]);
  await user.click(screen.getByTestId("write-anyway"));
  await waitFor(() => expect(copy().disabled).toBe(false));
  expect(sessionSummary(session)?.blocked).toBe(false);
  expect(screen.getByTestId("held").textContent).toContain("整改状态不明");
});

test("a paragraph whose figures the ledger does not have cannot be used, and no figure is asked for by hand", async () => {
  const { session } = await openPane(SummaryPane, [ledgerSheet([ROWS[0]!])], { checked: true });
  await act(async () => void (await session.changeSettings({ template: "{交办事项.总数}人，共{反馈问题.总数}个" })));
  expect((await screen.findByTestId("figures-absent")).textContent).toContain("交办事项.总数");
  expect(copy().disabled).toBe(true);
  expect(screen.queryByTestId("variable-交办事项.总数")).toBeNull();
});

test("a tidy ledger is not held back", async () => {
  await openPane(SummaryPane, [ledgerSheet([ROWS[0]!])], { checked: true });
  expect(screen.queryByTestId("held")).toBeNull();
  expect(copy().disabled).toBe(false);
});

test("a template of one's own: an unknown place is told while typing, with the nearest one", async () => {
  const { user, session } = await openPane(SummaryPane, undefined, { checked: true });
  await act(async () => void (await session.changeSettings({ template: "反馈问题共{反馈问题.总数}个" })));
  const area = await screen.findByTestId("template");
  expect(text()).toContain("反馈问题共4个");
  const input = area.matches("textarea") ? area : within(area).getByRole("textbox");
  await user.clear(input);
  await user.type(input, "共{{反馈问题.总数量}个");
  const said = (await screen.findByRole("alert")).textContent ?? "";
  expect(said).toContain("反馈问题.总数量");
  expect(said.replace("反馈问题.总数量", "")).toContain("反馈问题.总数");
  expect(sessionSummary(session)?.composition).toBeNull();
});

test("styles are named by what they write of this ledger, and the notice keeps its headings", async () => {
  const { user, session } = await openPane(SummaryPane, undefined, { checked: true });
  const style = screen.getByTestId("style");
  const select = style.matches("select") ? style : within(style).getByRole("combobox");
  expect(within(select).getAllByRole("option")[0]?.textContent).toMatch(/^反馈的4个具体问题，已完成整改2个/);
  await user.selectOptions(select, "items");
  await waitFor(() => expect(session.getSnapshot().settings.style).toBe("items"));
  expect(session.getSnapshot().settings.noticeStyle).toBe("rate");
});

test("last month's paragraph: figures become places, doubts are asked before it is used", async () => {
  const { user, session } = await openPane(SummaryPane, undefined, { checked: true });
  await user.click(screen.getByTestId("paste-paragraph"));
  const dialog = await screen.findByTestId("paste-dialog");
  const area = within(dialog).getByTestId("pasted");
  const input = area.matches("textarea") ? area : within(area).getByRole("textbox");
  await user.type(input, "反馈问题9个，已完成5个，未完成4个，召开会议3次。");
  await user.click(within(dialog).getByTestId("match"));
  expect((await screen.findByTestId("matched-template")).textContent).toContain(
    "反馈问题{反馈问题.总数}个，已完成{反馈问题.已完成}个",
  );
  expect(screen.getByTestId("fixed-figures").textContent).toContain("没有认出是台账里的哪个数");
  expect(screen.getByTestId("will-read").textContent).toContain("反馈问题4个，已完成2个");
  expect(screen.getByTestId("changed-figures").textContent).toContain("：9 → 4");
  expect((screen.getByTestId("use-template") as HTMLButtonElement).disabled).toBe(true);
  await user.click(screen.getByRole("radio", { name: "反馈问题.其余（本期写 2）" }));
  await user.click(screen.getByTestId("use-template"));
  await waitFor(() => expect(text()).toBe("反馈问题4个，已完成2个，未完成2个，召开会议3次。"));
  expect(session.getSnapshot().settings.template).toContain("未完成{反馈问题.其余}个");
});

test("what is shown beside a figure cuts no other number in two", async () => {
  const { user } = await openPane(SummaryPane, undefined, { checked: true });
  await user.click(screen.getByTestId("paste-paragraph"));
  const dialog = await screen.findByTestId("paste-dialog");
  const area = within(dialog).getByTestId("pasted");
  const input = area.matches("textarea") ? area : within(area).getByRole("textbox");
  await user.type(input, "反馈问题123个，其中已按期完成整改105个，召开会议2026次。");
  await user.click(within(dialog).getByTestId("match"));
  await screen.findByTestId("matched-template");
  const numbers = within(dialog)
    .getAllByText(/…/u, { ignore: "p" })
    .flatMap(({ textContent }) => textContent?.match(/…\d+|\d+…/gu) ?? []);
  expect(numbers.length).toBeGreaterThan(0);
  for (const number of numbers) expect(["123", "105", "2026"]).toContain(number.replace("…", ""));
});

test("a figure is put into the template where the cursor is", async () => {
  const { user, session } = await openPane(SummaryPane, undefined, { checked: true });
  await act(async () => void (await session.changeSettings({ template: "共有" })));
  await screen.findByTestId("template");
  await user.click(screen.getByTestId("insert-figure"));
  const items = await screen.findAllByTestId("figure-to-insert");
  await user.click(items[0]!);
  await waitFor(() => expect(session.getSnapshot().settings.template).toBe("共有{反馈问题.总数}"));
});
