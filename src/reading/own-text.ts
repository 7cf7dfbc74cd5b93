/** A line's own words: titles in 《》 and quoted words are others', and masked. */
import { maskQuoted } from "../zh/mask";
import type { Line } from "./types";

const KNOWN = new WeakMap<Line, string>();

/**
 * The folded line with what it quotes masked; offsets hold. Each line is masked once, whoever asks.
 * @example ownText(line) // "印发《□□□□》" for 印发《培训计划》
 */
export function ownText(line: Line): string {
  const known = KNOWN.get(line);
  if (known !== undefined) return known;
  const text = maskQuoted(line.plain);
  KNOWN.set(line, text);
  return text;
}
