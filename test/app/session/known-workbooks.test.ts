/** Documents beside workbooks of one name: which are whose, what is written when, and what was kept before. */
import { findBeside } from "../../../src/app/session/known-workbooks";
import type { StateStore } from "../../../src/app/session";

const NAME = "整改台账.xlsx";
const A = ["a1", "a2", "a3", "a4"];
const A_LATER = ["a1", "a2", "a3", "a9"];
const B = ["b1", "b2", "b3", "b4"];

function makeStore(): StateStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    load: async (workbook, concern) => kept.get(`${workbook}/${concern}`) ?? null,
    save: async (workbook, concern, json) => void kept.set(`${workbook}/${concern}`, json),
    remove: async (workbook) => {
      for (const key of [...kept.keys()]) if (key.startsWith(`${workbook}/`)) kept.delete(key);
    },
  };
}

test("two files of one name keep apart what is theirs; the first is known again after edits", async () => {
  const store = makeStore();
  await (await findBeside(store, NAME, A)).save("ignores", "of A");
  const b = await findBeside(store, NAME, B);
  expect(await b.load("ignores")).toBeNull();
  await b.save("ignores", "of B");
  expect(await (await findBeside(store, NAME, A_LATER)).load("ignores")).toBe("of A");
  expect(await (await findBeside(store, NAME, B)).load("ignores")).toBe("of B");
});

test("what was kept by the name alone goes to the first file of that name, and stays there", async () => {
  const store = makeStore();
  store.kept.set(`${NAME}/ignores`, "of old");
  const first = await findBeside(store, NAME, A);
  expect(await first.load("ignores")).toBe("of old");
  await first.save("settings", "{}");
  expect(await (await findBeside(store, NAME, B)).load("ignores")).toBeNull();
  expect(await (await findBeside(store, NAME, A)).load("ignores")).toBe("of old");
});

test("the sketch is brought up to date with each visit that keeps something", async () => {
  const store = makeStore();
  const months = [
    ["a1", "a2", "a3", "a4"],
    ["a3", "a4", "a5", "a6"],
    ["a5", "a6", "a7", "a8"],
  ];
  for (const [index, sketch] of months.entries()) {
    const keeper = await findBeside(store, NAME, sketch);
    expect(await keeper.load("ignores")).toBe(index === 0 ? null : `month ${index - 1}`);
    await keeper.save("ignores", `month ${index}`);
  }
});

test("looking writes nothing; forgetting leaves nothing, and other files alone", async () => {
  const store = makeStore();
  await (await findBeside(store, NAME, A)).load("ignores");
  expect(store.kept.size).toBe(0);
  await (await findBeside(store, NAME, B)).save("ignores", "of B");
  const a = await findBeside(store, NAME, A);
  await a.save("ignores", "of A");
  await a.remove();
  expect([...store.kept.values()].join()).not.toContain("a1");
  expect(await (await findBeside(store, NAME, B)).load("ignores")).toBe("of B");
  await (await findBeside(store, NAME, B)).remove();
  expect(store.kept.size).toBe(0);
});

test("of more than fifty files of one name the one used longest ago is forgotten", async () => {
  const store = makeStore();
  for (let i = 0; i < 51; i++) await (await findBeside(store, NAME, [`only ${i}`])).save("ignores", `of ${i}`);
  expect(await (await findBeside(store, NAME, ["only 0"])).load("ignores")).toBeNull();
  expect(await (await findBeside(store, NAME, ["only 1"])).load("ignores")).toBe("of 1");
  expect(await (await findBeside(store, NAME, ["only 50"])).load("ignores")).toBe("of 50");
});

test("a list that cannot be read counts as none; a key that says enough needs none", async () => {
  const store = makeStore();
  store.kept.set(`\u0001${NAME}/known`, "{oops");
  await (await findBeside(store, NAME, A)).save("ignores", "of A");
  expect(await (await findBeside(store, NAME, A)).load("ignores")).toBe("of A");
  await (await findBeside(store, "excel:0123", null)).save("ignores", "of a workbook in Excel");
  expect(store.kept.get("excel:0123/ignores")).toBe("of a workbook in Excel");
});
