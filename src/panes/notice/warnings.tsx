/** What the notice's author is told before it is used. */
import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { describeWarning, type NoticeDocument } from "../../app/documents";
import { useLang, useWords } from "../session-context";
import { Proofs } from "./proofs";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

export function Warnings(props: { readonly notice: NoticeDocument }) {
  const { notice } = props;
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  return (
    <>
      {notice.warnings.length === 0 ? null : (
        <MessageBar intent="warning" layout="multiline" data-testid="notice-warnings">
          <MessageBarBody>
            <MessageBarTitle>{words.warnings}</MessageBarTitle>
            <ul className={styles.list}>
              {notice.warnings.map((warning, index) => (
                <li key={index}>{describeWarning(warning, lang)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      <Proofs notice={notice} />
    </>
  );
}
