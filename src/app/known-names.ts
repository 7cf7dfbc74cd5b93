/** Names of rules and styles a setting may use. */
import { RULE_ALIASES } from "../check";
import { STYLES } from "../notice";
import type { KnownNames } from "./settings";

export const KNOWN_NAMES: KnownNames = {
  rules: RULE_ALIASES,
  styles: STYLES.map((style) => style.name),
};
