/** Ticked options in a status cell: □已完成 ☑未完成, (√)已完成 ( )未完成, 已完成√. */

const TICKS = "√✓✔☑■▣●";
const BOXES = "□☐○";
const CROSS = /[×✗✘☒╳]/;
/** Forms of options are short. */
const MAX_LENGTH = 80;

function isMark(char: string): boolean {
  return char !== "" && (TICKS.includes(char) || BOXES.includes(char));
}

/**
 * The text that counts: of ticked options the ticked one, else the text without the tick that stresses it. A text without
 * marks, and a lone mark, are returned unchanged; null where no choice can be seen.
 * @param folded text without blanks, folded to one width.
 * @example readTicks("□已完成☑未完成") // "未完成"
 */
export function readTicks(folded: string): string | null {
  if (folded.length > MAX_LENGTH) return folded;
  const text = unwrapMarks(folded);
  let ticks = 0;
  let boxes = 0;
  for (const char of text) {
    if (TICKS.includes(char)) ticks++;
    else if (BOXES.includes(char)) boxes++;
  }
  if (ticks + boxes === 0 || (text.length === 1 && ticks === 1)) return text;
  if (ticks !== 1) return null;
  return boxes === 0 ? withoutTick(text) : chooseOption(text);
}

/** (√)已完成 ( )未完成: brackets drawn around marks. */
function unwrapMarks(text: string): string {
  if (!/[√✓✔☑]/.test(text)) return text;
  return text.replace(/[([]([√✓✔☑])[)\]]/g, "$1").replace(/\(\)|\[\]/g, "□");
}

function withoutTick(text: string): string | null {
  if (CROSS.test(text)) return null;
  if (isMark(text.charAt(0))) return text.slice(1);
  return isMark(text.charAt(text.length - 1)) ? text.slice(0, -1) : null;
}

/** Marks stand before their words or, where the text doesn't begin with one, behind them. */
function chooseOption(text: string): string | null {
  const before = isMark(text.charAt(0));
  if (!before && !isMark(text.charAt(text.length - 1))) return null;
  let option = "";
  let chosen = false;
  for (const char of text) {
    if (!isMark(char)) {
      option += char;
      continue;
    }
    if (before ? chosen : TICKS.includes(char)) break;
    option = "";
    chosen = TICKS.includes(char);
  }
  return option === "" ? null : option;
}
