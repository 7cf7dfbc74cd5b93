/** Parts of the frame that come when they have something to show. */
import { useEffect, useState } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Settings20Regular } from "@fluentui/react-icons";
import { useSnapshot, useWords } from "../session-context";
import type { PaneName } from "./pane-props";
import type { SettingsMenuProps } from "./settings-menu";
import { loadable } from "./loadable";
import { shownActivity } from "./shown-activity";
import { SHELL_WORDS } from "./words";

/** A menu brings its own positioning along, a tenth of the first load: it comes when it is first opened. */
const SettingsMenu = loadable<SettingsMenuProps>(
  async () => (await import(/* webpackChunkName: "settings-menu" */ "./settings-menu")).SettingsMenu,
  <MenuButton />,
);

/** The sentences of all actions come with the first that has something to say. */
const StatusLine = loadable(
  async () => (await import(/* webpackChunkName: "status" */ "./status-line")).StatusLine,
  <></>,
);

export const Notices = loadable(
  async () => (await import(/* webpackChunkName: "status" */ "./notices")).Notices,
  <></>,
);

/** With the sentences of what can go wrong. */
export const NotOpened = loadable(
  async () => (await import(/* webpackChunkName: "status" */ "./not-opened")).NotOpened,
);

interface StepProps {
  readonly pane: PaneName;
  readonly go: (pane: PaneName) => void;
}

const useStyles = makeStyles({
  // As high as the strip, so that nothing moves away under a press when it comes.
  strip: {
    flexShrink: 0,
    height: "37px",
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

function StripToCome() {
  return <div className={useStyles().strip} />;
}

const MonthStrip = loadable<StepProps & Landing>(
  async () => (await import(/* webpackChunkName: "month-steps" */ "../steps/month-strip")).default,
  <StripToCome />,
);

interface Landing {
  readonly lands: (() => boolean) | undefined;
  /** Shows a pane without taking the keyboard. */
  readonly show: (pane: PaneName) => void;
}

const NextStep = loadable<StepProps>(
  async () => (await import(/* webpackChunkName: "month-steps" */ "../steps/next-step")).default,
  <></>,
);

/** The document says which language it is in. */
export function useDocumentLanguage(): void {
  const { lang } = useSnapshot().settings;
  useEffect(() => {
    document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  }, [lang]);
}

/** The ledger shows first; the steps of the month come behind it. */
export function useAfterLedger(): boolean {
  const there = useSnapshot().ledgers.length > 0;
  const [after, setAfter] = useState(false);
  useEffect(() => {
    if (!there) return;
    const timer = window.setTimeout(() => setAfter(true), MONTH_AFTER);
    return () => window.clearTimeout(timer);
  }, [there]);
  return there && after;
}

/** Milliseconds after the ledger is there until the month's steps are fetched. */
const MONTH_AFTER = 400;

export function Month({ shown, ...props }: StepProps & Landing & { readonly shown: boolean }) {
  const there = useSnapshot().ledgers.length > 0;
  return shown ? <MonthStrip {...props} /> : there ? <StripToCome /> : null;
}

export function Onward(props: StepProps & { readonly shown: boolean }) {
  return props.shown ? <NextStep pane={props.pane} go={props.go} /> : null;
}

/** Milliseconds after the ledger is there until the line is fetched even though nobody has pressed anything. */
const STATUS_AFTER = 3_000;

/** The line at the bottom, from the first word it has to say. */
export function StatusSlot(props: { readonly nothingRead: boolean }) {
  const snapshot = useSnapshot();
  const shown = shownActivity(snapshot, props.nothingRead);
  // The ledger itself says that it is open; what is still looked up then is no news.
  const opening = shown !== null && typeof shown !== "string" && shown.action === "open";
  const opened = opening && (shown.state === "done" || shown.state === "busy");
  const [wanted, setWanted] = useState(false);
  const now = shown !== null && !opened;
  useEffect(() => {
    if (now) setWanted(true);
  }, [now]);
  useEffect(() => {
    if (!opened) return;
    const timer = window.setTimeout(() => setWanted(true), STATUS_AFTER);
    return () => window.clearTimeout(timer);
  }, [opened]);
  return wanted || now ? <StatusLine /> : null;
}

/** The button of the settings menu; the menu takes its place, opened, once it is wanted. */
export function MenuOpener(props: SettingsMenuProps) {
  const [wanted, setWanted] = useState(false);
  return wanted ? <SettingsMenu {...props} /> : <MenuButton onClick={() => setWanted(true)} />;
}

function MenuButton(props: { readonly onClick?: () => void }) {
  const words = useWords(SHELL_WORDS);
  return (
    <Button
      appearance="subtle"
      icon={<Settings20Regular />}
      aria-label={words.menu}
      aria-haspopup="menu"
      aria-expanded={false}
      title={words.menu}
      onClick={props.onClick}
      data-testid="menu"
    />
  );
}
