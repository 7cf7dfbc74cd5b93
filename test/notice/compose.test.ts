import * as fc from "fast-check";
import { STATUSES, type Kind, type Status } from "../../src/ledger/types";
import { compose, type ComposeOptions } from "../../src/notice/compose";
import { summaryJson } from "../../src/notice/json";
import { STATUS_NAMES_BY_SUBJECT } from "../../src/notice/status-words";
import { STYLES, styleNamed } from "../../src/notice/styles";
import { parseTemplate } from "../../src/notice/template";
import type { Composition } from "../../src/notice/types";
import { DEFAULT_DEFINITION, tally } from "../../src/tally/tally";
import type { Definition, RowRef, Tally } from "../../src/tally/types";
import { buildReading, times, type LedgerSpec } from "../tally/reading-builder";

type Options = Partial<ComposeOptions> & { readonly definition?: Partial<Definition> };

const DECEMBER = { year: 2025, month: 12, day: 22 };

function tallyOf(ledgers: readonly LedgerSpec[], definition: Partial<Definition> = {}): Tally {
  return tally(buildReading(...ledgers), { definition: { ...DEFAULT_DEFINITION, ...definition }, dueSoonDays: 15 });
}

function write(source: string, ledgers: readonly LedgerSpec[], { definition, ...options }: Options = {}): Composition {
  const counted = tallyOf(ledgers, definition);
  return compose(parseTemplate(source), counted, { asOf: DECEMBER, variables: new Map(), precision: 0, ...options });
}

function inStyle(name: string, ledgers: readonly LedgerSpec[], options: Options = {}): string {
  return write(styleNamed(name)?.template ?? "", ledgers, options).text;
}

const problems = (counts: Partial<Record<Status, number>>): LedgerSpec => ({
  items: Object.entries(counts).flatMap(([status, n]) => times(n, status as Status)),
});
const others = (kind: Kind, counts: Partial<Record<Status, number>>): LedgerSpec => ({
  ...problems(counts),
  kind,
  sheet: kind,
});

describe("shipped styles", () => {
  const variables = new Map([
    ["巡察组", "县委巡察组"],
    ["轮次", "第六轮"],
  ]);

  it.each<[string, string, readonly LedgerSpec[], string]>([
    [
      "rate, everything there",
      "rate",
      [problems({ done: 20, ongoing: 3 }), others("letter", { done: 2, ongoing: 1 })],
      "县委巡察组反馈的23个具体问题，已完成整改20个，正在整改3个，整改完成率87%。巡察移交的3件信访件，已办结2件，1件正在办理。",
    ],
    [
      "rate, all done, no letters",
      "rate",
      [problems({ done: 23 })],
      "县委巡察组反馈的23个具体问题，已完成整改23个，整改完成率100%。",
    ],
    [
      "rate, with statuses it does not name",
      "rate",
      [problems({ done: 20, longTerm: 2, excluded: 1 }), others("letter", { done: 2, partial: 1 })],
      "县委巡察组反馈的23个具体问题，已完成整改20个，长期坚持2个，不纳入完成率统计1个，整改完成率91%。" +
        "巡察移交的3件信访件，已办结2件，部分办结1件。",
    ],
    [
      "measures, everything there",
      "measures",
      [
        {
          measures: true,
          items: [
            ...times(7, "done"),
            ...times(2, "longTerm"),
            { status: "longTerm", rows: [{ status: "done" }, { status: "ongoing" }] },
          ],
        },
        others("matter", { done: 3 }),
      ],
      "对照巡察反馈的10个问题，已整改完成7个，持续整改3个。制定的11条整改措施，已落实到位8条，正在推进1条，长期坚持2条，整改到位率73%；" +
        "巡察交办问题3件，办理完成3件，移交事项办结率100%。",
    ],
    [
      "measures, neither measures nor matters",
      "measures",
      [problems({ done: 2 })],
      "对照巡察反馈的2个问题，已整改完成2个。",
    ],
    [
      "measures, matters only",
      "measures",
      [problems({ done: 1, ongoing: 1 }), others("matter", { done: 3 })],
      "对照巡察反馈的2个问题，已整改完成1个，正在整改1个。巡察交办问题3件，办理完成3件，移交事项办结率100%。",
    ],
    [
      "measures, no matters",
      "measures",
      [{ ...problems({ done: 2 }), measures: true }],
      "对照巡察反馈的2个问题，已整改完成2个。制定的2条整改措施，已落实到位2条，整改到位率100%。",
    ],
    [
      "items",
      "items",
      [problems({ done: 20 }), others("clue", { done: 3 })],
      "截至目前，第六轮巡察反馈问题20项，已完成整改20项；移交问题线索3件，已办结3件。",
    ],
    [
      "items, no clues, some ongoing",
      "items",
      [problems({ done: 18, ongoing: 2, notDone: 1 })],
      "截至目前，第六轮巡察反馈问题21项，已完成整改18项，正在整改2项，未完成1项。",
    ],
    [
      "partial",
      "partial",
      [problems({ done: 17, partial: 24 })],
      "巡察反馈的41个具体问题，已完成整改17个，部分整改（需长期推进）24个，整改完成率41%。",
    ],
    [
      "phased",
      "phased",
      [problems({ done: 3, phased: 59 }), others("letter", { done: 13 }), others("immediate", { done: 3 })],
      "截至12月22日，巡察反馈的62个具体问题，已完成整改3个，阶段性完成整改59个，未完成整改0个；" +
        "巡察移交的13件信访件，已办结13件；巡察交办的立行立改问题3个，已办结3个。",
    ],
    [
      "phased, problems only",
      "phased",
      [problems({ done: 3, ongoing: 1 })],
      "截至12月22日，巡察反馈的4个具体问题，已完成整改3个，正在整改1个，未完成整改0个。",
    ],
    [
      "phased, no letters",
      "phased",
      [problems({ done: 3 }), others("immediate", { done: 1, ongoing: 1 })],
      "截至12月22日，巡察反馈的3个具体问题，已完成整改3个，未完成整改0个；" +
        "巡察交办的立行立改问题2个，已办结1个，正在整改1个。",
    ],
  ])("%s", (_name, style, ledgers, expected) => {
    expect(inStyle(style, ledgers, { variables })).toBe(expected);
  });

  it("leaves an unset variable open", () => {
    const { text, unset, spans } = write(styleNamed("rate")?.template ?? "", [problems({ done: 1 })], {
      variables: new Map([["巡察组", ""]]),
    });
    expect(text).toBe("【巡察组】反馈的1个具体问题，已完成整改1个，整改完成率100%。");
    expect(unset).toEqual(["巡察组"]);
    expect(spans[0]).toEqual({ type: "unset", text: "【巡察组】", name: "巡察组" });
  });
});

describe("values", () => {
  const ledgers = [problems({ done: 3, phased: 2, ongoing: 1, excluded: 1 })];

  it.each<[string, Partial<Definition>, string]>([
    ["已完成{反馈问题.已完成}，其余{反馈问题.其余}，{反馈问题.完成率}", {}, "已完成3，其余4，50%"],
    ["已完成{反馈问题.已完成}，其余{反馈问题.其余}，{反馈问题.完成率}", { done: "phased" }, "已完成5，其余2，83%"],
    // What is named by itself is not counted in 已完成 too.
    ["{反馈问题.已完成}、{反馈问题.阶段性完成}，{反馈问题.完成率}", { done: "phased" }, "3、2，83%"],
    ["{反馈问题.超期}个超期，{反馈问题.主要问题数}个主要问题", {}, "0个超期，0个主要问题"],
  ])("%s by %o", (source, definition, expected) => {
    expect(write(source, ledgers, { definition }).text).toBe(expected);
  });

  it("prints rates at the chosen precision", () => {
    expect(write("{反馈问题.完成率}", [problems({ done: 2, ongoing: 1 })], { precision: 1 }).text).toBe("66.7%");
    expect(write("{反馈问题.完成率}", [problems({ done: 249, ongoing: 1 })]).text).toBe("99.6%");
  });

  it.each<[string, LedgerSpec, Partial<Definition>, string]>([
    ["nothing due yet", problems({ done: 1, ongoing: 1 }), { denominator: "due" }, "暂不计算（无到期事项）"],
    ["nothing that counts", problems({ excluded: 1 }), {}, "暂不计算（无纳入统计的事项）"],
    ["no status known", problems({ unknown: 2 }), {}, "暂不计算（整改状态不明）"],
  ])("says why there is no rate: %s", (_, ledger, definition, expected) => {
    const composed = write("整改完成率{反馈问题.完成率}。", [ledger], { definition });
    expect(composed.text).toBe(`整改完成率${expected}。`);
    expect(composed.figures).toEqual([]);
    // In a number's place no words stand: it stays open.
    const share = write("占{率:正在整改}。", [ledger], { definition });
    expect([share.text, share.absent]).toEqual(["占【率:正在整改】。", ["率:正在整改"]]);
  });

  it("prints no number that no row supports", () => {
    const composed = write("信访件{信访件.总数}件，办结率{信访件.办结率}，完成率{反馈问题.完成率}", [
      problems({ excluded: 1 }),
    ]);
    expect(composed.text).toBe("信访件【信访件.总数】件，办结率【信访件.办结率】，完成率暂不计算（无纳入统计的事项）");
    expect(composed.figures).toEqual([]);
    expect(composed.absent).toEqual(["信访件.总数", "信访件.办结率"]);
    expect(composed.unset).toEqual([]);
    expect(write("一[，完成率{反馈问题.完成率}]。", [problems({ excluded: 1 })]).text).toBe("一。");
  });

  it("counts accountability", () => {
    const people: LedgerSpec = {
      kind: "accountability",
      sheet: "问责情况",
      items: [
        { name: "甲某", forms: ["诫勉谈话", "通报批评"] },
        { name: "乙某", forms: ["诫勉谈话"] },
      ],
    };
    const source = "问责{问责.人数}人（{问责.人次}人次）[，诫勉谈话{问责.诫勉谈话}人][，约谈提醒{问责.约谈提醒}人]。";
    expect(write(source, [people]).text).toBe("问责2人（3人次），诫勉谈话2人。");
    expect(write(`一。[${source}]`, [problems({ done: 1 })]).text).toBe("一。");
  });

  it("keeps a wrong template's mistakes visible", () => {
    expect(write("共{反馈问题.总输}个[2024]{", [problems({ done: 1 })]).text).toBe("共{反馈问题.总输}个[2024]{");
  });
});

describe("completing the parts", () => {
  const ledgers = [problems({ done: 5, longTerm: 2, unknown: 1 })];

  it.each<[string, string]>([
    [
      "{反馈问题.总数}个，完成{反馈问题.已完成}个，完成率{反馈问题.完成率}。",
      "8个，完成5个，长期坚持2个，状态待核实1个，完成率63%。",
    ],
    ["{反馈问题.总数}项，完成{反馈问题.已完成}项", "8项，完成5项，长期坚持2项，状态待核实1项"],
    [
      "{反馈问题.总数}个，完成{反馈问题.已完成}个[（含{反馈问题.正在整改}个）]。",
      "8个，完成5个，长期坚持2个，状态待核实1个。",
    ],
    [
      "{反馈问题.总数}个（完成{反馈问题.已完成}个，{反馈问题.完成率}），好。",
      "8个（完成5个，长期坚持2个，状态待核实1个，63%），好。",
    ],
    ["{反馈问题.总数}个[，在改{反馈问题.正在整改}个]，好。", "8个，已完成5个，长期坚持2个，状态待核实1个，好。"],
    ["{反馈问题.总数}个，[在改{反馈问题.正在整改}个，]好。", "8个，好，已完成5个，长期坚持2个，状态待核实1个。"],
    ["{反馈问题.总数}个，完成{反馈问题.已完成}个\n二、", "8个，完成5个，长期坚持2个，状态待核实1个\n二、"],
    [
      "{反馈问题.总数}个（完成{反馈问题.已完成}个、正在整改{反馈问题.正在整改}个），好。",
      "8个（完成5个、正在整改0个，长期坚持2个，状态待核实1个），好。",
    ],
    [
      "{反馈问题.总数}个，完成{反馈问题.已完成}个（含基本完成{反馈问题.基本完成}个），好。",
      "8个，完成5个（含基本完成0个），长期坚持2个，状态待核实1个，好。",
    ],
    ["1）{反馈问题.总数}个，完成{反馈问题.已完成}个。", "1）8个，完成5个，长期坚持2个，状态待核实1个。"],
    // Nothing is added where 其余 covers it, where no whole is stated, or where no status is counted.
    ["{反馈问题.总数}个，完成{反馈问题.已完成}个，其余{反馈问题.其余}个。", "8个，完成5个，其余3个。"],
    ["完成{反馈问题.已完成}个。", "完成5个。"],
    ["{反馈问题.总数}个，完成率{反馈问题.完成率}。", "8个，完成率63%。"],
  ])("%s", (source, expected) => {
    expect(write(source, ledgers).text).toBe(expected);
  });

  it("covers what the definition counts as done", () => {
    const source = "{反馈问题.总数}个，完成{反馈问题.已完成}个，完成率{反馈问题.完成率}。";
    const phased = [problems({ done: 3, basic: 1, phased: 2, ongoing: 1 })];
    expect(write(source, phased, { definition: { done: "phased" } }).text).toBe(
      "7个，完成6个，正在整改1个，完成率86%。",
    );
    expect(write(source, phased, { definition: { done: "basic" } }).text).toBe(
      "7个，完成4个，阶段性完成2个，正在整改1个，完成率57%。",
    );
  });

  it("prints 超期未完成 for what the ledger itself calls overdue", () => {
    const source = "{反馈问题.总数}个，完成{反馈问题.已完成}个；信访件{信访件.总数}件，办结{信访件.已办结}件。";
    const declared = [problems({ done: 1, overdueDeclared: 2 }), others("letter", { overdueDeclared: 1 })];
    const { text, figures } = write(source, declared);
    expect(text).toBe("3个，完成1个，超期未完成2个；信访件1件，办结0件，超期未办结1件。");
    expect(figures.map((figure) => figure.metric)).toContain("反馈问题.自报超期");
  });

  it("can be turned off", () => {
    const source = "{反馈问题.总数}个，完成{反馈问题.已完成}个。";
    expect(write(source, ledgers, { completeParts: false }).text).toBe("8个，完成5个。");
  });
});

describe("unbalanced", () => {
  const ledgers = [problems({ done: 5, phased: 2, ongoing: 1 })];
  const whole = "{反馈问题.总数}个，完成{反馈问题.已完成}个";

  it.each<[string, Options, unknown]>([
    [`${whole}，其余{反馈问题.其余}个。`, {}, []],
    [
      `${whole}，阶段性{反馈问题.阶段性完成}个，其余{反馈问题.其余}个。`,
      {},
      [{ subject: "反馈问题", total: 8, parts: 10 }],
    ],
    [`${whole}。`, {}, []],
    [`${whole}。`, { completeParts: false }, [{ subject: "反馈问题", total: 8, parts: 5 }]],
    [`${whole}。已完成的{反馈问题.已完成}个中……`, {}, []],
    ["{反馈问题.总数}个，完成率{反馈问题.完成率}。", {}, []],
  ])("%s %o", (source, options, expected) => {
    expect(write(source, ledgers, options).unbalanced).toEqual(expected);
  });
});

describe("summaryJson", () => {
  it("has exactly the keys of the contract", () => {
    const composed = write("完成{反馈问题.已完成}个，{反馈问题.完成率}", [problems({ done: 1, ongoing: 1 })]);
    const json = summaryJson(composed, { file: "台账.xlsx", style: "template", held: ["status-missing"] });
    expect(JSON.parse(JSON.stringify(json))).toEqual({
      schema: 1,
      file: "台账.xlsx",
      style: "template",
      text: "完成1个，50%",
      held: ["status-missing"],
      figures: [
        { text: "1", start: 2, end: 3, metric: "反馈问题.已完成", rows: ["问题整改台账!A5"] },
        {
          text: "50%",
          start: 5,
          end: 8,
          metric: "反馈问题.完成率",
          rows: ["问题整改台账!A5"],
          ofRows: ["问题整改台账!A5", "问题整改台账!A6"],
        },
      ],
    });
  });
});

describe("properties over random tallies", () => {
  const counts = fc.array(fc.record({ status: fc.constantFrom<Status>(...STATUSES) }), { maxLength: 6 });
  const ledger = (kind: Kind): fc.Arbitrary<LedgerSpec> =>
    fc.record({ kind: fc.constant(kind), sheet: fc.constant<string>(kind), measures: fc.boolean(), items: counts });
  const ledgers = fc
    .tuple(
      ledger("problem"),
      fc.option(ledger("letter"), { nil: null }),
      fc.option(ledger("clue"), { nil: null }),
      fc.option(ledger("matter"), { nil: null }),
      fc.option(ledger("immediate"), { nil: null }),
    )
    .map((all) => all.filter((one) => one !== null));
  const definition = fc.record({
    done: fc.constantFrom("done" as const, "basic" as const, "phased" as const),
    denominator: fc.constantFrom("all" as const, "due" as const),
  });
  const BROKEN =
    /[，、；：][，、；：。]|。[，、；：。]|^[，、；：。]|\n[，、；：。]|[，、；：]$|[（(][，、；)）]|[，、；][)）]/u;

  const key = ({ sheet, row, col }: RowRef): string => `${sheet}!${row}:${col}`;

  function expectProven({ text, figures, spans }: Composition): void {
    expect(spans.map((span) => span.text).join("")).toBe(text);
    for (const figure of figures) {
      expect(text.slice(figure.start, figure.end)).toBe(figure.text);
      const rows = new Set(figure.rows.map(key));
      expect(rows.size).toBe(figure.rows.length);
      if (figure.ofRows === null) {
        expect(figure.text).toBe(String(rows.size));
      } else {
        expect(figure.text).toMatch(/^\d+(\.\d+)?%$/u);
        expect(new Set(figure.ofRows.map(key)).size).toBe(figure.ofRows.length);
      }
    }
    const digits = spans.filter(
      (span) => span.type === "text" && /\d/u.test(span.text.replace(/截至(?:2025年)?12月22日/gu, "")),
    );
    expect(digits).toEqual([]);
  }

  // Classes of progress need the ledger, which no tally of these holds: bulletin.test.ts has them.
  it.each(STYLES.filter(({ name }) => name !== "bulletin").map((style) => [style.name, style.template]))(
    "%s: parts sum to the whole, whole sentences",
    (_name, source) => {
      const statusNames = new Set(
        Object.entries(STATUS_NAMES_BY_SUBJECT).flatMap(([, words]) => STATUSES.map((status) => words[status][0])),
      );
      fc.assert(
        fc.property(ledgers, definition, (specs, chosen) => {
          const composed = write(source, specs, { definition: chosen });
          expectProven(composed);
          expect(composed.text).not.toMatch(BROKEN);
          expect(composed.text).toMatch(/。$/u);
          expect(composed.unbalanced).toEqual([]);
          const totals = composed.figures.filter((figure) => figure.metric.endsWith(".总数"));
          for (const total of totals) {
            const [subject] = total.metric.split(".");
            const parts = composed.figures.filter((figure) => {
              const [of, word] = figure.metric.split(".");
              return of === subject && word !== undefined && statusNames.has(word);
            });
            // A style may tell totals and rates alone.
            const tells = [...statusNames].some((word) => source.includes(`{${subject}.${word}}`));
            if (!tells) continue;
            expect(parts.reduce((sum, part) => sum + Number(part.text), 0)).toBe(Number(total.text));
            expect(new Set(parts.flatMap((part) => part.rows.map(key))).size).toBe(Number(total.text));
          }
        }),
        { numRuns: 200 },
      );
    },
  );

  it("own templates of random pieces keep whole punctuation and true offsets", () => {
    const place = fc.constantFrom(
      "{反馈问题.已完成}",
      "{反馈问题.未完成}",
      "{信访件.总数}",
      "{移交问题线索.已办结}",
      "{问责.人数}",
    );
    const clause = fc
      .tuple(place, fc.constantFrom("", "；", "，"))
      .map(([one, sign]) => `[甲${one}件${sign === "" ? "" : `${sign}乙${one}件`}]`);
    const body = fc
      .array(fc.tuple(fc.oneof(clause, fc.constant("共{反馈问题.总数}个")), fc.constantFrom("，", "；", "。")), {
        minLength: 1,
      })
      .map((all) =>
        all
          .map(([one, sign]) => one + sign)
          .join("")
          .replace(/.$/u, "。"),
      );
    fc.assert(
      fc.property(body, ledgers, fc.boolean(), (source, specs, completeParts) => {
        const composed = write(source, specs, { completeParts });
        expectProven(composed);
        expect(composed.text).not.toMatch(BROKEN);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    "[，甲{信访件.总数}]",
    "{反馈问题.已完成}个，",
    "[；{反馈问题.已完成}个]",
    "　[{信访件.总数}]",
    "{巡察组}",
    "，",
  ])("composes 100,000 characters of %s", (piece) => {
    const counted = tallyOf([problems({ done: 2, longTerm: 1 })]);
    const options = { asOf: DECEMBER, variables: new Map([["巡察组", "组"]]), precision: 0 as const };
    const template = parseTemplate(`{反馈问题.总数}${piece.repeat(Math.floor(100_000 / piece.length))}`);
    expect(compose(template, counted, options).text.startsWith("3")).toBe(true);
  });
});
