/**
 * Two windows on one workbook, a person and colleagues at its cells, and every kind of trouble between: events lost, sheets
 * renamed, a cell being edited, Excel busy, answers lost, mistakes of ours, marks taken off by hand, protected sheets, a
 * store that refuses or is full. Afterwards: no cell lost, no decision lost, nothing stale after 重新核验, nothing left
 * behind. A failing sequence names its seed.
 */
import { createSession } from "../../../src/app/session/session";
import type { EntryStore, Session } from "../../../src/app/session";
import { StorageError, type StorageReason } from "../../../src/app/session/entries";
import type { CellValue } from "../../../src/grid/grid";
import { createMemoryHost, type MemoryHost } from "../../hosts/memory-host";
import { environment } from "./environment";
import { COL, FIRST, ledgerSheet, ROWS } from "./ledger-sheet";
import { createWindows } from "./windows";

const SEQUENCES = Number(process.env["CHAOS_SEQUENCES"] ?? 300);
const STEPS = 14;
const SHEET = "整改台账";

/** Small, seeded, and the same everywhere (mulberry32). */
function randomFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
  };
}
type Random = ReturnType<typeof randomFrom>;

/** What the person and the colleagues wrote; ours is not in it. */
class Model {
  name = SHEET;
  readonly cells: CellValue[][];
  constructor(values: readonly (readonly CellValue[])[]) {
    this.cells = values.map((row) => [...row]);
  }
}

interface World {
  readonly host: MemoryHost;
  readonly model: Model;
  readonly sessions: readonly Session[];
  readonly random: Random;
  readonly trouble: { store: StorageReason | null };
  readonly decided: { readonly ignores: Set<string>; readonly facts: Map<string, string> };
  /** Cells that we wrote into and a person has not touched since. */
  readonly ours: Set<string>;
}

const rowsOf = (model: Model): number => model.cells.length - FIRST;
const untidyRows = ROWS.map((row, index) =>
  row.map((value, col) => (col === COL.unit && value !== null && index % 2 === 0 ? ` ${String(value)}` : value)),
);
/** None is what a fix of ours writes: a person who types that cannot be told from us. */
const UNITS = ["综合股", " 工会", "人事股 ", null, "妇联"];
const STATUSES = ["已完成", "正在整改", "未完成", "差不多", null];

type Step = (world: World) => void | Promise<unknown>;

const someone = (world: World): Session => world.random.pick(world.sessions);

/** A person or a colleague types into a cell; whether the panes are told is another matter. */
function typeInto(world: World, sneaky: boolean): void {
  const { random, model, host } = world;
  const row = FIRST + random.below(rowsOf(model));
  const [col, values] = random.chance(0.5) ? [COL.unit, UNITS] : [COL.status, STATUSES];
  const value = random.pick(values);
  model.cells[row]![col] = value;
  host.controls[sneaky ? "sneak" : "type"](model.name, row, col, value);
}

const OUTSIDE: readonly Step[] = [
  (world) => typeInto(world, false),
  (world) => typeInto(world, true),
  ({ random, model, host }) => {
    const at = FIRST + random.below(rowsOf(model) + 1);
    model.cells.splice(at, 0, []);
    host.controls.insertRow(model.name, at);
  },
  (world) => {
    const name = world.random.pick(["整改台账", "台账（新）", "7月"]);
    world.host.controls.rename(world.model.name, name);
    world.model.name = name;
  },
  ({ host }) => host.controls.removeMarks(),
  ({ host }) => host.controls.removeReports(),
  ({ host, random }) => host.controls.silence(random.chance(0.6)),
];

const ACTIONS: readonly Step[] = [
  async (world) => {
    const session = someone(world);
    await session.check();
    const finding = session.findings()?.findings[0];
    if (!finding) return;
    await session.ignore(finding.id, "已核实");
    world.decided.ignores.add(finding.id);
  },
  async (world) => {
    const name = world.random.pick(["unit", "docNumber", "signer"]);
    const text = `${name}${world.random.below(1000)}`;
    await someone(world).changeFacts({ [name]: text });
    world.decided.facts.set(name, text);
  },
  async (world) => {
    const session = someone(world);
    await session.check();
    const preview = await session.previewFixes({ rule: "space" });
    await session.apply(preview);
  },
  async (world) => {
    const session = someone(world);
    await session.check();
    const finding = session.findings()?.findings.find((each) => each.field === "unit");
    if (!finding) return;
    const { sheet, row, col } = finding;
    await session.apply(await session.previewEdit([{ sheet, row, col, value: "某室" }]));
  },
  (world) => someone(world).recheck(),
  (world) => someone(world).glance(),
  (world) => someone(world).setMarks(world.random.chance(0.7)),
  (world) => someone(world).addReport(),
  async (world) => {
    const session = someone(world);
    const finding = session.findings()?.findings[0];
    if (finding) await session.selectFinding(finding.id);
  },
];

const TROUBLE: readonly Step[] = [
  ({ host, random }) => host.controls.fail("cellEditMode", { times: 1 + random.below(4) }),
  ({ host, random }) => host.controls.fail("busy", { times: 1 + random.below(4), after: random.chance(0.5) }),
  ({ host, random }) => host.controls.fail("connectionLost", { times: 1 + random.below(3) }),
  ({ host, random }) => host.controls.fail("payloadLimit", { times: 1 + random.below(3) }),
  ({ host, random }) => host.controls.fail("hostFailed", { times: 1, after: random.chance(0.3) }),
  ({ host }) => host.controls.fail("unexpected", { times: 1 }),
  ({ host, model }) => host.controls.protect(model.name, true),
  ({ host, model }) => host.controls.protect(model.name, false),
  (world) => {
    world.trouble.store = world.random.pick<StorageReason | null>(["refused", "full", "silent", null, null]);
  },
];

/** The store of a window, failing as the world says. */
function troubled(store: EntryStore, trouble: World["trouble"]): EntryStore {
  const work = <T>(run: () => Promise<T>): Promise<T> =>
    trouble.store === null ? run() : Promise.reject(new StorageError(trouble.store));
  return {
    ...store,
    load: (workbook) => work(() => store.load(workbook)),
    change: (workbook, change) => work(() => store.change(workbook, change)),
    remove: (workbook) => work(() => store.remove(workbook)),
    all: () => work(() => store.all()),
  };
}

const quiet = async (sessions: readonly Session[]): Promise<void> => {
  for (let turn = 0; turn < 400; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (turn > 3 && sessions.every((session) => !session.getSnapshot().updating)) return;
  }
};

/** The cells of the sheet as they are now, blanks at the ends cut off. */
const tidy = (cells: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] =>
  cells.map((row) => {
    const values = Array.from(row, (value) => (value === "" ? null : (value ?? null)));
    while (values.length > 0 && values[values.length - 1] === null) values.pop();
    return values;
  });

async function sequence(seed: number): Promise<void> {
  const random = randomFrom(seed);
  const sheet = ledgerSheet(untidyRows);
  const host = createMemoryHost([sheet]);
  const windows = createWindows();
  const trouble: World["trouble"] = { store: null };
  const sessions = [1, 2].map(() => createSession(environment({ store: troubled(windows.store(), trouble) })));
  if (random.chance(0.3)) windows.deafen();
  for (const session of sessions) await session.open(host);
  const world: World = {
    host,
    model: new Model(sheet.values),
    sessions,
    random,
    trouble,
    decided: { ignores: new Set(), facts: new Map() },
    ours: new Set(),
  };
  const running: Promise<unknown>[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const kind = random.below(10);
    const run = random.pick(kind < 3 ? OUTSIDE : kind < 8 ? ACTIONS : TROUBLE);
    const done = Promise.resolve(run(world));
    running.push(done);
    // Some steps begin while another is still under way.
    if (random.chance(0.7)) await done;
  }
  await Promise.all(running);

  // The trouble is over; a person presses 重新核验.
  host.controls.fail("busy", { times: 0 });
  host.controls.silence(false);
  host.controls.protect(world.model.name, false);
  trouble.store = null;
  await quiet(sessions);
  for (const session of sessions) await session.recheck();
  for (const session of sessions) await session.recheck();
  await quiet(sessions);

  // Nothing stale: both see what a fresh opening sees, with the same ids.
  const fresh = createSession(environment({ store: windows.store() }));
  await fresh.open(host);
  await fresh.check();
  const seen = (session: Session) => session.findings()!.findings;
  for (const session of sessions) {
    await session.glance();
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", waiting: null, storage: null });
    expect(seen(session)).toEqual(seen(fresh));
  }
  // No decision lost.
  const { facts } = fresh.getSnapshot();
  expect([...facts.keys()].sort()).toEqual([...world.decided.facts.keys()].sort());
  const ignored = new Set(fresh.findings()!.ignored.map(({ finding }) => finding.id));
  const standing = new Set([...seen(fresh).map((finding) => finding.id), ...ignored]);
  for (const id of world.decided.ignores) if (standing.has(id)) expect(ignored).toContain(id);

  // No cell lost: what is ours taken back, the sheet is what people wrote.
  for (const session of [fresh, ...sessions]) {
    for (let step = 0; step < 60 && session.getSnapshot().journal.canUndo; step += 1) await session.undo();
    expect(session.getSnapshot().journal.unfinished).toBeNull();
  }
  await fresh.recheck();
  expect(await fresh.setMarks(false)).toBe(true);
  expect(await fresh.removeReport()).toBe(true);
  const [grid] = await host.read.grids([world.model.name]);
  expect(tidy(grid!.values)).toEqual(tidy(world.model.cells));
  // Nothing left behind.
  expect(host.controls.marks()).toEqual([]);
  expect(host.controls.sheetNames()).toEqual([world.model.name]);
  expect(host.controls.state().size).toBe(0);
}

jest.setTimeout(300_000);

describe("chaos over two windows", () => {
  const groups = Array.from({ length: 10 }, (_, group) => group);
  it.each(groups)("leaves no cell, no decision, no mark behind (tenth %i)", async (group) => {
    for (let at = 0; at < Math.ceil(SEQUENCES / 10); at += 1) {
      const seed = group * 100_000 + at;
      try {
        await sequence(seed);
      } catch (error) {
        throw new Error(`sequence ${seed}`, { cause: error });
      }
    }
  });
});

describe("two hundred edits", () => {
  it("leave the findings and ids that a fresh opening finds", async () => {
    const random = randomFrom(7);
    const host = createMemoryHost([
      ledgerSheet(Array.from({ length: 12 }, (_, at) => [at + 1, `某问题${at}`, ...ROWS[0]!.slice(2)])),
    ]);
    const session = createSession(environment());
    await session.open(host);
    await session.check();
    const values: readonly CellValue[] = ["已完成", "正在整改", null, "财务股 ", "2025年9月底前", "尽快", 3, "某问题3"];
    for (let edit = 0; edit < 200; edit += 1) {
      host.controls.type(SHEET, FIRST + random.below(12), random.below(9), random.pick(values));
      await quiet([session]);
    }
    const fresh = createSession(environment());
    await fresh.open(host);
    await fresh.check();
    expect(session.findings()!.findings).toEqual(fresh.findings()!.findings);
    expect(session.tally()).toEqual(fresh.tally());
  });
});
