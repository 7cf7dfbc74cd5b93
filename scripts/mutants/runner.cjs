"use strict";
/**
 * A process that stays: it loads the project's TypeScript with every chosen fault in it, each behind a switch, and runs
 * single tests of a file by jest-circus, as Jest does. Compiled code is kept; what modules hold is made anew for every fault, so
 * that nothing one fault left behind fails a test under another. Random tests draw from a fixed seed, with and without a fault.
 */
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const vm = require("node:vm");
const { transformSync } = require("@swc/core");

const [root] = process.argv.slice(2);
const fromJest = Module.createRequire(require.resolve("jest"));
const circus = fromJest("jest-circus");
const { expect } = fromJest("expect");
const snapshots = fromJest("jest-snapshot");
const { ModuleMocker } = fromJest("jest-mock");
const { transform, transformIgnorePatterns } = require(path.join(root, "jest.config.js")).projects[0];
const [[, options]] = Object.values(transform);
const ignored = new RegExp(transformIgnorePatterns[0]);

process.env.NODE_ENV = "test";
Object.assign(globalThis, {
  expect,
  jest: Object.assign(new ModuleMocker(globalThis), { setTimeout: () => undefined, mock, requireActual }),
  ...Object.fromEntries(
    ["describe", "it", "test", "beforeAll", "beforeEach", "afterAll", "afterEach"].map((name) => [name, circus[name]]),
  ),
  /** The parent has a bound for a test that doesn't end, in times of what it takes without a fault. */
  [Symbol.for("TEST_TIMEOUT_SYMBOL")]: 2 ** 30,
});
const { toMatchSnapshot, toMatchInlineSnapshot } = snapshots;
expect.extend({ toMatchSnapshot, toMatchInlineSnapshot });
require(require.resolve("fast-check", { paths: [root] })).configureGlobal({ seed: 20_240_229 });

let active = -1;
let reached = new Set();
globalThis.mutant = (id) => {
  reached.add(id);
  return id === active;
};
globalThis.mutantReached = (...ids) => ids.forEach((id) => reached.add(id));

/** What stands in a module's place while a test file runs, by the module's file. */
const mocks = new Map();
let tested;

/** What was loaded before it may hold the module itself. */
function mock(name, make) {
  forget();
  mocks.set(Module.createRequire(tested).resolve(name), make);
}

function requireActual(name) {
  return Module.createRequire(tested)(name);
}

let sources = {};
const compiled = new Map();

function compile(file) {
  const code = transformSync(sources[file] ?? readFileSync(file, "utf8"), {
    ...options,
    // `jest.mock` goes before what is imported.
    jsc: { ...options.jsc, transform: { ...options.jsc.transform, hidden: { jest: true } } },
    filename: file,
    swcrc: false,
  }).code;
  return vm.runInThisContext(Module.wrap(code), { filename: file });
}

function load(module, file) {
  let run = compiled.get(file);
  if (!run) compiled.set(file, (run = compile(file)));
  const required = (name) => {
    const make = mocks.size > 0 && mocks.get(required.resolve(name));
    return make ? make() : module.require(name);
  };
  required.resolve = (name) => Module._resolveFilename(name, module);
  run.call(module.exports, module.exports, required, module, file, path.dirname(file));
}
for (const kind of [".ts", ".tsx"]) Module._extensions[kind] = load;
for (const kind of [".js", ".mjs"]) {
  const usual = Module._extensions[".js"];
  Module._extensions[kind] = (module, file) =>
    file.includes("/node_modules/") && !ignored.test(file) ? load(module, file) : usual(module, file);
}

const ours = (file) => file.startsWith(root) && !file.includes(`${path.sep}node_modules${path.sep}`);

function forget() {
  for (const file of Object.keys(require.cache)) {
    if (ours(file) && file !== __filename) delete require.cache[file];
  }
}

/** Processor time, which doesn't depend on what else the machine does. */
function spentSince(began) {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

const nameOf = (test) => {
  const names = [test.name];
  for (let block = test.parent; block && block.name !== "ROOT_DESCRIBE_BLOCK"; block = block.parent)
    names.unshift(block.name);
  return names.join(" › ");
};

/** Runs the named tests of a file (all of them without names), up to the first that fails; what each took and reached. */
async function runFile(file, names, bail) {
  circus.resetState();
  if (mocks.size > 0) forget();
  mocks.clear();
  tested = file;
  delete require.cache[file];
  reached = new Set();
  const wanted = names && new Set(names);
  const tests = [];
  let failed;
  let began;
  const snapshotState = new snapshots.SnapshotState(
    path.join(path.dirname(file), "__snapshots__", `${path.basename(file)}.snap`),
    { updateSnapshot: "none", rootDir: root, snapshotFormat: { escapeString: false, printBasicPrototype: false } },
  );
  const onEvent = ({ name, test, error }) => {
    if (name === "test_start" && ((failed && bail) || (wanted && !wanted.has(nameOf(test))))) test.mode = "skip";
    if (name === "test_started") {
      if (tests.length === 0) tests.push({ name: null, ms: 0, reached: [...reached] });
      reached = new Set();
      expect.setState({
        suppressedErrors: [],
        assertionCalls: 0,
        currentTestName: nameOf(test),
        testPath: file,
        snapshotState,
      });
      began = process.cpuUsage();
    }
    if (name === "test_done") {
      // A snapshot that differs doesn't throw; Jest looks behind every test.
      const errors = [...test.errors.flat(), ...(expect.getState().suppressedErrors ?? [])].filter(Boolean);
      tests.push({
        name: nameOf(test),
        ms: spentSince(began),
        reached: [...reached],
        ...(errors.length > 0 && { why: String(errors[0]) }),
      });
      if (errors.length > 0) failed ??= { test: nameOf(test), why: String(errors[0]) };
    }
    if (name === "error") failed ??= { test: "outside of tests", why: String(error) };
  };
  circus.addEventHandler(onEvent);
  try {
    require(file);
    await circus.run();
  } catch (error) {
    failed ??= { test: "loading the file", why: String(error?.stack ?? error) };
  } finally {
    circus.removeEventHandler(onEvent);
  }
  return { failed, tests };
}

process.on("message", async (told) => {
  if (told.sources) {
    sources = told.sources;
    process.send({ ready: true });
    return;
  }
  if (told.anew) forget();
  active = told.mutant;
  process.send(await runFile(told.file, told.names, told.bail));
});
process.on("disconnect", () => process.exit(0));
