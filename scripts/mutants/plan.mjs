/** Which tests are asked about a fault, and in what order: those that pass by it, the likeliest to notice it first. */

/** Portions of this many milliseconds without a fault, so that a slow test waits for what many quick ones say. */
const PORTIONS = [500, 2000, Infinity];

/**
 * Portions of work for one fault, each of one test file. First the tests that reach it: by how many faults each noticed before,
 * whether it stands near, and how quick it is; then what else stands in those files, as a value may be remembered from
 * a test before. `budget` in ms without a fault.
 */
export function planFor(id, suites, { near, kills, budget }) {
  const direct = [];
  const others = [];
  for (const [file, tests] of suites) {
    if (!tests.some((test) => test.reached.includes(id))) continue;
    for (const { name, ms, reached } of tests) {
      if (name === null) continue;
      const likely = (1 + 20 * (kills.get(`${file} › ${name}`) ?? 0)) * (file.startsWith(near) ? 5 : 1);
      (reached.includes(id) ? direct : others).push({ file, name, ms, worth: likely / (ms + 5) });
    }
  }
  const byWorth = (a, b) => b.worth - a.worth;
  let spent = 0;
  const asked = [...direct.sort(byWorth), ...others.sort(byWorth)].filter(
    ({ ms }, index) => (index === 0 || spent + ms <= budget) && (spent += ms) > 0,
  );
  return PORTIONS.flatMap((upTo, index) => {
    let total = 0;
    const from = PORTIONS[index - 1] ?? 0;
    return byFile(asked.filter(({ ms }) => (total += ms) <= upTo && total > from));
  });
}

function byFile(tests) {
  const files = new Map();
  for (const { file, name, ms } of tests) {
    const portion = files.get(file) ?? { file, names: [], ms: 0 };
    files.set(file, portion);
    portion.names.push(name);
    portion.ms += ms;
  }
  return [...files.values()];
}
