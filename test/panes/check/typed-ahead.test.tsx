/** What is typed while a cell is being written is kept: it stands in the card that comes next. */
import { act, screen, waitFor, within } from "@testing-library/react";
import CheckPane from "../../../src/panes/check/check-pane";
import { COL, FIRST, ledgerSheet } from "../../app/session/ledger-sheet";
import { openPane } from "../open-pane";

jest.setTimeout(30_000);

const SHEET = "整改台账";
const row = (number: number, unit: string | null) => [
  number,
  `第${number}号问题没有整改到位`,
  "逐项整改",
  unit,
  "2026年6月30日",
  "正在整改",
  "正在办理。",
  null,
  null,
];
const value = () => screen.getByTestId<HTMLInputElement>("mend-value");
const unitAt = (at: number) =>
  screen.queryAllByTestId("finding").filter((each) => each.dataset["cell"] === `D${at}`)[0];
const isUnit = (each: HTMLElement) => each.dataset["cell"]?.startsWith("D") === true;
const wait = (milliseconds: number) => act(() => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
const open = async (rows = [row(1, null), row(2, null), row(3, "办公室")]) => {
  const made = await openPane(CheckPane, [ledgerSheet(rows)], {
    checked: true,
  });
  await made.user.click(within(unitAt(FIRST + 1)!).getByTestId("finding-head"));
  return made;
};

test("it is the next card's text, goes on there, and is not written before Enter", async () => {
  const { user, host } = await open();
  await user.type(value(), "财务股");
  act(() => host.controls.hold());
  await user.keyboard("{Enter}");
  await user.keyboard("人事");
  expect(value().value).toBe("人事");
  act(() => host.controls.release());
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST, COL.unit)).toBe("财务股"));
  await waitFor(() => expect(unitAt(FIRST + 1)).toBeUndefined());
  await waitFor(() => expect(value().value).toBe("人事"));
  expect(document.activeElement).toBe(value());
  expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBeNull();
  await user.keyboard("股{Enter}");
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST + 1, COL.unit)).toBe("人事股"));
});

test("nothing typed on leaves the next card as its cell is", async () => {
  const { user, host } = await open();
  await user.type(value(), "财务股{Enter}");
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST, COL.unit)).toBe("财务股"));
  await waitFor(() => expect(unitAt(FIRST + 1)).toBeUndefined());
  expect(value().value).toBe("");
});

test("texts that Enter ends go into one card each, however fast they are typed", async () => {
  const { user, host } = await open([row(1, null), row(2, null), row(3, null), row(4, null), row(5, "办公室")]);
  act(() => host.controls.hold());
  await user.type(value(), "财务股{Enter}");
  await user.keyboard("人事股{Enter}{Enter}法规");
  expect(value().value).toBe("法规");
  act(() => host.controls.release());
  const units = () => [0, 1, 2, 3].map((at) => host.controls.valueAt(SHEET, FIRST + at, COL.unit));
  await waitFor(() => expect(units()).toEqual(["财务股", "人事股", null, null]));
  await waitFor(() => expect(value().value).toBe("法规"));
  await waitFor(() => expect(screen.queryAllByTestId("finding").filter(isUnit)).toHaveLength(2));
  await user.keyboard("股{Enter}");
  await waitFor(() => expect(units()).toEqual(["财务股", "人事股", "法规股", null]));
});

test("what was typed for a unit is not written as a date", async () => {
  const { user, host } = await open([
    row(1, null),
    [...row(2, "办公室").slice(0, 4), "2026年6月31日", ...row(2, null).slice(5)],
  ]);
  act(() => host.controls.hold());
  await user.type(value(), "财务股{Enter}");
  await user.keyboard("人事股{Enter}");
  act(() => host.controls.release());
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST, COL.unit)).toBe("财务股"));
  await waitFor(() => expect(value().value).toBe("人事股"));
  expect(screen.getByTestId("mend").textContent).toContain("请核对后按回车");
  expect(host.controls.valueAt(SHEET, FIRST + 1, COL.deadline)).toBe("2026年6月31日");
});

/** What stands in the units of rows 1, 2, … */
const unitsOf = (host: Awaited<ReturnType<typeof open>>["host"], rows: number) =>
  Array.from({ length: rows }, (_none, at) => host.controls.valueAt(SHEET, FIRST + at, COL.unit));

test("what was typed for the next card is not written into the same cell, where it is still wrong", async () => {
  const { user, host } = await open([row(1, null), row(2, null), row(3, null), row(4, "办公室")]);
  act(() => host.controls.hold());
  await user.type(value(), "-{Enter}");
  await user.keyboard("人事股{Enter}");
  act(() => host.controls.release());
  await waitFor(() => expect(host.controls.valueAt(SHEET, FIRST, COL.unit)).toBe("-"));
  await waitFor(() => expect(value().value).toBe("人事股"));
  await wait(700);
  expect(unitsOf(host, 3)).toEqual(["-", null, null]);
});

test("nor into a card that is opened by hand, soon or later: it is told", async () => {
  const { user, host } = await open([row(1, null), row(2, "乙股"), row(3, "丙股"), row(4, null), row(5, "办公室")]);
  act(() => host.controls.hold());
  await user.type(value(), "财务股{Enter}");
  await user.keyboard("人事股{Enter}");
  await user.click(within(unitAt(FIRST + 1)!).getByTestId("finding-head"));
  expect(screen.getByTestId("typing-lost").textContent).toContain("“人事股”");
  act(() => host.controls.release());
  await waitFor(() => expect(unitAt(FIRST + 1)).toBeUndefined());
  await user.click(within(unitAt(FIRST + 4)!).getByTestId("finding-head"));
  await wait(700);
  expect(unitsOf(host, 4)).toEqual(["财务股", "乙股", "丙股", null]);
});

test("nor into the next but one, where somebody else has settled the next one", async () => {
  const { user, host } = await open([row(1, null), row(2, null), row(3, null), row(4, "办公室")]);
  act(() => host.controls.hold());
  await user.type(value(), "财务股{Enter}");
  await user.keyboard("人事股{Enter}");
  act(() => {
    host.controls.type(SHEET, FIRST + 1, COL.unit, "法规股");
    host.controls.release();
  });
  await waitFor(() => expect(unitsOf(host, 2)).toEqual(["财务股", "法规股"]));
  await wait(1200);
  expect(unitsOf(host, 3)).toEqual(["财务股", "法规股", null]);
});
