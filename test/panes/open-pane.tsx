/** A pane on a session over a ledger in memory, as the shell shows it. */
import { TextDecoder, TextEncoder } from "node:util";
import type { ComponentType } from "react";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { DraftTools } from "../../src/hosts/draft";
import { createSession } from "../../src/app/session/session";
import { environment } from "../app/session/environment";
import type { Host } from "../../src/hosts/port";
import { createMemoryHost, type MemoryHost, type MemorySheet } from "../hosts/memory-host";
import { SessionProvider } from "../../src/panes/session-context";
import { DraftProvider } from "../../src/panes/draft/draft-context";
import { LedgerFiles, type OpenLedgerFile } from "../../src/panes/ledger-files";
import { PaneServices } from "../../src/panes/shell/services";
import type { PaneProps } from "../../src/panes/shell/pane-props";
import { ledgerSheet } from "../app/session/ledger-sheet";

/** Node's, with bytes of the window's own kind: a browser has one kind only. */
class OwnEncoder extends TextEncoder {
  override encode(text?: string): ReturnType<TextEncoder["encode"]> {
    return new Uint8Array(super.encode(text));
  }
}

/** Tools of Node, loaded when asked for: jsdom has no decoder of texts. */
export async function nodeDraftTools(): Promise<DraftTools> {
  Object.assign(globalThis, { TextDecoder, TextEncoder: OwnEncoder });
  return (await import("../../src/hosts/file/node")).createNodeDraftTools();
}

export async function openPane(
  Pane: ComponentType<PaneProps>,
  sheets: readonly MemorySheet[] = [ledgerSheet()],
  {
    checked = false,
    ledgerFile,
    wrap = (host) => host,
  }: {
    readonly checked?: boolean;
    readonly ledgerFile?: OpenLedgerFile;
    /** The host as the session gets it. */
    readonly wrap?: (host: MemoryHost) => Host;
  } = {},
) {
  const host = createMemoryHost(sheets);
  const session = createSession(
    // At once: what a press sets off is over when the press is.
    environment({ yieldNow: () => Promise.resolve() }),
  );
  await session.open(wrap(host));
  if (checked) await session.check();
  const went: string[] = [];
  // What a pane sets off by itself when it opens is over then too.
  const view = await act(async () =>
    render(
      <FluentProvider theme={webLightTheme}>
        <SessionProvider session={session}>
          <DraftProvider load={nodeDraftTools}>
            <PaneServices>
              {ledgerFile === undefined ? (
                <Pane go={(pane) => went.push(pane)} />
              ) : (
                <LedgerFiles open={ledgerFile}>
                  <Pane go={(pane) => went.push(pane)} />
                </LedgerFiles>
              )}
            </PaneServices>
          </DraftProvider>
        </SessionProvider>
      </FluentProvider>,
    ),
  );
  return { ...view, session, host, went, user: userEvent.setup() };
}
