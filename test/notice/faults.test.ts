/** docs/notice-faults.md: every test it names is there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const TESTS = join(__dirname, "..");
const page = readFileSync(join(TESTS, "../docs/notice-faults.md"), "utf8");
const rows = [...page.matchAll(/^\| (.+?)\s*\| `([^`]+)`\s*\| (.+?)\s*\|$/gmu)].map(
  ([, fault = "", file = "", name = ""]): [string, string, string] => [fault, file, name],
);

it("names a test for every fault", () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(new Set(rows.map(([fault]) => fault)).size).toBe(rows.length);
});

it.each(rows)("%s", (_fault, file, name) => {
  expect(readFileSync(join(TESTS, file), "utf8")).toContain(name);
});
