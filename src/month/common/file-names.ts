/** Names of files made from a unit or a number, which may be written in any way. */

/** What no file system takes in a name, and what ends a name that Windows then cannot open. */
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const AT_END = /[. \u3000]+$/u;
/** Names of devices, with whatever ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
const LONGEST = 80;

/**
 * A name without ending that every file system takes: at most 80 characters, never empty, never a path.
 * @example fileNameOf("../县财政局/会计科") // ".._县财政局_会计科"
 * @example fileNameOf("CON") // "CON_"
 */
export function fileNameOf(text: string): string {
  const cut = Array.from(text.replace(FORBIDDEN, "_")).slice(0, LONGEST).join("");
  const name = cut.replace(AT_END, (end) => "_".repeat(end.length));
  if (name === "") return "_";
  if (!RESERVED.test(name)) return name;
  const dot = name.indexOf(".");
  const at = dot < 0 ? name.length : dot;
  return Array.from(`${name.slice(0, at)}_${name.slice(at)}`)
    .slice(0, LONGEST)
    .join("");
}

/**
 * File names for texts, in their order; those equal without case get （2）, （3）.
 * @param ending what follows the name in the file's; it has its room in the 80 characters
 * @example distinctNames(["县财政局", "县财政局"]) // ["县财政局", "县财政局（2）"]
 */
export function distinctNames(texts: readonly string[], ending = ""): readonly string[] {
  const taken = new Set<string>();
  const key = (name: string): string => name.normalize("NFC").toLowerCase();
  const room = LONGEST - Array.from(ending).length;
  const cut = (name: string, length: number): string => Array.from(name).slice(0, length).join("");
  return texts.map((text) => {
    const base = cut(fileNameOf(text), room);
    let name = base;
    for (let times = 2; taken.has(key(name)); times += 1) {
      const mark = `（${times}）`;
      name = cut(base, room - mark.length) + mark;
    }
    taken.add(key(name));
    return name;
  });
}
