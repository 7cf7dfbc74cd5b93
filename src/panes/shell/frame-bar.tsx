/** The bar: what is open, what the entry offers beside it, one step back and forth, looking anew, the menu. */
import { type ReactNode } from "react";
import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ArrowRedo20Regular, ArrowSync20Regular, ArrowUndo20Regular } from "@fluentui/react-icons";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "./action-button";
import type { SettingsMenuProps } from "./settings-menu";
import { SHELL_WORDS } from "./words";
import { MenuOpener, useDocumentLanguage } from "./frame-parts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalXS,
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: tokens.spacingHorizontalS,
    minHeight: "40px",
    // Two lines in a narrow window, whatever long pane stands below.
    flexShrink: 0,
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  cornerTaken: { paddingRight: "36px" },
  // Beside the buttons while there is room to tell one ledger from another by it, else above them.
  name: {
    margin: 0,
    flex: "1 1 120px",
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  buttons: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, marginLeft: "auto" },
});

/** The look that was chosen, and how to choose another. */
export type LookProps = Pick<SettingsMenuProps, "choice" | "onChoice">;

export function FrameBar(props: {
  readonly actions?: ReactNode;
  readonly cornerTaken?: boolean;
  readonly look: LookProps;
  readonly nothingRead: boolean;
  readonly onCopyDiagnostics: () => void;
}) {
  const styles = useStyles();
  const words = useWords(SHELL_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  useDocumentLanguage();
  return (
    <header className={mergeClasses(styles.bar, props.cornerTaken ? styles.cornerTaken : undefined)}>
      <Text as="h1" weight="semibold" className={styles.name} title={snapshot.workbook?.name}>
        {snapshot.workbook?.name ?? words.product}
      </Text>
      <div className={styles.buttons}>
        {props.actions}
        {props.nothingRead ? null : (
          <>
            <ActionButton
              appearance="subtle"
              icon={<ArrowUndo20Regular />}
              aria-label={words.undo}
              title={words.undo}
              keepsFocus
              disabled={!snapshot.journal.canUndo}
              run={session.undo}
              data-steps="undo"
              data-testid="undo"
            />
            <ActionButton
              appearance="subtle"
              icon={<ArrowRedo20Regular />}
              aria-label={words.redo}
              title={words.redo}
              keepsFocus
              disabled={!snapshot.journal.canRedo}
              run={session.redo}
              data-steps="redo"
              data-testid="redo"
            />
            <ActionButton
              appearance="subtle"
              icon={<ArrowSync20Regular />}
              aria-label={words.recheck}
              title={words.recheckHint}
              run={() => session.recheck()}
              data-testid="recheck"
            />
          </>
        )}
        <MenuOpener {...props.look} onCopyDiagnostics={props.onCopyDiagnostics} />
      </div>
    </header>
  );
}
