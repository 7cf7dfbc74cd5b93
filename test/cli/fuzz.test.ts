/**
 * Damaged files on the built program: checked, annotated and cleaned in folders, each batch within the time and memory that
 * one file may take. TAIZHANG_FUZZ sets how many there are (2,000 before a release), TAIZHANG_SEED from where.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HostError } from "../../src/hosts/port";
import { ledgerSheet, ROWS } from "../app/session/ledger-sheet";
import { buildXlsx } from "../hosts/file/build";
import { makeDocx, paragraph } from "../hosts/file/docx/make-docx";
import { fullWorkbook } from "../hosts/file/xlsx/full-workbook";
import { open } from "../hosts/file/xlsx/make-package";
import { buildCli } from "./build-cli";
import { mutate, seeded } from "./mutate";

const COUNT = Number(process.env["TAIZHANG_FUZZ"] ?? 75);
const SEED = Number(process.env["TAIZHANG_SEED"] ?? 1);
const BATCH = 25;
/** What one file may take: milliseconds, and kilobytes resident. */
const MOST_TIME = 20_000;
const MOST_MEMORY = 1024 * 1024;

jest.setTimeout(60_000 + COUNT * 3_000);

let root: string;
let bin: string;
let hook: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "taizhang-fuzz-"));
  bin = await buildCli(join(root, "app"));
  hook = join(root, "memory.cjs");
  writeFileSync(
    hook,
    'if (process.env.MEMORY) process.on("exit", () => require("fs").writeFileSync(process.env.MEMORY, String(process.resourceUsage().maxRSS)));',
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function sources(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const cell = (text: string): string => `<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (texts: readonly string[]): string => `<w:tr>${texts.map(cell).join("")}</w:tr>`;
  const table = [
    ["序号", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态"],
    ["1", "某事", "某措施", "办公室", "2025年6月底前", "已完成"],
  ];
  return [
    ["xlsx", fullWorkbook()],
    ["xlsx", await buildXlsx([ledgerSheet([...ROWS, ...ROWS]), ledgerSheet(ROWS, "二")])],
    ["docx", makeDocx(`<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>${table.map(row).join("")}</w:tbl>`)],
    ["csv", new TextEncoder().encode(table.map((cells) => cells.map((text) => `"${text}"`).join(",")).join("\n"))],
  ];
}

function run(args: readonly string[]): { status: number | null; err: string; took: number; memory: number } {
  const memory = join(root, "memory.txt");
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ["-r", hook, bin, ...args], {
    encoding: "utf8",
    timeout: MOST_TIME * BATCH,
    maxBuffer: 1024 * 1024 * 1024,
    env: { ...process.env, MEMORY: memory, NODE_OPTIONS: "" },
  });
  return {
    status,
    err: stderr,
    took: Number(process.hrtime.bigint() - began) / 1e6,
    memory: Number(readFileSync(memory, "utf8")),
  };
}

it(`${COUNT} damaged files: a sentence or a result, never a crash, and clean gives back what annotate was given`, async () => {
  const from = await sources();
  let annotated = 0;
  let slowest = 0;
  let largest = 0;
  for (let first = 0; first < COUNT; first += BATCH) {
    const at = join(root, `b${first}`);
    mkdirSync(at);
    for (let i = first; i < Math.min(COUNT, first + BATCH); i++) {
      const random = seeded(SEED + i);
      const [ending, bytes] = from[Math.floor(random() * from.length)]!;
      writeFileSync(join(at, `${i}.${ending}`), mutate(bytes, random));
    }
    for (const args of [
      ["check", "--format", "json", at],
      ["tally", at],
      ["annotate", at],
    ]) {
      const ran = run(args);
      expect({ args, status: ran.status, err: ran.err }).toEqual({
        args,
        status: expect.any(Number),
        err: expect.not.stringMatching(/程序内部出错|\bat \S+:\d+/),
      });
      expect([0, 1, 2]).toContain(ran.status);
      slowest = Math.max(slowest, ran.took);
      largest = Math.max(largest, ran.memory);
    }
    const copies = readdirSync(at).filter((name) => name.includes("-核验"));
    if (copies.length > 0) {
      const ran = run(["clean", ...copies.map((name) => join(at, name))]);
      expect({ first, status: ran.status, err: ran.err }).toEqual({ first, status: 0, err: "" });
      for (const name of copies) {
        const original = join(at, name.replace("-核验", ""));
        const clean = join(at, name.replace("-核验", "-核验-报送"));
        expect([name, partsOf(clean)]).toEqual([name, partsOf(original)]);
        annotated++;
      }
    }
    rmSync(at, { recursive: true, force: true });
  }
  expect(annotated).toBeGreaterThan(COUNT / 20);
  expect(slowest).toBeLessThan(MOST_TIME);
  expect(largest).toBeLessThan(MOST_MEMORY);
  if (COUNT > BATCH * 3)
    process.stdout.write(
      `annotated ${annotated}, slowest batch ${Math.round(slowest)} ms, ${Math.round(largest / 1024)} MB\n`,
    );
});

/** Parts by name; those that cannot be read by what stands in the file. */
function partsOf(path: string): ReadonlyMap<string, string> {
  const pack = open(new Uint8Array(readFileSync(path)));
  return new Map(
    pack.archive.entries.map(({ name, dataStart, compressedSize }) => {
      let content: Uint8Array;
      try {
        content = pack.bytes(name, "sheet");
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        content = pack.archive.bytes.subarray(dataStart, dataStart + compressedSize);
      }
      return [name, Buffer.from(content).toString("latin1")];
    }),
  );
}
