/** 粘贴上月综述: its figures become places; what is doubtful is asked, what stays as text is said. */
import { useState } from "react";
import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import {
  matchInSession,
  openFigures,
  templateOf,
  type Answers,
  type MatchedParagraph,
} from "../../app/paragraph-template";
import { DialogFrame } from "../dialog-frame";
import { useSession, useWords } from "../session-context";
import { LastLedgerChoice } from "./last-ledger-choice";
import { MatchedFigures } from "./matched-figures";
import { SUMMARY_WORDS } from "./words";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
});

export function PasteDialog(props: { readonly onClose: () => void }) {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const [text, setText] = useState("");
  const [matched, setMatched] = useState<MatchedParagraph | null>(null);
  const [answers, setAnswers] = useState<Answers>(new Map());
  const open = matched === null ? 0 : openFigures(matched, answers).length;
  const match = () => {
    setAnswers(new Map());
    setMatched(matchInSession(session, text.trim()));
  };
  const use = async () => {
    if (matched === null) return;
    await session.changeSettings({ template: templateOf(matched, answers) });
    props.onClose();
  };
  return (
    <DialogFrame
      title={words.pasteTitle}
      onClose={props.onClose}
      testid="paste-dialog"
      actions={
        <>
          {matched === null ? (
            <Button appearance="primary" disabled={text.trim() === ""} onClick={match} data-testid="match">
              {words.match}
            </Button>
          ) : (
            <>
              <Button appearance="primary" disabled={open > 0} onClick={() => void use()} data-testid="use-template">
                {open > 0 ? words.stillOpen(open) : words.useTemplate}
              </Button>
              <Button onClick={() => setMatched(null)} data-testid="paste-again">
                {words.pasteAgain}
              </Button>
            </>
          )}
          <Button onClick={props.onClose}>{words.cancel}</Button>
        </>
      }
    >
      <div className={styles.body}>
        {matched === null ? (
          <>
            <Field label={words.pasteLabel} hint={words.pasteHint}>
              <Textarea
                value={text}
                rows={8}
                resize="vertical"
                data-testid="pasted"
                onChange={(_event, data) => setText(data.value)}
              />
            </Field>
            <LastLedgerChoice />
          </>
        ) : (
          <MatchedFigures
            matched={matched}
            answers={answers}
            onAnswer={(start, place) => setAnswers(new Map([...answers, [start, place]]))}
          />
        )}
      </div>
    </DialogFrame>
  );
}
