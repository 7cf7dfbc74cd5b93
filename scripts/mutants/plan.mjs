/** Which tests are asked about a fault, and in what order: those that pass by it, the quick ones first. */
const QUICK_MS = 100;

/**
 * Portions of work for one fault, each of one test file: quick tests that reach it; then its slow ones, the cheapest first;
 * then what else stands in those files, as a value may be remembered from a test before. `budget` in ms without a fault.
 */
export function planFor(id, suites, { near, kills, budget }) {
  const quick = [];
  const slow = [];
  const rest = [];
  for (const [file, tests] of suites) {
    if (!tests.some((test) => test.reached.includes(id))) continue;
    const told = tests.filter((test) => test.name !== null);
    const direct = told.filter((test) => test.reached.includes(id));
    const add = (to, some) => some.length > 0 && to.push({ file, names: some.map(({ name }) => name), ms: sum(some) });
    add(
      quick,
      direct.filter((test) => test.ms <= QUICK_MS),
    );
    for (const test of direct.filter((test) => test.ms > QUICK_MS)) add(slow, [test]);
    add(
      rest,
      told.filter((test) => !direct.includes(test) && test.ms <= QUICK_MS),
    );
  }
  const rank = ({ file, ms }) => ms / (1 + 20 * (kills.get(file) ?? 0)) / (file.startsWith(near) ? 5 : 1);
  const byRank = (a, b) => rank(a) - rank(b);
  let spent = 0;
  return [...quick.sort(byRank), ...slow.sort((a, b) => a.ms - b.ms), ...rest.sort(byRank)].filter(
    ({ ms }, index) => (spent += ms) <= budget || index === 0,
  );
}

const sum = (tests) => tests.reduce((total, { ms }) => total + ms, 0);
