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
