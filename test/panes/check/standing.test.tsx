/** What is found again in 核验 after another pane: the open card, what was typed into it, the places of the choices. */
import { useState } from "react";
import { act, screen, waitFor, within } from "@testing-library/react";
import fc from "fast-check";
import CheckPane from "../../../src/panes/check/check-pane";
import { inOldPlaces } from "../../../src/panes/check/standing";
import type { PaneProps } from "../../../src/panes/shell/pane-props";
import { COL, FIRST, ledgerSheet } from "../../app/session/ledger-sheet";
import { openPane } from "../open-pane";

jest.setTimeout(30_000);

const SHEET = "整改台账";

/** 核验, and a button that puts another pane in its place and brings it back. */
function OneOfTwo(props: PaneProps) {
  const [elsewhere, setElsewhere] = useState(false);
  return (
    <>
      <button onClick={() => setElsewhere(!elsewhere)}>换</button>
      {elsewhere ? null : <CheckPane {...props} />}
    </>
  );
}

const row = (number: number, deadline: string, status: string) => [
  number,
  `第${number}号问题没有整改到位`,
  "逐项整改",
  "办公室",
  deadline,
  status,
  "正在办理。",
];
const cards = () => screen.queryAllByTestId("finding");
const card = (cell: string) => cards().find((each) => each.dataset["cell"] === cell)!;
const press = (of: HTMLElement) => within(of).getByTestId("finding-head");
const value = () => screen.getByTestId<HTMLInputElement>("mend-value");
const current = () => cards().find((each) => each.dataset["current"] === "true")?.dataset["cell"] ?? null;

describe("a text that is half typed", () => {
  const open = () =>
    openPane(OneOfTwo, [ledgerSheet([row(1, "2025年6月30日", "正在整改"), row(2, "2025年5月31日", "差不多")])], {
      checked: true,
    });

  test("is there after another pane was looked at, in its card, and the keyboard stays where it is", async () => {
    const { user, host } = await open();
    await user.click(press(card("E3")));
    await user.clear(value());
    await user.type(value(), "2099年1");
    const away = screen.getByText("换");
    await user.click(away);
    expect(screen.queryByTestId("mend-value")).toBeNull();
    await user.click(away);
    expect(current()).toBe("E3");
    expect(value().value).toBe("2099年1");
    expect(document.activeElement).toBe(away);
    await user.type(value(), "月31日{Enter}");
    await waitFor(() => expect(String(host.controls.valueAt(SHEET, FIRST, COL.deadline))).toContain("2099"));
  });

  test("of another field of the row stands in that field", async () => {
    const { user } = await open();
    await user.click(press(card("E3")));
    await user.click(screen.getByTestId("target-status"));
    await user.type(value(), "，已复核");
    await user.click(screen.getByText("换"));
    await user.click(screen.getByText("换"));
    expect(value().value).toBe("正在整改，已复核");
  });

  test("stands in its own card only, and is gone when it was written or taken back", async () => {
    const { user, session } = await open();
    await user.click(press(card("E3")));
    await user.type(value(), "前");
    await user.click(press(card("F4")));
    expect(value().value).toBe("差不多");
    await user.click(press(card("E3")));
    expect(value().value).toBe("2025年6月30日前");
    await user.keyboard("{Escape}");
    await user.click(press(card("F4")));
    await user.click(press(card("E3")));
    expect(value().value).toBe("2025年6月30日");

    await user.clear(value());
    await user.type(value(), "2099年1月31日{Enter}");
    await waitFor(() => expect(card("E3")).toBeUndefined());
    await act(() => session.undo());
    await user.click(press(card("E3")));
    expect(value().value).toBe("2025年6月30日");
  });

  test("of a cell that says something else by now is not put over it", async () => {
    const { user, host } = await open();
    await user.click(press(card("E3")));
    await user.click(screen.getByTestId("target-status"));
    await user.type(value(), "，已复核");
    await user.click(screen.getByText("换"));
    act(() => host.controls.type(SHEET, FIRST, COL.status, "未完成"));
    await user.click(screen.getByText("换"));
    await waitFor(() => expect(current()).toBe("E3"));
    await user.click(screen.getByTestId("target-status"));
    await waitFor(() => expect(value().value).toBe("未完成"));
  });
});

describe("choices", () => {
  test("keep their places when another is used more often", async () => {
    const rows = ["已整改", "已整改", "整改完毕", "差不多", "差一点", "差一些"].map((status, at) =>
      row(at + 1, "2099年6月30日", status),
    );
    const { user } = await openPane(CheckPane, [ledgerSheet(rows)], { checked: true });
    const offered = () => screen.getAllByTestId("option").map((option) => option.textContent);
    await user.click(press(card("F6")));
    const before = offered();
    expect(before.slice(0, 2)).toEqual(["已整改", "整改完毕"]);
    for (const cell of ["F7", "F8"]) {
      await user.click(screen.getAllByTestId("option").find(({ textContent }) => textContent === "整改完毕")!);
      await waitFor(() => expect(current()).toBe(cell));
      expect(offered()).toEqual(before);
    }
  });

  test("stand where they stood, new ones behind, none lost and none made up", () => {
    const words = fc.uniqueArray(fc.constantFrom<string[]>("已完成", "已整改", "整改完毕", "未整改", "正在整改"));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (offers) => {
        const order: string[] = [];
        for (const offer of offers) {
          const before = [...order];
          const shown = inOldPlaces(order, offer);
          expect([...shown].sort()).toEqual([...offer].sort());
          expect(order.slice(0, before.length)).toEqual(before);
          expect(shown).toEqual(order.filter((option) => offer.includes(option)));
        }
      }),
    );
  });
});
