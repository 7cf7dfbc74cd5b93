/** A draft that is open: its text and its findings, side by side where there is room. */
import { useCallback, useEffect, useRef, useState } from "react";
import { makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle48Regular } from "@fluentui/react-icons";
import { proofMessage } from "../../app/core";
import type { Draft } from "../../hosts/draft";
import { useDraft } from "../draft/draft-context";
import { Empty } from "../empty";
import { useLang, useSnapshot, useWords } from "../session-context";
import { IgnoreDialog } from "../ignore-dialog";
import { SeverityCounts } from "../severity";
import { useAnnounce } from "../shell/announcer";
import { SHORT } from "../shell/frame-styles";
import { DraftText } from "./draft-text";
import { SetAside } from "../set-aside";
import { Skeleton } from "../skeleton";
import { FiguresNote } from "./figures-note";
import { plainFindings } from "./plain-findings";
import { ProofList } from "./proof-list";
import { PROOFREAD_WORDS } from "./words";
import { DraftBar } from "./draft-bar";
import { useCorrections } from "./use-corrections";
import { NOTHING_READ, useProofs } from "./use-proofs";
import { useTogether } from "./use-together";
import { useSeverities } from "../use-severities";
import { useWide } from "../use-wide";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, flexWrap: "wrap" },
  one: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  two: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
  sticky: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    [SHORT]: { position: "static" },
    backgroundColor: tokens.colorNeutralBackground2,
    paddingBottom: tokens.spacingVerticalXS,
  },
  side: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  muted: { color: tokens.colorNeutralForeground3 },
});

export function Proofreading(props: { readonly draft: Draft; readonly onLeave: (text: string) => void }) {
  const styles = useStyles();
  const words = useWords(PROOFREAD_WORDS);
  const lang = useLang();
  const hasLedger = useSnapshot().ledgers.length > 0;
  const { corrections } = useDraft();
  const announce = useAnnounce();
  const [attach, wide] = useWide();
  const root = useRef<HTMLElement | null>(null);
  const place = useCallback(
    (element: HTMLElement | null) => {
      root.current = element;
      attach(element);
    },
    [attach],
  );
  useTogether(root, wide);
  const { severities, toggle } = useSeverities();
  const [useLedger, setUseLedger] = useState(true);
  const [final, setFinal] = useState(false);
  const proofs = useProofs(props.draft, { useLedger, final, severities });
  const { open, ignored, shown: found, counts, figures } = proofs ?? NOTHING_READ;
  const draft = proofs?.draft ?? props.draft;
  const isRead = proofs !== null;
  const correcting = useCorrections(found, draft, props.draft);
  const { asked, shown } = correcting;

  const first = useRef(true);
  useEffect(() => {
    if (!first.current || !isRead) return;
    first.current = false;
    announce(words.found(counts.error, counts.warning, counts.info));
  }, [announce, words, counts, isRead]);

  const placeOf = useCallback(
    (line: number) =>
      draft.format === "docx" ? words.paragraph(draft.paragraphs[line - 1] ?? line) : words.line(line),
    [draft, words],
  );

  return (
    <div
      ref={place}
      className={styles.root}
      aria-busy={draft !== props.draft || !isRead}
      data-testid="proofreading"
      data-corrections={corrections}
    >
      <DraftBar draft={props.draft} listed={() => plainFindings(shown, placeOf, lang)} onLeave={props.onLeave} />
      <div className={styles.row}>
        {hasLedger ? (
          <Switch
            label={words.useLedger}
            checked={useLedger}
            onChange={(_event, data) => setUseLedger(data.checked)}
            data-testid="use-ledger"
          />
        ) : null}
        <Switch
          label={words.final}
          title={words.finalHint}
          checked={final}
          onChange={(_event, data) => setFinal(data.checked)}
          data-testid="final"
        />
      </div>
      {isRead ? <SeverityCounts counts={counts} shown={severities} onToggle={toggle} testid="proof-count" /> : null}
      <div className={wide ? styles.two : styles.one}>
        <div className={styles.sticky}>
          <DraftText
            marked={correcting.marked}
            selected={correcting.selected}
            onSelect={correcting.select}
            maxHeight={wide ? "calc(100vh - 130px)" : "42vh"}
          />
        </div>
        <div className={styles.side}>
          {!isRead ? (
            <Skeleton label={words.reading} />
          ) : open.length === 0 ? (
            <Empty testid="proof-clean">
              <CheckmarkCircle48Regular className={styles.good} aria-hidden />
              <Text weight="semibold">{words.cleanTitle}</Text>
              <Text className={styles.muted}>{words.cleanBody}</Text>
            </Empty>
          ) : shown.length === 0 ? (
            <Empty>
              <Text>{words.noMatch}</Text>
            </Empty>
          ) : (
            <ProofList
              findings={shown}
              selected={correcting.selectedId}
              placeOf={placeOf}
              onSelect={correcting.select}
              onAccept={correcting.accept}
              onAcceptAll={correcting.acceptAll}
              onIgnore={correcting.ask}
            />
          )}
          <FiguresNote figures={figures} placeOf={placeOf} />
          <SetAside
            heading={words.ignored(ignored.length)}
            findings={ignored.map(({ finding, ignore }) => ({
              id: finding.id,
              text: `${placeOf(finding.line)} ${proofMessage(finding, lang)}`,
              reason: ignore.reason,
            }))}
            restore={words.restore}
            onRestore={correcting.restore}
          />
        </div>
      </div>
      <IgnoreDialog
        finding={asked && { id: asked.id, text: proofMessage(asked, lang) }}
        label={words.ignoreReason}
        onClose={() => correcting.ask(null)}
        onIgnore={correcting.setAside}
      />
    </div>
  );
}
