/** Several files into one folder, all or none: nothing there is overwritten, and a failure leaves what stood there before. */
import { lstat, mkdir, rmdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";
import { reasonOf, writeNew } from "./write-file";

export interface FolderFile {
  /** Without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The path of a name in a folder as it was named, `/` between. */
export function inFolder(folder: string, name: string): string {
  return `${folder.replace(/(?<=.)[\\/]+$/u, "")}/${name}`;
}

/**
 * Writes files into a folder, which is made where it is not there.
 * @throws CliFailure where a name is taken, or for the reason why one cannot be written; nothing of ours is left then
 */
export async function writeFolder(folder: string, files: readonly FolderFile[]): Promise<void> {
  for (const { name } of files) if (await isThere(join(folder, name))) throw taken(inFolder(folder, name));
  const made = await makeFolder(folder);
  const written: string[] = [];
  try {
    for (const { name, bytes } of files) {
      await writeNew(inFolder(folder, name), bytes);
      written.push(join(folder, name));
    }
  } catch (error) {
    for (const path of written) await unlink(path).catch(() => undefined);
    if (made) await rmdir(folder).catch(() => undefined);
    throw error;
  }
}

/** @returns whether it was not there before */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    if (
      code === "EEXIST" &&
      (await lstat(join(folder, ".")).then(
        () => true,
        () => false,
      ))
    )
      return false;
    if (code === "EEXIST")
      throw new CliFailure(
        `「${folder}」是文件，不是文件夹；请换一个文件夹名。`,
        `“${folder}” is a file, not a folder; choose another name.`,
        "notWritten",
      );
    const { zh, en } = reasonOf(code);
    throw new CliFailure(
      `无法建立文件夹「${folder}」：${zh}。`,
      `The folder “${folder}” cannot be made: ${en}.`,
      "notWritten",
    );
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return false;
  }
}

function taken(path: string): CliFailure {
  return new CliFailure(
    `文件「${path}」已存在，不会覆盖；请换一个文件夹。`,
    `“${path}” exists and is not overwritten; choose another folder.`,
    "exists",
  );
}
