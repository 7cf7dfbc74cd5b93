/** Marks of role beside a unit: 牵头：…, …（配合）, 由…牵头落实. */
import { re } from "../../zh/pattern";
import { foldKey, trimText } from "../../zh/text";
import { unit as words } from "../../zh/words/unit";
import type { UnitDirectory, UnitName } from "../types";

export type Role = UnitName["role"];

const ROLE_WORDS: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["牵头", "lead"],
  ["主责", "lead"],
  ["主办", "lead"],
  ["负责", "lead"],
  ["承办", "lead"],
  ["责任", "lead"],
  ["主牵头", "lead"],
  ["总牵头", "lead"],
  ["配合", "co"],
  ["协办", "co"],
  ["协助", "co"],
  ["协同", "co"],
  ["参与", "co"],
  ["参加", "co"],
  ["配合落实", "co"],
  ["协同配合", "co"],
  ["共同配合", "co"],
  ["牵头负责", "lead"],
  ["牵头落实", "lead"],
  ["牵头抓总", "lead"],
]);
export const LABEL = re`^(${words.role})(?:责任)?${words.roleLabelNoun}?[:：]\s*`;
export const IN_BRACKETS = re`[(（\[【]\s*(${words.role})(?:责任)?${words.roleNoun}?\s*[)）\]】]$`;
const TRAILING = re`(${words.trailing[0]})${words.trailing[1]}?[。.]?$`;

interface RoleReading {
  readonly text: string;
  readonly role: Role;
  /** The role was written before the name with a colon, and holds for what follows. */
  readonly label: Role | null;
  /** The role was written behind the name without brackets, and holds for the list before. */
  readonly trailing: boolean;
}

const ROLE_PREFIXED = re`^[(（[【]\s*(${words.rolePrefixed[0]})${words.rolePrefixed[1]}?\s*[)）\]】]\s*`;
const ROLE_TEXT = re`${words.roleText}$`;

export function readRole(part: string, directory: UnitDirectory | null): RoleReading {
  let text = stripNumber(trimText(part));
  let label: Role | null = null;
  const labelled = LABEL.exec(text);
  if (labelled !== null) {
    // 责任单位：A names a unit, it does not say that A leads.
    const word = labelled[1] ?? "";
    label = word === "责任" ? "unmarked" : (ROLE_WORDS.get(word) ?? "unmarked");
    text = stripNumber(trimText(text.slice(labelled[0].length)));
  }
  const plain = (role: Role, trailing: boolean): RoleReading => ({ text: stripEnd(text), role, label, trailing });
  if (directory?.byKey.has(foldKey(text)) === true) return plain("unmarked", false);
  if (!/[牵主负承责配协参]/.test(text)) return plain("unmarked", false);
  const bracketed = IN_BRACKETS.exec(text);
  if (bracketed !== null) {
    text = trimText(text.slice(0, bracketed.index));
    return plain(ROLE_WORDS.get(bracketed[1] ?? "") ?? "unmarked", false);
  }
  const prefixed = ROLE_PREFIXED.exec(text);
  if (prefixed !== null) {
    text = trimText(text.slice(prefixed[0].length));
    return plain(ROLE_WORDS.get(prefixed[1] ?? "") ?? "unmarked", false);
  }
  const trailing = TRAILING.exec(text);
  if (trailing !== null) {
    text = trimText(text.slice(0, trailing.index).replace(/^由/, "").replace(ROLE_TEXT, ""));
    return plain(ROLE_WORDS.get(trailing[1] ?? "") ?? "unmarked", true);
  }
  return plain("unmarked", false);
}

/** 1. and （1） in front of a name. */
function stripNumber(text: string): string {
  return text.replace(/^(?:[(（]\d{1,2}[)）]|\d{1,2}[.．)）]|[①-⑳])\s*/, "");
}

const STRIP_END_CUT = re`等${words.stripEndCut[0]}?${words.stripEndCut[1]}?$`;

/** Full stops and 等单位 behind a name. */
function stripEnd(text: string): string {
  const bare = /^[“"'‘【《〈]([^“”"'‘’【】《》〈〉]{1,60})[”"'’】》〉]$/.exec(text)?.[1] ?? text;
  const cut = trimText(bare.replace(/[。.：:?？!！]{1,4}$/, "").replace(STRIP_END_CUT, ""));
  return cut === "" ? trimText(text) : cut;
}
