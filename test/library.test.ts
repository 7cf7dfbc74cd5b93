/** taizhang/core as another program has it: the example of its page, word for word, and what it refuses. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(__dirname, "..");
const SAMPLE = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "taizhang-library-"));
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(ROOT, path.join(folder, "node_modules/taizhang"), "junction");
  const page = readFileSync(path.join(ROOT, "docs/library.md"), "utf8");
  const [, example] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
  if (example === undefined) throw new Error("the page has no example");
  writeFileSync(path.join(folder, "example.mjs"), example);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (file: string) => spawnSync(process.execPath, ["example.mjs", file], { cwd: folder, encoding: "utf8" });
const cli = (...args: string[]) => {
  const bin = path.join(ROOT, "bin/taizhang.js");
  const { stdout } = spawnSync(process.execPath, [bin, ...args, "--format", "json", SAMPLE], { encoding: "utf8" });
  return JSON.parse(stdout);
};

test("the example of docs/library.md says what the command line says", () => {
  const { status, stdout, stderr } = run(SAMPLE);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [, errors, warnings] = /错误 (\d+) 处，警告 (\d+) 处/.exec(stdout) ?? [];
  // The sample states its own day, so both judge by it.
  const own = cli("check");
  expect([Number(errors), Number(warnings)]).toEqual([own.counts.error, own.counts.warning]);
  expect(own.counts.error).toBeGreaterThan(0);
  for (const { kind, total } of cli("tally").kinds) expect(stdout).toContain(`${kind} ${total}\n`);
  expect(stdout).toContain("20＋4＝24");
});

test("what it cannot read is one sentence", () => {
  const file = path.join(folder, "不是台账.xlsx");
  writeFileSync(file, "no workbook");
  const { status, stdout, stderr } = run(file);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain("不是台账.xlsx");
});

test("it writes no file and starts no process: nothing changes where both are forbidden", () => {
  const told = run(SAMPLE);
  const forbidden = ["--experimental-permission", "--allow-fs-read=*", "--no-warnings", "example.mjs", SAMPLE];
  const { status, stdout } = spawnSync(process.execPath, forbidden, { cwd: folder, encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 0, stdout: told.stdout });
});
