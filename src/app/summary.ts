/** The summary of what a session has read. Apart from the session: the template language comes with whoever writes. */
import {
  compose,
  impossibleFigures,
  knownOf,
  parseTemplate,
  styleTemplate,
  type Composition,
  type TemplateProblem,
} from "../notice";
import { FACT_VARIABLES } from "./fact-variables";
import type { Lang } from "../rule";
import type { HeldBack, Session } from "./session";
import type { Settings } from "./settings";

export interface Summary extends HeldBack {
  /** Style name, or "template" for a template of one's own. */
  readonly style: string;
  /** null where the template is wrong (see `problems`). */
  readonly composition: Composition | null;
  readonly problems: readonly TemplateProblem[];
  /** Free variables of the template, in order of appearance; the settings may hold values for them. */
  readonly variables: readonly string[];
}

const WRITTEN = new WeakMap<Session, { readonly revision: number; readonly summary: Summary | null }>();

/**
 * The summary by the settings of a session; the same object until its revision changes. Null before reading.
 * @example sessionSummary(session)?.composition?.text
 */
export function sessionSummary(session: Session): Summary | null {
  const { revision } = session.getSnapshot();
  const known = WRITTEN.get(session);
  if (known?.revision === revision) return known.summary;
  const summary = write(session);
  WRITTEN.set(session, { revision, summary });
  return summary;
}

function write(session: Session): Summary | null {
  const reading = session.reading();
  const tally = session.tally();
  const held = session.held();
  if (reading === null || tally === null || held === null) return null;
  const { settings, facts } = session.getSnapshot();
  const { template, style, precision, dueSoon, lights, progressTolerance: tolerance } = settings;
  const variables = variablesWith(settings.variables, facts);
  const parsed =
    template === null
      ? styleTemplate(style, { reading, tally, lights, tolerance, nextStep: true })
      : parseTemplate(template, knownOf(reading, tally));
  const source = { reading, dueSoonDays: dueSoon, tolerance, last: session.lastPeriod() };
  const problems = parsed.problems.length > 0 ? parsed.problems : impossibleFigures(parsed, tally, source);
  const asOf = reading.asOf.date;
  const composition = problems.length > 0 ? null : compose(parsed, tally, { asOf, variables, precision, source });
  return {
    style: template === null ? style : "template",
    composition,
    problems,
    variables: parsed.variables,
    ...held,
    // A place without a figure is no paragraph, whatever a person chose about findings.
    blocked: held.blocked || (composition?.absent.length ?? 0) > 0,
  };
}

/** What a person is told of places for which the ledger has no figures; null where it has all. */
export function absentFigures({ composition }: Summary, lang: Lang): string | null {
  const { absent = [] } = composition ?? {};
  if (absent.length === 0) return null;
  return lang === "zh"
    ? `台账中没有这些事项或所需的列：${absent.join("、")}；请换一种样式，或补上相应的台账、列。`
    : `The ledger holds nothing for ${absent.join(", ")}; choose another style, or add the ledger or the column it needs.`;
}

/** Settings go first: they were given for this paragraph. */
function variablesWith(
  variables: Settings["variables"],
  facts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const all = new Map(variables);
  for (const [name, fact] of FACT_VARIABLES) {
    const text = (facts.get(fact) ?? "").replace(/\s*\n\s*/gu, "").replace(/。$/u, "");
    if (text !== "" && (all.get(name) ?? "") === "") all.set(name, text);
  }
  return all;
}
