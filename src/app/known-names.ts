/** Names of rules and styles a setting may use. */
import { RULE_NAMES } from "../check/rule-names";
import { STYLES } from "../notice/styles";
import type { KnownNames } from "./settings";

export const KNOWN_NAMES: KnownNames = {
  rules: RULE_NAMES.map((rule) => rule.alias),
  styles: STYLES.map((style) => style.name),
};
