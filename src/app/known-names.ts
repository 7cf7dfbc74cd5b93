/** Names of rules and styles a setting may use, and the version of the rules. */
import { RULES } from "../check/list";
import { hashText } from "../ledger/text";
import { STYLES } from "../notice/styles";
import type { KnownNames } from "./settings";

export const KNOWN_NAMES: KnownNames = {
  rules: RULES.map((rule) => rule.alias),
  styles: STYLES.map((style) => style.name),
};

/** Changes whenever a rule comes, goes, or changes its severity: number of rules and a hash of the list. */
export const RULES_VERSION = `${RULES.length}-${hashText(RULES.map(({ code, alias, severity }) => `${code} ${alias} ${severity}`).join("\n"))}`;
