/** 打印完成率、存为图片、填上级报表: the figures go out; what makes them doubtful holds them back. */
import { Subtitle2, Text } from "@fluentui/react-components";
import { Image20Regular, Print20Regular } from "@fluentui/react-icons";
import { Card } from "../card";
import { useDraftTools } from "../draft/draft-context";
import { FileButton } from "../file-button";
import { HeldWarning, useCheckOnce } from "../held-warning";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton, usePending } from "../shell/action-button";
import type { PaneProps } from "../shell/pane-props";
import { useTallyStyles } from "./styles";
import { TALLY_WORDS } from "./words";

const outputs = () => import(/* webpackChunkName: "tally-outputs" */ "./outputs");

export function OutputsCard(props: { readonly go: PaneProps["go"] }) {
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  const session = useSession();
  useSnapshot();
  const load = useDraftTools();
  useCheckOnce();
  const held = session.held();
  const blocked = held?.blocked === true;
  const names = { rates: words.ratesName, filled: words.filledMark };
  const [busy, fill] = usePending((file: File) =>
    session.act("fillForm", async () => (await outputs()).fillFile(session, file, load, names)),
  );
  return (
    <Card className={styles.noPrint} data-testid="tally-outputs">
      <Subtitle2 as="h2">{words.outputs}</Subtitle2>
      <HeldWarning
        held={held?.held ?? []}
        testid="tally-held"
        anywayTestid="tally-anyway"
        onSettle={() => props.go("check")}
      />
      <div className={styles.actions}>
        <ActionButton
          icon={<Print20Regular />}
          disabled={blocked}
          run={() => session.act("print", async () => (await outputs()).printRates(session, names))}
          data-testid="print-rates"
        >
          {words.printRates}
        </ActionButton>
        <ActionButton
          icon={<Image20Regular />}
          disabled={blocked}
          run={() => session.act("download", async () => (await outputs()).saveRates(session, names))}
          data-testid="save-rates"
        >
          {words.picture}
        </ActionButton>
        <FileButton
          disabled={blocked || busy}
          accept=".xlsx,.xlsm,.docx"
          label={words.fillForm}
          input="form-file"
          onPick={fill}
          data-testid="fill-form"
        >
          {words.fillForm}
        </FileButton>
      </div>
      <Text size={200} className={styles.muted}>
        {words.fillHint}
      </Text>
    </Card>
  );
}
