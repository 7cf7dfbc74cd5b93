/** What is in the program besides our own work, with the licences that come with it; kept beside the program by the build. */
import { useEffect, useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DialogFrame } from "../dialog-frame";
import { useWords } from "../session-context";
import { MENU_WORDS } from "./menu-words";
import { Skeleton } from "../skeleton";

declare global {
  interface Window {
    /** In the one file, which cannot fetch. */
    TAIZHANG_NOTICES?: string;
  }
}

const useStyles = makeStyles({
  text: {
    maxHeight: "60vh",
    overflow: "auto",
    margin: 0,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

/** @throws TypeError where the file cannot be had */
async function readNotices(): Promise<string> {
  if (window.TAIZHANG_NOTICES !== undefined) return window.TAIZHANG_NOTICES;
  const response = await fetch("./THIRD-PARTY-NOTICES.txt");
  if (!response.ok) throw new TypeError(`notices ${response.status}`);
  return response.text();
}

export default function LicencesDialog(props: { readonly onClose: () => void }) {
  const styles = useStyles();
  const words = useWords(MENU_WORDS);
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    readNotices().then(
      (read) => {
        if (current) setText(read);
      },
      // Offline and not kept, or not beside the page: said below.
      () => {
        if (current) setFailed(true);
      },
    );
    return () => {
      current = false;
    };
  }, []);
  return (
    <DialogFrame
      title={words.licences}
      testid="licences"
      onClose={props.onClose}
      actions={
        <Button appearance="primary" onClick={props.onClose}>
          {words.close}
        </Button>
      }
    >
      {text === null && !failed ? <Skeleton label={words.loading} /> : null}
      {failed ? words.licencesMissing : null}
      {text === null ? null : (
        <pre className={styles.text} tabIndex={0} lang="en" data-testid="licences-text">
          {text}
        </pre>
      )}
    </DialogFrame>
  );
}
