/**
 * Which documents beside a workbook are its own. They are kept by file name; where two files of a name are told apart by
 * their sketches (ledger/sketch.ts), the second gets a key of its own. Nothing is written before something is kept.
 */
import * as v from "valibot";
import { hashText } from "../zh/text";
import { overlap } from "../ledger/sketch";
import type { StateStore } from "./session-types";
import { keepBeside, type Keeper } from "./state";

/** Less in common than this, and it is another ledger. Ledgers of one template share a few phrases, not a quarter. */
const SAME = 0.25;
/** Files of one name that are told apart; beyond that the one used longest ago is forgotten. */
const MOST = 50;

const schema = v.object({
  version: v.literal(1),
  data: v.array(v.object({ key: v.string(), sketch: v.array(v.string()) })),
});
type Known = v.InferOutput<typeof schema>["data"];

/** The list of a name lies under a key that no workbook has. */
const listKey = (name: string): string => `\u0001${name}`;

async function load(store: StateStore, name: string): Promise<Known> {
  const text = await store.load(listKey(name), "known");
  if (text === null) return [];
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output.data : [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [];
  }
}

function save(store: StateStore, name: string, known: Known): Promise<void> {
  return known.length === 0
    ? store.remove(listKey(name))
    : store.save(listKey(name), "known", JSON.stringify({ version: 1, data: known }));
}

/**
 * The keeper of a workbook's documents beside it.
 * @param name key that the host gives: the file's name, or something that already tells folders apart
 * @param sketch null where the key says enough (an open workbook has an address)
 */
export async function findBeside(store: StateStore, name: string, sketch: readonly string[] | null): Promise<Keeper> {
  if (sketch === null) return keepBeside(store, name);
  const known = await load(store, name);
  const likeness = known.map((entry) => overlap(entry.sketch, sketch));
  const best = likeness.indexOf(Math.max(...likeness));
  const found = best >= 0 && (likeness[best] ?? 0) >= SAME ? known[best] : undefined;
  // The first of a name also takes over what was kept by the name alone, before files were told apart.
  const key = found?.key ?? (known.length === 0 ? name : `${name}\u0001${hashText(sketch.join())}`);
  const keeper = keepBeside(store, key);
  let remembered = false;
  return {
    load: keeper.load,
    save: async (concern, json) => {
      if (!remembered) {
        // As it is now, and the latest last.
        const others = (await load(store, name)).filter((entry) => entry.key !== key);
        for (const old of others.splice(0, others.length - MOST + 1)) await store.remove(old.key);
        await save(store, name, [...others, { key, sketch: [...sketch] }]);
        remembered = true;
      }
      await keeper.save(concern, json);
    },
    remove: async () => {
      remembered = false;
      await keeper.remove();
      await save(
        store,
        name,
        (await load(store, name)).filter((entry) => entry.key !== key),
      );
    },
  };
}
