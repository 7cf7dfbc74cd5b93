/** Every claim of docs/security.md names a test that is there. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const page = readFileSync(path.join(ROOT, "docs/security.md"), "utf8");
const [, table = ""] = /\n((?:\|.*\n)+)/.exec(page) ?? [];
const claims = table
  .split("\n")
  .slice(2)
  .filter((row) => row !== "")
  .map((row) => row.split("|").map((cell) => cell.trim()));

test("there are claims", () => {
  expect(claims.length).toBeGreaterThan(10);
});

test.each(claims.map(([, claim, proof]) => [claim, proof] as const))("%s", (_claim, proof) => {
  const [, file, name] = /^`(test\/[\w/.-]+\.test\.ts)` › (.+)$/.exec(proof ?? "") ?? [];
  if (file === undefined || name === undefined) throw new Error(`no test is named: ${proof}`);
  expect(existsSync(path.join(ROOT, file))).toBe(true);
  // As it is written in a string, or as the end of a template's.
  const titles = [
    ...readFileSync(path.join(ROOT, file), "utf8").matchAll(
      /\b(?:test|it)(?:\.each\([\s\S]*?\))?\(\s*(["`])([\s\S]*?)\1/g,
    ),
  ];
  expect(titles.map((title) => title[2]).filter((title) => title?.includes(name))).not.toEqual([]);
});
