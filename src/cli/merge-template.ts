/** The superior's own form as the shape of a merged ledger: its heads, and the widths of its columns. */
import type { Grid } from "../grid";
import { openBytes, readFileBytes } from "../hosts/file/node";
import { type Host, HostError } from "../hosts/port";
import { readFormHead } from "../ledger";
import type { MergeTemplate } from "../month";
import { CliFailure, workbookFailure } from "./failure";

interface OpenTemplate {
  readonly template: MergeTemplate;
  /** The form itself, whose looks come along. */
  readonly host: Host;
}

/** @throws CliFailure where it cannot be read, or none of its sheets has a heading that names problems */
export async function openTemplate(path: string): Promise<OpenTemplate> {
  try {
    const bytes = await readFileBytes(path);
    const host = await openBytes(bytes, path);
    const grids = await host.read.grids();
    const sheets = grids.flatMap((grid) => {
      const head = grid.visibility === "visible" ? readFormHead(grid) : null;
      return head === null ? [] : [{ head, grid, widths: widthsOf(grid) }];
    });
    if (sheets.length > 0) return { template: sheets, host };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw workbookFailure({ code: error.code, workbook: path, detail: error.detail }, path);
  }
  throw new CliFailure(
    `模板「${path}」中没有认得出的表头；请确认表头中有“序号、问题、整改状态”等列。`,
    `The template “${path}” has no heading that can be read; it should name columns such as 序号, 问题, 整改状态.`,
    "template",
  );
}

/** Widths in characters from column A on; the usual one where the file tells none. */
function widthsOf({ look, values }: Grid): readonly number[] {
  if (look === undefined) return [];
  const columns = values.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: columns }, (_, col) => look.widths.get(col) ?? DEFAULT_WIDTH);
}

const DEFAULT_WIDTH = 9;
