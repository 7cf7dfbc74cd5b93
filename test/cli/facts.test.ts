/** taizhang facts: files complete or absent, readable by a data base, the same whether written at once or apart. */
import { DuckDBInstance } from "@duckdb/node-api";
import { readdir, readFile } from "node:fs/promises";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

it("writes Parquet and lines that hold the same, and names what it could not read", async () => {
  await putLedger(folder.path("in", "a.xlsx"));
  await putLedger(folder.path("in", "b.xlsx"));
  await put(folder.path("in", "bad.xlsx"), "no workbook");
  const ran = await runCli(["facts", folder.path("in"), "-o", folder.path("out"), "--format", "json"]);
  expect(ran.status).toBe(0);
  const told = JSON.parse(ran.out) as { files: { file: string; used: boolean; why: string | null }[]; items: number };
  expect(told.files.map(({ used, why }) => [used, why])).toEqual([
    [true, null],
    [true, null],
    [false, "unreadable"],
  ]);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const name of ["facts", "units"]) {
    const lines = (await readFile(folder.path("out", `${name}.ndjson`), "utf8")).trimEnd().split("\n");
    const rows = await connection.runAndReadAll(`SELECT * FROM '${folder.path("out", `${name}.parquet`)}'`);
    expect(rows.getRowObjectsJson()).toEqual(lines.map((line) => JSON.parse(line) as unknown));
    if (name === "facts") expect(lines).toHaveLength(told.items);
  }
  connection.closeSync();
  instance.closeSync();
  expect((await readdir(folder.path("out"))).sort()).toEqual(
    ["facts.ndjson", "facts.parquet", "rates.sql", "schema.json", "units.ndjson", "units.parquet"].sort(),
  );
});

it("gives of two runs what one gives", async () => {
  const a = await putLedger(folder.path("a.xlsx"));
  const b = await putLedger(folder.path("b.xlsx"));
  for (const [files, out] of [
    [[a], "1"],
    [[b], "2"],
    [[a, b], "both"],
  ] as const)
    expect((await runCli(["facts", ...files, "-o", folder.path(out)])).status).toBe(0);
  const lines = (out: string) => readFile(folder.path(out, "facts.ndjson"), "utf8");
  expect((await lines("1")) + (await lines("2"))).toBe(await lines("both"));
});

it("overwrites nothing and leaves nothing half", async () => {
  const file = await putLedger(folder.path("a.xlsx"));
  await put(folder.path("out", "rates.sql"), "kept");
  const ran = await runCli(["facts", file, "-o", folder.path("out")]);
  expect(ran.status).toBe(2);
  expectOneSentence(ran.err);
  expect(await readdir(folder.path("out"))).toEqual(["rates.sql"]);
  expect(await readFile(folder.path("out", "rates.sql"), "utf8")).toBe("kept");
});

it("leaves no folder behind where no file could be read, and takes none away that was there", async () => {
  const broken = await put(folder.path("in", "a.xlsx"), "");
  expect((await runCli(["facts", broken, "-o", folder.path("deep", "out")])).status).toBe(2);
  expect(await readdir(folder.path())).toEqual(["in"]);
  await put(folder.path("there", "x"), "");
  expect((await runCli(["facts", broken, "-o", folder.path("there")])).status).toBe(2);
  expect(await readdir(folder.path("there"))).toEqual(["x"]);
});

it("asks for a folder, and refuses a rate that its SQL cannot count", async () => {
  const file = await putLedger(folder.path("a.xlsx"));
  expect((await runCli(["facts", file])).status).toBe(2);
  const settings = await put(folder.path("s.json"), JSON.stringify({ denominator: "due" }));
  const ran = await runCli(["facts", file, "-o", folder.path("out"), "--settings", settings]);
  expect(ran.status).toBe(2);
  expectOneSentence(ran.err);
});
