/**
 * A value on one line, for files of what is read in full: what is empty, null, 0 or false is left out, so that a line tells what
 * there is. Maps and sets become objects and lists; what leads
 * back to its whole is named only.
 */
export function plain(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "bigint") return String(part);
    if (part instanceof Map) return Object.fromEntries(part as ReadonlyMap<string, unknown>);
    if (part instanceof Set) return [...(part as ReadonlySet<unknown>)];
    if (part !== null && typeof part === "object" && "itemAt" in part) return "a ledger";
    if (part !== null && typeof part === "object" && "item" in part && typeof part.item === "object") return "a row";
    if (part !== null && typeof part === "object" && !Array.isArray(part)) {
      return Object.fromEntries(Object.entries(part).filter(([, one]) => !isEmpty(one)));
    }
    return typeof part === "number" && !Number.isInteger(part) ? Number(part.toFixed(3)) : part;
  }).replace(/"([A-Za-z]\w*)":/g, "$1:");
}

function isEmpty(value: unknown): boolean {
  if (value instanceof Map || value instanceof Set) return value.size === 0;
  return (
    value === null ||
    value === undefined ||
    value === false ||
    value === "" ||
    value === 0 ||
    (Array.isArray(value) && value.length === 0)
  );
}
