/** The files of a folder of evidence: listed and hashed, never opened otherwise, moved or copied. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { EvidenceFile } from "../month";
import { errorCode } from "./error-code";
import { CliFailure } from "./failure";

/** Deeper than any folder of an office. */
const DEEPEST = 32;
const BY_NAME = new Intl.Collator("zh", { numeric: true });

/**
 * Files in a folder and below, in natural order; dot files, lock files (~$…) and links are left out.
 * @throws CliFailure where the folder, or one of its files, cannot be read
 */
export async function listEvidence(folder: string): Promise<readonly EvidenceFile[]> {
  const paths: string[] = [];
  await collect(folder, "", 0, paths);
  paths.sort((a, b) => BY_NAME.compare(a, b) || (a < b ? -1 : 1));
  const files: EvidenceFile[] = [];
  for (const path of paths) files.push(await hashed(folder, path));
  return files;
}

async function collect(folder: string, below: string, depth: number, paths: string[]): Promise<void> {
  if (depth > DEEPEST) return;
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
    throw unreadable(below === "" ? folder : `${folder}/${below}`, error);
  });
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) continue;
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) await collect(folder, path, depth + 1, paths);
    else if (entry.isFile()) paths.push(path);
  }
}

async function hashed(folder: string, path: string): Promise<EvidenceFile> {
  const full = join(folder, path);
  try {
    const hash = createHash("sha256");
    await pipeline(createReadStream(full), hash);
    return { path, sha256: hash.digest("hex"), bytes: (await stat(full)).size };
  } catch (error) {
    throw unreadable(`${folder}/${path}`, error);
  }
}

function unreadable(path: string, error: unknown): unknown {
  if (errorCode(error) === null) return error;
  return new CliFailure(
    `佐证材料「${path}」无法读取；请检查路径是否正确、是否有读取权限。`,
    `The evidence “${path}” cannot be read; check the path and that you have permission to read it.`,
    "evidence",
  );
}
