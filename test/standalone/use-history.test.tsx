/** The browser's Back on the page: sections and dialogs, in the order in which they were opened. */
import { useState } from "react";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { DialogFrame } from "../../src/panes/dialog-frame";
import type { PaneName } from "../../src/panes/shell/pane-props";
import { PANE_NAMES } from "../../src/panes/shell/panes";
import { useOpenPane } from "../../src/panes/shell/use-open-pane";
import { usePageHistory } from "../../src/standalone/use-history";

function Page() {
  const { show, ...panes } = usePageHistory();
  const { pane, setPane } = useOpenPane(panes);
  const [dialog, setDialog] = useState<"question" | "dialog" | null>(null);
  return (
    <FluentProvider theme={webLightTheme}>
      <p data-testid="pane">{pane}</p>
      {PANE_NAMES.map((name) => (
        <button key={name} onClick={() => setPane(name)}>
          {name}
        </button>
      ))}
      <button onClick={() => show("ledger")}>file</button>
      <button onClick={() => setDialog("dialog")}>open dialog</button>
      <button onClick={() => setDialog("question")}>open question</button>
      {dialog ? (
        <DialogFrame
          question={dialog === "question"}
          title="dialog"
          onClose={() => setDialog(null)}
          testid="dialog"
          actions={<button onClick={() => setDialog(null)}>close</button>}
        >
          text
        </DialogFrame>
      ) : null}
    </FluentProvider>
  );
}

const shown = () => screen.getByTestId("pane").textContent;
const button = (name: string) => screen.getByRole("button", { name });
const isOpen = () => screen.queryByTestId("dialog") !== null;
/** What Back leaves is told after the events that it set off, of which one may go back once more. */
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 60)));
async function back(): Promise<void> {
  act(() => history.back());
  await settled();
}

/** A page of its own behind one of somebody else's; `visit` is how the browser says it came there. */
function open(visit: NavigationTimingType = "navigate") {
  Object.defineProperty(performance, "getEntriesByType", { configurable: true, value: () => [{ type: visit }] });
  render(<Page />);
  return userEvent.setup();
}

beforeEach(() => history.pushState("somebody else's", ""));

test("Back shows the sections before, one after the other, and Forward again; a section chosen twice is one entry", async () => {
  const user = open();
  for (const name of ["check", "tally", "tally", "summary"] satisfies PaneName[]) {
    await user.click(button(name));
  }
  const seen: (string | null)[] = [];
  for (let press = 0; press < 3; press += 1) {
    await back();
    seen.push(shown());
  }
  expect(seen).toEqual(["tally", "check", "ledger"]);
  act(() => history.forward());
  await waitFor(() => expect(shown()).toBe("check"));
  // What is chosen now takes the place of what lay ahead.
  await user.click(button("notice"));
  await back();
  expect(shown()).toBe("check");
});

test("two sections back at once: what is chosen then stands behind the one shown", async () => {
  const user = open();
  for (const name of ["check", "tally", "summary"] satisfies PaneName[]) await user.click(button(name));
  act(() => history.go(-2));
  await settled();
  expect(shown()).toBe("check");
  await user.click(button("month"));
  await back();
  expect(shown()).toBe("check");
  await back();
  expect(shown()).toBe("ledger");
});

test("a file that is opened shows 台账; Back leads to the section before it", async () => {
  const user = open();
  await user.click(button("proofread"));
  await user.click(button("file"));
  expect(shown()).toBe("ledger");
  await back();
  expect(shown()).toBe("proofread");
});

test.each(["dialog", "question"])("Back closes a %s and nothing else", async (kind) => {
  const user = open();
  await user.click(button("check"));
  await user.click(button(`open ${kind}`));
  await waitFor(() => expect(document.activeElement?.closest("[role=dialog], [role=alertdialog]")).toBeTruthy());
  await back();
  await waitFor(() => expect(isOpen()).toBe(false));
  expect(shown()).toBe("check");
  await back();
  expect(shown()).toBe("ledger");
});

test("a dialog closed by its own button costs no press of Back, whether one stays or goes on", async () => {
  const user = open();
  await user.click(button("check"));
  for (let time = 0; time < 2; time += 1) {
    await user.click(button("open dialog"));
    await waitFor(() => expect(document.activeElement?.closest("[role=dialog]")).toBeTruthy());
    await user.click(button("close"));
    await waitFor(() => expect(isOpen()).toBe(false));
  }
  await user.click(button("tally"));
  await back();
  expect(shown()).toBe("check");
  await user.click(button("open dialog"));
  await waitFor(() => expect(document.activeElement?.closest("[role=dialog]")).toBeTruthy());
  await user.click(button("close"));
  await waitFor(() => expect(isOpen()).toBe(false));
  await back();
  expect(shown()).toBe("ledger");
});

test("a reload comes back to its section and to those before; another visit begins at 台账", async () => {
  const user = open();
  await user.click(button("check"));
  await user.click(button("tally"));
  cleanup();
  open("reload");
  expect(shown()).toBe("tally");
  await back();
  expect(shown()).toBe("check");
  cleanup();
  open();
  expect(shown()).toBe("ledger");
});
