/** Names of rules and styles a setting may use. */
import { RULES } from "../check/list";
import { STYLES } from "../notice/styles";
import type { KnownNames } from "./settings";

export const KNOWN_NAMES: KnownNames = {
  rules: RULES.map((rule) => rule.alias),
  styles: STYLES.map((style) => style.name),
};
