/**
 * Corrections of a notice's file that are in no file yet, as they are kept while one works: a reload takes the draft away,
 * for no page can open a file again by itself, and gives them back once the file is opened. The file's own text is not kept.
 */
import type { Draft, DraftEdit } from "../hosts/draft";

export interface KeptCorrections {
  /** Of the file. */
  readonly name: string;
  /** Each in places of the draft that the one before made, the first in those of the file. */
  readonly steps: readonly (readonly DraftEdit[])[];
}

/** How many places they change. */
export const countOf = ({ steps }: KeptCorrections): number => steps.reduce((sum, edits) => sum + edits.length, 0);

export const writeCorrections = (kept: KeptCorrections): string => JSON.stringify(kept);

/**
 * @returns null for a text that holds none: nothing was kept, or another version wrote it
 * @example readCorrections('{"name":"通报.docx","steps":[[{"line":1,"start":0,"end":1,"quote":"签定","value":"签订"}]]}')
 */
export function readCorrections(text: string): KeptCorrections | null {
  if (text === "") return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
  const { name, steps } = (value ?? {}) as Record<string, unknown>;
  if (typeof name !== "string" || !Array.isArray(steps) || steps.length === 0) return null;
  return steps.every((edits) => Array.isArray(edits) && edits.every(isEdit)) ? { name, steps } : null;
}

/** Whether this draft is the file they were made in, unchanged where they are: each meets the words that it corrects. */
export function fits({ name, steps }: KeptCorrections, draft: Draft): boolean {
  if (draft.name !== name) return false;
  let now = draft;
  for (const edits of steps) {
    const { draft: next, applied } = now.correct(edits);
    if (applied < edits.length) return false;
    now = next;
  }
  return true;
}

function isEdit(value: unknown): value is DraftEdit {
  const edit = (value ?? {}) as Record<string, unknown>;
  return (
    ["line", "start", "end"].every((key) => Number.isInteger(edit[key])) &&
    typeof edit["quote"] === "string" &&
    typeof edit["value"] === "string"
  );
}
