/** What the notice's author is told before it is used. */
import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { describeWarning, type sessionNotice } from "../../app/documents";
import { useLang, useWords } from "../session-context";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

type Made = Extract<NonNullable<ReturnType<typeof sessionNotice>>, { readonly ok: true }>;

export function Warnings(props: { readonly warnings: Made["document"]["warnings"] }) {
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  if (props.warnings.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="notice-warnings">
      <MessageBarBody>
        <MessageBarTitle>{words.warnings}</MessageBarTitle>
        <ul className={styles.list}>
          {props.warnings.map((warning, index) => (
            <li key={index}>{describeWarning(warning, lang)}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
