/** A unit directory from a text or CSV file: one unit a line, short names behind commas or tabs. */

interface DirectoryRow {
  readonly name: string;
  readonly shortNames: readonly string[];
}

const HEADERS: ReadonlySet<string> = new Set(["单位名称", "单位", "名称", "责任单位"]);

/**
 * @example directoryRows("单位名称,简称\n县人民医院,县医院") // [{ name: "县人民医院", shortNames: ["县医院"] }]
 */
export function directoryRows(text: string): readonly DirectoryRow[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split(/[,，;；\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")))
    .filter(([name]) => name !== undefined && name !== "" && !HEADERS.has(name))
    .map(([name = "", ...rest]) => ({ name, shortNames: rest.filter((short) => short !== "") }));
}

/** UTF-8 (with or without BOM), else GB18030, as offices' programs write it. */
export async function readTextFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder("gb18030").decode(bytes);
  }
}
