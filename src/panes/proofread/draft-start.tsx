/** Where a draft comes from: a file, or pasted text. */
import { useRef, useState } from "react";
import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { FolderOpen20Regular, LockClosed16Regular } from "@fluentui/react-icons";
import { draftFailureSentence } from "../../app/draft-words";
import { HostError } from "../../hosts/port";
import type { Draft, DraftTools } from "../../hosts/draft";
import { FileInput } from "../file-input";
import { useDraftSession, useDraftTools } from "../draft/draft-context";
import { useLang, useWords } from "../session-context";
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

/** Draft files by their endings; others are tried too and refused with a reason. */
const ACCEPT = ".docx,.txt";

export function DraftStart(props: { readonly text: string }) {
  const styles = useStyles();
  const words = useWords(PROOFREAD_WORDS);
  const lang = useLang();
  const drafts = useDraftSession();
  const load = useDraftTools();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(props.text);
  const [failure, setFailure] = useState<{ readonly error: HostError; readonly name: string } | null>(null);

  const take = async (name: string, make: (tools: DraftTools) => Draft | Promise<Draft>) => {
    try {
      drafts.open(await make(await load()));
      setFailure(null);
    } catch (error) {
      if (error instanceof HostError) setFailure({ error, name });
      else if (error instanceof DOMException) setFailure({ error: new HostError("unreadableFile", error.name), name });
      else throw error;
    }
  };
  return (
    <div className={styles.root} data-testid="draft-start">
      <Text>{words.intro}</Text>
      <div className={styles.row}>
        <Button icon={<FolderOpen20Regular />} onClick={() => input.current?.click()} data-testid="open-draft">
          {words.open}
        </Button>
        <Text size={200} className={styles.quiet}>
          <LockClosed16Regular aria-hidden />
          {words.local}
        </Text>
        <FileInput
          ref={input}
          accept={ACCEPT}
          label={words.open}
          testid="draft-input"
          onPick={(file) =>
            void take(file.name, async (tools) => tools.open(file.name, new Uint8Array(await file.arrayBuffer())))
          }
        />
      </div>
      {failure ? (
        <MessageBar intent="error" layout="multiline" data-testid="draft-failure">
          <MessageBarBody>
            {draftFailureSentence(failure.error.code, failure.error.detail, failure.name, lang)}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <Field label={words.paste}>
        <Textarea
          rows={12}
          resize="vertical"
          value={text}
          placeholder={words.pasteHint}
          onChange={(_event, data) => setText(data.value)}
          data-testid="paste"
        />
      </Field>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={text.trim() === ""}
          onClick={() => void take(words.pasted, (tools) => tools.paste(text))}
          data-testid="proofread"
        >
          {words.start}
        </Button>
      </div>
    </div>
  );
}
