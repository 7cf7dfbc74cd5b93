/** What can be made of collected files, each with its sentence and its button. */
import { Text } from "@fluentui/react-components";
import { ArrowDownload20Regular, TableEdit20Regular } from "@fluentui/react-icons";
import type { Collected } from "../../../app/collect";
import { lackText } from "../../../app/words";
import { useDraftTools } from "../../draft/draft-context";
import { useOpenLedgerFile } from "../../ledger-files";
import { useLang, useSession, useSnapshot, useWords } from "../../session-context";
import { ActionButton } from "../../shell/action-button";
import { Made } from "../made";
import { useMonthStyles } from "../styles";
import { saveFilled, saveMerged, saveReport, writeIntoOpen } from "./outputs";
import { TemplateChoice } from "./template-choice";
import type { CollectState } from "./use-collected";
import { COLLECT_WORDS } from "./words";

export function CollectOutputs(props: CollectState & { readonly collected: Collected }) {
  const { chosen, collected, collection, plan, rows, view, setResult } = props;
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const session = useSession();
  const lang = useLang();
  const { workbook } = useSnapshot();
  const { can, lacks } = workbook ?? {};
  const load = useDraftTools();
  const open = useOpenLedgerFile();
  if (open === null || collected.files.length === 0) return null;
  if (plan === null)
    return chosen === null ? null : (
      <Made hint={words.mergeHint}>
        <ActionButton
          appearance="primary"
          icon={<ArrowDownload20Regular />}
          run={() =>
            session.act("mergeFiles", () =>
              saveMerged({ collected, chosen, form: view.form }, words.merged, open, load, setResult),
            )
          }
          data-testid="save-merged"
        >
          {words.mergeButton}
        </ActionButton>
        <TemplateChoice collection={collection} form={view.form} />
      </Made>
    );
  const filled = { plan, collected, view };
  const undecided = rows
    .flatMap(({ issues }) => issues)
    .filter((issue) => issue.type === "conflict" && issue.decision === null).length;
  return (
    <div className={styles.made}>
      <Made hint={words.copyHint(plan.planned.length, undecided)}>
        {can?.copies === true ? (
          <ActionButton
            appearance="primary"
            icon={<ArrowDownload20Regular />}
            disabled={plan.planned.length === 0}
            run={() => session.act("fillMaster", () => saveFilled(session, filled, words.filled, load))}
            data-testid="save-filled"
          >
            {words.copyButton}
          </ActionButton>
        ) : null}
        <ActionButton
          icon={<ArrowDownload20Regular />}
          run={() => session.act("download", () => saveReport(session, filled, words.report, load))}
          data-testid="save-fill-report"
        >
          {words.reportButton}
        </ActionButton>
      </Made>
      {can?.write === true ? (
        <Made hint={can.copies ? words.writeHint : `${words.writeHint}${words.noCopy}`}>
          <ActionButton
            icon={<TableEdit20Regular />}
            disabled={plan.planned.length === 0}
            run={() => writeIntoOpen(session, plan)}
            data-testid="write-into"
          >
            {words.writeButton}
          </ActionButton>
        </Made>
      ) : (
        <Text size={200} className={styles.muted}>
          {words.cannot(lackText(lacks?.copies ?? lacks?.write ?? "notThisHost", lang))}
        </Text>
      )}
    </div>
  );
}
