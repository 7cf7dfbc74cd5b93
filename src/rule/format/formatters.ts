/** The formatters by name. */
import { formatJson } from "./json";
import { formatText, type TextOptions } from "./text";
import type { FindingView } from "./view";

type Formatter = (views: readonly FindingView[], options: TextOptions) => string;

/** `--format` of the command line. */
export const FORMATTERS: ReadonlyMap<string, Formatter> = new Map<string, Formatter>([
  ["text", formatText],
  ["json", formatJson],
]);
