/** Pairs of characters as numbers, for first looks at texts that cost a load and a test a character. */

/** One number for two characters (UTF-16 code units). */
export function signOf(first: number, second: number): number {
  return (Math.imul(first, 31) + Math.imul(second, 17)) & 0xffff;
}

/**
 * Makes a first look for words: whether the first two characters of any of them may stand in a text.
 * @param words of two characters or more
 * @example createPairScan(["办结"])("已于9月办结") // true
 */
export function createPairScan(words: readonly string[]): (text: string) => boolean {
  const firsts = new Uint8Array(65536);
  const signs = new Uint8Array(65536);
  for (const word of words) {
    firsts[word.charCodeAt(0)] = 1;
    signs[signOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  }
  return (text) => {
    const last = text.length - 1;
    for (let i = 0; i < last; i++) {
      const code = text.charCodeAt(i);
      if (firsts[code] === 1 && signs[signOf(code, text.charCodeAt(i + 1))] === 1) return true;
    }
    return false;
  };
}
