/**
 * Files that many units sent (收表), as they come in: opened one after another, with what a person said of them. It outlasts the
 * pane that shows it; nothing of it is kept when the window goes.
 */
import type { Grid } from "../../grid";
import type { ColumnSettlement, UnitDirectory } from "../../ledger";
import { compareNames } from "../../month";
import { otherType, type RefusedFile, unreadable } from "./read-file";
import type { MergeForm } from "./template";

/** A file as it was picked: its path inside the folder, `/` between. */
export interface PickedFile {
  readonly file: string;
  readonly open: () => Promise<readonly Grid[]>;
}

export interface CollectedFile {
  readonly file: string;
  /** Null where it could not be opened. */
  readonly grids: readonly Grid[] | null;
  readonly refused: RefusedFile | null;
}

/** Of a conflict: the file's value is taken, the master stays, or what is meant (`Choice.place`). */
export type Decision = "take" | "keep" | { readonly at: string };

export interface CollectionView {
  /** In natural order. */
  readonly files: readonly CollectedFile[];
  readonly progress: { readonly done: number; readonly total: number; readonly file: string } | null;
  /** One new ledger, or answers for the one that is open. */
  readonly mode: "merge" | "into";
  /** Columns chosen here for files of single units; the session keeps them, too, where it can. */
  readonly choices: readonly ColumnSettlement[];
  /** Chosen here; null: that of the open ledger. */
  readonly directory: UnitDirectory | null;
  /** The superior's own form, in which one new ledger is written; null: ours. */
  readonly form: MergeForm | null;
  /** Files that count before others of their unit. */
  readonly preferred: ReadonlySet<string>;
  /** Units of files, as a person said. */
  readonly units: ReadonlyMap<string, string>;
  readonly decided: ReadonlyMap<string, Decision>;
  /** Other things to look at that a person has dealt with, by id. */
  readonly settled: ReadonlySet<string>;
}

export interface Collection {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => CollectionView;
  /** Opens files one by one; one of a name that is there already takes its place. Resolves to how many were opened. */
  readonly add: (picked: readonly PickedFile[]) => Promise<number>;
  /** Ends opening; what is open stays. */
  readonly cancel: () => void;
  readonly change: (patch: Partial<Omit<CollectionView, "files" | "progress">>) => void;
  readonly remove: (file: string) => void;
  readonly clear: () => void;
}

const NOTHING: CollectionView = {
  files: [],
  progress: null,
  mode: "into",
  choices: [],
  directory: null,
  form: null,
  preferred: new Set(),
  units: new Map(),
  decided: new Map(),
  settled: new Set(),
};

/** @param pause lets the surface paint between two files */
export function createCollection(pause: () => Promise<void>): Collection {
  let view = NOTHING;
  let turn = 0;
  const listeners = new Set<() => void>();
  const set = (patch: Partial<CollectionView>): void => {
    view = { ...view, ...patch };
    for (const listener of listeners) listener();
  };
  const put = (one: CollectedFile): readonly CollectedFile[] =>
    [...view.files.filter(({ file }) => file !== one.file), one].sort((a, b) => compareNames(a.file, b.file));
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    add: async (picked) => {
      const mine = ++turn;
      let opened = 0;
      try {
        for (const [done, { file, open }] of picked.entries()) {
          set({ progress: { done, total: picked.length, file } });
          await pause();
          if (mine !== turn) break;
          const one = await openFile(file, open);
          if (mine !== turn) break;
          if (one.grids !== null) opened += 1;
          set({ files: put(one) });
        }
      } finally {
        if (mine === turn) set({ progress: null });
      }
      return opened;
    },
    cancel: () => {
      turn += 1;
      set({ progress: null });
    },
    change: set,
    remove: (name) => set({ files: view.files.filter(({ file }) => file !== name) }),
    clear: () => {
      turn += 1;
      set({ ...NOTHING, mode: view.mode, choices: view.choices, directory: view.directory, form: view.form });
    },
  };
}

async function openFile(file: string, open: PickedFile["open"]): Promise<CollectedFile> {
  const other = otherType(file);
  if (other !== null) return { file, grids: null, refused: other };
  try {
    return { file, grids: await open(), refused: null };
  } catch (error) {
    return { file, grids: null, refused: unreadable(file, error) };
  }
}
