/** What is to be known of a workbook before its ledgers: that it holds none, is protected, has versions told apart. */
import { MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import type { LedgerView, Snapshot } from "../../app/session";
import { COLUMN_WORDS } from "../../app/words";
import { useLang, useWords } from "../session-context";
import { BAR_WORDS } from "./bar-words";

export function LedgerBars(props: {
  readonly nothing: boolean;
  readonly anyProtected: boolean;
  readonly overlaps: Snapshot["overlaps"];
}) {
  const words = useWords(BAR_WORDS);
  return (
    <>
      {props.nothing ? (
        <MessageBar intent="warning" layout="multiline" data-testid="no-ledger">
          <MessageBarBody>
            <MessageBarTitle>{words.noLedgerTitle}</MessageBarTitle>
            {words.noLedgerBody}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {props.anyProtected ? (
        <MessageBar intent="info" layout="multiline" data-testid="protected">
          <MessageBarBody>{words.protected}</MessageBarBody>
        </MessageBar>
      ) : null}
      {props.overlaps.length > 0 ? (
        <MessageBar intent="warning" layout="multiline" data-testid="versions">
          <MessageBarBody>
            <MessageBarTitle>{words.versions}</MessageBarTitle>
            {props.overlaps.map((overlap) => (
              <Text block key={`${overlap.passed.sheet}!${overlap.passed.row}`}>
                {words.versionText(
                  overlap.counted.title || overlap.counted.sheet,
                  overlap.passed.title || overlap.passed.sheet,
                  overlap,
                )}
              </Text>
            ))}
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
}

/** Columns that a ledger of problems cannot do without, and has not. */
export function LackingBar(props: { readonly lacking: LedgerView["lacking"] }) {
  const words = useWords(BAR_WORDS);
  const lang = useLang();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{words.missing(props.lacking.map((key) => COLUMN_WORDS[key][lang]).join("、"))}</MessageBarBody>
    </MessageBar>
  );
}
