/** What stands at a path. */
import { lstat, stat } from "node:fs/promises";
import { errorCode } from "./error-code";

/** Whether anything has the name, a link to nowhere included. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}

/** Whether a folder stands there. What else may be wrong with the path is said when it is opened. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (errorCode(error) !== null) return false;
    throw error;
  }
}
