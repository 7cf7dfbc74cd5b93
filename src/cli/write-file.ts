/**
 * Files written whole or not at all: beside their place under a name of their own, then moved there. A full disk or a kill
 * leaves nothing half under the final name, and what stood beside goes with the process (write-sweeper.ts).
 */
import { randomBytes } from "node:crypto";
import { link, open, rename, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";
import { sweepAfter } from "./write-sweeper";
import { isThere } from "./paths";

/**
 * Writes a file that must not be there yet.
 * @throws CliFailure where it is there, or for the true reason why it cannot be written
 * @example await writeNew("台账-核验.xlsx", bytes)
 */
export async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  await write(path, bytes, moveToFreePlace);
}

/**
 * Says before any work that a file is there already; `writeNew` would say so at the end.
 * @throws CliFailure where it is there
 */
export async function refuseExisting(path: string): Promise<void> {
  if (await isThere(path).catch(() => false)) throw failureOf("EEXIST", path);
}

/**
 * Writes a file in place of an earlier one of ours (a state file).
 * @throws CliFailure for the reason why it cannot be written
 */
export async function writeOver(path: string, bytes: Uint8Array): Promise<void> {
  await write(path, bytes, rename);
}

async function write(
  path: string,
  bytes: Uint8Array,
  move: (from: string, to: string) => Promise<void>,
): Promise<void> {
  // Short, whatever the final name: two bytes more than a name may have would be our failure, not the user's.
  const beside = join(dirname(path), `.taizhang-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await sweepAfter(beside);
    await fill(beside, bytes);
    await move(beside, path);
  } catch (error) {
    await removeIfThere(beside);
    const code = errorCode(error);
    if (code === null) throw error;
    throw failureOf(code, path);
  }
}

async function fill(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    // Some file systems say only here that there was no room.
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Moves a file where none is; a name that came into being meanwhile is not overwritten. */
async function moveToFreePlace(from: string, to: string): Promise<void> {
  try {
    // Unlike renaming, a second name never replaces what is there.
    await link(from, to);
  } catch (error) {
    if (!NO_LINKS.has(errorCode(error) ?? "")) throw error;
    if (await isThere(to)) throw Object.assign(new Error(to), { code: "EEXIST" });
    await rename(from, to);
    return;
  }
  await removeIfThere(from);
}

/** What file systems without second names (FAT, some network drives) say. */
export const NO_LINKS: ReadonlySet<string> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EMLINK",
  "EINVAL",
  "UNKNOWN",
]);

async function removeIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    // Gone, or its folder is; otherwise it stays, and the reason for the failure is told all the same.
    if (errorCode(error) === null) throw error;
  }
}

/** The sentence for what the file system said, and what can be done about it. */
const REASONS: ReadonlyMap<string, { readonly zh: string; readonly en: string }> = new Map([
  [
    "ENOSPC",
    { zh: "磁盘已满；请腾出空间或换一个磁盘", en: "the disk is full; free some space or choose another disk" },
  ],
  ["EDQUOT", { zh: "已超出磁盘配额；请腾出空间", en: "the disk quota is used up; free some space" }],
  [
    "EFBIG",
    { zh: "文件超过此磁盘允许的大小；请换一个磁盘", en: "the file is larger than this disk allows; choose another" },
  ],
  [
    "ENOENT",
    { zh: "文件夹不存在；请先建立文件夹，或检查路径", en: "its folder does not exist; create it, or check the path" },
  ],
  ["ENOTDIR", { zh: "路径中有一段不是文件夹；请检查路径", en: "part of its path is not a folder; check the path" }],
  ["EACCES", { zh: "没有写入权限；请检查文件夹权限", en: "you do not have permission to write there" }],
  ["EPERM", { zh: "没有写入权限；请检查文件夹权限", en: "you do not have permission to write there" }],
  ["EROFS", { zh: "磁盘是只读的；请换一个磁盘", en: "the disk is read-only; choose another" }],
  ["ENAMETOOLONG", { zh: "文件名太长；请换一个短的文件名", en: "the name is too long; choose a shorter one" }],
  ["EBUSY", { zh: "文件正被其他程序占用；请关闭后再试", en: "another program is using it; close it and try again" }],
  ["EIO", { zh: "磁盘读写出错；请检查磁盘或换一个磁盘", en: "the disk reported an error; check it or choose another" }],
]);

/** What a code of the file system means, in words. */
export function failureText(code: string): { readonly zh: string; readonly en: string } {
  return (
    REASONS.get(code) ?? { zh: `系统返回 ${code}；请换一个位置再试`, en: `the system says ${code}; try another place` }
  );
}

/** The failure of a path that could not be written, by what the file system said. */
export function failureOf(code: string, path: string): CliFailure {
  if (code === "EEXIST") {
    return new CliFailure(
      `文件「${path}」已存在，不会覆盖；请换一个文件名。`,
      `“${path}” already exists and will not be overwritten; choose another name.`,
      "exists",
    );
  }
  const { zh, en } = failureText(code);
  return new CliFailure(`无法写入「${path}」：${zh}。`, `“${path}” cannot be written: ${en}.`, "notWritten");
}
