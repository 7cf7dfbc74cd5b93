/** The ways a notice leaves, as buttons and a menu. */
import { useRef, useState } from "react";
import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowDownload20Regular,
  ChevronDown20Regular,
  Print20Regular,
  TextGrammarCheckmark20Regular,
} from "@fluentui/react-icons";
import { type NoticeDocument } from "../../app/documents";
import { useDraftSession } from "../draft/draft-context";
import { FileInput } from "../file-input";
import { useWords } from "../session-context";
import { usePending } from "../shell/action-button";
import { QuestionDialog } from "../shell/question-dialog";
import type { PaneProps } from "../shell/pane-props";
import { NOTICE_WORDS } from "./words";
import { type ExportFacts, useExports } from "./use-exports";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
});

export function Exports(props: {
  readonly notice: NoticeDocument;
  readonly facts: ExportFacts;
  readonly disabled: boolean;
  readonly go: PaneProps["go"];
}) {
  const { notice, facts, disabled } = props;
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const drafts = useDraftSession();
  const { save, fill, saveSignoff, print, printLedger, saveLedger, replaceDraft, copy } = useExports(
    notice,
    facts,
    props.go,
  );
  const template = useRef<HTMLInputElement>(null);

  const [asking, setAsking] = useState(false);
  /** A draft with corrections that are in no file is not taken away unasked. */
  const proofread = () => {
    if (!drafts.getSnapshot().unsaved) return replaceDraft();
    setAsking(true);
    return Promise.resolve();
  };
  const [busy, run] = usePending((work: () => Promise<unknown>) => work());
  return (
    <>
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={<ArrowDownload20Regular />}
          disabledFocusable={disabled || busy}
          aria-busy={busy}
          onClick={() => run(() => save("docx"))}
          data-testid="export-docx"
        >
          {words.exportWord}
        </Button>
        <Button
          icon={<TextGrammarCheckmark20Regular />}
          disabledFocusable={busy}
          title={words.proofreadHint}
          onClick={() => run(proofread)}
          data-testid="proofread-notice"
        >
          {words.proofread}
        </Button>
        <Button
          icon={<Print20Regular />}
          disabledFocusable={busy}
          title={words.ledgerPrintHint}
          onClick={() => run(printLedger)}
          data-testid="ledger-print"
        >
          {words.ledgerPrint}
        </Button>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              disabledFocusable={busy}
              icon={<ChevronDown20Regular />}
              iconPosition="after"
              data-testid="export-menu"
            >
              {words.more}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem disabled={disabled} onClick={() => run(() => copy("all"))} data-testid="copy-notice">
                {words.copyAll}
              </MenuItem>
              <MenuItem disabled={disabled} onClick={() => run(() => copy("table"))} data-testid="copy-table">
                {words.copyTable}
              </MenuItem>
              <MenuDivider />
              <MenuItem disabled={disabled} onClick={() => run(() => save("txt"))} data-testid="export-txt">
                {words.text}
              </MenuItem>
              <MenuItem disabled={disabled} onClick={() => run(() => save("md"))} data-testid="export-md">
                {words.markdown}
              </MenuItem>
              <MenuItem disabled={disabled} onClick={() => run(() => save("html"))} data-testid="export-html">
                {words.html}
              </MenuItem>
              <MenuItem disabled={disabled} onClick={() => template.current?.click()} data-testid="export-template">
                {words.template}
              </MenuItem>
              <MenuDivider />
              <MenuItem disabled={disabled} onClick={() => run(() => saveSignoff())} data-testid="signoff-docx">
                {words.signoffWord}
              </MenuItem>
              <MenuItem disabled={disabled} onClick={() => run(() => print())} data-testid="signoff-print">
                {words.signoffPrint}
              </MenuItem>
              <MenuItem onClick={() => run(saveLedger)} data-testid="ledger-page">
                {words.ledgerPage}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
        <FileInput
          ref={template}
          accept=".docx"
          label={words.template}
          testid="template-input"
          onPick={(file) => run(() => fill(file))}
        />
      </div>
      {asking ? (
        <QuestionDialog
          title={words.replaceTitle}
          text={words.replaceText(drafts.getSnapshot().corrections)}
          ways={[
            {
              label: words.replace,
              testid: "replace-draft",
              run: async () => {
                setAsking(false);
                await replaceDraft();
              },
            },
          ]}
          cancel={words.keepDraft}
          testid="replace-question"
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
