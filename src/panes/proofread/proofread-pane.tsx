/**
 * 校对: a draft held against itself and against the open ledger. Text and findings side by side where there is room;
 * corrections are accepted one by one, undone, and downloaded in the file they came in.
 */
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Switch,
  Text,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowDownload20Regular,
  ArrowRedo20Regular,
  ArrowUndo20Regular,
  CheckmarkCircle48Regular,
  MoreHorizontal20Regular,
} from "@fluentui/react-icons";
import type { ActionData } from "../../app/actions";
import { extractDraft, extractedTable, extractedWords } from "../../app/extracted-table";
import { proofreadDraft, withoutIgnored } from "../../app/proofread-draft";
import { correctionsOf, correctionsOfRule, proofMessage, SEVERITIES } from "../../app/core";
import type { Severity } from "../../rule";
import type { Draft } from "../../hosts/draft";
import type { Correction, ProofFinding } from "../../proofread";
import { useDraft, useDraftSession, useDraftTools } from "../draft/draft-context";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { IgnoreDialog } from "../ignore-dialog";
import { SeverityCounts } from "../severity";
import { ActionButton } from "../shell/action-button";
import { useAnnounce } from "../shell/announcer";
import { useCopy } from "../shell/copying";
import { saveFile } from "../shell/save-file";
import { DraftStart } from "./draft-start";
import { DraftText } from "./draft-text";
import { IgnoredProofs } from "./ignored-proofs";
import { plainFindings } from "./plain-findings";
import { ProofList } from "./proof-list";
import { useNoticeIgnores } from "./use-notice-ignores";
import { PROOFREAD_WORDS } from "./words";

/** Width from which text and findings stand side by side. */
const WIDE = 720;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, flexWrap: "wrap" },
  name: { flexGrow: 1, minWidth: "80px", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
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
    backgroundColor: tokens.colorNeutralBackground2,
    paddingBottom: tokens.spacingVerticalXS,
  },
  side: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  empty: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalXL,
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  muted: { color: tokens.colorNeutralForeground3 },
});

export default function ProofreadPane() {
  const { draft } = useDraft();
  const [edited, setEdited] = useState("");
  const drafts = useDraftSession();
  const styles = useStyles();
  return (
    <div className={styles.root} data-testid="proofread-pane">
      {draft ? (
        <Proofreading
          draft={draft}
          onLeave={(text) => {
            setEdited(text);
            drafts.close();
          }}
        />
      ) : (
        <DraftStart text={edited} />
      )}
    </div>
  );
}

function useWide(): readonly [(element: HTMLElement | null) => void, boolean] {
  const [wide, setWide] = useState(false);
  const observer = useRef<ResizeObserver | null>(null);
  const attach = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    observer.current = null;
    if (!element) return;
    const measure = () => setWide(element.clientWidth >= WIDE);
    observer.current = new ResizeObserver(measure);
    observer.current.observe(element);
    measure();
  }, []);
  return [attach, wide];
}

function Proofreading(props: { readonly draft: Draft; readonly onLeave: (text: string) => void }) {
  const styles = useStyles();
  const words = useWords(PROOFREAD_WORDS);
  const lang = useLang();
  const session = useSession();
  const snapshot = useSnapshot();
  const drafts = useDraftSession();
  const state = useDraft();
  const load = useDraftTools();
  const announce = useAnnounce();
  const [attach, wide] = useWide();
  const [severities, setSeverities] = useState<ReadonlySet<Severity>>(new Set(SEVERITIES));
  const [selectedId, setSelected] = useState<string | null>(null);
  const [useLedger, setUseLedger] = useState(true);
  const [final, setFinal] = useState(false);
  const copyOut = useCopy();

  // Typing and pressing come first; the text is read anew behind them.
  const draft = useDeferredValue(props.draft);
  const { revision } = snapshot;
  const { rules, words: ownWords, lexicon } = snapshot.settings;
  const hasLedger = snapshot.ledgers.length > 0;
  const result = useMemo(
    () => {
      const reading = session.reading();
      const tally = session.tally();
      return proofreadDraft(draft.lines, useLedger && hasLedger && reading && tally ? { reading, tally } : null, {
        final,
        settings: { rules, words: ownWords, lexicon },
      });
    },
    // `revision` stands for everything the ledger's figures depend on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, draft, useLedger, hasLedger, revision, rules, ownWords, lexicon, final],
  );
  const ignoring = useNoticeIgnores();
  const { findings: open, ignored } = useMemo(() => withoutIgnored(result, state.ignores), [result, state.ignores]);
  const shown = useMemo(() => open.filter((finding) => severities.has(finding.severity)), [open, severities]);
  const selected = shown.find((finding) => finding.id === selectedId) ?? null;
  const counts = useMemo(() => {
    const sums: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    for (const finding of open) sums[finding.severity] += 1;
    return sums;
  }, [open]);

  const first = useRef(true);
  useEffect(() => {
    if (!first.current) return;
    first.current = false;
    announce(words.found(counts.error, counts.warning, counts.info));
  }, [announce, words, counts]);

  const placeOf = useCallback(
    (line: number) =>
      draft.format === "docx" ? words.paragraph(draft.paragraphs[line - 1] ?? line) : words.line(line),
    [draft, words],
  );
  const select = useCallback((id: string) => setSelected(id), []);

  /** The finding behind one that goes, so that one can work through the list. */
  const next = useRef<{ readonly line: number; readonly start: number } | null>(null);
  useLayoutEffect(() => {
    const place = next.current;
    if (!place) return;
    next.current = null;
    const after = shown.find(
      (finding) => finding.line > place.line || (finding.line === place.line && finding.start >= place.start),
    );
    setSelected(after?.id ?? null);
  }, [shown]);

  const correct = useCallback(
    (finding: ProofFinding, corrections: readonly Correction[]) => {
      const [only] = corrections;
      if (!only) return;
      next.current = { line: finding.line, start: finding.start };
      void session.act("correctDraft", () => {
        const applied = drafts.correct(corrections)?.applied ?? 0;
        const data: ActionData =
          applied === 0
            ? { partial: true }
            : corrections.length === 1
              ? { value: only.value }
              : { count: applied, left: corrections.length - applied };
        return Promise.resolve(data);
      });
    },
    [drafts, session],
  );
  const accept = useCallback((finding: ProofFinding) => correct(finding, correctionsOf(finding)), [correct]);
  const acceptAll = useCallback(
    (finding: ProofFinding) => correct(finding, correctionsOfRule(shown, finding.rule)),
    [correct, shown],
  );
  /** The finding whose reason is asked for. */
  const [asked, setAsked] = useState<ProofFinding | null>(null);
  const setAside = (id: string, reason: string) => {
    if (asked) next.current = { line: asked.line, start: asked.start };
    setAsked(null);
    void ignoring.ignore(id, reason);
  };

  const text = () => props.draft.lines.join("\n");
  const copy = (what: string, title: string) => copyOut({ title, text: () => what });
  const step = (which: "undo" | "redo") =>
    session.act("correctDraft", () => {
      drafts[which]();
      return Promise.resolve({ step: which });
    });
  const download = () =>
    session.act("download", () => {
      const { name, format } = props.draft;
      const dot = name.lastIndexOf(".");
      const base = dot > 0 ? name.slice(0, dot) : name;
      const target = name === "" ? words.pastedName : `${base}${words.correctedSuffix}.${format}`;
      saveFile(props.draft.bytes(), target, format);
      drafts.saved();
      return Promise.resolve({ name: target });
    });
  const extract = () =>
    session.act("extractDraft", async (): Promise<ActionData> => {
      const ledger = extractDraft(props.draft.lines, lexicon);
      if (ledger.rows.length === 0) return { partial: true };
      const tools = await load();
      saveFile(tools.writeTable(extractedTable(ledger, props.draft.paragraphs)), words.extractedName, "xlsx");
      return { name: words.extractedName, what: extractedWords(ledger, lang) };
    });
  const toggle = (severity: Severity) => {
    const after = new Set(severities);
    if (after.has(severity)) after.delete(severity);
    else after.add(severity);
    setSeverities(after);
  };

  return (
    <div ref={attach} className={styles.root} data-testid="proofreading" data-corrections={state.corrections}>
      <div className={styles.row}>
        <Text weight="semibold" className={styles.name} title={props.draft.name}>
          {props.draft.name || words.pasted}
        </Text>
        <ActionButton
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          aria-label={words.undo}
          title={words.undo}
          disabled={!state.canUndo}
          run={() => step("undo")}
          data-testid="undo-correction"
        />
        <ActionButton
          appearance="subtle"
          icon={<ArrowRedo20Regular />}
          aria-label={words.redo}
          title={words.redo}
          disabled={!state.canRedo}
          run={() => step("redo")}
          data-testid="redo-correction"
        />
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              icon={<MoreHorizontal20Regular />}
              aria-label={words.more}
              title={words.more}
              data-testid="draft-menu"
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem
                onClick={() => void copy(plainFindings(shown, placeOf, lang), words.copyList)}
                data-testid="copy-findings"
              >
                {words.copyList}
              </MenuItem>
              <MenuItem onClick={() => void copy(text(), words.copyText)} data-testid="copy-draft">
                {words.copyText}
              </MenuItem>
              <MenuItem onClick={() => void extract()} data-testid="extract">
                {words.extract}
              </MenuItem>
              {props.draft.name === "" ? (
                <MenuItem onClick={() => props.onLeave(text())} data-testid="edit-draft">
                  {words.editText}
                </MenuItem>
              ) : null}
              <MenuItem onClick={() => props.onLeave("")} data-testid="another-draft">
                {words.another}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
        <ActionButton
          appearance={state.corrections > 0 ? "primary" : "secondary"}
          icon={<ArrowDownload20Regular />}
          run={download}
          data-testid="download-draft"
        >
          {words.download(state.corrections)}
        </ActionButton>
      </div>
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
      <SeverityCounts counts={counts} shown={severities} onToggle={toggle} testid="proof-count" />
      <div className={wide ? styles.two : styles.one}>
        <div className={styles.sticky}>
          <DraftText
            lines={draft.lines}
            paragraphs={draft.paragraphs}
            findings={shown}
            selected={selected}
            onSelect={select}
            maxHeight={wide ? "calc(100vh - 130px)" : "42vh"}
          />
        </div>
        <div className={styles.side}>
          {open.length === 0 ? (
            <div className={styles.empty} data-testid="proof-clean">
              <CheckmarkCircle48Regular className={styles.good} aria-hidden />
              <Text weight="semibold">{words.cleanTitle}</Text>
              <Text className={styles.muted}>{words.cleanBody}</Text>
            </div>
          ) : shown.length === 0 ? (
            <div className={styles.empty}>
              <Text>{words.noMatch}</Text>
            </div>
          ) : (
            <ProofList
              findings={shown}
              selected={selectedId}
              placeOf={placeOf}
              onSelect={select}
              onAccept={accept}
              onAcceptAll={acceptAll}
              onIgnore={setAsked}
            />
          )}
          <IgnoredProofs ignored={ignored} placeOf={placeOf} onRestore={ignoring.restore} />
        </div>
      </div>
      <IgnoreDialog
        finding={asked && { id: asked.id, text: proofMessage(asked, lang) }}
        label={words.ignoreReason}
        onClose={() => setAsked(null)}
        onIgnore={setAside}
      />
    </div>
  );
}
