/** Facets that no opening asks for: what they need loads with the first press. */
import type { SelectFacet, WriteFacet } from "../port";
import type { SheetMemory } from "./sheet-memory";
import type { WriteState } from "./write-facet";

export function createWriteFacetOnDemand(state: WriteState): WriteFacet {
  let facet: WriteFacet | null = null;
  const load = async (): Promise<WriteFacet> => {
    const { createWriteFacet } = await import(/* webpackChunkName: "write-cells" */ "./write-facet");
    // One for the visit: it remembers edits whose outcome was not seen.
    return (facet ??= createWriteFacet(state));
  };
  return { ready: async () => void (await load()), apply: async (edits) => (await load()).apply(edits) };
}

/** @param several whether this Excel can select several areas at once */
export function createSelectFacetOnDemand(memory: SheetMemory, several: boolean): SelectFacet {
  return {
    select: async (...wanted) => {
      const { createSelectFacet } = await import(/* webpackChunkName: "select-cells" */ "./select-facet");
      return createSelectFacet(memory, several).select(...wanted);
    },
  };
}
