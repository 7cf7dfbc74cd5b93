/** Where a draft comes from: a file, or pasted text. */
import { Field, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import { FolderOpen20Regular, LockClosed16Regular } from "@fluentui/react-icons";
import type { ActionData } from "../../app/actions";
import { draftFailureSentence } from "../../app/draft-words";
import { HostError } from "../../hosts/port";
import type { Draft, DraftTools } from "../../hosts/draft";
import { FileButton } from "../file-button";
import { useDraftSession, useDraftTools } from "../draft/draft-context";
import { isLedgerName, LEDGER_ENDINGS, useHandOver } from "../hand-over";
import { useLang, useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { PROOFREAD_WORDS } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, maxWidth: "840px" },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  quiet: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
});

/** Draft files by their endings, and ledgers, which are handed on; others are tried too and refused with a reason. */
const ACCEPT = `.docx,.txt,${LEDGER_ENDINGS}`;

export function DraftStart(props: { readonly text: string; readonly onText: (text: string) => void }) {
  const styles = useStyles();
  const words = useWords(PROOFREAD_WORDS);
  const lang = useLang();
  const drafts = useDraftSession();
  const load = useDraftTools();
  const { text } = props;
  const session = useSession();
  const handOver = useHandOver();

  const take = (name: string, make: (tools: DraftTools) => Draft | Promise<Draft>) =>
    session.act("openDraft", async (): Promise<ActionData> => {
      try {
        drafts.open(await make(await load()));
        return { name };
      } catch (error) {
        const failure = error instanceof DOMException ? new HostError("unreadableFile", error.name) : error;
        if (!(failure instanceof HostError)) throw failure;
        return { partial: true, why: draftFailureSentence(failure.code, failure.detail, name || words.pasted, lang) };
      }
    });
  const pick = (file: File) => {
    if (!isLedgerName(file.name)) {
      void take(file.name, async (tools) => tools.open(file.name, new Uint8Array(await file.arrayBuffer())));
    } else if (handOver) handOver(file);
    else void session.act("openDraft", () => Promise.resolve({ partial: true, why: words.isLedger(file.name) }));
  };
  return (
    <div className={styles.root} data-testid="draft-start">
      <Text>{words.intro}</Text>
      <div className={styles.row}>
        <FileButton
          icon={<FolderOpen20Regular />}
          accept={ACCEPT}
          label={words.open}
          input="draft-input"
          onPick={pick}
          data-testid="open-draft"
        >
          {words.open}
        </FileButton>
        <Text size={200} className={styles.quiet}>
          <LockClosed16Regular aria-hidden />
          {words.local}
        </Text>
      </div>
      <Field label={words.paste}>
        <Textarea
          rows={12}
          resize="vertical"
          value={text}
          placeholder={words.pasteHint}
          onChange={(_event, data) => props.onText(data.value)}
          data-testid="paste"
        />
      </Field>
      <div className={styles.row}>
        <ActionButton
          appearance="primary"
          disabled={text.trim() === ""}
          run={() => take("", (tools) => tools.paste(text))}
          data-testid="proofread"
        >
          {words.start}
        </ActionButton>
      </div>
    </div>
  );
}
