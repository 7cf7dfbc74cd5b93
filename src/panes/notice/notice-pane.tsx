/**
 * 通报: the whole notice from the ledger and a short form of facts; what is missing and where it is filled in; exports, with
 * copying where downloads are blocked; the sign-off sheet.
 */
import { useDeferredValue, useMemo, useRef, useState } from "react";
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowDownload20Regular,
  ChevronDown20Regular,
  Print20Regular,
  TextGrammarCheckmark20Regular,
} from "@fluentui/react-icons";
import type { ActionData } from "../../app/actions";
import {
  describeWarning,
  FACT_LABELS,
  sessionNotice,
  sessionSignoff,
  type FactName,
  type Missing,
  type NoticeDocument,
} from "../../app/documents";
import {
  ledgerPage,
  noticeBytes,
  noticeClip,
  noticeFromTemplate,
  signoffDocx,
  signoffPage,
  type NoticeFormat,
} from "../../app/notice-files";
import { KIND_WORDS } from "../../app/words";
import { qualified } from "../../grid";
import type { Kind } from "../../ledger";
import { useDraftSession, useDraftTools, useLedgerHash } from "../draft/draft-context";
import { HeldWarning, useCheckOnce } from "../held-warning";
import { FileInput } from "../file-input";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { usePending } from "../shell/action-button";
import { QuestionDialog } from "../shell/question-dialog";
import type { PaneProps } from "../shell/pane-props";
import { copyHtml } from "../shell/copy-html";
import { useCopy } from "../shell/copying";
import { useJump } from "../shell/jumping";
import { printHtml } from "../shell/print-html";
import { saveFile } from "../shell/save-file";
import { useTyped } from "../use-typed";
import { FactsForm } from "./facts-form";
import { readForm, type NoticeForm } from "./form-input";
import { NoticePreview } from "./notice-preview";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  missing: { listStyleType: "none", margin: 0, padding: 0, maxHeight: "30vh", overflowY: "auto", overflowX: "hidden" },
  entry: {
    width: "100%",
    minWidth: 0,
    height: "auto",
    justifyContent: "flex-start",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  muted: { color: tokens.colorNeutralForeground3 },
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingBottom: tokens.spacingVerticalS,
  },
});

const LISTED: readonly Kind[] = ["immediate", "matter", "letter", "clue"];
const NAMES = Object.keys(FACT_LABELS) as FactName[];
/** Kept beside the facts: which kinds are listed one by one. */
const ALSO = "also";
/** Open places shown; the rest is counted. */
const MOST_MISSING = 200;

export default function NoticePane(props: PaneProps) {
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  const session = useSession();
  const snapshot = useSnapshot();
  const jump = useJump();
  const typed = useTyped(snapshot.facts, (news) => session.changeFacts(news));
  const values = NAMES.map((name) => typed.valueOf(name)).join("\u0000");
  // The same form for the same texts: the notice is composed anew only where one differs.
  const form = useMemo<NoticeForm>(
    () => Object.fromEntries(values.split("\u0000").map((text, order) => [NAMES[order], text])),
    [values],
  );
  const also = typed.valueOf(ALSO);
  const list = useMemo<ReadonlySet<Kind>>(
    () => new Set(LISTED.filter((kind) => also.split(",").includes(kind))),
    [also],
  );
  const [open, setOpen] = useState<readonly unknown[]>(["facts", "preview"]);
  const [target, setTarget] = useState<{ readonly block: number; readonly serial: number } | null>(null);
  const root = useRef<HTMLDivElement>(null);

  useCheckOnce();

  const reading = useMemo(() => readForm(form), [form]);
  // Typing comes first; the notice is composed behind it.
  // At first there is the form alone: of a large ledger it takes a moment.
  const facts = useDeferredValue<typeof reading.facts | null>(reading.facts, null);
  const { revision, settings } = snapshot;
  const made = useMemo(
    () => (facts === null ? null : sessionNotice(session, facts, { list: [...list] })),
    // `revision` and the settings stand for everything the notice depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, facts, list, revision, settings],
  );
  if (facts === null) return <Spinner label={words.composing} />;
  if (made === null || snapshot.ledgers.length === 0) return <Text>{words.empty}</Text>;
  if (!made.ok) {
    return (
      <MessageBar intent="error" layout="multiline" data-testid="notice-pane">
        <MessageBarBody>{words.wrongTemplate}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => props.go("summary")}>{words.goSummary}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  const { document: notice, held } = made;
  const blocked = held.length > 0 && !settings.writeAnyway;
  const kinds = LISTED.filter((kind) => snapshot.ledgers.some((ledger) => ledger.kind === kind));
  const show = (block: number) => {
    setOpen((sections) => (sections.includes("preview") ? sections : [...sections, "preview"]));
    setTarget((before) => ({ block, serial: (before?.serial ?? 0) + 1 }));
  };
  const goTo = (missing: Missing) => {
    if (missing.fact === null) {
      if (missing.ref) void jump.toRows([missing.ref]);
      show(missing.block);
      return;
    }
    const fact: FactName = missing.fact;
    setOpen((sections) => (sections.includes("facts") ? sections : [...sections, "facts"]));
    // The section has to be open before its field can be reached.
    window.setTimeout(() => {
      const field = root.current?.querySelector<HTMLElement>(`[data-testid=fact-${fact}]`);
      const input = field?.matches("input, textarea, select")
        ? field
        : field?.querySelector<HTMLElement>("input, textarea, select");
      input?.focus();
      input?.scrollIntoView({ block: "center" });
    }, 0);
  };
  return (
    <div ref={root} className={styles.root} data-testid="notice-pane">
      <HeldWarning held={held} testid="notice-held" anywayTestid="notice-anyway" onSettle={() => props.go("check")} />
      <Exports notice={notice} facts={reading.facts} disabled={blocked} go={props.go} />
      {notice.warnings.length > 0 ? (
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
      ) : null}
      <Accordion multiple collapsible openItems={[...open]} onToggle={(_event, data) => setOpen(data.openItems)}>
        <AccordionItem value="facts">
          <AccordionHeader>{words.facts}</AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <FactsForm form={form} typed={typed} problems={reading.problems} />
            {kinds.length > 0 ? (
              <div>
                <Text weight="semibold">{words.also}</Text>
                <div className={styles.row}>
                  {kinds.map((kind) => (
                    <Checkbox
                      key={kind}
                      label={KIND_WORDS[kind][lang]}
                      checked={list.has(kind)}
                      data-testid={`list-${kind}`}
                      onChange={(_event, data) => {
                        const next = LISTED.filter((each) => (each === kind ? data.checked === true : list.has(each)));
                        typed.type(ALSO, next.join(","));
                        typed.flush();
                      }}
                    />
                  ))}
                </div>
                <Text size={200} className={styles.muted}>
                  {words.alsoHint}
                </Text>
              </div>
            ) : null}
          </AccordionPanel>
        </AccordionItem>
        <AccordionItem value="missing">
          <AccordionHeader>
            <span data-testid="missing-count">
              {notice.missing.length === 0 ? words.missingNone : words.missing(notice.missing.length)}
            </span>
          </AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <ul className={styles.missing} data-testid="missing">
              {notice.missing.slice(0, MOST_MISSING).map((missing, index) => (
                <li key={index}>
                  <Button appearance="subtle" size="small" className={styles.entry} onClick={() => goTo(missing)}>
                    <span>
                      {missing.name}{" "}
                      <Text size={200} className={styles.muted}>
                        {missing.fact !== null
                          ? words.byForm
                          : missing.ref
                            ? words.byLedger(qualified(missing.ref.sheet, missing.ref.row, missing.ref.col))
                            : null}
                      </Text>
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
        <AccordionItem value="preview">
          <AccordionHeader>{words.preview}</AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <NoticePreview document={notice} target={target} onTarget={show} />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </div>
  );
}

type Facts = ReturnType<typeof readForm>["facts"];

/** Lets the page paint between slices of a long notice. */
const pause = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, 0));

function Exports(props: {
  readonly notice: NoticeDocument;
  readonly facts: Facts;
  readonly disabled: boolean;
  readonly go: PaneProps["go"];
}) {
  const { notice, facts, disabled } = props;
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  const copyOut = useCopy();
  const hash = useLedgerHash();
  const drafts = useDraftSession();
  const load = useDraftTools();
  const template = useRef<HTMLInputElement>(null);

  /** Makes a file; null where nothing could be made of the session as it is. */
  const make = (run: () => Promise<ActionData | null>) => session.act("download", run);
  const save = (format: NoticeFormat) =>
    make(async () => {
      const name = `${facts.unit ?? ""}${words.noticeName}.${format}`;
      saveFile(await noticeBytes(notice, format, { mark: true, yieldNow: pause }), name, format);
      return { name, paste: true };
    });
  const fill = (file: File) =>
    make(async (): Promise<ActionData | null> => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const outcome = await noticeFromTemplate(session, notice, facts, bytes);
      if (outcome === null) return null;
      const { lang } = session.getSnapshot().settings;
      if (!outcome.ok) return { partial: true, why: words.templateFailed(file.name, outcome[lang]) };
      const name = `${facts.unit ?? ""}${words.noticeName}.docx`;
      saveFile(outcome.bytes, name, "docx");
      return { name, paste: true };
    });
  const sheet = async () => {
    const { version, build, rules } = session.diagnostics().versions;
    return sessionSignoff(session, notice.summary, {
      file: snapshot.workbook?.name ?? "",
      sha256: await hash(),
      time: localTime(new Date()),
      versions: { version, build, rules },
    });
  };
  const saveSignoff = () =>
    make(async () => {
      const made = await sheet();
      if (!made) return null;
      const name = `${words.signoffName}.docx`;
      saveFile(await signoffDocx(made), name, "docx");
      return { name };
    });
  const savePage = (html: string, title: string): ActionData => {
    const name = `${title}.html`;
    saveFile(new TextEncoder().encode(html), name, "html");
    return { name };
  };
  const printOrSave = (html: string, title: string): ActionData =>
    printHtml(html, title) ? {} : { partial: true, ...savePage(html, title) };
  const print = () =>
    session.act("print", async () => {
      const made = await sheet();
      if (!made) return null;
      return printOrSave(await signoffPage(made), words.signoffName);
    });
  const printLedger = () =>
    session.act("print", async () => {
      const html = await ledgerPage(session);
      return html === null ? null : printOrSave(html, words.ledgerPrintName);
    });
  const saveLedger = () =>
    make(async () => {
      const html = await ledgerPage(session);
      return html === null ? null : savePage(html, words.ledgerPrintName);
    });
  const [asking, setAsking] = useState(false);
  /** A draft with corrections that are in no file is not taken away unasked. */
  const proofread = () => {
    if (!drafts.getSnapshot().unsaved) return replaceDraft();
    setAsking(true);
    return Promise.resolve();
  };
  const replaceDraft = () =>
    session.act("openDraft", async (): Promise<ActionData> => {
      const tools = await load();
      drafts.open(tools.paste(noticeClip(notice, "all").text));
      props.go("proofread");
      return { name: "" };
    });
  const copy = (what: "all" | "table") => {
    const clip = noticeClip(notice, what);
    return copyOut({ title: words.copyAll, text: () => clip.text, way: () => copyHtml(clip.html, clip.text) });
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

/** 2025年12月1日 09:30, where the user is. */
function localTime(time: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`;
}
