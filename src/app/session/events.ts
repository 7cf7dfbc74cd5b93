/**
 * What the host tells. Events are hints that something may have changed: they hasten a look, and nothing depends on one.
 * Listening starts whenever a reading has succeeded, and again after it failed.
 */
import type { Host, HostEvent } from "../../hosts/port";
import type { Core } from "./core";
import type { ReadingPart } from "./reading";

interface EventsPart {
  /** Listens, if that isn't done yet. What cannot be heard is looked up when the pane comes to the front. */
  readonly listen: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** @param after what follows a change of cells (marks are set anew) */
export function createEvents(core: Core, reading: ReadingPart, after: () => Promise<void>): EventsPart {
  let listening: { readonly host: Host; readonly stop: () => Promise<void> } | null = null;
  let pending = { rows: new Map<string, Set<number>>(), structure: false, scheduled: false };

  function onEvent(from: Host, event: HostEvent): void {
    if (event.type === "structure") {
      pending.structure = true;
    } else {
      const rows = pending.rows.get(event.sheet);
      if (rows) for (const row of event.rows) rows.add(row);
      else pending.rows.set(event.sheet, new Set(event.rows));
    }
    if (pending.scheduled) return;
    pending.scheduled = true;
    core.set({ updating: true });
    void core
      .quietly("update", async () => {
        await core.environment.yieldNow();
        const { rows, structure } = pending;
        pending = { rows: new Map(), structure: false, scheduled: false };
        if (core.book()?.host !== from) return;
        if (structure) await reading.readAll();
        else await readRows(from, rows);
        await after();
      })
      .then(() => core.set({ updating: pending.scheduled }));
  }

  async function readRows(from: Host, rows: ReadonlyMap<string, ReadonlySet<number>>): Promise<void> {
    const found = new Map<string, Awaited<ReturnType<Host["read"]["rows"]>>>();
    for (const [sheet, some] of rows) found.set(sheet, await from.read.rows(sheet, [...some]));
    await reading.patch(found);
  }

  return {
    listen: async () => {
      const host = core.book()?.host;
      if (!host?.events || listening?.host === host) return;
      try {
        const stop = await host.events.listen((event) => onEvent(host, event));
        listening = { host, stop };
      } catch (error) {
        // The next reading tries again; until then looks tell.
        core.failureOf(error);
      }
    },
    stop: async () => {
      const before = listening;
      listening = null;
      pending = { rows: new Map(), structure: false, scheduled: false };
      try {
        await before?.stop();
      } catch (error) {
        // The workbook is left; whether it still tells us things makes no difference.
        core.failureOf(error);
      }
    },
  };
}
