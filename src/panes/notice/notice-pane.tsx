/**
 * 通报: the whole notice from the ledger and a short form of facts; what is missing and where it is filled in; exports, with
 * copying where downloads are blocked; the sign-off sheet.
 */
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-components";
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from "@fluentui/react-components";
import { FACT_LABELS, sessionNotice, type FactName, type Missing } from "../../app/documents";
import type { Kind } from "../../ledger";
import { HeldWarning, useCheckOnce } from "../held-warning";
import { useSession, useSnapshot, useWords } from "../session-context";
import type { PaneProps } from "../shell/pane-props";
import { useJump } from "../shell/jumping";
import { useTyped } from "../use-typed";
import { useWide } from "../use-wide";
import { EditionChoice } from "./edition-choice";
import { FactsForm } from "./facts-form";
import { LedgerOffers } from "./ledger-offers";
import { readFormInput, type NoticeForm } from "./form-input";
import { NoticePreview } from "./notice-preview";
import { NoticeStyleChoice } from "./notice-style";
import { NOTICE_WORDS } from "./words";
import { LISTED, AlsoListed } from "./also-listed";
import { Exports } from "./exports";
import { focusFact } from "./focus-fact";
import { MissingList } from "./missing-list";
import { Warnings } from "./warnings";
import { Skeleton } from "../skeleton";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  two: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
  part: { minWidth: 0 },
  head: { paddingLeft: 0 },
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingBottom: tokens.spacingVerticalS,
  },
});

const NAMES = Object.keys(FACT_LABELS) as FactName[];

/** Kept beside the facts: which kinds are listed one by one, and which version is written. */
const ALSO = "also";
const EDITION = "edition";

export default function NoticePane(props: PaneProps) {
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
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
  const edition = typed.valueOf(EDITION) === "inside" ? "inside" : "public";
  const [wanted, setWanted] = useState<FactName | null>(null);
  const [open, setOpen] = useState<readonly unknown[]>(["facts", "preview"]);
  const [target, setTarget] = useState<{ readonly block: number; readonly serial: number } | null>(null);
  const root = useRef<HTMLDivElement | null>(null);

  const [attach, wide] = useWide();
  const place = useCallback(
    (element: HTMLDivElement | null) => {
      root.current = element;
      attach(element);
    },
    [attach],
  );
  useCheckOnce();

  const reading = useMemo(() => readFormInput(form), [form]);
  // Typing comes first; the notice is composed behind it.
  // At first there is the form alone: of a large ledger it takes a moment.
  const facts = useDeferredValue<typeof reading.facts | null>(reading.facts, null);
  const { revision, settings } = snapshot;
  const made = useMemo(
    () => (facts === null ? null : sessionNotice(session, facts, { list: [...list], edition })),
    // `revision` and the settings stand for everything the notice depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, facts, list, edition, revision, settings],
  );
  if (facts === null) return <Skeleton label={words.composing} />;
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
    setWanted(fact);
    setOpen((sections) => (sections.includes("facts") ? sections : [...sections, "facts"]));
    focusFact(root.current, fact);
  };
  return (
    <div ref={place} className={styles.root} data-testid="notice-pane">
      <HeldWarning held={held} testid="notice-held" anywayTestid="notice-anyway" onSettle={() => props.go("check")} />
      <Exports notice={notice} facts={reading.facts} disabled={blocked} go={props.go} />
      <Warnings notice={notice} />
      <div className={wide ? styles.two : undefined}>
        {wide ? (
          <div className={styles.part} data-testid="notice-main">
            <NoticePreview document={notice} target={target} onTarget={show} />
          </div>
        ) : null}
        <Accordion
          className={styles.part}
          multiple
          collapsible
          openItems={[...open]}
          onToggle={(_event, data) => setOpen(data.openItems)}
        >
          <AccordionItem value="facts">
            <AccordionHeader button={{ className: styles.head }}>{words.facts}</AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <NoticeStyleChoice />
              <EditionChoice
                edition={edition}
                differences={notice.differences}
                onChange={(next) => {
                  typed.type(EDITION, next === "public" ? "" : next);
                  typed.flush();
                }}
              />
              <LedgerOffers facts={reading.facts} typed={typed} />
              <FactsForm form={form} typed={typed} labels={notice.labels} problems={reading.problems} wanted={wanted} />
              <AlsoListed
                list={list}
                onChange={(next) => {
                  typed.type(ALSO, next.join(","));
                  typed.flush();
                }}
              />
            </AccordionPanel>
          </AccordionItem>
          <AccordionItem value="missing">
            <AccordionHeader button={{ className: styles.head }}>
              <span data-testid="missing-count">
                {notice.missing.length === 0 ? words.missingNone : words.missing(notice.missing.length)}
              </span>
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <MissingList missing={notice.missing} onGo={goTo} />
            </AccordionPanel>
          </AccordionItem>
          {wide ? null : (
            <AccordionItem value="preview">
              <AccordionHeader button={{ className: styles.head }}>{words.preview}</AccordionHeader>
              <AccordionPanel className={styles.panel}>
                <NoticePreview document={notice} target={target} onTarget={show} />
              </AccordionPanel>
            </AccordionItem>
          )}
        </Accordion>
      </div>
    </div>
  );
}
