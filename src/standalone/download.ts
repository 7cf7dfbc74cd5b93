/** Downloads of the page: names of copies. */
import { saveFile } from "../panes/shell/save-file";

export function downloadBytes(bytes: Uint8Array, name: string): void {
  saveFile(bytes, name, "xlsx");
}

/**
 * @example suffixed("台账.xlsx", "-核验") // "台账-核验.xlsx"
 */
export function suffixed(name: string, suffix: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? `${name.slice(0, dot)}${suffix}${name.slice(dot)}` : `${name}${suffix}`;
}
