/** What README.md tells people to type and to look at is there. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArguments } from "../../src/cli/args";
import { loadCommand } from "../../src/cli/commands";

const ROOT = path.join(__dirname, "../..");
const page = readFileSync(path.join(ROOT, "README.md"), "utf8");
const typed = [...page.matchAll(/npx taizhang ([a-z]+)([^`#\n]*)/g)].map(([, name = "", rest = ""]) => [name, rest]);

test("there are a month's lines", () => {
  expect(typed.length).toBeGreaterThanOrEqual(10);
});

test.each(typed)("taizhang %s%s", async (name = "", rest = "") => {
  const command = await loadCommand(name);
  expect(command?.name).toBe(name);
  const words = rest.trim() === "" ? [] : rest.trim().split(/\s+/);
  // An option or a value that it doesn't take is refused.
  expect(parseArguments(words, command!.options, name).files.every((file) => !file.startsWith("-"))).toBe(true);
});

test("pages and pictures that it leads to are there, and scripts that it names", () => {
  const links = [...page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = ""]) => to);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((to) => !existsSync(path.join(ROOT, to)))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const asked = [...page.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = ""]) => name);
  expect(asked.filter((name) => scripts[name] === undefined)).toEqual([]);
});
