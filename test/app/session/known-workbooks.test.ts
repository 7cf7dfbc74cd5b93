/** Entries beside workbooks of one name: which are whose, what is written when, and what was kept before. */
import { createMemoryStore, entriesOf, revise, type EntryStore } from "../../../src/app/session/entries";
import type { Keeper } from "../../../src/app/session/keeper";
import { findBeside, originalName } from "../../../src/app/session/known-workbooks";

const NAME = "整改台账.xlsx";
const A = ["a1", "a2", "a3", "a4"];
const A_LATER = ["a1", "a2", "a3", "a9"];
const B = ["b1", "b2", "b3", "b4"];

let clock = 0;
const wallClock = () => new Date((clock += 1_000)).toISOString();
const find = (store: EntryStore, sketch: readonly string[] | null, name = NAME) =>
  findBeside(store, name, sketch, wallClock);
const save = (keeper: Keeper, value: string) =>
  keeper.change((now) => revise(now, [{ concern: "facts", key: "of", value }], wallClock()));
const load = async (keeper: Keeper) => entriesOf(await keeper.load(), "facts")[0]?.value ?? null;
const texts = async (store: EntryStore) =>
  JSON.stringify([...(await store.all())].map(([key, all]) => [key, [...all]]));

test("two files of one name keep apart what is theirs; the first is known again after edits", async () => {
  const store = createMemoryStore();
  await save(await find(store, A), "A");
  const b = await find(store, B);
  expect(await load(b)).toBeNull();
  await save(b, "B");
  expect(await load(await find(store, A_LATER))).toBe("A");
  expect(await load(await find(store, B))).toBe("B");
});

test.each([
  ["整改台账-核验.xlsx"],
  ["整改台账-修改.xlsx"],
  ["整改台账-报送 (2).xlsx"],
  ["整改台账（1）.xlsx"],
  ["整改台账-checked.xlsx"],
])("what was decided for a file is there for its copy %s", async (copy) => {
  const store = createMemoryStore();
  await save(await find(store, A), "A");
  expect(await load(await find(store, A_LATER, copy))).toBe("A");
  expect(await load(await find(store, B, copy))).toBeNull();
});

test.each([
  ["台账-11月.xlsx", "台账-11月.xlsx"],
  ["-核验.xlsx", "-核验.xlsx"],
  ["台账", "台账"],
  ["台账-核验", "台账"],
  ["(1).xlsx", "(1).xlsx"],
])("%s goes by the name %s", (name, original) => {
  expect(originalName(name)).toBe(original);
});

test("what was kept by the name alone goes to the first file of that name, and stays there", async () => {
  const store = createMemoryStore();
  await store.change(NAME, (now) => revise(now, [{ concern: "facts", key: "of", value: "old" }], wallClock()));
  const first = await find(store, A);
  expect(await load(first)).toBe("old");
  await first.change((now) => revise(now, [{ concern: "facts", key: "more", value: "1" }], wallClock()));
  expect(await load(await find(store, B))).toBeNull();
  expect(entriesOf(await (await find(store, A)).load(), "facts")).toHaveLength(2);
});

test("the sketch is brought up to date with each visit that keeps something", async () => {
  const store = createMemoryStore();
  const months = [
    ["a1", "a2", "a3", "a4"],
    ["a3", "a4", "a5", "a6"],
    ["a5", "a6", "a7", "a8"],
  ];
  for (const [index, sketch] of months.entries()) {
    const keeper = await find(store, sketch);
    expect(await load(keeper)).toBe(index === 0 ? null : `month ${index - 1}`);
    await save(keeper, `month ${index}`);
  }
});

test("looking writes nothing; forgetting leaves nothing, and other files alone", async () => {
  const store = createMemoryStore();
  await load(await find(store, A));
  expect((await store.all()).size).toBe(0);
  await save(await find(store, B), "B");
  const a = await find(store, A);
  await save(a, "A");
  await a.remove();
  expect(await texts(store)).not.toContain('"a1"');
  expect(await load(await find(store, B))).toBe("B");
});

test("of more than fifty files of one name the one used longest ago is forgotten", async () => {
  const store = createMemoryStore();
  for (let i = 0; i < 51; i++) await save(await find(store, [`only ${i}`]), `of ${i}`);
  expect(await load(await find(store, ["only 0"]))).toBeNull();
  expect(await load(await find(store, ["only 1"]))).toBe("of 1");
  expect(await load(await find(store, ["only 50"]))).toBe("of 50");
});

test("a key that says enough needs no list", async () => {
  const store = createMemoryStore();
  await save(await find(store, null, "excel:0123"), "Excel");
  expect([...(await store.all()).keys()]).toEqual(["excel:0123"]);
});
