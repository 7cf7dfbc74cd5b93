/** What a person does with everything that is kept at once: moves it, takes it along, brings it back, has it forgotten. */
import type { Core } from "./core";
import type { Keeping } from "./keeping";
import type { Session } from "./types";

interface KeptActionParts {
  readonly core: Core;
  readonly keeping: Keeping;
  /** Lets go of what lasts as long as the visit. */
  readonly beforeForgetting: () => void;
  /** Reads with the decisions there are now. */
  readonly readAnew: () => Promise<void>;
}

type KeptActions = Pick<
  Session,
  "keepInWorkbook" | "forget" | "shareComputer" | "exportKept" | "tryKeeping" | "importKept"
>;

export function createKeptActions(parts: KeptActionParts): KeptActions {
  const { core, keeping, beforeForgetting, readAnew } = parts;
  const { act, book } = core;
  return {
    keepInWorkbook: (on) =>
      act(
        "keepInWorkbook",
        async () => {
          const moved = await keeping.moveInside(on);
          return { value: moved, state: moved ? "done" : "failed", data: { on } };
        },
        false,
      ),
    forget: () =>
      act(
        "forget",
        async () => {
          beforeForgetting();
          await keeping.forget();
          await readAnew();
          return { value: undefined };
        },
        undefined,
      ),
    shareComputer: (on) =>
      act(
        "shareComputer",
        async () => {
          const erased = await keeping.share(on);
          core.setBook(book());
          return { value: undefined, state: erased ? "done" : "partial", data: { on } };
        },
        undefined,
      ),
    exportKept: () =>
      act(
        "exportKept",
        async () => {
          const found = await keeping.exportAll();
          if (found === null) return { value: null, state: "failed" };
          return { value: found.text, state: found.whole ? "done" : "partial" };
        },
        null,
      ),
    tryKeeping: () =>
      act(
        "tryKeeping",
        async () => {
          await keeping.refresh();
          const kept = book()?.storage === null;
          return { value: kept, state: kept ? "done" : "failed" };
        },
        false,
      ),
    importKept: (text) =>
      act(
        "importKept",
        async () => {
          const taken = await keeping.importAll(text);
          if (taken !== null) await readAnew();
          return { value: taken, state: taken === null ? "failed" : "done", data: { ...taken } };
        },
        null,
      ),
  };
}
