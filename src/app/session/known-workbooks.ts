/**
 * Which entries beside a workbook are its own. They are kept by file name; where two files of a name are told apart by
 * their sketches (grid/sketch.ts), the second gets a key of its own. Copies that this program made of a file go by the
 * file's name: they are the same ledger. Nothing is written before something is kept.
 */
import * as v from "valibot";
import { originalOf } from "../copy-names";
import { overlap } from "../../grid";
import { entriesOf, furtherKey, revise, type EntryStore } from "./entries";
import { keepBeside, type Keeper } from "./keeper";

/** Less in common than this, and it is another ledger. Ledgers of one template share a few phrases, not a quarter. */
const SAME = 0.25;
/** Files of one name that are told apart; beyond that the one used longest ago is forgotten. */
const MOST = 50;

const schema = v.object({ sketch: v.array(v.string()) });
const CONCERN = "known";

/** The list of a name lies under a key that no workbook has. */
const listKey = (name: string): string => `\u0001${name}`;

/**
 * The name of the file that a copy was made of, whatever a browser put behind it.
 * @example originalName("台账-核验 (1).xlsx") // "台账.xlsx"
 */
export function originalName(name: string): string {
  const parts = /^(.*?)((?:\.[^.]*)?)$/s.exec(name);
  return originalOf(parts?.[1] ?? name) + (parts?.[2] ?? "");
}

interface Known {
  readonly key: string;
  readonly sketch: readonly string[];
  readonly at: string;
}

async function load(store: EntryStore, name: string): Promise<readonly Known[]> {
  return entriesOf(await store.load(listKey(name)), CONCERN).flatMap(({ key, value, at }) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? [{ key, sketch: parsed.output.sketch, at }] : [];
  });
}

/**
 * The keeper of a workbook's entries beside it.
 * @param name key that the host gives: the file's name, or something that already tells folders apart
 * @param sketch null where the key says enough (an open workbook has an address)
 * @param wallClock ISO text
 */
export async function findBeside(
  store: EntryStore,
  name: string,
  sketch: readonly string[] | null,
  wallClock: () => string,
): Promise<Keeper> {
  if (sketch === null) return keepBeside(store, name);
  const original = originalName(name);
  const known = await load(store, original);
  const likeness = known.map((entry) => overlap(entry.sketch, sketch));
  const best = likeness.indexOf(Math.max(...likeness));
  const found = best >= 0 && (likeness[best] ?? 0) >= SAME ? known[best] : undefined;
  // The first of a name also takes over what was kept by the name alone, before files were told apart.
  const key = found?.key ?? (known.length === 0 ? original : furtherKey(original, sketch));
  const keeper = keepBeside(store, key);
  const list = keepBeside(store, listKey(original));
  let remembered = false;
  const remember = async (): Promise<void> => {
    const others = (await load(store, original)).filter((entry) => entry.key !== key);
    const old = [...others]
      .sort((one, other) => (one.at < other.at ? -1 : 1))
      .slice(0, Math.max(0, others.length - MOST + 1));
    await list.change((now) =>
      revise(
        now,
        [
          ...old.map((entry) => ({ concern: CONCERN, key: entry.key, value: null })),
          { concern: CONCERN, key, value: { sketch: [...sketch] } },
        ],
        wallClock(),
      ),
    );
    for (const entry of old) await store.remove(entry.key);
  };
  return {
    ...keeper,
    change: async (work) => {
      if (!remembered) await remember();
      remembered = true;
      return keeper.change(work);
    },
    remove: async () => {
      remembered = false;
      await keeper.remove();
      await list.change((now) => revise(now, [{ concern: CONCERN, key, value: null }], wallClock()));
    },
  };
}
