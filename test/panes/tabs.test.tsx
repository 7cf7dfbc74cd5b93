/** Tabs of our own: one stop of the tab key, arrows that go round, and a press that says which. */
import { useState } from "react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Tabs } from "../../src/panes/tabs";

const NAMES = ["ledger", "check", "tally"] as const;

function Shown() {
  const [selected, setSelected] = useState<(typeof NAMES)[number]>("check");
  return (
    <>
      <button type="button">前面</button>
      <Tabs
        label="功能"
        names={NAMES}
        text={(name) => `页 ${name}`}
        selected={selected}
        onSelect={setSelected}
        testId="tab"
      />
      <button type="button">后面</button>
    </>
  );
}

const focused = () => document.activeElement?.getAttribute("data-testid") ?? document.activeElement?.textContent;

test("the tab key comes to the selected one and goes on behind all of them", async () => {
  const user = userEvent.setup();
  render(<Shown />);
  expect(screen.getAllByRole("tab").map((tab) => tab.getAttribute("aria-selected"))).toEqual([
    "false",
    "true",
    "false",
  ]);
  const stops: (string | null | undefined)[] = [];
  for (let press = 0; press < 3; press += 1) {
    await user.tab();
    stops.push(focused());
  }
  expect(stops).toEqual(["前面", "tab-check", "后面"]);
});

test.each([
  ["{ArrowRight}", "tab-tally"],
  ["{ArrowRight}{ArrowRight}", "tab-ledger"],
  ["{ArrowLeft}", "tab-ledger"],
  ["{ArrowLeft}{ArrowLeft}", "tab-tally"],
  ["{Home}", "tab-ledger"],
  ["{End}", "tab-tally"],
  ["{ArrowDown}", "tab-check"],
])("%s comes to %s, and selects only when it is pressed", async (keys, to) => {
  const user = userEvent.setup();
  render(<Shown />);
  screen.getByTestId("tab-check").focus();
  await user.keyboard(keys);
  expect(focused()).toBe(to);
  expect(screen.getByTestId("tab-check").getAttribute("aria-selected")).toBe("true");
  await user.keyboard("{Enter}");
  expect(screen.getByTestId(to).getAttribute("aria-selected")).toBe("true");
});
