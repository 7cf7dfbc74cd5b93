/** What a session needs from its surface: clocks, pauses, a place for what is kept. Nothing of it is read globally. */
import type { CivilDate } from "../../zh/civil-date";
import type { EntryStore } from "./entries";

export interface SessionEnvironment {
  /** Today's civil date where the user is. */
  readonly today: () => CivilDate;
  /** Milliseconds, monotone; durations in diagnostics. */
  readonly now: () => number;
  /** Wall clock as ISO text for the journal ("2025-10-10T09:30:00Z"). */
  readonly wallClock: () => string;
  /** Lets the surface paint and take input between slices of work. */
  readonly yieldNow: () => Promise<void>;
  /** Waits; ends early when the signal is aborted (it does not reject). */
  readonly pause: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** A text no other session has: entries of two windows must not share a name. */
  readonly newId: () => string;
  /** What is kept beside workbooks; null keeps nothing. */
  readonly store: EntryStore | null;
  /** 公用电脑: nothing is kept on this computer while it is on. Absent where there is no such switch. */
  readonly shared?: SharedSwitch;
  /** One at a time among all windows of this program (Web Locks); absent: only within this one. */
  readonly exclusive?: <T>(name: string, run: () => Promise<T>) => Promise<T>;
  /** Which windows of this program are open; absent: not known. */
  readonly windows?: OpenWindows;
  readonly versions: Versions;
}

/** Windows make themselves known for as long as they are there, however they end. */
export interface OpenWindows {
  readonly announce: (name: string) => void;
  readonly living: () => Promise<ReadonlySet<string>>;
}

export interface SharedSwitch {
  readonly on: () => boolean;
  readonly set: (on: boolean) => void;
}

export interface Versions {
  /** Version of the product ("1.0.0"), build stamp, version of the rule list. */
  readonly version: string;
  readonly build: string;
  readonly rules: string;
}
