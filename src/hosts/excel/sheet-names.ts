/** Names of sheets that are made beside those of the person. */

/** Excel takes no longer ones. */
export const NAME_LIMIT = 31;

/**
 * The wanted name, or with a number behind it where some sheet has it; Excel knows no difference of capitals.
 * @example freeName("统计表", ["台账", "统计表"]) // "统计表 (2)"
 */
export function freeName(wanted: string, names: Iterable<string>): string {
  const taken = new Set(Array.from(names, (name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const tail = number === 1 ? "" : ` (${number})`;
    const name = `${wanted.slice(0, NAME_LIMIT - tail.length)}${tail}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
