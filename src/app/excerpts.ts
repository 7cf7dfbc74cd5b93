/** Workbooks of some rows of what is open (分发), for every surface. */
import type { Excerpt } from "../grid";
import { excerptBook, type Split, type SplitBy, splitExcerpts, type SplitPart, splitReading } from "../month";
import type { DraftTools } from "../hosts/draft";
import type { Host } from "../hosts/port";
import type { Session } from "./session";

export { splitJson } from "../month";
export type { Split, SplitBy } from "../month";

/** What is open, split; null before reading. */
export function sessionSplit(session: Session, by: SplitBy): Split | null {
  const reading = session.reading();
  return reading === null ? null : splitReading(reading, by);
}

/** The workbooks of the parts, in their order: made one by one, for there may be many. */
export async function* splitWorkbooks(
  split: Split,
  host: Host | null,
  writeBook: DraftTools["writeBook"],
): AsyncGenerator<{ readonly part: SplitPart; readonly bytes: Uint8Array }> {
  const excerpts = splitExcerpts(split);
  for (const part of split.parts) yield { part, bytes: await excerptBytes(excerpts.of(part), host, writeBook) };
}

/** Bytes of an excerpt: as the source looks where a host has its parts, else as our workbooks do. */
export async function excerptBytes(
  excerpt: Excerpt,
  host: Host | null,
  writeBook: DraftTools["writeBook"],
): Promise<Uint8Array> {
  const copies = host?.copies;
  return copies?.excerpt && !excerpt.moved ? copies.excerpt(excerpt) : writeBook(excerptBook(excerpt));
}
