/** Periods and pairs that stand in files, with a sentence where they are none. */
import { readPairs, readSnapshot } from "../app/month";
import type { Period, SettledPair } from "../month";
import { CliFailure } from "./failure";
import { readJson } from "./state-file";

/** A file of this name is taken for a snapshot, not for a ledger. */
export function isSnapshotName(path: string): boolean {
  return /\.json$/i.test(path);
}

/** @throws CliFailure where it is no snapshot, or one of a later version */
export async function openSnapshot(path: string): Promise<Period> {
  const read = readSnapshot(await readJson(path, "期次文件", "snapshot"));
  if (read.ok) return read.period;
  const [zh, en] = {
    none: [
      "不是存下的期次；请用 taizhang snapshot 存一份，或改用台账",
      "is no snapshot; make one with taizhang snapshot, or name a ledger",
    ],
    newer: ["是更新版本的程序存的，这里读不了；请升级后再试", "was written by a later version; update and try again"],
    broken: [
      "内容不完整，读不了；请用 taizhang snapshot 重新存一份",
      "is incomplete; make it anew with taizhang snapshot",
    ],
  }[read.why] as [string, string];
  throw new CliFailure(
    `「${path}」${zh}。`,
    `“${path}” ${en}.`,
    read.why === "newer" ? "newerVersion" : "notASnapshot",
  );
}

/** @throws CliFailure where it is no file of pairs, with the first entry that is wrong */
export async function openPairs(path: string | null): Promise<readonly SettledPair[]> {
  if (path === null) return [];
  const read = readPairs(await readJson(path, "配对文件", "pairs file"));
  if (read.ok) return read.pairs;
  const { why, at } = read;
  if (why === "newer")
    throw new CliFailure(
      `配对文件「${path}」是更新版本的程序用的，这里读不了；请升级后再试。`,
      `The pairs file “${path}” was written for a newer version; update and try again.`,
      "newerVersion",
    );
  throw new CliFailure(
    `配对文件「${path}」${at === null ? "的格式不对" : `第${at}条填得不对`}；每条要写明 kind、asOf、old、new，可先用 taizhang compare --pairs-example 生成一份来填。`,
    `The pairs file “${path}” is wrong${at === null ? "" : ` at entry ${at}`}; entries have kind, asOf, old and new: print one to fill in with taizhang compare --pairs-example.`,
    "pairs",
  );
}
