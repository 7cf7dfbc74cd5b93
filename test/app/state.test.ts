import { DEFAULT_SETTINGS } from "../../src/app/settings";
import {
  correctionsDocument,
  createMemoryStore,
  directoryDocument,
  ignoresDocument,
  journalDocument,
  keepBeside,
  loadState,
  settingsDocument,
} from "../../src/app/state";
import { civilDate } from "../../src/zh/civil-date";
import { commit, intend } from "../../src/app/journal";

const known = { rules: ["space"], styles: ["rate"] };

async function reload(documents: Readonly<Record<string, string>>) {
  const store = createMemoryStore();
  for (const [concern, json] of Object.entries(documents)) await store.save("k", concern as "settings", json);
  return loadState(keepBeside(store, "k"), known, DEFAULT_SETTINGS);
}

describe("state documents", () => {
  it("come back as they were", async () => {
    const settings = { ...DEFAULT_SETTINGS, precision: 1 as const, feedbackDate: civilDate(2025, 4, 3) };
    const corrections = new Map([
      ["__proto__", { kind: "letter" as const, use: true, columns: { unit: 3, deadline: null } }],
    ]);
    const ignores = [{ id: "a:b", reason: "已核实", at: "2025-10-10T00:00:00Z" }];
    const change = {
      findingId: null,
      sheet: "s",
      row: 1,
      col: 2,
      cell: "C2",
      item: null,
      before: 1,
      after: null,
      anchor: { cols: [0], hash: "h" },
    };
    const journal = commit(intend([], { id: "1", label: "space", at: "x", changes: [change] }), "1", [0]);
    const directory = {
      names: ["某局"],
      byKey: new Map([
        ["某局", "某局"],
        ["__proto__", "某局"],
      ]),
      source: "名录.csv",
    };
    const kept = await reload({
      settings: settingsDocument(settings),
      corrections: correctionsDocument(corrections),
      ignores: ignoresDocument(ignores),
      journal: journalDocument(journal),
      directory: directoryDocument(directory),
    });
    expect(kept).toEqual({ settings, corrections, ignores, journal, directory, readOnly: new Set() });
  });

  it("leave out what belongs to the visit", () => {
    const settings = { ...DEFAULT_SETTINGS, asOf: civilDate(2025, 1, 1), lang: "en" as const, writeAnyway: true };
    expect(JSON.parse(settingsDocument(settings))).toEqual({ version: 1, data: {} });
  });

  it.each([
    ["cut JSON", '{"version":1,"data":[{"id'],
    ["no document", "null"],
    ["no version", '{"data":[]}'],
    ["wrong data", '{"version":1,"data":[{"id":1}]}'],
  ])("count as absent with %s", async (_what, json) => {
    const kept = await reload({ ignores: json, journal: json, corrections: json, directory: json, settings: json });
    expect(kept).toMatchObject({ ignores: [], journal: [], corrections: new Map(), directory: null });
  });

  it("of a later version are read as far as they go and marked read-only", async () => {
    const kept = await reload({ ignores: '{"version":2,"data":[{"id":"a","reason":"b","at":"c","more":1}]}' });
    expect(kept.ignores).toEqual([{ id: "a", reason: "b", at: "c" }]);
    expect([...kept.readOnly]).toEqual(["ignores"]);
  });

  it("are removed workbook by workbook", async () => {
    const store = createMemoryStore();
    await store.save("a", "ignores", "1");
    await store.save("b", "ignores", "2");
    await store.remove("a");
    expect(await store.load("a", "ignores")).toBeNull();
    expect(await store.load("b", "ignores")).toBe("2");
  });
});
