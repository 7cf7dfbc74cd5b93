/** The built program as a person starts it: bin/taizhang.js on a bundle, its pipes and its refusal to run unbuilt. */
import { spawn } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { ROWS, ledgerSheet } from "../app/session/ledger-sheet";
import { buildCli } from "./build-cli";
import { expectOneSentence, makeFolder, put, putLedger } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the program; `until` may close its output early, as `| head` does. */
function start(bin: string, argv: readonly string[], closeEarly = false): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin, ...argv]);
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString("utf8");
      if (closeEarly) child.stdout.destroy();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString("utf8");
    });
    child.on("close", (status) => done({ status, out, err }));
  });
}

beforeAll(async () => {
  folder = await makeFolder();
  program = await buildCli(folder.path("app"));
}, 180_000);
afterAll(() => folder.remove());

let program: string;
const bin = () => program;

describe("bin/taizhang.js", () => {
  it("checks a file and exits with the findings' status", async () => {
    const file = await putLedger(folder.path("台账.xlsx"));
    const { status, out, err } = await start(bin(), ["check", "--as-of", "2025-10-10", "--format", "json", file]);
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(JSON.parse(out).counts.error).toBe(1);
  });

  it("is over when its work is: no timer keeps the process", async () => {
    const file = await putLedger(folder.path("台账.xlsx"));
    // Counted when the result is out.
    const told = `const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
      const write = process.stdout.write.bind(process.stdout);
      process.stdout.write = (...args) => { const went = write(...args); setImmediate(() => process.stderr.write(String(timers()))); return went; };`;
    const hook = await put(folder.path("hook.cjs"), told);
    const { out, err } = await start("--require", [hook, bin(), "check", "--as-of", "2025-10-10", file]);
    expect(out).toContain("合计");
    expect(err).toBe("0");
  });

  it("carries version, commit and rules of the build", async () => {
    const { status, out } = await start(bin(), ["--version", "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ name: "taizhang", version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  });

  it("loads its lazy parts: the template and the old formats", async () => {
    const made = await start(bin(), ["new", "-o", folder.path("新.xlsx")]);
    expect(made).toMatchObject({ status: 0, err: "" });
  });

  it("writes a long result to the end before it exits", async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [index + 1, ...ROWS[2]!.slice(1)]);
    const file = await putLedger(folder.path("长.xlsx"), [ledgerSheet(rows)]);
    const { status, out } = await start(bin(), ["check", "--format", "json", file]);
    expect(status).toBe(1);
    expect(JSON.parse(out).findings.length).toBeGreaterThanOrEqual(3000);
    const cut = await start(bin(), ["check", "--format", "json", file], true);
    expect(cut.err).toBe("");
  });

  it("says in one sentence what is wrong with a file", async () => {
    const { status, out, err } = await start(bin(), ["check", folder.path("没有.xlsx")]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expectOneSentence(err);
  });

  it("says what to do where it isn't built", async () => {
    await mkdir(folder.path("bare", "bin"), { recursive: true });
    await cp(bin(), folder.path("bare", "bin", "taizhang.js"));
    const { status, err } = await start(folder.path("bare", "bin", "taizhang.js"), ["check"]);
    expect(status).toBe(2);
    expect(err).toContain("npm ci");
  });
});
