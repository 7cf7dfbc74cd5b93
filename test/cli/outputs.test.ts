/**
 * What the built program leaves behind when it is killed, when the disk is full, and when nobody takes its result: whole
 * files or none, no litter, the true reason.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { ledgerSheet, ROWS } from "../app/session/ledger-sheet";
import { buildXlsx } from "../hosts/file/build";
import { makeDocx, paragraph } from "../hosts/file/docx/make-docx";
import { buildCli } from "./build-cli";
import { expectOneSentence } from "./run-cli";

jest.setTimeout(300_000);

let root: string;
let bin: string;
let ledger: Uint8Array;
let annotated: Uint8Array;
const notice = makeDocx(
  paragraph("关于整改情况的通报") + paragraph("1.某制度未落实。") + paragraph("整改情况：已修订制度。"),
);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "taizhang-outputs-"));
  bin = await buildCli(join(root, "app"));
  const rows = Array.from({ length: 400 }, (_, i) => [i + 1, ...ROWS[i % ROWS.length]!.slice(1)]);
  ledger = await buildXlsx([ledgerSheet(rows)]);
  const folder = fresh();
  expect(run(folder, ["annotate", "台账.xlsx", "-o", "a.xlsx"]).status).toBe(0);
  annotated = new Uint8Array(readFileSync(join(folder, "a.xlsx")));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const INPUTS = ["台账.xlsx", "核验.xlsx", "通报.docx"];

/** A folder with the inputs in it. */
function fresh(folder = mkdtempSync(join(root, "f-"))): string {
  writeFileSync(join(folder, INPUTS[0]!), ledger);
  writeFileSync(join(folder, INPUTS[1]!), annotated ?? ledger);
  writeFileSync(join(folder, INPUTS[2]!), notice);
  return folder;
}

function run(cwd: string, args: readonly string[]) {
  return spawnSync(process.execPath, [bin, ...args], { cwd, encoding: "utf8" });
}

/** Each writing command, and its output. */
const COMMANDS: readonly (readonly [string, readonly string[], string])[] = [
  ["annotate", ["annotate", "台账.xlsx", "-o", "出.xlsx"], "出.xlsx"],
  ["clean", ["clean", "核验.xlsx", "-o", "出.xlsx"], "出.xlsx"],
  ["notice", ["notice", "台账.xlsx", "-o", "出.docx"], "出.docx"],
  ["signoff", ["signoff", "台账.xlsx", "-o", "出.docx"], "出.docx"],
  ["print", ["print", "台账.xlsx", "-o", "出.html"], "出.html"],
  ["extract", ["extract", "通报.docx", "-o", "出.xlsx"], "出.xlsx"],
  ["new", ["new", "-o", "出.xlsx"], "出.xlsx"],
  ["merge", ["merge", "台账.xlsx", "-o", "出.xlsx"], "出.xlsx"],
  ["stats --in-ledger", ["stats", "台账.xlsx", "--in-ledger", "-o", "出.xlsx"], "出.xlsx"],
  ["merge --into", ["merge", "--into", "核验.xlsx", "台账.xlsx", "-o", "出.xlsx"], "出.xlsx"],
];

/** Whether an output is whole: a package that opens, a page that ends. */
function isWhole(path: string): boolean {
  const bytes = readFileSync(path);
  if (path.endsWith(".html")) return bytes.toString("utf8").trimEnd().endsWith("</html>");
  return Object.keys(unzipSync(bytes)).length > 3;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once("close", () => resolve()));
}

/** Waits until a condition holds; what a killed process left is removed by another one, soon after. */
async function until(holds: () => boolean): Promise<boolean> {
  for (let i = 0; i < 400; i++) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

/** TAIZHANG_KILLS sets how often each command is killed at moments spread over its run. */
const KILLS = Number(process.env["TAIZHANG_KILLS"] ?? 4);

describe.each(COMMANDS)("%s, killed with kill -9", (_name, args, output) => {
  it(`at ${KILLS} moments and in the very moment of writing: nothing half, no litter`, async () => {
    const began = process.hrtime.bigint();
    expect(run(fresh(), args).status).toBeLessThan(2);
    const took = Number(process.hrtime.bigint() - began) / 1e6;
    const moments = [...Array.from({ length: KILLS }, (_, i) => (took * (i + 0.5)) / KILLS), null];
    for (const moment of moments) {
      const folder = fresh();
      const child = spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: "ignore" });
      const gone = ended(child);
      if (moment !== null) await new Promise((resolve) => setTimeout(resolve, moment));
      else {
        // As soon as anything new is in the folder.
        while (child.exitCode === null && readdirSync(folder).length === INPUTS.length) {
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
      child.kill("SIGKILL");
      await gone;
      const names = (): string[] => readdirSync(folder).filter((name) => !INPUTS.includes(name));
      expect(await until(() => names().every((name) => name === output))).toBe(true);
      if (existsSync(join(folder, output))) expect(isWhole(join(folder, output))).toBe(true);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Each command that writes a folder. */
const FOLDERS: readonly (readonly [string, readonly string[]])[] = [
  ["split", ["split", "台账.xlsx", "-o", "出"]],
  ["return", ["return", "台账.xlsx", "-o", "出"]],
  ["remind", ["remind", "台账.xlsx", "-o", "出", "--as-of", "2026-12-31"]],
  ["close", ["close", "台账.xlsx", "-o", "出"]],
];

const FEWER = Math.ceil(KILLS / 2);

describe.each(FOLDERS)("%s, killed with kill -9", (_name, args) => {
  it.each([
    ["a new folder", false],
    ["a folder that was there", true],
  ])(`at ${FEWER} moments and in the very moment of writing into %s: all or nothing`, async (_what, stands) => {
    const made = fresh();
    const began = process.hrtime.bigint();
    expect(run(made, args).status).toBeLessThan(2);
    const took = Number(process.hrtime.bigint() - began) / 1e6;
    const all = readdirSync(join(made, "出")).sort();
    expect(all.length).toBeGreaterThan(1);
    const begun = stands ? "出" : "";
    const moments = [...Array.from({ length: FEWER }, (_, i) => (took * (i + 0.5)) / FEWER), null];
    for (const moment of moments) {
      const folder = fresh();
      if (stands) mkdirSync(join(folder, "出"));
      const before = readdirSync(join(folder, begun)).length;
      const child = spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: "ignore" });
      const gone = ended(child);
      if (moment !== null) await new Promise((resolve) => setTimeout(resolve, moment));
      else {
        while (child.exitCode === null && readdirSync(join(folder, begun)).length === before) {
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
      child.kill("SIGKILL");
      await gone;
      const whole = (): boolean => {
        const there = existsSync(join(folder, "出")) ? readdirSync(join(folder, "出")).sort() : [];
        const litter = readdirSync(folder).filter((name) => name !== "出" && !INPUTS.includes(name));
        return litter.length === 0 && (there.length === 0 || there.join() === all.join());
      };
      expect(await until(whole)).toBe(true);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("a full disk", () => {
  let disk: string | null = null;
  beforeAll(() => {
    const at = join(root, "disk");
    mkdirSync(at);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", at], { stdio: "pipe" });
      disk = at;
    } catch (error) {
      process.stderr.write(
        `No small disk can be mounted here (${String(error).split("\n")[0]}): /dev/full stands in for it.\n`,
      );
    }
  });
  afterAll(() => {
    if (disk !== null) execFileSync("umount", [disk]);
  });

  it.each(COMMANDS)("%s says so, and leaves nothing", (_name, args, output) => {
    if (disk === null) return expectDiskFull();
    const folder = fresh();
    // All but a little of the disk is taken.
    const filler = join(disk, "filler");
    rmSync(filler, { force: true });
    try {
      writeFileSync(filler, new Uint8Array(300 * 1024));
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe("ENOSPC");
    }
    const path = join(disk, output);
    const { status, stderr, stdout } = run(
      folder,
      args.map((arg) => (arg === output ? path : arg)),
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("磁盘已满");
    expect(stderr).not.toContain("权限");
    expect(readdirSync(disk)).toEqual(["filler"]);
  });
});

/** Without a disk of its own: standard output as the full one. */
function expectDiskFull(): void {
  const full = spawnSync("/bin/sh", ["-c", `"${process.execPath}" "${bin}" --help > /dev/full`], { encoding: "utf8" });
  expect({ status: full.status, err: full.stderr }).toEqual({
    status: 2,
    err: expect.stringContaining("磁盘已满"),
  });
}

describe("standard output that takes nothing", () => {
  const shell = (cwd: string, line: string) =>
    spawnSync("/bin/bash", ["-c", `set -o pipefail; ${line}`], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, T: `${process.execPath} ${bin}` },
    });

  it.each(["check", "tally", "summary", "check --format json"])("%s > /dev/full: one sentence, status 2", (command) => {
    const { status, stderr } = shell(fresh(), `$T ${command} 台账.xlsx > /dev/full`);
    expect(status).toBe(2);
    expectOneSentence(stderr.split("\n").slice(-2).join("\n"));
    expect(stderr).toContain("磁盘已满");
    expect(stderr).not.toMatch(/\bat \S+:\d+|Error/);
  });

  it("a reader that has enough is no failure: quiet, and the status is that of the findings", () => {
    const folder = fresh();
    const { stderr } = shell(folder, `$T check --format json 台账.xlsx | head -c 1 > /dev/null`);
    expect(stderr).toBe("");
    const empty = shell(folder, `$T --help | true`);
    expect({ status: empty.status, err: empty.stderr }).toEqual({ status: 0, err: "" });
  });

  it("annotates all files even if nobody reads what it says", () => {
    const folder = mkdtempSync(join(root, "f-"));
    for (const name of ["甲", "乙", "丙"]) writeFileSync(join(folder, `${name}.xlsx`), ledger);
    shell(folder, `$T annotate . | true`);
    expect(readdirSync(folder).filter((name) => name.includes("-核验"))).toHaveLength(3);
  });
});

describe("what stands in the way is named", () => {
  it.each([
    ["没有/出.xlsx", "文件夹不存在"],
    ["台账.xlsx/出.xlsx", "不是文件夹"],
    [`${"长".repeat(100)}.xlsx`, "文件名太长"],
    ["台账.xlsx", "已存在"],
  ])("new -o %.20s", (path, words) => {
    const folder = fresh();
    const { status, stderr } = run(folder, ["new", "-o", path]);
    expect(status).toBe(2);
    expectOneSentence(stderr);
    expect(stderr).toContain(words);
    expect(readdirSync(folder).sort()).toEqual([...INPUTS].sort());
  });
});
