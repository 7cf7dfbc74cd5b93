/**
 * Ledgers of any shape → whole notice → proofreading against the same ledger: no error and no warning; and one planted
 * change of a figure, a status, a date, a name, a heading or a number is found, at its line.
 */
import fc from "fast-check";
import { check } from "../../src/check/check";
import { DEFAULT_CHECK_SETTINGS } from "../../src/check/settings";
import { tally } from "../../src/tally/tally";
import { KINDS } from "../../src/ledger";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { composeNotice } from "../../src/notice/document/compose-notice";
import { NO_FACTS } from "../../src/notice/document/facts";
import { HANDLED_STATUS_WORDS, NOTICE_STATUS_WORDS, NOTICE_STYLES } from "../../src/notice/document/notice-styles";
import { noticeText } from "../../src/notice/document/plain-text";
import { textOfSpans, type NoticeBlock, type NoticeSpan } from "../../src/notice/document/types";
import { proofread, proofreadAgainst } from "../../src/proofread";
import { groupNames } from "../../src/proofread/against/scope";
import { loadFixtures } from "../fixtures/ledger-fixture";
import { anyLedger, writeAny, type AnyLedger, type AnyNotice } from "../notice/document/any-ledger";
import { FACTS, linesOf } from "../notice/document/families";

/** More of them in a search for counterexamples: PROPERTY_RUNS=5000. */
const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 150);
const params = { numRuns: RUNS };

/** What is no info, as `line rule quote`. */
function serious(
  lines: readonly string[],
  { reading, tally: counted }: Pick<AnyNotice, "reading" | "tally">,
): string[] {
  return proofreadAgainst(lines, reading, counted)
    .findings.filter((finding) => finding.severity !== "info")
    .map((finding) => `${finding.line} ${finding.rule} ${finding.quote}`);
}

/** All that a person is shown of a notice beside its ledger: what it says by itself, too. */
function shown(lines: readonly string[], { reading, tally: counted }: Pick<AnyNotice, "reading" | "tally">): string[] {
  return proofread(lines, { ledger: { reading, tally: counted } })
    .findings.filter((finding) => finding.severity !== "info")
    .map((finding) => `${finding.line} ${finding.rule} ${finding.quote}`);
}

/** A notice of a ledger that holds something, and no error of its own. */
function soundNotice(made: AnyLedger): AnyNotice {
  const written = writeAny(made);
  fc.pre(written.reading.ledgers.length > 0);
  const checked = check(written.reading, DEFAULT_CHECK_SETTINGS).findings;
  fc.pre(checked.every((finding) => finding.severity !== "error"));
  return written;
}

test("a whole notice against its own ledger has no error and no warning", () => {
  fc.assert(
    fc.property(anyLedger, fc.boolean(), (made, plain) => {
      const written = soundNotice(made);
      const lines = plain ? noticeText(written.document).split("\n") : linesOf(written.document);
      expect(serious(lines, written)).toEqual([]);
    }),
    params,
  );
});

// ------------------------------------------------------------------------------------------------------ planted changes

interface Change {
  readonly what: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  /** Where the finding may stand: at the line, or anywhere (another place says that this one is wrong). */
  readonly where: "line" | "anywhere";
}

/** Changes of one span that somebody might make by mistake. */
function changesOf(span: NoticeSpan, block: NoticeBlock, first: boolean, feedback: boolean): readonly Change[] {
  const text = textOfSpans([span]);
  const one = (what: string, at: number, from: string, to: string, where: Change["where"] = "line"): Change[] =>
    from === to ? [] : [{ what, at, from, to, where }];
  switch (span.type) {
    case "figure": {
      const percent = Math.round(Number.parseFloat(text));
      const other = text.endsWith("%") ? `${percent > 50 ? percent - 7 : percent + 7}%` : String(Number(text) + 1);
      return one("figure", 0, text, other);
    }
    case "status": {
      const words = block.part === "handed" ? HANDLED_STATUS_WORDS : NOTICE_STATUS_WORDS;
      return one("status", 0, text, span.status === "ongoing" ? words.done : words.ongoing);
    }
    case "cell": {
      // A figure in what was done may become that of another row of the item: then the finding stands at the other one.
      const where = span.field === "progress" ? "anywhere" : "line";
      const figures = [...text.matchAll(/\d+/gu)].flatMap((found) =>
        one("figure of a cell", found.index, found[0], String(Number(found[0]) + 1), where),
      );
      const place = /[甲乙丙丁戊己庚辛壬癸](?=[处组室所站队班库])/u.exec(text);
      const name = place === null ? [] : one("name", place.index, place[0], "某", where);
      const isHeading = span.field === "section" || span.field === "parentProblem";
      return [...figures, ...name, ...(isHeading ? one("heading", 1, text.charAt(1), "另") : [])];
    }
    case "fact": {
      const day = /\d+(?=日)/u.exec(text);
      if (day === null || !(span.fact === "signDate" || (span.fact === "feedbackDate" && feedback))) return [];
      return one("date", day.index, day[0], String(day[0] === "1" ? 2 : Number(day[0]) - 1));
    }
    case "text": {
      const day = /(?<=\d+月)\d+(?=日)/u.exec(text);
      const number = first && block.role === "parent" ? /^\d+/u.exec(text) : null;
      return [
        ...(day === null ? [] : one("as-of date", day.index, day[0], String(Number(day[0]) - 1))),
        // A first 1. made a 2. may go on with the list before it: numbers that run through all parts are right as well.
        ...(number === null || number[0] === "1"
          ? []
          : one("number", 0, number[0], String(Number(number[0]) + 1), "anywhere")),
      ];
    }
    case "unset":
      return [];
  }
}

/** 财务科2个: the number of a unit by another way to count: of what it leads, of what it works on. */
function isOtherCount({ reading }: AnyNotice, before: string, told: string): boolean {
  const clause = before.slice(Math.max(before.lastIndexOf("；"), before.lastIndexOf("看，")) + 1);
  return KINDS.some((kind) =>
    Array.from(groupNames(reading, kind)).some(
      ([name, { choices }]) => clause.includes(name) && choices.some((items) => String(items.length) === told),
    ),
  );
}

test("one planted change is found", () => {
  const tried = new Map<string, number>();
  fc.assert(
    fc.property(anyLedger, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (made, picks) => {
      const written = soundNotice(made);
      const lines = linesOf(written.document);
      // The ledger's own day of feedback: without one, the notice's cannot be held against anything.
      const feedback = written.reading.feedbackDate !== null;
      const changes = written.document.blocks.flatMap((block, index) => {
        let at = 0;
        const isRow = textOfSpans(block.spans).includes("\t");
        return block.spans.flatMap((span, position) => {
          const start = at;
          at += textOfSpans([span]).length;
          // A rate in a row of a table names no definition: it may be that of any.
          if (isRow && span.type === "figure" && textOfSpans([span]).endsWith("%")) return [];
          return changesOf(span, block, position === 0, feedback).map((change) => ({ index, start, change }));
        });
      });
      fc.pre(changes.length > 0);
      const before = new Set(shown(lines, written));
      for (const pick of picks) {
        const { index, start, change } = changes[pick % changes.length]!;
        const line = lines[index]!;
        const at = start + change.at;
        const changed = `${line.slice(0, at)}${change.to}${line.slice(at + change.from.length)}`;
        const found = shown(
          lines.map((own, i) => (i === index ? changed : own)),
          written,
        ).filter((one) => !before.has(one));
        tried.set(change.what, (tried.get(change.what) ?? 0) + 1);
        const seen = change.where === "anywhere" ? found : found.filter((one) => one.startsWith(`${index + 1} `));
        if (seen.length === 0 && !(change.what === "figure" && isOtherCount(written, line.slice(0, at), change.to)))
          throw new Error(`${change.what} ${change.from} → ${change.to} unnoticed: ${changed} (${found.join("; ")})`);
      }
    }),
    params,
  );
  // The property would hold for a generator that plants nothing.
  expect([...tried.keys()].sort()).toEqual(
    ["as-of date", "date", "figure", "figure of a cell", "heading", "name", "number", "status"].sort(),
  );
});

// ------------------------------------------------------------------------------------------------------------- fixtures

/** Warnings of a ledger that are about its own texts: a notice that prints the texts has them too. */
const OF_TEXTS: ReadonlySet<string> = new Set(["done-but-pending-text", "open-but-done-text"]);

describe.each(loadFixtures().map((fixture) => [fixture.name, fixture] as const))("%s", (_name, fixture) => {
  const reading = readWorkbook(fixture.grids, { today: fixture.asOf, asOf: fixture.asOf });
  const counted = tally(reading, { definition: { done: "done", denominator: "all" }, dueSoonDays: 15 });
  const checked = check(reading, DEFAULT_CHECK_SETTINGS).findings;
  const sound = checked.every((finding) => finding.severity !== "error");
  const doubtful = new Set(checked.filter((finding) => OF_TEXTS.has(finding.rule)).map((finding) => finding.row));

  test.each(Object.values(NOTICE_STYLES).map((style) => [style.name, style] as const))("style %s", (_style, style) => {
    for (const facts of [{ ...FACTS, signDate: fixture.asOf }, NO_FACTS]) {
      const list = ["letter", "clue", "matter", "immediate"] as const;
      const document = composeNotice(reading, counted, facts, style, { precision: 1, list });
      const excused = new Set(
        document.items.flatMap((item) =>
          doubtful.has(item.ref.row) ? Array.from({ length: item.to - item.from }, (_, i) => item.from + i + 1) : [],
        ),
      );
      const found = serious(linesOf(document), { reading, tally: counted }).filter(
        (one) => !excused.has(Number.parseInt(one, 10)),
      );
      // A ledger with errors may show them in its notice; what is read of it must still be read without a crash.
      if (sound) expect(found).toEqual([]);
      else expect(document.blocks.length).toBeGreaterThan(0);
    }
  });
});
