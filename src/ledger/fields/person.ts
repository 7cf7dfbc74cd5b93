/**
 * Names of persons beside units: 财务科（甲某）, 办公室：甲某, 生产部/甲某. Only what can hardly be a unit is taken for a
 * person: masked names (甲某, 张××), a surname and one or two characters, the same with an office (王主任).
 */
import { re } from "../../zh/pattern";
import { foldKey } from "../../zh/text";
import { person as words } from "../../zh/words/person";

const MASKED = /^[\u4e00-\u9fff]{0,2}(?:某{1,2}|[×*＊xX○〇]{1,2})[\u4e00-\u9fff]?$/;
const NAMED = re`^(?:${words.surname}[\u4e00-\u9fff]{1,2}|${words.doubleSurname}[\u4e00-\u9fff]{1,2})$`;
const TITLED = re`^[\u4e00-\u9fff]{1,3}${words.title}$`;
const NO_NAME = re`${words.noName}$`;
const LONGEST = 60;
/** A telephone number behind a name. */
const TELEPHONE = /(?:电话)?[:：]?\d[\d-]{5,16}$/;

/**
 * Whether a text is the name of one person.
 * @example isPersonName("甲某") // true
 * @example isPersonName("江北") // false: a place, though 江 is a surname
 */
export function isPersonName(text: string): boolean {
  if (text.length > LONGEST) return false;
  const name = foldKey(text).replace(TELEPHONE, "").replace(/[()]/g, "");
  if (name === "") return false;
  if (MASKED.test(name)) return true;
  if (TITLED.test(name)) return true;
  return NAMED.test(name) && !NO_NAME.test(name);
}

/** A masked name (甲某, 张××): nothing else is written so. */
export function isMaskedName(text: string): boolean {
  return MASKED.test(foldKey(text));
}

/** Whether a text is one or several names. */
export function arePersonNames(text: string): boolean {
  const parts = text.split(/[、，,；;/\s]+/).filter((part) => part !== "");
  return parts.length > 0 && parts.every(isPersonName);
}
