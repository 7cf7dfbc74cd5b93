/**
 * taizhang beside what one would use otherwise, in one run, for the table of README.md: what a ledger of 10,000 rows costs, how many
 * of the samples are counted right, and how many of what is wrong in them is told. LibreOffice, exceljs and hucre read cells; who counts with
 * them does what one does in a sheet: the column headed by a status, 已完成 counted in it, over the numbered rows.
 *
 * node test/bench/run.mjs beside [times]; needs a build, and LibreOffice for its line.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { makeLedger } from "./make-ledger";

const ROOT = path.join(__dirname, "../..");
const SAMPLES = path.join(ROOT, "samples");
const BIN = path.join(ROOT, "bin/taizhang.js");

type Row = readonly unknown[];

interface Sample {
  readonly file: string;
  readonly items: string;
  readonly done: string;
  /** Cells with an error or a warning. */
  readonly cells: readonly string[];
}

/** As samples/README.md says, which a test holds to. */
function samples(): readonly Sample[] {
  const lines = readFileSync(path.join(SAMPLES, "README.md"), "utf8").split("\n");
  return lines
    .filter((line) => /^\| \S+\.xlsx/.test(line))
    .map((line) => {
      const [, file = "", , items = "", done = "", , found = ""] = line.split("|").map((cell) => cell.trim());
      return { file, items, done, cells: found.match(/[A-Z]\d+/g) ?? [] };
    });
}

/** What a formula over the column of statuses gives: items numbered, and those whose status is 已完成 to the letter. */
function countPlainly(rows: readonly Row[]): readonly [string, string] {
  const text = (value: unknown): string => (typeof value === "string" ? value.trim() : String(value ?? ""));
  let column = -1;
  let items = 0;
  let done = 0;
  for (const row of rows) {
    const status = row.findIndex((cell) => text(cell).includes("状态"));
    if (column < 0 && status >= 0) column = status;
    if (!/^\d+$/.test(text(row[0]))) continue;
    items += 1;
    if (column >= 0 && text(row[column]) === "已完成") done += 1;
  }
  return [String(items), String(done)];
}

async function readWith(reader: string, file: string): Promise<readonly Row[]> {
  if (reader === "exceljs") {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const rows: Row[] = [];
    // Its lists begin at one.
    book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    return rows;
  }
  const { readXlsx } = (await import("hucre/xlsx" as string)) as {
    readXlsx: (bytes: Uint8Array) => Promise<{ sheets: readonly { rows: readonly Row[] }[] }>;
  };
  return (await readXlsx(new Uint8Array(readFileSync(file)))).sheets[0]?.rows ?? [];
}

const csvRows = (text: string): readonly Row[] =>
  text.split("\n").map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell));

interface Way {
  readonly name: string;
  readonly command: (file: string, folder: string) => readonly string[];
  /** Items and done of a sample. */
  readonly count: (file: string, folder: string) => Promise<readonly [string, string]>;
  readonly findings: (file: string) => readonly string[];
}

const child = (reader: string, file: string) => [process.execPath, process.argv[1] ?? "", "beside", reader, file];
const office = (file: string, folder: string) =>
  ["soffice", `-env:UserInstallation=file://${folder}/profile`, "--headless"].concat([
    "--convert-to",
    "csv:Text - txt - csv (StarCalc):44,34,76",
    "--outdir",
    folder,
    file,
  ]);
const output = ([program = "", ...args]: readonly string[]) => spawnSync(program, args, { encoding: "utf8" }).stdout;

const library = (name: string): Way => ({
  name,
  command: (file) => child(name, file),
  count: async (file) => countPlainly(await readWith(name, file)),
  findings: () => [],
});

const WAYS: readonly Way[] = [
  {
    name: "taizhang",
    command: (file) => [process.execPath, BIN, "check", file, "--format", "json"],
    count: async (file) => {
      const told = JSON.parse(output([process.execPath, BIN, "tally", file, "--format", "json"])) as {
        readonly kinds: readonly { readonly total: number; readonly byStatus: Readonly<Record<string, number>> }[];
      };
      const [first] = told.kinds;
      return [String(first?.total), String(first?.byStatus["done"] ?? 0)];
    },
    findings: (file) => {
      const told = JSON.parse(output([process.execPath, BIN, "check", file, "--format", "json"])) as {
        readonly findings: readonly { readonly cell: string; readonly severity: string }[];
      };
      return told.findings.filter(({ severity }) => severity !== "info").map(({ cell }) => cell);
    },
  },
  {
    name: "LibreOffice",
    command: office,
    count: async (file, folder) => {
      output(office(file, folder));
      return countPlainly(csvRows(readFileSync(path.join(folder, `${path.basename(file, ".xlsx")}.csv`), "utf8")));
    },
    findings: () => [],
  },
  library("exceljs"),
  library("hucre"),
];

function cost(command: readonly string[]): { readonly wall: number; readonly processor: number } {
  const { stderr } = spawnSync("bash", ["-c", `TIMEFORMAT='%R %U %S'; time "$@" >/dev/null 2>&1`, "-", ...command], {
    encoding: "utf8",
  });
  const [real = NaN, user = NaN, system = NaN] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return { wall: real, processor: user + system };
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? NaN;

/** `run(["exceljs", file])` is a child that reads and counts; otherwise all are compared, by turns. */
export async function run(args: readonly string[]): Promise<void> {
  if (args[1] !== undefined) {
    process.stdout.write(`${countPlainly(await readWith(args[0] ?? "", args[1])).join(" ")}\n`);
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-beside-"));
  try {
    const file = path.join(folder, "10000.xlsx");
    writeFileSync(file, makeLedger(10_000).bytes);
    const ways = WAYS.filter(({ name }) => name !== "LibreOffice" || hasOffice());
    const costs = ways.map((): ReturnType<typeof cost>[] => []);
    const list = samples();
    // Its first start makes LibreOffice's profile and is not counted.
    if (hasOffice()) output(office(path.join(SAMPLES, list[0]!.file), folder));
    for (let turn = 0; turn < Number(args[0] ?? 5); turn += 1) {
      ways.forEach((way, at) => costs[at]!.push(cost(way.command(file, folder))));
    }
    const wanted = list.reduce((sum, { cells }) => sum + new Set(cells).size, 0);
    for (const [at, way] of ways.entries()) {
      let right = 0;
      let told = 0;
      for (const { file: name, items, done, cells } of list) {
        const [all, finished] = await way.count(path.join(SAMPLES, name), folder);
        if (all === items && finished === done) right += 1;
        const found = new Set(way.findings(path.join(SAMPLES, name)));
        told += new Set(cells.filter((cell) => found.has(cell))).size;
      }
      const own = (what: "wall" | "processor") => median(costs[at]!.map((one) => one[what]));
      process.stdout.write(
        `${way.name.padEnd(12)} 10000 rows: ${own("wall").toFixed(1)} s passed, ${own("processor").toFixed(1)} s of a processor; ` +
          `samples counted right: ${right} of ${list.length}; told: ${told} of ${wanted}\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasOffice(): boolean {
  const places = (process.env["PATH"] ?? "").split(path.delimiter);
  return places.some((place) => existsSync(place) && readdirSync(place).includes("soffice"));
}
