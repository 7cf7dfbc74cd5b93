/** Colours, on a terminal only (https://no-color.org). */
import type { Severity } from "../rule";
import type { Io } from "./io";
import { style as styled } from "./terminal";

export type Paint = (text: string, style: Severity | "bold" | "dim") => string;

const CODES: Readonly<Record<Severity | "bold" | "dim", readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  bold: [1, 22],
  dim: [2, 22],
};

export function createPaint(io: Io): Paint {
  const { NO_COLOR: off, TERM: term } = io.env;
  if (!io.outIsTerminal || (off !== undefined && off !== "") || term === "dumb") return (text) => text;
  return (text, style) => {
    const [on, end] = CODES[style];
    return styled(on) + text + styled(end);
  };
}
