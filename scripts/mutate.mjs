/**
 * `npm run mutate -- --count 150 --seed 1 --in src/ledger,src/check`: do the tests notice when the core is wrong? Draws that many
 * small faults with a seeded generator (a constant one more, < for <=, && for ||, a condition turned round …), puts each alone
 * into a copy of the project and runs the tests that import the file, the nearest first. Prints the survivors; their share
 * is the measure. The copy stands in the system's temporary folder and is removed; the project is not touched.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const CORE = "src/zh,src/grid,src/rule,src/ledger,src/check,src/tally,src/notice,src/reading,src/proofread";
const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "150" },
    seed: { type: "string", default: "1" },
    in: { type: "string", default: CORE },
  },
});

/** Suites of other layers: they import the core as well, run long, and are not there to pin its thresholds. */
const OTHER_LAYERS =
  /[\\/]test[\\/](cli|hosts|app|panes|browser|scripts|standalone|excel-host|excel-jsdom|manifest)[\\/]/;
/** Nothing to get wrong: word lists are data with tests of their own, faces and types hold no logic. */
const NO_LOGIC = /([\\/]words[\\/]|[\\/]words\.ts$|[\\/]types\.ts$|[\\/]index\.ts$|\.d\.ts$)/;
/** A mutant that doesn't end is noticed, too. */
const LONGEST_MS = 240_000;

const OTHER = new Map([
  [ts.SyntaxKind.LessThanToken, "<="],
  [ts.SyntaxKind.LessThanEqualsToken, "<"],
  [ts.SyntaxKind.GreaterThanToken, ">="],
  [ts.SyntaxKind.GreaterThanEqualsToken, ">"],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "!=="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "==="],
  [ts.SyntaxKind.AmpersandAmpersandToken, "||"],
  [ts.SyntaxKind.BarBarToken, "&&"],
]);

/** mulberry32: small, seeded, the same everywhere. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every place of a file where a fault can be put: from, to, and what then stands there. */
function placesIn(file) {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
  const places = [];
  const add = (node, text) => places.push({ file, from: node.getStart(source), to: node.getEnd(), text });
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isNumericLiteral(node)) add(node, String(Number(node.text) + 1));
    else if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, "false");
    else if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, "true");
    else if (ts.isBinaryExpression(node) && OTHER.has(node.operatorToken.kind)) {
      add(node.operatorToken, OTHER.get(node.operatorToken.kind));
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      add(node, `(${node.operand.getText(source)})`);
    } else if (ts.isIfStatement(node)) {
      add(node.expression, "(false as boolean)");
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return places.map((place) => ({
    ...place,
    line: source.getLineAndCharacterOfPosition(place.from).line + 1,
    was: source.text.slice(place.from, place.to),
  }));
}

function draw(places, count, random) {
  const left = [...places];
  const drawn = [];
  while (drawn.length < count && left.length > 0) drawn.push(left.splice(Math.floor(random() * left.length), 1)[0]);
  return drawn;
}

function copyOfProject() {
  const copy = mkdtempSync(path.join(tmpdir(), "taizhang-mutants-"));
  for (const name of ["src", "test", "types", "scripts", "docs", "samples", "assets"]) {
    cpSync(path.join(root, name), path.join(copy, name), {
      recursive: true,
      filter: (from) => !from.endsWith(`${path.sep}test${path.sep}out`),
    });
  }
  for (const name of ["package.json", "jest.config.js", "tsconfig.json", "eslint.config.js", "manifest.xml"]) {
    cpSync(path.join(root, name), path.join(copy, name));
  }
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"), "junction");
  mkdirSync(path.join(copy, "test/out"), { recursive: true });
  return copy;
}

const copy = copyOfProject();
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

function jest(args) {
  const bin = path.join(root, "node_modules/jest/bin/jest.js");
  const all = [bin, ...args, "--selectProjects", "node", "-i", "--bail", "--silent", "--ci"];
  return spawnSync(process.execPath, all, { cwd: copy, encoding: "utf8", timeout: LONGEST_MS });
}

/** Tests that import a file, those of its own folder first. */
const related = new Map();
function testsOf(file) {
  let tests = related.get(file);
  if (tests) return tests;
  const found = jest(["--findRelatedTests", path.join(copy, file), "--listTests"]);
  const mirror = path.join(copy, path.dirname(file).replace(/^src/, "test"));
  const files = found.stdout.split("\n").filter((line) => line.endsWith(".test.ts") && !OTHER_LAYERS.test(line));
  const near = files.filter((test) => test.startsWith(mirror));
  tests = [near, files.filter((test) => !near.includes(test))].filter((some) => some.length > 0);
  related.set(file, tests);
  return tests;
}

const files = options.in
  .split(",")
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(folder, String(name))),
  )
  .filter((file) => file.endsWith(".ts") && !NO_LOGIC.test(file))
  .sort();
const places = files.flatMap(placesIn);
const mutants = draw(places, Number(options.count), seeded(Number(options.seed)));
process.stdout.write(
  `${places.length} places in ${files.length} files; ${mutants.length} mutants, seed ${options.seed}\n`,
);

const sound = jest([...new Set(mutants.flatMap(({ file }) => testsOf(file).flat()))]);
if (sound.status !== 0) {
  process.stderr.write(`The tests fail without a mutant:\n${sound.stdout}${sound.stderr}`);
  process.exit(2);
}

const survivors = [];
for (const [index, mutant] of mutants.entries()) {
  const file = path.join(copy, mutant.file);
  const before = readFileSync(file, "utf8");
  writeFileSync(file, before.slice(0, mutant.from) + mutant.text + before.slice(mutant.to));
  const noticed = testsOf(mutant.file).some((tests) => jest(tests).status !== 0);
  writeFileSync(file, before);
  const told = `${mutant.file}:${mutant.line}  ${mutant.was.replace(/\s+/g, " ").slice(0, 60)} → ${mutant.text}`;
  if (!noticed) survivors.push(told);
  process.stdout.write(`${index + 1}/${mutants.length} ${noticed ? "noticed " : "SURVIVED"} ${told}\n`);
}
process.stdout.write(
  `\n${survivors.map((told) => `survived: ${told}\n`).join("")}` +
    `${mutants.length - survivors.length} noticed, ${survivors.length} survived of ${mutants.length}\n`,
);
