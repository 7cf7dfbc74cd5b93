import { foldKey } from "../../zh/text";
import type { Kind } from "../../ledger";
import { defineProofRule, type ProofHit } from "../rule";
import type { Heading } from "../../reading";
import type { ProofContext } from "../types";
import { oneChange } from "./near-text";
import { reWith } from "../../zh/pattern";
import { textRules as words } from "../../zh/words/headings";
import { headOf } from "./statements";
import { TEXTS_GROUND } from "./words";

type HeadingData = { readonly how: "words" | "place"; readonly ledger: string };

interface Names {
  readonly own: readonly string[];
  readonly all: ReadonlyMap<string, string>;
}

/** Sections and parents the ledger knows, by key. */
function namesOf(context: ProofContext, kind: Kind): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const ledger of context.ledger?.reading.ledgers ?? []) {
    if (ledger.kind !== kind) continue;
    for (const { section, parent } of ledger.items) {
      for (const name of [section, parent]) if (name) names.set(bareKey(name), name);
    }
  }
  names.delete("");
  return names;
}

const HEADING_KEY_TEXT = reWith("u")`^${words.headingKeyText}`;

const HEADING_KEY_TEXT_2 = reWith("u")`的?(?:整改)?${words.headingKeyText2}?情况$`;

const SECTION_TAIL = reWith("u")`(?<=.)${words.sectionTail}$`;

/** The same without 方面, which a notice adds to a short name. */
function bareKey(text: string): string {
  return headingKey(text).replace(SECTION_TAIL, "");
}

/** A heading's words without numbers, marks and what notices write around them. */
function headingKey(text: string): string {
  return foldKey(text)
    .replace(HEADING_KEY_TEXT, "")
    .replace(/[\p{P}\p{S}]/gu, "")
    .replace(/^反馈问题/u, "")
    .replace(HEADING_KEY_TEXT_2, "");
}

function* headings(context: ProofContext): Generator<ProofHit<HeadingData>> {
  const { ledger, document } = context;
  if (!ledger) return;
  const told = new Set<number>();
  for (const [kind, { matches }] of ledger.matches) {
    const all = namesOf(context, kind);
    if (all.size === 0) continue;
    for (const match of matches) {
      const { section, parent } = match.ledger;
      const own = [section, parent].filter((name): name is string => name !== null && name !== "");
      if (own.length === 0) continue;
      for (const index of match.notice.path) {
        const heading = document.headings[index];
        if (!heading || heading.style === "chinese" || told.has(index)) continue;
        const data = compareHeading(heading, { own, all });
        if (data === null) continue;
        if (data.how === "words") told.add(index);
        yield { place: data.how === "words" ? headOf(heading) : headOf(match.notice.problemPlace), data };
      }
    }
  }
}

/** Headings are short: 选人用人 with one character changed is still meant. */
const LEAST_AROUND = 3;

/** What is wrong with a heading above an item; null where it is the ledger's, or one of the notice's own. */
function compareHeading(heading: Heading, { own, all }: Names): HeadingData | null {
  const key = bareKey(heading.text);
  if (key === "") return null;
  const keys = own.map(bareKey);
  if (keys.some((one) => one === key || isPart(one, key))) return null;
  const other = all.get(key);
  if (other !== undefined) return { how: "place", ledger: own.join("／") };
  const differs = (one: string, other: string): boolean => oneChange(one, other, LEAST_AROUND) !== null;
  const meant = own.find(
    (name, at) => differs(key, keys[at] ?? "") || differs(headingKey(heading.text), headingKey(name)),
  );
  return meant === undefined ? null : { how: "words", ledger: meant };
}

/** A headline beside the whole description. */
function isPart(a: string, b: string): boolean {
  return a !== "" && (a.includes(b) || b.includes(a));
}

export const ledgerItemHeading = defineProofRule<HeadingData>({
  alias: "ledger-item-heading",
  code: "P813",
  severity: "warning",
  name: { zh: "方面、主要问题与台账不同", en: "section or main problem differs from the ledger" },
  messages: {
    zh: ({ how, ledger }) =>
      how === "words" ? `台账写作“${ledger}”，有一处不同，请核对。` : `台账把这一项列在“${ledger}”之下，请核对。`,
    en: ({ how, ledger }) =>
      how === "words" ? `The ledger words it “${ledger}”.` : `The ledger has this item under “${ledger}”.`,
  },
  find: headings,
  page: {
    what: "条目上面的标题与台账所属方面、主要问题只差一处文字；或条目列在台账另一个方面、主要问题之下。通报自拟的标题不比。",
    why: "标题写错、条目列错位置，各方面的问题数就对不上。",
    bad: "通报：（一）党的作风方面；台账：党的建设方面。",
    good: "两处一致。",
    todo: "以台账为准改正。",
    en: "Headings above an item against the section and main problem of the ledger.",
  },
  ground: TEXTS_GROUND,
});
