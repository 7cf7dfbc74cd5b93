/** What README.md and the pages tell people to type and to look at is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArguments } from "../../src/cli/args";
import { COMMAND_NAMES, loadCommand } from "../../src/cli/commands";
import { COMMAND_OPTIONS } from "../../src/cli/options";

const ROOT = path.join(__dirname, "../..");
const at = (relative: string): string => path.join(ROOT, relative);
const DOCS = readdirSync(at("docs")).filter((name) => name.endsWith(".md"));
/** CHANGELOG.md tells of what was. */
const PAGES = ["README.md", "CONTRIBUTING.md", "samples/README.md", ...DOCS.map((name) => `docs/${name}`)].map(
  (name) => ({ name, text: readFileSync(at(name), "utf8") }),
);
const { scripts } = JSON.parse(readFileSync(at("package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Command lines, in blocks and in running text, up to a comment, a redirection or the end of the code. */
const typed = PAGES.flatMap(({ name: page, text }) =>
  [...text.matchAll(/(?:^|`)(?:npx )?taizhang ([a-z]+)([^`#>|\n]*)/gm)].map(([, name = "", rest = ""]) => {
    return [page, name, rest.trim()] as const;
  }),
);

test("there are a month's lines in README.md, and more in the pages", () => {
  expect(typed.filter(([page]) => page === "README.md").length).toBeGreaterThanOrEqual(10);
  expect(typed.length).toBeGreaterThan(40);
});

test.each(typed)("%s: taizhang %s %s", async (page, name, rest) => {
  // “taizhang checks Chinese ledgers” is a sentence.
  if (!(COMMAND_NAMES as readonly string[]).includes(name))
    return expect([page, name]).toEqual(["README.md", "checks"]);
  const command = await loadCommand(name);
  const words = rest === "" ? [] : rest.split(/\s+/);
  // An option or a value that it doesn't take is refused.
  expect(parseArguments(words, command!.options, name).files.every((file) => !file.startsWith("-"))).toBe(true);
});

test.each(PAGES)("$name leads to pages, pictures and files that are there, and names scripts that are", (page) => {
  const { name, text } = page;
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to = ""]) => to);
  expect(links.filter((to) => !existsSync(path.join(path.dirname(at(name)), to)))).toEqual([]);
  const asked = [...text.matchAll(/npm run ([a-z:-]+)/g)].map(([, script = ""]) => script);
  expect(asked.filter((script) => scripts[script] === undefined)).toEqual([]);
  const files = [
    ...text.matchAll(/(?<![\w./-])(?:src|test|scripts|samples|bin|assets)\/[\w./-]+\.(?:tsx?|m?js|cjs)\b/g),
  ];
  // test/x.test.ts stands for any.
  expect(files.map(([file]) => file).filter((file) => !/\/x\./.test(file) && !existsSync(at(file)))).toEqual([]);
});

/** Options of npm, webpack and jest that the pages speak of. */
const OTHERS = /--(?:env|selectProjects|check|base-url|id|document|in|at|again|version|json|help)\b/g;

test.each(PAGES)("$name names options that a command has", ({ text }) => {
  const code = [...text.matchAll(/```[^]*?```|`[^`\n]+`/g)].map(([span]) => span.replace(OTHERS, ""));
  const named = code.flatMap((span) =>
    [...span.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, option = ""]) => option),
  );
  expect(named.filter((option) => !Object.keys(COMMAND_OPTIONS).includes(option))).toEqual([]);
});
