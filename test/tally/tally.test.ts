import * as fc from "fast-check";
import { STATUSES, type Status } from "../../src/ledger/types";
import { tallyJson } from "../../src/tally/json";
import { DEFAULT_DEFINITION, tally, type TallyOptions } from "../../src/tally/tally";
import type { Count, Definition, Rate, RowRef, Tally } from "../../src/tally/types";
import { AS_OF, buildReading, times, type ItemSpec, type LedgerSpec } from "./reading-builder";

const OPTIONS: TallyOptions = { definition: DEFAULT_DEFINITION, dueSoonDays: 15 };

function count(ledgers: readonly LedgerSpec[], definition: Partial<Definition> = {}): Tally {
  return tally(buildReading(...ledgers), { ...OPTIONS, definition: { ...DEFAULT_DEFINITION, ...definition } });
}

function share(rate: Rate | null | undefined): string {
  return rate ? `${rate.numerator}/${rate.denominator}` : "none";
}

function key({ sheet, row, col }: RowRef): string {
  return `${sheet}!${row}:${col}`;
}

describe("statuses and rates", () => {
  it("counts every status and keeps the item's number cell", () => {
    const [problem] = count([{ items: [...times(20, "done"), ...times(3, "ongoing")] }]).kinds;
    expect(problem?.total.value).toBe(23);
    expect(problem?.byStatus.done.value).toBe(20);
    expect(problem?.byStatus.ongoing.rows.map(key)).toEqual([
      "问题整改台账!24:0",
      "问题整改台账!25:0",
      "问题整改台账!26:0",
    ]);
    expect(problem?.rest.value).toBe(3);
    expect(share(problem?.rate)).toBe("20/23");
    expect(problem?.rate?.ofRows).toHaveLength(23);
  });

  it("counts excluded items in the total, not in the denominator", () => {
    const [problem] = count([{ items: [...times(3, "done"), ...times(2, "excluded")] }]).kinds;
    expect(problem?.total.value).toBe(5);
    expect(problem?.byStatus.excluded.value).toBe(2);
    expect(share(problem?.rate)).toBe("3/3");
  });

  it.each<[Definition["done"], string]>([
    ["done", "3/12"],
    ["basic", "5/12"],
    ["phased", "9/12"],
  ])("by definition %s", (done, expected) => {
    const items = [...times(3, "done"), ...times(2, "basic"), ...times(4, "phased"), ...times(3, "partial")];
    const [problem] = count([{ items }], { done }).kinds;
    expect(share(problem?.rate)).toBe(expected);
    expect(problem?.rate?.definition.done).toBe(done);
    expect((problem?.done.value ?? 0) + (problem?.rest.value ?? 0)).toBe(12);
  });

  it.each<[string, ItemSpec, boolean]>([
    ["a deadline before as-of", { status: "ongoing", deadline: "2025-10-09" }, true],
    ["a deadline on the as-of day", { status: "ongoing", deadline: "2025-10-10" }, true],
    ["a deadline after as-of", { status: "done", deadline: "2025-10-11" }, false],
    ["立行立改", { status: "ongoing", deadline: "now" }, true],
    ["长期坚持 as deadline", { status: "done", deadline: "long" }, false],
    ["a long-term status with a past date", { status: "longTerm", deadline: "2025-06-30" }, false],
    ["no deadline", { status: "done" }, false],
    ["an excluded item", { status: "excluded", deadline: "2025-06-30" }, false],
  ])("denominator due: %s", (_name, item, due) => {
    const [problem] = count([{ items: [item] }], { denominator: "due" }).kinds;
    expect(problem?.rate?.denominator ?? 0).toBe(due ? 1 : 0);
    expect(problem?.rate?.numerator ?? 0).toBe(due && item.status === "done" ? 1 : 0);
  });

  it("has no rate where nothing divides", () => {
    expect(count([{ items: times(2, "excluded") }]).kinds[0]?.rate).toBeNull();
    expect(count([{ items: [] }]).kinds[0]?.rate).toBeNull();
  });

  it("adds up several ledgers of a kind and keeps kinds in order", () => {
    const counted = count([
      { kind: "letter", sheet: "信访件", items: times(3, "done") },
      { sheet: "办公室", items: times(2, "done") },
      { sheet: "人事股", items: times(4, "ongoing") },
    ]);
    expect(counted.kinds.map((one) => [one.kind, one.total.value])).toEqual([
      ["problem", 6],
      ["letter", 3],
    ]);
    expect(share(counted.kinds[0]?.rate)).toBe("2/6");
  });

  it("refers to the problem cell where the number is merged over several items or missing", () => {
    const items: ItemSpec[] = [{ number: "1" }, { number: "" }];
    const [merged] = count([{ items }]).kinds;
    expect(merged?.total.rows.map((row) => row.col)).toEqual([0, 3]);
    const [unnumbered] = count([{ items, without: ["number"] }]).kinds;
    expect(unnumbered?.total.rows.map((row) => row.col)).toEqual([2, 2]);
  });
});

describe("measures", () => {
  const items: ItemSpec[] = [
    { status: "done", rows: [{ status: "done" }, { status: "done" }] },
    { status: "ongoing", rows: [{ status: "done" }, { status: "ongoing" }, { status: "excluded" }] },
  ];

  it("are rows, each with its measure cell", () => {
    const measures = count([{ measures: true, items }]).kinds[0]?.measures;
    expect(measures?.total.value).toBe(5);
    expect(share(measures?.rate)).toBe("3/4");
    expect(measures?.total.rows.map(key)).toEqual([4, 5, 6, 7, 8].map((row) => `问题整改台账!${row}:4`));
  });

  it("are null without a measure column", () => {
    expect(count([{ items }]).kinds[0]?.measures).toBeNull();
  });
});

describe("upper levels, overdue, on time, due soon", () => {
  it("counts distinct parents and sections", () => {
    const [problem] = count([
      {
        items: [
          { section: "党的建设方面", parent: "落实责任不力" },
          { section: "党的建设方面", parent: "落实责任 不力" },
          { section: "作风建设方面", parent: "落实责任不力" },
          { section: "作风建设方面", parent: "监督不严" },
          { section: null as never },
        ],
      },
    ]).kinds;
    expect(problem?.sections.value).toBe(2);
    expect(problem?.parents.value).toBe(3);
    expect(problem?.parents.rows.map((row) => row.row)).toEqual([4, 6, 7]);
  });

  it("counts overdue items as the ledger says", () => {
    const [problem] = count([{ items: [{ status: "ongoing", overdue: true }, { status: "done" }] }]).kinds;
    expect(problem?.overdue.value).toBe(1);
  });

  it.each<[string, ItemSpec, number | null]>([
    ["on the day", { status: "done", deadline: "2025-06-30", doneDate: "2025-06-30" }, 1],
    ["late", { status: "done", deadline: "2025-06-30", doneDate: "2025-07-01" }, 0],
    ["no completion date", { status: "done", deadline: "2025-06-30", doneDate: null }, 0],
    ["no such column", { status: "done", deadline: "2025-06-30" }, null],
    ["no column of deadlines", { status: "done", doneDate: "2025-06-30" }, null],
    ["no dated deadline", { status: "done", deadline: "long", doneDate: "2025-06-30" }, 0],
    ["not done", { status: "ongoing", deadline: "2025-06-30", doneDate: "2025-06-01" }, 0],
    [
      "by the latest measure",
      {
        status: "done",
        rows: [
          { status: "done", deadline: "2025-05-31", doneDate: "2025-06-15" },
          { status: "done", deadline: "2025-06-30", doneDate: "2025-06-20" },
          { status: "excluded", deadline: "2025-06-30", doneDate: null },
        ],
      },
      1,
    ],
  ])("on time: %s", (_name, item, expected) => {
    expect(count([{ items: [item] }]).kinds[0]?.onTime?.value ?? null).toBe(expected);
  });

  it.each<[string, ItemSpec, number]>([
    ["on the as-of day", { status: "ongoing", deadline: "2025-10-10" }, 1],
    ["on the last day of the window", { status: "notDone", deadline: "2025-10-25" }, 1],
    ["a day later", { status: "notDone", deadline: "2025-10-26" }, 0],
    ["already overdue", { status: "ongoing", deadline: "2025-10-10", overdue: true }, 0],
    ["done", { status: "done", deadline: "2025-10-12" }, 0],
    [
      "only its done measure is",
      {
        status: "ongoing",
        rows: [
          { status: "done", deadline: "2025-10-12" },
          { status: "ongoing", deadline: "2025-12-31" },
        ],
      },
      0,
    ],
  ])("due soon: %s", (_name, item, expected) => {
    expect(count([{ items: [item] }]).kinds[0]?.dueSoon.value).toBe(expected);
  });
});

describe("groups", () => {
  const items: ItemSpec[] = [
    { status: "done", units: ["办公室"], section: "党的建设方面", leader: "甲某", deadline: "2025-06-30" },
    { status: "ongoing", units: ["办公室", "人事股"], section: "党的建设方面", leader: "甲某、乙某", overdue: true },
    { status: "done", units: ["+人事股", "医政股"], leader: "乙　某", deadline: "2025-12-31" },
    { status: "excluded", units: ["医政股", "-办公室"], deadline: "2025-12-01" },
    { status: "done", units: [] },
  ];

  it("counts two unmarked units both, of marked ones the lead alone", () => {
    const { byUnit, kinds } = count([{ items }]);
    expect(
      byUnit.map((one) => [one.name, one.total.value, one.done.value, one.overdue.value, share(one.rate)]),
    ).toEqual([
      ["办公室", 2, 1, 1, "1/2"],
      ["人事股", 2, 1, 1, "1/2"],
      ["医政股", 1, 0, 0, "none"],
    ]);
    expect(kinds[0]?.total.value).toBe(5);
  });

  it("takes the units of all measures, each once", () => {
    const rows = [{ units: ["办公室"] }, { units: ["+人事股", "办公室"] }, { units: ["办公室"] }];
    const { byUnit } = count([{ measures: true, items: [{ status: "done", rows }] }]);
    expect(byUnit.map((one) => [one.name, one.total.value])).toEqual([
      ["办公室", 1],
      ["人事股", 1],
    ]);
  });

  it("by section and leader, blanks apart", () => {
    const { bySection, byLeader } = count([{ items }]);
    expect(bySection.map((one) => [one.name, one.total.value])).toEqual([["党的建设方面", 2]]);
    expect(byLeader.map((one) => [one.name, one.total.value])).toEqual([
      ["甲某", 2],
      ["乙某", 2],
    ]);
  });

  it("keeps kinds apart", () => {
    const { byUnit } = count([
      { items },
      { kind: "letter", sheet: "信访件", items: [{ status: "done", units: ["办公室"] }] },
    ]);
    expect(byUnit.filter((one) => one.name === "办公室").map((one) => one.kind)).toEqual(["problem", "letter"]);
  });

  it("by month due, undated last", () => {
    const { byMonth } = count([{ items }]);
    expect(byMonth.map((one) => [one.month, one.total.value, one.done.value])).toEqual([
      ["2025-06", 1, 1],
      ["2025-12", 2, 1],
      [null, 2, 1],
    ]);
  });

  it("takes __proto__ and constructor for names like any other", () => {
    const { byUnit, bySection } = count([
      { items: [{ status: "done", units: ["__proto__", "constructor"], section: "__proto__" }] },
    ]);
    expect(byUnit.map((one) => one.name)).toEqual(["__proto__", "constructor"]);
    expect(bySection[0]?.name).toBe("__proto__");
  });
});

describe("accountability", () => {
  const people = (items: readonly ItemSpec[], personsColumn = false): Tally["accountability"] =>
    count([{ kind: "accountability", sheet: "问责情况", personsColumn, items }]).accountability;

  it("counts persons and person-times apart", () => {
    const counted = people([
      { name: "甲某", forms: ["通报批评", "诫勉谈话"] },
      { name: "甲某", forms: ["通报批评"] },
      { name: "乙某某", forms: [] },
    ]);
    expect(counted?.persons.value).toBe(3);
    expect(counted?.personTimes.value).toBe(4);
    expect(Array.from(counted?.byForm ?? [], ([form, one]) => [form, one.value])).toEqual([
      ["通报批评", 2],
      ["诫勉谈话", 1],
    ]);
  });

  it("merges equal full names without 某 within a ledger", () => {
    const counted = people([
      { name: "赵 大", forms: ["诫勉谈话"] },
      { name: "赵大", forms: ["诫勉谈话"] },
      { name: "", forms: ["诫勉谈话"] },
      { name: "", forms: ["诫勉谈话"] },
    ]);
    expect(counted?.persons.value).toBe(3);
    expect(counted?.persons.rows).toHaveLength(3);
    expect(counted?.personTimes.value).toBe(4);
    expect(counted?.byForm.get("诫勉谈话")?.value).toBe(4);
  });

  it("sums a column of persons and merges nothing there", () => {
    const counted = people(
      [
        { name: "赵大", persons: 3, forms: ["通报批评"] },
        { name: "赵大", persons: 2, forms: ["通报批评", "诫勉谈话"] },
        { name: "赵大", persons: 0, forms: ["诫勉谈话"] },
      ],
      true,
    );
    expect(counted?.persons).toMatchObject({ value: 5 });
    expect(counted?.persons.rows).toHaveLength(2);
    expect(counted?.personTimes.value).toBe(7);
    expect(counted?.byForm.get("诫勉谈话")?.value).toBe(2);
  });

  it("is null without such a ledger, and no kind of its own", () => {
    expect(count([{ items: times(1, "done") }]).accountability).toBeNull();
    expect(count([{ kind: "accountability", items: [{}] }]).kinds).toEqual([]);
  });
});

describe("tallyJson", () => {
  it("has exactly the keys of the contract", () => {
    const counted = count([
      { measures: true, items: [{ status: "done", units: ["办公室"], section: "方面一", leader: "甲某" }] },
      { kind: "letter", sheet: "信访件", items: times(1, "excluded") },
      { kind: "accountability", sheet: "问责情况", items: [{ name: "甲某", forms: ["诫勉谈话", "__proto__"] }] },
    ]);
    const json: unknown = JSON.parse(
      JSON.stringify(tallyJson(counted, { file: "台账.xlsx", asOf: AS_OF, precision: 0 })),
    );
    const zero = Object.fromEntries(STATUSES.map((status) => [status, 0]));
    const rate = { numerator: 1, denominator: 1, percent: "100%" };
    const group = { kind: "problem", total: 1, done: 1, overdue: 0, rate };
    const none = { parents: 0, sections: 0, overdue: 0, onTime: null };
    expect(json).toEqual({
      schema: 1,
      file: "台账.xlsx",
      asOf: "2025-10-10",
      definition: "done",
      denominator: "all",
      kinds: [
        {
          kind: "problem",
          total: 1,
          byStatus: { ...zero, done: 1 },
          ...none,
          sections: 1,
          rate,
          measures: { total: 1, byStatus: { ...zero, done: 1 }, done: 1, rate },
        },
        {
          kind: "letter",
          total: 1,
          byStatus: { ...zero, excluded: 1 },
          ...none,
          rate: { numerator: 0, denominator: 0, percent: null },
          measures: null,
        },
      ],
      accountability: { persons: 1, personTimes: 2, byForm: JSON.parse('{"诫勉谈话":1,"__proto__":1}') as unknown },
      by: {
        unit: [{ name: "办公室", ...group }],
        section: [{ name: "方面一", ...group }],
        leader: [{ name: "甲某", ...group }],
      },
    });
  });
});

describe("properties", () => {
  const status = fc.constantFrom<Status>(...STATUSES);
  const item: fc.Arbitrary<ItemSpec> = fc.record({
    status,
    deadline: fc.constantFrom("2025-06-30", "2025-12-31", "long", "now", ""),
    units: fc.subarray(["甲", "乙", "+丙", "-丁"]),
    section: fc.constantFrom("一", "二"),
    rows: fc.array(fc.record({ status }), { minLength: 1, maxLength: 3 }),
  });
  const ledger: fc.Arbitrary<LedgerSpec> = fc.record({
    kind: fc.constantFrom("problem" as const, "letter" as const),
    measures: fc.boolean(),
    items: fc.array(item, { maxLength: 12 }),
  });
  const ledgers = fc
    .array(ledger, { maxLength: 3 })
    .map((list) => list.map((one, index) => ({ ...one, sheet: `表${index}` })));
  const definition: fc.Arbitrary<Definition> = fc.record({
    done: fc.constantFrom("done" as const, "basic" as const, "phased" as const),
    denominator: fc.constantFrom("all" as const, "due" as const),
  });

  function isProven({ value, rows }: Count): boolean {
    return rows.length === value && new Set(rows.map(key)).size === value;
  }

  it("parts sum to the whole, and every count has as many distinct rows as it says", () => {
    fc.assert(
      fc.property(ledgers, definition, (specs, chosen) => {
        const counted = count(specs, chosen);
        for (const kind of counted.kinds) {
          for (const one of [kind, ...(kind.measures ? [kind.measures] : [])]) {
            const parts = STATUSES.map((each) => one.byStatus[each]);
            expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(one.total.value);
            expect(one.done.value + one.rest.value).toBe(one.total.value);
            expect([one.total, one.done, one.rest, ...parts].every(isProven)).toBe(true);
            const { rate } = one;
            if (rate === null) continue;
            expect(isProven({ value: rate.numerator, rows: rate.rows })).toBe(true);
            expect(isProven({ value: rate.denominator, rows: rate.ofRows })).toBe(true);
            const denominator = new Set(rate.ofRows);
            expect(rate.rows.every((row) => denominator.has(row))).toBe(true);
            if (chosen.denominator === "all") {
              expect(rate.numerator).toBe(one.done.value);
              expect(rate.denominator).toBe(one.total.value - one.byStatus.excluded.value);
            }
          }
          const sections = counted.bySection.filter((one) => one.kind === kind.kind);
          expect(sections.reduce((sum, one) => sum + one.total.value, 0)).toBe(kind.total.value);
          const months = counted.byMonth.filter((one) => one.kind === kind.kind);
          expect(months.reduce((sum, one) => sum + one.total.value, 0)).toBe(kind.total.value);
        }
        expect(counted.byUnit.every((one) => isProven(one.total) && isProven(one.done))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
