/** Drop-downs of ours; what they need loads with the first that is asked about them. */
import type { ListsFacet } from "../port";
import type { OwnWrites } from "./own-writes";
import type { SheetMemory } from "./sheet-memory";

export function createListsFacet(memory: SheetMemory, ownWrites: OwnWrites): ListsFacet {
  const load = () => import(/* webpackChunkName: "lists" */ "./lists");
  return {
    find: async () => (await load()).findLists(),
    set: async (lists) => (await load()).setLists(memory, ownWrites, lists),
    clear: async () => (await load()).clearLists(ownWrites),
  };
}
