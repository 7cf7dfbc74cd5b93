/**
 * `npm run mutate -- --count 150 --seed 1 --in src/ledger,src/check`: do the tests notice when the core is wrong? Draws that many
 * small faults with a seeded generator (a constant one more, < for <=, && for ||, a condition turned round …). All stand
 * in the sources at once, each behind a switch, in processes that stay; first all tests run without a fault, and what each passes
 * by is noted; then every fault is tried on the tests that pass by it, up to the first that fails. They run in a copy of the
 * project, which is removed.
 *
 * Noticed is a fault with which a test fails that passes without it (or does not end in a bound of some times its usual time, while
 * it does without it). Tests beyond `--budget` seconds for a fault are not asked: that can only make a survivor of it. A fault that
 * changes nothing is listed in mutants/equivalent.json with its reason, and told apart; it is tried all the same.
 * `--at src/check/x.ts:12` tries every fault of a line (or, without a line, of a file); `--again FILE` the survivors that an
 * earlier run printed into a file, before those it draws.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { draw, placesIn, seeded, withSwitches } from "./mutants/places.mjs";
import { planFor } from "./mutants/plan.mjs";
import { shareOut, Worker } from "./mutants/workers.mjs";

const root = copyOf(fileURLToPath(new URL("..", import.meta.url)));
const ROOMS = ["zh", "grid", "rule", "ledger", "check", "tally", "notice", "reading", "proofread"];
const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "150" },
    seed: { type: "string", default: "1" },
    in: { type: "string", default: ROOMS.map((room) => `src/${room}`).join(",") },
    at: { type: "string", multiple: true },
    again: { type: "string" },
    tests: { type: "string", default: ROOMS.map((room) => `test/${room}`).join(",") },
    budget: { type: "string", default: "20" },
    jobs: { type: "string", default: String(availableParallelism()) },
  },
});
/** These measure what much costs, long and for every rule; a threshold is not theirs to pin. */
const COST = /[\\/]hostile\.test\.ts$/;
/** Nothing to get wrong: word lists are data with tests of their own, faces and types hold no logic. */
const NO_LOGIC = /([\\/]words[\\/]|[\\/]words\.ts$|[\\/]types\.ts$|[\\/]index\.ts$|\.d\.ts$)/;

/** A copy in the system's temporary folder, which stays as it is while people go on working. */
function copyOf(project) {
  const copy = mkdtempSync(path.join(realpathSync(tmpdir()), "taizhang-mutants-"));
  process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
  const inside = (from) => path.relative(project, from).split(path.sep);
  const left = new Set(["node_modules", ".git", "dist"]);
  cpSync(project, copy, {
    recursive: true,
    filter: (from) => !left.has(inside(from)[0]) && inside(from).join("/") !== "test/out",
  });
  symlinkSync(path.join(project, "node_modules"), path.join(copy, "node_modules"), "junction");
  return copy;
}

const say = (line) => process.stdout.write(`${line}\n`);
/** For a test that took `ms` of processor time; a busy machine takes some times that. */
const boundOf = (ms) => 20_000 + 20 * ms;
const seconds = (ms) => (ms / 1000).toFixed(1);

function filesIn(folder) {
  if (statSync(path.join(root, folder)).isFile()) return [folder];
  return readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(folder, String(name)));
}
const filesOf = (folders, wanted) => folders.flatMap(filesIn).filter(wanted).sort();

const textOf = (file) => readFileSync(path.join(root, file), "utf8");
const short = (text) => text.replace(/\s+/g, " ");
const whatOf = ({ was, text, on }) => `${short(was).slice(0, 60)} → ${text}  in  ${on}`;
const told = (place) => `${place.file}:${place.line}  ${whatOf(place)}`;

/** Survivors of an earlier run where they stand now: lines move, and what was taken out is gone. */
function earlier(log) {
  const survivors = readFileSync(log, "utf8").matchAll(/^survived: (.*?):(\d+) {2}(.*)$/gm);
  return [...survivors].flatMap(([line, file, at, what]) => {
    const same = placesIn(file, textOf(file)).filter((place) => whatOf(place) === what);
    if (same.length === 0) say(`gone: ${line.slice(10)}`);
    return same.sort((a, b) => Math.abs(a.line - at) - Math.abs(b.line - at)).slice(0, 1);
  });
}

function chosen() {
  if (options.at) {
    return options.at.flatMap((place) => {
      const [, file, line] = /^(.*?)(?::(\d+))?$/.exec(place);
      return placesIn(file, textOf(file)).filter((one) => !line || one.line === Number(line));
    });
  }
  const again = options.again ? earlier(options.again) : [];
  const files = filesOf(options.in.split(","), (file) => file.endsWith(".ts") && !NO_LOGIC.test(file));
  const places = files.flatMap((file) => placesIn(file, textOf(file)));
  say(`${places.length} places in ${files.length} files, seed ${options.seed}; ${again.length} again`);
  const drawn = draw(places, Number(options.count), seeded(Number(options.seed)));
  return [...again, ...drawn.filter((place) => !again.some((one) => told(one) === told(place)))];
}

const mutants = chosen().map((place, id) => ({ ...place, id }));

const LIST = JSON.parse(readFileSync(new URL("mutants/equivalent.json", import.meta.url), "utf8"));
const listed = (mutant) =>
  LIST.find(
    ({ file, on, was, to }) =>
      file === mutant.file && on === mutant.on && was === short(mutant.was) && to === mutant.text,
  );

const sources = {};
for (const file of new Set(mutants.map((mutant) => mutant.file))) {
  const places = mutants.filter((mutant) => mutant.file === file);
  const full = path.join(root, file);
  sources[full] = withSwitches(full, readFileSync(full, "utf8"), places);
}

const workers = Array.from({ length: Number(options.jobs) }, () => new Worker(root, sources));
process.on("exit", () => workers.forEach((worker) => worker.stop()));
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

const started = performance.now();
const suites = new Map();
const unsound = [];
await shareOut(
  workers,
  filesOf(options.tests.split(","), (file) => file.endsWith(".test.ts") && !COST.test(file)),
  async (worker, file) => {
    const answer = await worker.ask({ anew: true, mutant: -1, file: path.join(root, file), bail: false });
    if (!answer || answer.failed) unsound.push(`${file}: ${answer?.failed.test} ${answer?.failed.why}`);
    else suites.set(file, answer.tests);
  },
);
if (unsound.length > 0) {
  process.stderr.write(`Tests fail without a fault:\n${unsound.join("\n")}\n`);
  process.exit(2);
}
const ready = performance.now();
say(`${suites.size} test files without a fault: ${seconds(ready - started)} s`);

/** How many faults each test noticed: who noticed some is asked first. */
const kills = new Map();
const near = (file) => path.dirname(file).replace(/^src/, "test");

/** What noticed a fault: a test, or that it doesn't end though it does without the fault. */
async function noticedBy(worker, mutant) {
  const plan = planFor(mutant.id, suites, {
    near: near(mutant.file),
    kills,
    budget: Number(options.budget) * 1000,
  });
  for (const [index, { file, names, ms }] of plan.entries()) {
    const question = { anew: index === 0, mutant: mutant.id, file: path.join(root, file), names, bail: true };
    const answer = await worker.ask(question, boundOf(ms));
    let by = answer?.failed && `${file} › ${answer.failed.test}`;
    if (!answer) {
      const without = await worker.ask({ ...question, anew: true, mutant: -1 }, boundOf(ms));
      if (without && !without.failed) by = `${file} does not end`;
    }
    if (by) {
      kills.set(by, (kills.get(by) ?? 0) + 1);
      return by;
    }
  }
  return plan.length === 0 ? null : undefined;
}

const results = [];
await shareOut(workers, mutants, async (worker, mutant) => {
  const by = await noticedBy(worker, mutant);
  const reason = listed(mutant)?.why;
  const verdict = by ? "noticed" : reason ? "equivalent" : "survived";
  results.push({ mutant, verdict });
  const why = by ?? reason ?? (by === null ? "no test passes by" : "");
  say(`${results.length}/${mutants.length} ${verdict} ${told(mutant)}${why && `  (${why})`}`);
  if (by && reason) say(`  is listed as equivalent, but noticed`);
});
workers.forEach((worker) => worker.stop());

const count = (some, verdict) => some.filter((one) => one.verdict === verdict).length;
const share = (some) =>
  `${count(some, "noticed")} noticed, ${count(some, "survived")} survived, ${count(some, "equivalent")} equivalent of ${some.length}`;
say("");
for (const { mutant, verdict } of results) if (verdict === "survived") say(`survived: ${told(mutant)}`);
for (const room of new Set(mutants.map(({ file }) => file.split(/[\\/]/)[1]))) {
  say(`${room}: ${share(results.filter(({ mutant }) => mutant.file.split(/[\\/]/)[1] === room))}`);
}
say(
  `all: ${share(results)}; ${seconds((performance.now() - ready) / Math.max(1, mutants.length))} s each, after ${seconds(ready - started)} s`,
);
