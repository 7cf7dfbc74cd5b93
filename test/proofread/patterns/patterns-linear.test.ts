/** No expression that reads a notice costs more than in proportion to a text, whatever the text. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { hostileTo } from "./hostile-texts";
import { StepCounter } from "./step-counter";

const SRC = path.join(__dirname, "../../../src");
const ROOMS = ["zh", "reading", "proofread"];
const LENGTH = 240;
/** So many steps a character are no matter for a closer look. */
const FEW = 24;
/** A text twice as long takes twice the steps; where each place looks at all the others it takes four times as many. */
const MOST_GROWTH = 3;
const MOST_STEPS = 3_000_000;

/** Files whose expressions read short texts only, with the length of the longest: the letters of a clause of a status (MAX_CLAUSE). */
const SHORT = new Map([["zh/status-clause.ts", 32]]);
const MOST_STEPS_SHORT = 20_000;

const FILES = ROOMS.flatMap((room) =>
  readdirSync(path.join(SRC, room), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.join(SRC, room, name)),
);

/** Expressions as they stand in a file. */
function literalsOf(file: string): readonly RegExp[] {
  const found: RegExp[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest));
  return found;
}

/** Every expression that is made from parts while some files are loaded. */
async function madeBy(files: readonly string[]): Promise<readonly RegExp[]> {
  const made: RegExp[] = [];
  const Real = RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, parts: [string, string]) => {
      const pattern = new target(...parts);
      made.push(pattern);
      return pattern;
    },
  });
  try {
    for (const file of files) await import(file);
  } finally {
    globalThis.RegExp = Real;
  }
  return made;
}

/** The text on which the steps of an expression grow faster than the text, null where there is none. */
function textTooLong(pattern: RegExp): string | null {
  const counter = new StepCounter(pattern);
  let longer: readonly string[] | null = null;
  const texts = hostileTo(pattern, LENGTH);
  for (const [index, text] of texts.entries()) {
    const steps = counter.count(text, MOST_STEPS);
    if (steps <= FEW * text.length) continue;
    longer ??= hostileTo(pattern, 2 * LENGTH);
    if (counter.count(longer[index] ?? "", MOST_STEPS) > MOST_GROWTH * steps || steps === Infinity) return text;
  }
  return null;
}

/** The text of a length on which an expression takes more steps than it may, null where there is none. */
function textTooDear(pattern: RegExp, length: number): string | null {
  const counter = new StepCounter(pattern);
  return hostileTo(pattern, length).find((text) => counter.count(text, MOST_STEPS_SHORT) === Infinity) ?? null;
}

test.each([
  [/[。；\s]+$/u, true],
  [/(?<![。；\s])[。；\s]+$/u, false],
  [/[（(][^）)]*[）)]/u, true],
  [/[（(][^（(）)]{0,40}[）)]/u, false],
  [/“.*”/su, true],
  [/^(?:完成|完|成)*的/u, true],
  [/^(?:完成)*的/u, false],
  [/(?<=共.*)5个/u, true],
  [/(?:a+b?)+c/u, true],
])("%s: %s", (pattern, isSlow) => {
  expect(textTooLong(pattern) !== null).toBe(isSlow);
});

test("steps are those of a matcher that goes back", () => {
  expect(new StepCounter(/ab/u).count("abab", 100)).toBe(8);
  expect(new StepCounter(/^a+$/u).count("aab", 1000)).toBeLessThan(20);
  expect(new StepCounter(/(?:a|a)*b/u).count("a".repeat(30), 10_000)).toBe(Infinity);
});

test("every expression that reads a notice costs in proportion to it", async () => {
  const patterns = new Map([...(await madeBy(FILES)), ...FILES.flatMap(literalsOf)].map((one) => [String(one), one]));
  expect(patterns.size).toBeGreaterThan(1000);
  const slow: string[] = [];
  const isShort = new Map(
    [...SHORT].flatMap(([file, most]) => literalsOf(path.join(SRC, file)).map((one) => [String(one), most] as const)),
  );
  for (const [name, pattern] of patterns) {
    const most = isShort.get(name);
    const text = most === undefined ? textTooLong(pattern) : textTooDear(pattern, most);
    if (text !== null) slow.push(`${name} on ${text.slice(0, 20)}…${text.slice(-3)}`);
  }
  expect(slow).toEqual([]);
}, 300_000);
