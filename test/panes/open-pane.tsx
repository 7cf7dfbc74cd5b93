/** A pane on a session over a ledger in memory, as the shell shows it. */
import type { ComponentType } from "react";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createSession } from "../../src/app/session";
import { createMemoryHost, type MemorySheet } from "../../src/hosts/memory/memory-host";
import { civilDate } from "../../src/zh/civil-date";
import { SessionProvider } from "../../src/panes/session-context";
import { Announcer } from "../../src/panes/shell/announcer";
import type { PaneProps } from "../../src/panes/shell/app-shell";
import { ledgerSheet } from "../app/ledger-sheet";

export async function openPane(
  Pane: ComponentType<PaneProps>,
  sheets: readonly MemorySheet[] = [ledgerSheet()],
  { checked = false } = {},
) {
  let now = 0;
  const host = createMemoryHost(sheets);
  const session = createSession({
    today: () => civilDate(2025, 10, 10)!,
    now: () => (now += 1),
    wallClock: () => "2025-10-10T08:00:00Z",
    // At once: what a press sets off is over when the press is.
    yieldNow: () => Promise.resolve(),
    store: null,
    versions: { version: "0.1.0", build: "test", rules: "1" },
  });
  await session.open(host);
  if (checked) await session.check();
  const went: string[] = [];
  // What a pane sets off by itself when it opens is over then too.
  const view = await act(async () =>
    render(
      <FluentProvider theme={webLightTheme}>
        <SessionProvider session={session}>
          <Announcer>
            <Pane go={(pane) => went.push(pane)} />
          </Announcer>
        </SessionProvider>
      </FluentProvider>,
    ),
  );
  return { ...view, session, host, went, user: userEvent.setup() };
}
