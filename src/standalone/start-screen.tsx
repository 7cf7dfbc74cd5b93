/** What one sees first: a place to drop a file, a button, two samples, and the promise that nothing leaves. */
import { useEffect, useRef } from "react";
import { Link, makeStyles, Text, Title2, tokens } from "@fluentui/react-components";
import { Card } from "../panes/card";
import { DropZone } from "../panes/drop-zone";
import { FileButton } from "../panes/file-button";
import { DocumentTable24Regular, FolderOpen20Regular, LockClosed16Regular } from "@fluentui/react-icons";
import { LEDGER_ENDINGS } from "../panes/hand-over";
import { useWords } from "../panes/session-context";
import { loadable } from "../panes/shell/loadable";
import { STANDALONE_WORDS } from "./words";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalL,
    paddingTop: "6vh",
    textAlign: "center",
  },
  // Between words of a title only at stops: 台账 is never torn apart.
  headline: { textWrap: "balance", wordBreak: "keep-all", overflowWrap: "anywhere" },
  zone: {
    width: "100%",
    maxWidth: "560px",
    boxSizing: "border-box",
    padding: tokens.spacingVerticalXXL,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalM,
  },
  icon: { color: tokens.colorBrandForeground1 },
  promise: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  samples: { width: "100%", maxWidth: "560px", boxSizing: "border-box" },
  links: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalL, justifyContent: "center" },
});

/** Ledgers, and notices: what is chosen is told apart as what is dropped. */
export const ACCEPT = `${LEDGER_ENDINGS},.docx,.txt`;

/** Only where there is something to show. */
const RecentLedgers = loadable(
  async () => (await import(/* webpackChunkName: "recent" */ "./recent-ledgers")).default,
  <></>,
);

export interface SampleCard {
  readonly name: string;
  readonly label: "sampleTidy" | "sampleFaulty";
  readonly load: () => Promise<ArrayBuffer>;
}

export function StartScreen(props: {
  readonly onFile: (file: File) => void;
  readonly onSample: (sample: SampleCard) => void;
  readonly onProofread: () => void;
  readonly onMonth: () => void;
  readonly samples: readonly SampleCard[];
  /** Names of the ledgers opened lately. */
  readonly recent: readonly string[];
  readonly onNew: () => void;
}) {
  const styles = useStyles();
  const words = useWords(STANDALONE_WORDS);
  // Nothing else is there to begin with: Enter chooses a file.
  const zone = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) zone.current?.querySelector("button")?.focus();
  }, []);
  const drop = (data: DataTransfer) => {
    const file = data.files[0];
    if (file) props.onFile(file);
  };
  return (
    <div className={styles.root} data-testid="start">
      <Title2 as="h2" className={styles.headline}>
        {words.headline}
      </Title2>
      <DropZone ref={zone} className={styles.zone} onDrop={drop} data-testid="drop-zone">
        <DocumentTable24Regular className={styles.icon} />
        <Text>{words.dropHere}</Text>
        <FileButton
          appearance="primary"
          icon={<FolderOpen20Regular />}
          accept={ACCEPT}
          label={words.choose}
          input="file-input"
          onPick={props.onFile}
          data-testid="choose-file"
        >
          {words.choose}
        </FileButton>
        <Text size={200} className={styles.promise}>
          <LockClosed16Regular aria-hidden />
          {words.local}
        </Text>
      </DropZone>
      {props.recent.length > 0 ? (
        <RecentLedgers names={props.recent} accept={ACCEPT} className={styles.samples} onFile={props.onFile} />
      ) : null}
      <Card className={styles.samples}>
        <Text>{words.draftAtHand}</Text>
        <div className={styles.links}>
          <Link as="button" onClick={props.onProofread} data-testid="start-proofread">
            {words.proofread}
          </Link>
          <Link as="button" onClick={props.onMonth} data-testid="start-month">
            {words.collect}
          </Link>
          <Link as="button" onClick={props.onNew} data-testid="start-new">
            {words.newLedger}
          </Link>
        </div>
      </Card>
      {props.samples.length > 0 ? (
        <Card className={styles.samples}>
          <Text>{words.samples}</Text>
          <div className={styles.links}>
            {props.samples.map((sample) => (
              <Link
                as="button"
                key={sample.name}
                onClick={() => props.onSample(sample)}
                data-testid={`sample-${sample.label}`}
              >
                {words[sample.label]}
              </Link>
            ))}
          </div>
        </Card>
      ) : null}
    </div>
  );
}
