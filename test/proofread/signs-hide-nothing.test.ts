/**
 * Rules look only at lines of which a sign says that a word of theirs may stand there. With every sign set they look at all
 * lines, and must find the same: a word that a rule reads and its sign does not know would be found only here.
 */
import { proofread } from "../../src/proofread";
import { CLAIM_PAIRS } from "./claims-pairs";
import { DATE_PAIRS } from "./pairs/dates";
import { FIGURE_PAIRS } from "./pairs/figures";
import { HARMLESS } from "./pairs/harmless";
import { MARK_PAIRS, NUMBERING_PAIRS, STYLE_PAIRS } from "./pairs/marks";
import { NOTICE_PAIRS, TRADITIONAL_PAIRS } from "./pairs/notice";
import { OFFICE_PAIRS } from "./pairs/offices";
import { PENDING_PAIRS } from "./pairs/pending";
import { UNTOLD } from "./pairs/untold";
import { WHOLE_PAIRS } from "./pairs/wholes";

const ALL_SIGNS = -1;
let mockAllSet = false;
jest.mock("../../src/reading/signs", () => {
  const actual = jest.requireActual<typeof import("../../src/reading/signs")>("../../src/reading/signs");
  return { ...actual, readSigns: (text: string) => (mockAllSet ? ALL_SIGNS : actual.readSigns(text)) };
});

afterEach(() => {
  mockAllSet = false;
});

/** What stands on either side of a pair's brackets. */
const sides = (row: string): readonly string[] =>
  (["$1", "$2"] as const).map((take) => row.replace(/\{([^{}|]*)\|([^{}|]*)\}/gu, take));

const TABLES: readonly (readonly [name: string, texts: readonly string[]])[] = [
  ...Object.entries({ ...CLAIM_PAIRS, ...FIGURE_PAIRS, ...WHOLE_PAIRS }),
  ...Object.entries(OFFICE_PAIRS),
].map(([name, rows]) => [name, rows.flatMap(sides)] as const);

const PAIRS = [
  ...DATE_PAIRS,
  ...PENDING_PAIRS,
  ...MARK_PAIRS,
  ...NUMBERING_PAIRS,
  ...STYLE_PAIRS,
  ...NOTICE_PAIRS,
  ...TRADITIONAL_PAIRS,
].flat();

function found(text: string, allSet: boolean): unknown {
  mockAllSet = allSet;
  return proofread(text.split("\n"), {}).findings;
}

test.each<readonly [string, readonly string[]]>([
  ...TABLES,
  ["pairs of marks and days", PAIRS],
  ["harmless", HARMLESS],
  ["untold", UNTOLD.flatMap(([, row]) => sides(row))],
])("%s", (_name, texts) => {
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect({ text, found: found(text, true) }).toEqual({ text, found: found(text, false) });
});
