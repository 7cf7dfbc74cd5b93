/** samples/README.md says of each sample what is in it: so it comes out. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { runCli } from "../cli/run-cli";

const FOLDER = path.join(__dirname, "../../samples");
const page = readFileSync(path.join(FOLDER, "README.md"), "utf8");
const rows = page
  .split("\n")
  .filter((line) => /^\| \S+\.xlsx/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

interface Finding {
  readonly cell: string;
  readonly severity: "error" | "warning" | "info";
}

test("every sample has its row", () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".xlsx"));
  expect(rows.map(([, file]) => file).sort()).toEqual(files.sort());
});

describe.each(rows)("%s%s", (_start, file = "", _kind, items, done, rate, found = "") => {
  const workbook = path.join(FOLDER, file);

  test("counts as its row says", async () => {
    expect(existsSync(workbook)).toBe(true);
    const { out } = await runCli(["tally", workbook]);
    const [, all, finished, percent] = /共 (\d+)，已(?:完成|办结) (\d+)，.*完成率 (\d+%)（\d+\/\d+）/.exec(out) ?? [];
    expect([all, finished, percent]).toEqual([items, done, rate]);
  });

  test("is told the errors and warnings of its row, and no others", async () => {
    const { out } = await runCli(["check", "--format", "json", workbook]);
    const { findings, asOf } = JSON.parse(out) as { readonly findings: readonly Finding[]; readonly asOf: string };
    expect(asOf).toBe("2025-11-30");
    const cells = findings.filter(({ severity }) => severity !== "info").map(({ cell }) => cell);
    expect([...new Set(cells)].sort()).toEqual([...new Set(found.match(/[A-Z]\d+/g) ?? [])].sort());
  });
});
