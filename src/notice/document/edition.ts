/**
 * Versions of one notice: for the public (公开版) and for inside (内部版). One source, one set of figures; what differs is
 * decided here and told beside the text.
 *
 * - The public one names nobody of the ledger's columns, hides telephone and identity numbers and the names of those held
 *   accountable, counts letters and clues (their amounts of money hidden where they are listed all the same), leaves out what
 *   is marked not public, and says how the public can reach the office.
 * - The one for inside lists everything, with who answers for it until when, and leaves out publication and contact.
 */
import { headLinesOf, KINDS, textOf, type Kind, type Reading } from "../../ledger";
import type { RowRef } from "../../tally";
import { inFullWidth } from "../../zh/full-width";
import { reWith } from "../../zh/pattern";
import { edition as wordsOf } from "../../zh/words/edition";
import { findPersonal } from "./personal";

export const EDITIONS = ["public", "inside"] as const;
export type Edition = (typeof EDITIONS)[number];

/** What texts of cells were changed by: form (punctuation), or what a public text must not show. */
export type Care = "punctuation" | "mobile" | "identity" | "name" | "amount";

export interface TextCare {
  /** A cell's text as the notice prints it. */
  clean(text: string, ref: RowRef, kind: Kind): string;
  /** Cells whose text a public notice changes, whichever version is printed; in order of printing. */
  readonly changed: ReadonlyMap<Care, readonly RowRef[]>;
}

/** A head line of a ledger that was made of a notice: its answers were published as they stand, marks and all. */
export const EXTRACTED_MARK = "由通报提取";

const HIDDEN_NUMBER = "×××";
/** Kinds whose amounts are those of a case. */
const CASES: ReadonlySet<Kind> = new Set<Kind>(["letter", "clue"]);
const AMOUNT = reWith("gu")`\d[\d.,，]*\d?(?=${wordsOf.scale}?元)`;
const NAMED_BESIDE = reWith("u")`^${wordsOf.behindName}`;
const NAMED_BEHIND = reWith("u")`${wordsOf.beforeName}$`;
const NAME = /^\p{Script=Han}{2,4}$/u;
const MASKED = /[某×]/u;

/** Names of those held accountable or reported, as their ledgers have them. */
function namesKept(reading: Reading): ReadonlySet<string> {
  const names = new Set<string>();
  for (const ledger of reading.ledgers) {
    if (ledger.kind !== "accountability" && ledger.kind !== "clue") continue;
    if (ledger.columns.name === undefined) continue;
    for (const item of ledger.items) {
      const name = textOf(ledger, item, "name").replace(/\s/gu, "");
      if (NAME.test(name) && !MASKED.test(name)) names.add(name);
    }
  }
  return names;
}

/** 张某某 for 张三丰. A name of two characters is also a word: only where the words beside it speak of a person. */
function withoutNames(text: string, names: ReadonlySet<string>): string {
  let out = text;
  for (const name of names) {
    for (let at = out.indexOf(name); at >= 0; at = out.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (name.length < 3 && !NAMED_BESIDE.test(out.slice(end)) && !NAMED_BEHIND.test(out.slice(0, at))) continue;
      out = `${out.slice(0, at + 1)}${"某".repeat(name.length - 1)}${out.slice(end)}`;
    }
  }
  return out;
}

/** Without mobile and identity numbers; both kinds are told. */
function withoutNumbers(text: string, tell: (what: "mobile" | "identity") => void): string {
  let out = text;
  for (let found = findPersonal(out); found !== null; found = findPersonal(out)) {
    tell(found.what);
    const at = out.indexOf(found.text);
    // Written in full width: the number stands elsewhere than in the folded text, which then is what is printed.
    out = at >= 0 ? out.replace(found.text, HIDDEN_NUMBER) : out.normalize("NFKC").replace(found.text, HIDDEN_NUMBER);
  }
  return out;
}

/** How texts of one notice are printed. */
export function createCare(edition: Edition, reading: Reading): TextCare {
  const changed = new Map<Care, RowRef[]>();
  const names = namesKept(reading);
  const published = new Set(
    reading.ledgers
      .filter((ledger) => headLinesOf(ledger).some(({ text }) => text.includes(EXTRACTED_MARK)))
      .map(({ sheet }) => sheet),
  );
  const note = (care: Care, ref: RowRef): void => {
    const refs = changed.get(care) ?? [];
    const last = refs[refs.length - 1];
    if (last?.sheet !== ref.sheet || last.row !== ref.row || last.col !== ref.col) refs.push(ref);
    changed.set(care, refs);
  };
  const step = (care: Care, ref: RowRef, before: string, after: string): string => {
    if (after !== before) note(care, ref);
    return after;
  };
  return {
    changed,
    clean: (text, ref, kind) => {
      const formed = published.has(ref.sheet) ? text : step("punctuation", ref, text, inFullWidth(text));
      const unnumbered = withoutNumbers(formed, (what) => note(what, ref));
      const unnamed = step("name", ref, unnumbered, withoutNames(unnumbered, names));
      // What a notice printed already is no secret.
      const open =
        CASES.has(kind) && !published.has(ref.sheet)
          ? step("amount", ref, unnamed, unnamed.replace(AMOUNT, "××"))
          : unnamed;
      return edition === "public" ? open : formed;
    },
  };
}

/** What the two versions of a notice differ in. Data; sentences in `warning-messages.ts`. */
export type EditionDifference =
  /** Items that only the one for inside lists. */
  | { readonly type: "notPublic"; readonly rows: readonly RowRef[] }
  /** Kinds that the public one only counts. */
  | { readonly type: "countedOnly"; readonly kind: Kind; readonly count: number }
  /** Texts that the public one prints without numbers, names or amounts. */
  | { readonly type: "hidden"; readonly what: Exclude<Care, "punctuation">; readonly rows: readonly RowRef[] }
  /** 责任单位, 责任领导, 责任人, 整改时限 of every item: only inside. */
  | { readonly type: "duties" }
  /** Who was held accountable: only inside. */
  | { readonly type: "accountable"; readonly count: number }
  /** 公示期 and ways to reach the office: only in the public one. */
  | { readonly type: "contact" };

/**
 * What differs, whichever version was composed.
 * @param counted kinds that the public version only counts
 */
export function differencesOf(
  reading: Reading,
  care: TextCare,
  notPublic: readonly RowRef[],
  counted: readonly { readonly kind: Kind; readonly count: number }[],
): readonly EditionDifference[] {
  const hidden = (["mobile", "identity", "name", "amount"] as const).flatMap((what): readonly EditionDifference[] => {
    const rows = care.changed.get(what) ?? [];
    return rows.length === 0 ? [] : [{ type: "hidden", what, rows }];
  });
  const accountable = reading.ledgers
    .filter((ledger) => ledger.kind === "accountability" && ledger.columns.name !== undefined)
    .reduce((sum, ledger) => sum + ledger.items.length, 0);
  return [
    ...(notPublic.length === 0 ? [] : [{ type: "notPublic", rows: notPublic } as const]),
    ...KINDS.flatMap((kind) => counted.filter((one) => one.kind === kind)).map(
      ({ kind, count }) => ({ type: "countedOnly", kind, count }) as const,
    ),
    ...hidden,
    { type: "duties" },
    ...(accountable === 0 ? [] : [{ type: "accountable", count: accountable } as const]),
    { type: "contact" },
  ];
}
