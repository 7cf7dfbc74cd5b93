/**
 * The edge between sheet and panes: dragged, or moved with the arrow keys; what was chosen is remembered. Panes that show a
 * document (通报, 校对) have a width of their own: the document takes the main area.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../panes/session-context";
import { STANDALONE_WORDS } from "./words";

/** Pixels that panes and sheet keep, and that a key moves the edge. */
const LEAST = 320;
const STEP = 24;

const useStyles = makeStyles({
  edge: {
    position: "relative",
    flexShrink: 0,
    width: "6px",
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralBackground4,
    ":hover": { backgroundColor: tokens.colorBrandStroke2 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
    "@media (forced-colors: active)": { backgroundColor: "ButtonText" },
    "@media print": { display: "none" },
  },
});

type Group = "document" | "list";

const keyOf = (group: Group) => `taizhang.width.${group}`;

function stored(group: Group): number | null {
  try {
    const width = Number(window.localStorage.getItem(keyOf(group)) ?? "");
    return Number.isFinite(width) && width >= LEAST ? width : null;
  } catch (error) {
    // Storage may be refused altogether: the width then lasts as long as the page.
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}

function store(group: Group, width: number | null): void {
  try {
    if (width === null) window.localStorage.removeItem(keyOf(group));
    else window.localStorage.setItem(keyOf(group), String(width));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function show(group: Group, width: number | null): void {
  const { style } = document.documentElement;
  const name = `--pane-width-${group}`;
  if (width === null) style.removeProperty(name);
  else style.setProperty(name, `${width}px`);
}

export function PaneEdge() {
  const styles = useStyles();
  const words = useWords(STANDALONE_WORDS);
  const edge = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const most = Math.max(LEAST, window.innerWidth - LEAST);
  const panes = () => document.querySelector<HTMLElement>("[data-testid=app]");
  const group = (): Group => (panes()?.dataset["group"] === "document" ? "document" : "list");

  useEffect(() => {
    show("document", stored("document"));
    show("list", stored("list"));
    const element = panes();
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.round(element.getBoundingClientRect().width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const set = (next: number | null) => {
    const kept = next === null ? null : Math.round(Math.max(LEAST, Math.min(most, next)));
    show(group(), kept);
    store(group(), kept);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // As wide as they are now: the state follows a frame later than keys come.
    const now = panes()?.getBoundingClientRect().width ?? width;
    const places: Readonly<Record<string, number>> = {
      ArrowLeft: now + STEP,
      ArrowRight: now - STEP,
      Home: LEAST,
      End: most,
    };
    const next = places[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (edge.current?.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
  };
  return (
    <div
      ref={edge}
      className={styles.edge}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words.paneWidth}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={most}
      title={words.paneWidthHint}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => edge.current?.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => set(null)}
      data-testid="pane-edge"
    />
  );
}
