/**
 * Remembers what this pane is writing, so that the events it causes are not taken for somebody's edits. Excel tells the
 * cause itself only from ExcelApi 1.14 on; before that an event within a moment of our write to the same cells is ours.
 */
import type { Area } from "../../grid";

/** How long an event of ours may be on its way, in milliseconds. */
const MOMENT = 3_000;

export interface OwnWrites {
  /** Called just before cells are written. */
  writing(sheet: string, area: Area): void;
  /** Whether a local change of these cells is the echo of a write of ours. */
  isEcho(sheet: string, area: Area): boolean;
  /** Runs something that only formats cells or adds and removes sheets of ours; its events are not news. */
  quietly<T>(work: () => Promise<T>): Promise<T>;
  isQuiet(): boolean;
  /** Called when events were switched off for a while: whatever happened meanwhile was not heard. */
  missed(sheets: readonly string[]): void;
  onMissed(listener: (sheets: readonly string[]) => void): () => void;
}

export function createOwnWrites(now: () => number): OwnWrites {
  let written: { readonly sheet: string; readonly area: Area; readonly until: number }[] = [];
  let quietUntil = -Infinity;
  let quietDepth = 0;
  const listeners = new Set<(sheets: readonly string[]) => void>();
  return {
    writing(sheet, area) {
      const time = now();
      written = written.filter((one) => one.until >= time);
      written.push({ sheet, area, until: time + MOMENT });
    },
    isEcho(sheet, area) {
      const time = now();
      const echo = written.find(
        (one) =>
          one.until >= time &&
          one.sheet === sheet &&
          area.top >= one.area.top &&
          area.bottom <= one.area.bottom &&
          area.left >= one.area.left &&
          area.right <= one.area.right,
      );
      // A write is told once: what comes after it in the same cells is somebody's edit.
      if (echo && area.bottom - area.top === echo.area.bottom - echo.area.top) {
        written = written.filter((one) => one !== echo);
      }
      return echo !== undefined;
    },
    async quietly(work) {
      quietDepth += 1;
      try {
        return await work();
      } finally {
        quietDepth -= 1;
        quietUntil = now() + MOMENT / 3;
      }
    },
    isQuiet: () => quietDepth > 0 || now() <= quietUntil,
    missed(sheets) {
      for (const listener of [...listeners]) listener(sheets);
    },
    onMissed(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
