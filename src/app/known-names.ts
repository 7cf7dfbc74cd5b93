/**
 * Names a setting may use. Those of rules are known where the rules are loaded (command line, docs); panes load them with
 * the first check, and take any name of a rule until then.
 */
import { RULES } from "../check";
import { PROOF_RULES } from "../proofread";
import { STYLE_NAMES } from "./style-names";
import type { KnownNames } from "./settings";

export const KNOWN_NAMES = {
  rules: [...RULES, ...PROOF_RULES].map((rule) => rule.alias),
  styles: STYLE_NAMES,
} satisfies KnownNames;
