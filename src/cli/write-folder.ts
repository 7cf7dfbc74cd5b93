/** Several files written into a folder, all of them or none; none of them in place of another. */
import { randomBytes } from "node:crypto";
import { link, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Args } from "./args";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";
import { NO_LINKS, failureText } from "./write-file";
import { sweepAfter } from "./write-sweeper";
import { isThere } from "./paths";

export interface NewFile {
  /** Name in the folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The folder behind -o, without the stroke at its end.
 * @throws CliFailure without -o
 */
export function outputFolder(args: Args, example: string): string {
  const path = args.text("output");
  if (path !== null && path !== "") return path.replace(/(?<=.)[\\/]+$/u, "");
  throw new CliFailure(
    `请用 -o 指定写入的文件夹；例如 ${example}。`,
    `Name the folder to write to with -o; for example ${example}.`,
  );
}

/** A file in a folder as reports name it. */
export function inFolder(folder: string, name: string): string {
  return `${folder}/${name}`;
}

/**
 * Writes files into a folder, which is made where it is not there.
 * @throws CliFailure where one of the names is there, or for the reason why they cannot be written; nothing is left then
 * @example await writeFolder("分发", [{ name: "县财政局.xlsx", bytes }])
 */
export async function writeFolder(folder: string, files: readonly NewFile[]): Promise<void> {
  const stands = await isThere(folder);
  const home = stands ? folder : dirname(resolve(folder));
  const beside = join(home, `.taizhang-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  try {
    if (stands) await refuseTaken(folder, files);
    await sweepAfter(beside);
    await mkdir(beside);
    for (const { name, bytes } of files) await writeFile(join(beside, name), bytes, { flag: "wx" });
    if (stands) await moveAll(beside, folder, files);
    else await rename(beside, folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    const { zh, en } = failureText(code);
    throw new CliFailure(
      `无法写入文件夹「${folder}」：${zh}。`,
      `The folder “${folder}” cannot be written to: ${en}.`,
      "notWritten",
    );
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function refuseTaken(folder: string, files: readonly NewFile[]): Promise<void> {
  for (const { name } of files) if (await isThere(join(folder, name))) throw taken(folder, name);
}

function taken(folder: string, name: string): CliFailure {
  return new CliFailure(
    `文件夹「${folder}」中已有「${name}」，不会覆盖；请换一个文件夹。`,
    `The folder “${folder}” already holds “${name}”, which will not be overwritten; choose another folder.`,
    "exists",
  );
}

/** Moves files to free names; where one is taken meanwhile, those moved go again. */
async function moveAll(from: string, folder: string, files: readonly NewFile[]): Promise<void> {
  const moved: string[] = [];
  // A folder that was there cannot be put in place at once.
  await sweepAfter(
    from,
    files.map(({ name }) => join(folder, name)),
  );
  try {
    for (const { name } of files) {
      const to = join(folder, name);
      try {
        await link(join(from, name), to);
      } catch (error) {
        if (errorCode(error) === "EEXIST") throw taken(folder, name);
        if (!NO_LINKS.has(errorCode(error) ?? "")) throw error;
        if (await isThere(to)) throw taken(folder, name);
        await rename(join(from, name), to);
      }
      moved.push(to);
    }
  } catch (error) {
    for (const path of moved) await rm(path, { force: true });
    throw error;
  }
}
