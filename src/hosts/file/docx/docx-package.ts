/** What Word documents are as packages. */
import { LIMITS, type Limits } from "../xlsx/limits";
import type { XlsxPackage } from "../xlsx/package";

const MB = 1024 * 1024;
/** A document is a few pages; pictures may make its file large. */
export const DOCX_LIMITS: Limits = { ...LIMITS, fileBytes: 64 * MB, patchBytes: 48 * MB };

/** The main part of a Word document; null where the package is none. */
export function wordPart(pack: XlsxPackage): string | null {
  const main = pack.relationships("").find(({ type }) => type.endsWith("/officeDocument"))?.target;
  return main != null && pack.has(main) && /word|^word\//i.test(`${pack.contentType(main)} ${main}`) ? main : null;
}
