/** The month's steps: what is open in each, and what waits for what comes before. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { monthSteps, nextPane, type MonthFacts } from "../../src/panes/steps/steps";
import { anchorOf, CHAPTERS, EXCEL_CHAPTER, HELD_CHAPTER } from "../../src/panes/steps/help-words";

const CLEAR: MonthFacts = { asked: 0, errors: 0, unknown: 0, held: 0, facts: 3 };
const told = (facts: Partial<MonthFacts>) =>
  monthSteps({ ...CLEAR, ...facts }).map(({ name, state, open }) => `${name} ${state} ${open}`);

test.each<[string, Partial<MonthFacts>, readonly string[]]>([
  [
    "nothing checked: the first two are open, the others wait",
    { asked: 2, errors: null },
    ["columns open 2", "check open 0", "tally later 0", "summary later 0", "notice later 0", "signOff later 0"],
  ],
  [
    "what holds the paragraph back holds notice and sign-off, too",
    { errors: 4, unknown: 1, held: 2 },
    ["columns done 0", "check open 4", "tally open 1", "summary open 2", "notice later 0", "signOff later 0"],
  ],
  [
    "errors that change no figure are left for the sign-off sheet to explain",
    { errors: 4 },
    ["columns done 0", "check open 4", "tally done 0", "summary done 0", "notice done 0", "signOff open 4"],
  ],
  [
    "without facts the notice is open",
    { facts: 0 },
    ["columns done 0", "check done 0", "tally done 0", "summary done 0", "notice open 0", "signOff open 0"],
  ],
  [
    "all is done",
    {},
    ["columns done 0", "check done 0", "tally done 0", "summary done 0", "notice done 0", "signOff done 0"],
  ],
])("%s", (_name, facts, expected) => {
  expect(told(facts)).toEqual(expected);
});

test("each pane leads on to the next, and the last to none", () => {
  const seen: string[] = [];
  for (let pane = nextPane("ledger"); pane !== null; pane = nextPane(pane)) seen.push(pane);
  expect(seen).toEqual(["check", "tally", "summary", "notice", "proofread"]);
});

test("help names chapters that the guide has", () => {
  const guide = readFileSync(path.join(__dirname, "../../docs/guide.md"), "utf8");
  const chapters = [...guide.matchAll(/^## (.+)$/gmu)].map(([, title]) => title);
  const all = [...Object.values(CHAPTERS), HELD_CHAPTER, EXCEL_CHAPTER];
  for (const chapter of all) expect(chapters).toContain(chapter);
  // And leads to them where the guide is written as a page.
  const written =
    "import('./scripts/release/guide-pages.mjs').then((m)=>process.stdout.write(m.guideFiles('.').find(([n])=>n==='guide.html')[1]))";
  const page = execFileSync(process.execPath, ["-e", written], {
    cwd: path.join(__dirname, "../.."),
    encoding: "utf8",
  });
  for (const chapter of all) expect(page).toContain(`<h2 id="${anchorOf(chapter)}">`);
});
