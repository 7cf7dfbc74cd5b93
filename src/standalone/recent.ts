/** Names of the ledgers opened lately, for the start screen; never on a computer that others use, too. */
const KEY = "taizhang.recent";
const MOST = 6;

/** Newest first. */
export function recentNames(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((name) => typeof name === "string").slice(0, MOST) : [];
  } catch (error) {
    // Refused, or not of ours: then there is nothing to show.
    if (!(error instanceof DOMException || error instanceof SyntaxError)) throw error;
    return [];
  }
}

export function keepRecent(name: string): void {
  write([name, ...recentNames().filter((other) => other !== name)].slice(0, MOST));
}

export function forgetRecent(): void {
  write([]);
}

function write(names: readonly string[]): void {
  try {
    if (names.length === 0) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, JSON.stringify(names));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
