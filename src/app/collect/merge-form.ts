/** The superior's own form as the shape of a merged ledger: its heads and widths, and the form itself filled in. */
import type { BookSheet, Grid } from "../../grid";
import type { Host } from "../../hosts/port";
import { readFormHead, type Reading } from "../../ledger";
import { type Assembled, formExcerpt, mergeCounts, type MergeTemplate, sameCounts } from "../../month";

/** @see template.ts */
export async function readForm(host: Host): Promise<MergeTemplate | null> {
  const grids = await host.read.grids();
  const template = grids.flatMap((grid) => {
    const head = grid.visibility === "visible" ? readFormHead(grid) : null;
    return head === null ? [] : [{ head, grid, widths: widthsOf(grid) }];
  });
  return template.length === 0 ? null : template;
}

/** Widths in characters from column A on; the usual one where the file tells none. */
function widthsOf({ look, values }: Grid): readonly number[] {
  if (look === undefined) return [];
  const columns = values.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: columns }, (_, col) => look.widths.get(col) ?? DEFAULT_WIDTH);
}

const DEFAULT_WIDTH = 9;

/** @see template.ts */
export async function fillForm(
  { copies }: Host,
  { files, options, counts }: Assembled,
  report: BookSheet,
  readBytes: (bytes: Uint8Array) => Promise<Reading>,
): Promise<Uint8Array | null> {
  const excerpt = copies?.excerpt === undefined ? null : formExcerpt(files, options, report);
  if (excerpt === null || copies?.excerpt === undefined) return null;
  const bytes = await copies.excerpt(excerpt);
  return sameCounts(mergeCounts(await readBytes(bytes)), counts) ? bytes : null;
}
