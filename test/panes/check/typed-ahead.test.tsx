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
const open = async () => {
  const made = await openPane(CheckPane, [ledgerSheet([row(1, null), row(2, null), row(3, "办公室")])], {
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
