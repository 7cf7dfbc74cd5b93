/** Drafts in a browser: the edge of the file host there. Loaded when the pane of drafts first opens. */
import type { DraftTools } from "../draft";
import { draftToolsOn } from "./draft-tools";
import { createFflateInflater } from "./xlsx/fflate-inflater";

/** Tools for drafts, on fflate. */
export function createDraftTools(): DraftTools {
  return draftToolsOn(createFflateInflater());
}
