/** What a command may touch of the world; tests give streams of their own. */
import type { CivilDate } from "../zh/civil-date";

export interface Io {
  /** Writes to standard output: the result, nothing else. */
  readonly out: (text: string) => void;
  /** Writes to standard error: warnings, progress, sentences of failure. */
  readonly err: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today where the user is. */
  readonly today: () => CivilDate;
  /** Milliseconds, monotone. */
  readonly now: () => number;
  /** Wall clock as ISO text. */
  readonly wallClock: () => string;
}
