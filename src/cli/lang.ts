/** The language of what is said, before any argument is understood. */
import type { Lang } from "../rule";

/** The language asked for anywhere, so that even a wrong option is told in it. */
export function langOf(argv: readonly string[]): Lang {
  const at = argv.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  if (at < 0) return "zh";
  const value = argv[at] === "--lang" ? argv[at + 1] : argv[at]!.slice("--lang=".length);
  return value === "en" ? "en" : "zh";
}

/** `taizhang --lang en check …` is as good as `taizhang check --lang en …`. */
export function withoutLeadingLang(argv: readonly string[]): readonly string[] {
  if (argv[0] === "--lang") return argv.slice(2);
  return argv[0]?.startsWith("--lang=") ? argv.slice(1) : argv;
}
