/**
 * From month to month: periods that are kept (存为本期) and what a person said about items that nothing tells apart. Both are
 * kept as texts, which are read where periods are compared: the session shall not have to load that.
 */
import type { ActionName } from "../actions";
import type { Answer, Core } from "./core";
import { entriesOf, StorageError, type Entries, type EntryPut } from "./entries";
import type { Keeping } from "./keeping";
import type { KeptElsewhere, KeptText } from "./result-types";
import type { Session } from "./types";

interface PeriodParts {
  readonly core: Core;
  readonly keeping: Keeping;
  /** Keeps something as one step that 撤销 takes back. */
  readonly decide: (action: ActionName, puts: () => readonly EntryPut[]) => Promise<void>;
}

type PeriodActions = Pick<
  Session,
  "periods" | "settledPairs" | "periodsElsewhere" | "keepPeriod" | "dropPeriod" | "settlePairs"
>;

const NOTHING: ReadonlyMap<string, string> = new Map();

export function createPeriods({ core, keeping, decide }: PeriodParts): PeriodActions {
  const { act, book, environment } = core;
  const isKept = (): boolean => book()?.keeper !== null && book()?.storage === null;
  /** Without a step of the journal: a step would hold the whole text once more. */
  const put = (action: ActionName, day: string, text: string | null): Promise<boolean> =>
    act(
      action,
      async (): Promise<Answer<boolean>> => {
        if (book() === null) return { value: false, state: "failed" };
        await keeping.put([{ concern: "periods", key: day, value: text }]);
        return { value: true, data: { day, kept: isKept() } };
      },
      false,
    );
  return {
    periods: () => book()?.decisions.periods ?? NOTHING,
    settledPairs: () => book()?.decisions.pairs ?? NOTHING,
    keepPeriod: (day, text) => put("keepPeriod", day, text),
    dropPeriod: (day) => put("dropPeriod", day, null),
    settlePairs: (pairs) =>
      decide("settlePairs", () => Object.entries(pairs).map(([key, value]) => ({ concern: "pairs", key, value }))),
    periodsElsewhere: async () => {
      const { store } = environment;
      if (store === null || environment.shared?.on() === true) return [];
      // What cannot be read is offered to nobody; that nothing is kept is told by what keeps.
      const all = await store.all().catch((error: unknown) => {
        if (error instanceof StorageError) return new Map<string, Entries>();
        throw error;
      });
      const own = book()?.keeper?.key ?? book()?.host.workbookKey;
      return [...all].flatMap(([key, entries]): KeptElsewhere[] => {
        const [periods, pairs] = [textsOf(entries, "periods"), textsOf(entries, "pairs")];
        if (key === own || periods.length + pairs.length === 0) return [];
        return [{ workbook: nameOf(key), periods, pairs }];
      });
    },
  };
}

/** What a workbook is called, from the key that its entries lie under: its name or address, perhaps with a mark behind. */
function nameOf(key: string): string {
  const [name = ""] = key.split("\u0001");
  return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
}

function textsOf(entries: Entries, concern: string): readonly KeptText[] {
  return entriesOf(entries, concern).flatMap(({ key, value, at }) =>
    typeof value === "string" ? [{ key, text: value, at }] : [],
  );
}
