import {
  columnPut,
  decisionsOf,
  directoryPut,
  kindPut,
  renamePuts,
  settingsPuts,
  usePut,
} from "../../../src/app/session/decisions";
import {
  createMemoryStore,
  entryMap,
  mergeEntries,
  NO_ENTRIES,
  readEntries,
  revise,
  STATE_VERSION,
  writeEntries,
  type Entries,
  type EntryPut,
} from "../../../src/app/session/entries";
import { commit, intend, journalPuts } from "../../../src/app/session/journal";
import { keepInside } from "../../../src/app/session/keeper";
import { readStored } from "../../../src/app/session/migrate";
import { DEFAULT_SETTINGS } from "../../../src/app/settings";
import { civilDate } from "../../../src/zh/civil-date";

const known = { rules: ["space", "overdue"], styles: ["rate", "items"] };
const AT = "2025-10-10T08:00:00Z";

const keep = (puts: readonly EntryPut[], before: Entries = NO_ENTRIES): Entries =>
  new Map([...before, ...entryMap(revise(before, puts, AT))]);
const read = (entries: Entries) => decisionsOf(entries, known, DEFAULT_SETTINGS);

const change = {
  findingId: null,
  sheet: "台账",
  row: 1,
  col: 2,
  cell: "C2",
  item: null,
  before: 1,
  after: null,
  anchor: { cols: [0], hash: "h" },
};

describe("decisions", () => {
  it("come back as they were, entry by entry", () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      precision: 1 as const,
      asOf: civilDate(2025, 11, 20),
      feedbackDate: civilDate(2025, 4, 3),
      rules: new Map([["space", "off" as const]]),
      variables: new Map([["巡察组", "某组"]]),
    };
    const journal = commit(intend([], { id: "1", label: "space", at: AT, changes: [change] }), "1", [0]);
    const directory = { names: ["某局"], byKey: new Map([["某局", "某局"]]), source: "名录.csv" };
    const entries = keep([
      ...settingsPuts(DEFAULT_SETTINGS, settings),
      columnPut("__proto__", "unit", 3),
      columnPut("__proto__", "deadline", null),
      kindPut("__proto__", "letter"),
      usePut("另表", false),
      { concern: "ignores", key: "a:b", value: { reason: "已核实", at: AT } },
      { concern: "facts", key: "unit", value: "某局" },
      directoryPut(directory),
      ...journalPuts([], journal),
    ]);
    const again = entryMap(readEntries(writeEntries(entries.values()))!);
    expect(read(again)).toEqual({
      settings,
      corrections: new Map([
        ["__proto__", { kind: "letter", columns: { unit: 3, deadline: null } }],
        ["另表", { use: false }],
      ]),
      ignores: new Map([["a:b", { id: "a:b", reason: "已核实", at: AT }]]),
      facts: new Map([["unit", "某局"]]),
      directory,
      journal,
      office: [],
      templates: new Map(),
      periods: new Map(),
      pairs: new Map(),
      readOnly: new Set(),
    });
  });

  it("are taken back to what was shipped", () => {
    const changed = { ...DEFAULT_SETTINGS, asOf: civilDate(2025, 11, 20), rules: new Map([["space", "off" as const]]) };
    const entries = keep(settingsPuts(DEFAULT_SETTINGS, changed));
    expect(read(entries).settings).toEqual(changed);
    expect(read(keep(settingsPuts(changed, DEFAULT_SETTINGS), entries)).settings).toEqual(DEFAULT_SETTINGS);
  });

  it("leave out the language and a way past what holds back, which are for once", () => {
    expect(settingsPuts(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, lang: "en", writeAnyway: true })).toEqual([]);
  });

  it.each([
    ["settings", "precision", 7],
    ["settings", "rules.space", "loud"],
    ["settings", "rules.nowhere", "off"],
    ["settings", "nonsense", 1],
    ["corrections", "台账\ncolumn:unit", { col: -1 }],
    ["corrections", "台账\nkind", "nonsense"],
    ["ignores", "a", { reason: 1 }],
    ["journal", "1", { id: "1" }],
    ["facts", "unit", 5],
    ["directory", "units", { names: "x" }],
  ])("that cannot be read count as absent: %s %s", (concern, key, value) => {
    const good = read(NO_ENTRIES);
    expect(read(keep([{ concern, key, value }]))).toEqual(good);
  });

  it("of a sheet go with it to its new name, also where two change names", () => {
    const journal = commit(intend([], { id: "1", label: "space", at: AT, changes: [change] }), "1", [0]);
    const entries = keep([
      columnPut("台账", "unit", 3),
      columnPut("另表", "unit", 5),
      { concern: "settings", key: "sheets", value: ["台账"] },
      ...journalPuts([], journal),
    ]);
    const names = new Map([
      ["台账", "另表"],
      ["另表", "台账"],
    ]);
    const after = read(keep(renamePuts(entries, names), entries));
    expect([...after.corrections].sort()).toEqual(
      [
        ["另表", { columns: { unit: 3 } }],
        ["台账", { columns: { unit: 5 } }],
      ].sort(),
    );
    expect(after.settings.sheets).toEqual(["另表"]);
    expect(after.journal[0]!.changes[0]!.sheet).toBe("另表");
  });
});

describe("entries", () => {
  it("of two windows come together; of one thing decided twice the later holds", () => {
    const one = keep([{ concern: "ignores", key: "a", value: 1 }]);
    const other = keep([
      { concern: "ignores", key: "b", value: 2 },
      { concern: "ignores", key: "a", value: 3 },
    ]);
    const twice = keep([{ concern: "ignores", key: "a", value: 4 }], other);
    const both = mergeEntries(one, twice.values());
    expect([...both.values()].map(({ key, value, version }) => [key, value, version])).toEqual([
      ["a", 4, 2],
      ["b", 2, 1],
    ]);
    expect(mergeEntries(twice, one.values())).toEqual(twice);
  });

  it("write only what differs", () => {
    const entries = keep([{ concern: "facts", key: "unit", value: "某局" }]);
    expect(revise(entries, [{ concern: "facts", key: "unit", value: "某局" }], AT)).toEqual([]);
    expect(revise(NO_ENTRIES, [{ concern: "facts", key: "unit", value: null }], AT)).toEqual([]);
  });

  it("of a later program are used as far as known, and never written over", () => {
    const later = { concern: "ignores", key: "a", value: 1, version: 9, at: AT, schema: STATE_VERSION + 1 };
    const entries = entryMap([later]);
    expect(revise(entries, [{ concern: "ignores", key: "b", value: 1 }], AT)).toEqual([]);
    expect([...read(entries).readOnly]).toEqual(["ignores"]);
    expect(revise(entries, [{ concern: "facts", key: "unit", value: "x" }], AT)).toHaveLength(1);
  });

  it("are removed workbook by workbook", async () => {
    const store = createMemoryStore();
    await store.change("a", (now) => revise(now, [{ concern: "facts", key: "x", value: "1" }], AT));
    await store.change("b", (now) => revise(now, [{ concern: "facts", key: "x", value: "2" }], AT));
    await store.remove("a");
    expect([...(await store.all()).keys()]).toEqual(["b"]);
  });
});

describe("documents of version 0.1", () => {
  const document = (data: unknown) => JSON.stringify({ version: 1, data });
  it("are read as entries", () => {
    const entries = entryMap([
      ...readStored("settings", document({ precision: 1, rules: { space: "off" }, variables: { 巡察组: "某组" } })),
      ...readStored("corrections", document([["台账", { kind: "letter", columns: { unit: 3, deadline: null } }]])),
      ...readStored("ignores", document([{ id: "a:b", reason: "已核实", at: AT }])),
      ...readStored(
        "journal",
        document([{ id: "1", label: "space", at: AT, state: "done", changes: [change], written: [0] }]),
      ),
      ...readStored("directory", document({ source: "名录.csv", names: ["某局"], byKey: [["某局", "某局"]] })),
    ]);
    expect(read(entries)).toMatchObject({
      settings: { precision: 1, rules: new Map([["space", "off"]]), variables: new Map([["巡察组", "某组"]]) },
      corrections: new Map([["台账", { kind: "letter", columns: { unit: 3, deadline: null } }]]),
      ignores: new Map([["a:b", { id: "a:b", reason: "已核实", at: AT }]]),
      journal: [{ id: "1", decisions: [], settled: false, written: [0] }],
      directory: { names: ["某局"] },
    });
  });

  it.each([
    ["cut JSON", '{"version":1,"data":[{"id'],
    ["no document", "null"],
    ["no version", '{"data":[]}'],
    ["wrong data", '{"version":1,"data":7}'],
  ])("count as absent with %s", (_what, json) => {
    for (const concern of ["settings", "corrections", "ignores", "journal"])
      expect(readStored(concern, json)).toEqual([]);
  });
});

describe("inside a workbook", () => {
  it("a document a concern is kept, and one of a later program left alone", async () => {
    const parts = new Map([["facts", JSON.stringify({ version: STATE_VERSION + 1, entries: [] })]]);
    const keeper = keepInside({
      load: async (concern) => parts.get(concern) ?? null,
      save: async (concern, json) => void parts.set(concern, json),
      remove: async () => parts.clear(),
    });
    const later = parts.get("facts");
    await keeper.change((now) =>
      revise(
        now,
        [
          { concern: "ignores", key: "a", value: { reason: "r", at: AT } },
          { concern: "facts", key: "unit", value: "某局" },
        ],
        AT,
      ),
    );
    expect([...parts.keys()].sort()).toEqual(["facts", "ignores"]);
    expect(parts.get("facts")).toBe(later);
    expect(read(await keeper.load()).ignores.size).toBe(1);
  });
});
