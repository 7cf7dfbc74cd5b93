/** The whole frame on a session over a ledger in memory, with a store, copies, and clocks that the test moves. */
import { act, render, screen } from "@testing-library/react";
import { createMemoryStore, type EntryStore } from "../../src/app/session/entries";
import { createSession } from "../../src/app/session/session";
import type { Host } from "../../src/hosts/port";
import { DraftProvider } from "../../src/panes/draft/draft-context";
import { AppShell, type AppShellProps } from "../../src/panes/shell/app-shell";
import { environment } from "../app/session/environment";
import { ledgerSheet } from "../app/session/ledger-sheet";
import { createMemoryHost, type MemoryHost, type MemorySheet } from "../hosts/memory-host";

/** A store that can be slow, and that can fail as nobody expected. */
export function troubledStore() {
  const store = createMemoryStore();
  const trouble = { delay: 0, broken: false };
  const through = async <T,>(work: () => Promise<T>): Promise<T> => {
    if (trouble.delay > 0) await new Promise((resolve) => setTimeout(resolve, trouble.delay));
    if (trouble.broken) throw new TypeError("an error nobody expected");
    return work();
  };
  const troubled: EntryStore = {
    load: (workbook) => through(() => store.load(workbook)),
    change: (workbook, work) => through(() => store.change(workbook, work)),
    remove: (workbook) => through(() => store.remove(workbook)),
    all: () => through(() => store.all()),
  };
  return { store: troubled, trouble };
}

export interface AppOptions {
  readonly sheets?: readonly MemorySheet[];
  readonly store?: EntryStore;
  /** The host as the session gets it. */
  readonly wrap?: (host: MemoryHost) => Host;
  readonly shell?: Partial<AppShellProps>;
}

/** With copies, as a file has them; they hold nothing. */
export const withCopies = (host: MemoryHost): Host => ({
  ...host,
  lacks: {},
  copies: {
    current: () => Promise.resolve(new Uint8Array(4)),
    clean: () => Promise.resolve({ bytes: new Uint8Array(4), removed: [] }),
  },
});

export async function openApp({ sheets = [ledgerSheet()], store, wrap = (host) => host, shell }: AppOptions = {}) {
  window.matchMedia ??= ((media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as unknown as typeof window.matchMedia;
  const host = createMemoryHost(sheets);
  let shared = false;
  const session = createSession(
    environment({
      yieldNow: () => Promise.resolve(),
      pause,
      ...(store ? { store } : {}),
      shared: {
        on: () => shared,
        set: (on) => {
          shared = on;
        },
      },
    }),
  );
  await session.open(wrap(host));
  await act(async () => {
    render(
      <DraftProvider load={() => Promise.reject(new TypeError("no drafts here"))}>
        <AppShell session={session} {...shell} />
      </DraftProvider>,
    );
  });
  return { host, session };
}

/** As long as it says: where nobody moves the clock, nothing passes. */
function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** The one line, as it is seen. */
export function line(): { readonly state: string; readonly action: string; readonly text: string } | null {
  const element = screen.queryByTestId("activity");
  if (element === null) return null;
  for (let up: HTMLElement | null = element; up; up = up.parentElement) {
    if (up.hidden || up.style.display === "none" || up.getAttribute("aria-hidden") === "true") return null;
  }
  return {
    state: element.dataset["state"] ?? "",
    action: element.dataset["action"] ?? "",
    text: screen.getByTestId("activity-text").textContent ?? "",
  };
}
