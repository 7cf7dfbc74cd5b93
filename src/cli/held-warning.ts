/** The sentence about findings that make figures doubtful. */
import { heldBy, ruleName } from "../check";
import type { FindingsView, Session } from "../app/session";
import type { Lang } from "../rule";
import { doubtWarnings } from "./doubt-warning";
import { variantsIn } from "./stray-warning";
import { undatedWarnings } from "./undated-warning";

/** Their doubts say themselves which figures there are. */
const SAID_AS_DOUBTS = new Set(["column-ambiguous", "row-ambiguous"]);

/**
 * What makes the figures of a command doubtful that counts: open doubts with the figures of each choice, units that may
 * be one, deadlines that tell no day, then findings that hold a paragraph back. The ledger is checked for it.
 * @param what what must not be used yet: 这些数字
 */
export async function figureWarnings(session: Session, lang: Lang, what: string): Promise<readonly string[]> {
  await session.check();
  const doubts = doubtWarnings(session, lang);
  const view = session.findings();
  const rest =
    view && doubts.length > 0 ? { ...view, held: view.held.filter(({ rule }) => !SAID_AS_DOUBTS.has(rule)) } : view;
  const held = heldWarning(rest, lang, what);
  const told = [...doubts, ...variantsIn(session, lang), ...undatedWarnings(session, lang)];
  return held === null ? told : [...told, held];
}

/**
 * Null where nothing holds. Says, too, which of the rules are switched off and therefore not listed by taizhang check.
 * @param what what must not be used yet: 综述, 通报
 */
export function heldWarning(view: FindingsView | null, lang: Lang, what: string): string | null {
  const { held = [], findings = [] } = view ?? {};
  if (held.length === 0) return null;
  const zh = lang === "zh";
  const rules = heldBy(held);
  const counted = rules.map((rule) => {
    const count = held.filter((finding) => finding.rule === rule).length;
    return zh ? `${ruleName(rule, lang)} ${count} 处` : `${ruleName(rule, lang)} (${count})`;
  });
  const listed = new Set(findings.map((finding) => finding.rule));
  const off = rules.filter((rule) => !listed.has(rule));
  const switchOn = zh
    ? `先在设置 rules 里恢复 ${off.join("、")}，再`
    : `switch ${off.join(", ")} on again in the settings (rules) and `;
  return zh
    ? `注意：台账中有影响数字的问题（${counted.join("，")}），${what}暂不宜使用；请${off.length > 0 ? switchOn : "先"}用 taizhang check 核对。`
    : `Note: the ledger has findings that affect the figures (${counted.join(", ")}); ${off.length > 0 ? switchOn : ""}run taizhang check before you use ${what}.`;
}
