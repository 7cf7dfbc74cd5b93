/** Two writings of one unit: joined with a press in the office's words, which 撤销 takes back; no cell is changed. */
import { NO_LEXICON } from "../../app/core";
import type { Finding } from "../../rule";
import { useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { CHECK_WORDS } from "./words";

interface UnitPair {
  readonly unit: string;
  readonly full: string;
}

/**
 * The names a finding could join; null where it is about something else, or quotes only the beginning of one.
 * @example unitsToJoin(finding) // { unit: "住建局", full: "县住房和城乡建设局" }
 */
export function unitsToJoin({ rule, data }: Pick<Finding, "rule" | "data">): UnitPair | null {
  const { unit, full } = data;
  if (rule !== "unit-variant" || typeof unit !== "string" || typeof full !== "string") return null;
  return unit.endsWith("…") || full.endsWith("…") ? null : { unit, full };
}

export function TeachUnit(props: { readonly pair: UnitPair }) {
  const { unit, full } = props.pair;
  const words = useWords(CHECK_WORDS);
  const session = useSession();
  const join = () => {
    const known = session.getSnapshot().settings.lexicon.units[full] ?? [];
    return session.teach({ ...NO_LEXICON, units: { [full]: [...new Set([...known, unit])] } });
  };
  return (
    <ActionButton size="small" tabIndex={-1} run={join} data-testid="join-units">
      {words.joinUnits(full)}
    </ActionButton>
  );
}
