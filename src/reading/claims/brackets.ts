/** Brackets around counts, and right before them. */

/** The offset of the outermost bracket open at `to`, -1 outside: 县（市）区 in a bracket ends none. */
export function bracketAt(plain: string, from: number, to: number, open: number[]): number {
  for (let at = from; at < to; at++) {
    const code = plain.charCodeAt(at);
    if (code === 0xff08 || code === 0x28) open.push(at);
    else if (code === 0xff09 || code === 0x29) open.pop();
  }
  return open[0] ?? -1;
}

/** 部分整改（需长期推进）24个: a bracket right before the number belongs to the words before it. */
export function overBracket(plain: string, at: number, floor: number): number {
  const last = plain[at - 1];
  if (last !== "）" && last !== ")") return at;
  const from = Math.max(floor, at - 20);
  const near = plain.slice(from, at - 1);
  const open = Math.max(near.lastIndexOf("（"), near.lastIndexOf("("));
  return open >= 0 ? from + open : at;
}
