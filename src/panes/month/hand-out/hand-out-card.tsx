/** 分发、退回、销号: what goes to the units, each with one sentence and one button. */
import { useMemo, useState } from "react";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import { sessionClosing } from "../../../app/close";
import type { ActionData } from "../../../app/actions";
import { Card } from "../../card";
import { useDraftTools } from "../../draft/draft-context";
import { LedgerHeading } from "../../ledger/heading";
import { useSession, useSnapshot, useWords } from "../../session-context";
import { ActionButton } from "../../shell/action-button";
import { Made } from "../made";
import { saveFacts, saveForms, saveParts, saveReturns } from "../outputs";
import { useMonthStyles } from "../styles";
import { MONTH_PANE_WORDS } from "../words";
import { EvidenceChoice, type EvidenceFolder } from "./evidence-choice";
import { Held } from "./held";

export function HandOutCard(props: { readonly blocked: boolean }) {
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const session = useSession();
  const { revision } = useSnapshot();
  const load = useDraftTools();
  const [evidence, setEvidence] = useState<EvidenceFolder | null>(null);
  const closing = useMemo(
    () => sessionClosing(session, evidence?.files ?? null),
    // `revision` stands for everything that holds an item back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision, evidence],
  );
  // What is doubtful goes back, and holds back no more than itself; only figures of the whole wait for it.
  const button = (label: string, testid: string, run: () => Promise<ActionData | null>, isFigure = false) => (
    <ActionButton
      icon={<ArrowDownload20Regular />}
      disabled={isFigure && props.blocked}
      run={() => session.act("download", run)}
      data-testid={testid}
    >
      {label}
    </ActionButton>
  );
  return (
    <Card data-testid="month-hand-out">
      <LedgerHeading>{words.handOut}</LedgerHeading>
      <div className={styles.made}>
        <Made hint={words.partsHint}>
          {button(words.parts, "save-parts", () =>
            saveParts(session, { what: words.partsName, nothing: words.noParts }, load),
          )}
        </Made>
        <Made hint={words.returnsHint}>
          {button(words.returns, "save-returns", () =>
            saveReturns(session, { what: words.returnsName, nothing: words.noReturns }, load),
          )}
        </Made>
        {closing === null ? null : (
          <Made hint={words.formsHint}>
            {button(words.forms, "save-forms", () =>
              saveForms(session, closing, { what: words.formsName, nothing: words.noForms }, load),
            )}
            <EvidenceChoice folder={evidence} onChoose={setEvidence} />
          </Made>
        )}
        <Made hint={words.factsHint}>
          {button(
            words.facts,
            "save-facts",
            () => saveFacts(session, { what: words.factsName, nothing: words.empty }, load),
            true,
          )}
        </Made>
      </div>
      {closing === null ? null : <Held closing={closing} />}
    </Card>
  );
}
