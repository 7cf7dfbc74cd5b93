/** Reads a file the user names, with a sentence where it cannot be opened. */
import { readFile } from "node:fs/promises";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";

/** @throws CliFailure where the file cannot be opened */
export async function readGivenFile(path: string, zh: string, en: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    throw new CliFailure(
      `${zh}「${path}」无法打开；请检查路径是否正确、是否有读取权限。`,
      `The ${en} “${path}” cannot be opened; check the path and that you have permission to read it.`,
    );
  }
}
