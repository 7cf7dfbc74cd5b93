/**
 * What is typed into the chosen cell. Before the first key it waits, unseen and with the keyboard: so an input method composes
 * from its first letter on. Enter writes and goes down, Tab to the right, Escape leaves the cell as it was; keys of an input
 * method are its own.
 */
import { useLayoutEffect, useRef } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useWords } from "../panes/session-context";
import { isComposing } from "../panes/shortcuts";
import { STANDALONE_WORDS } from "./words";

const useStyles = makeStyles({
  box: {
    position: "absolute",
    zIndex: 7,
    boxSizing: "border-box",
    minWidth: "120px",
    minHeight: "56px",
    padding: "2px 4px",
    resize: "both",
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorBrandStroke1}`,
  },
  waiting: { opacity: 0, minWidth: 0, minHeight: 0, resize: "none", pointerEvents: "none", overflow: "hidden" },
});

const TOUCHED = window.matchMedia("(pointer: coarse)").matches;

/** Rows and columns to go on by, once a text is written. */
export type Onward = readonly [down: number, right: number];

export function CellEditor(props: {
  readonly name: string;
  /** What the cell says. */
  readonly text: string;
  /** What is typed so far; null while nothing is. Whole: it is the cell's own text, to be changed. */
  readonly typed: { readonly text: string; readonly whole: boolean } | null;
  readonly place: { readonly top: number; readonly left: number; readonly width: number; readonly height: number };
  /** Whether it takes the keyboard when it is drawn anew. */
  readonly takesFocus: boolean;
  readonly onType: (typed: string) => void;
  /** What was typed, null where the cell stays as it was; and where to go on, null where the keyboard has left. */
  readonly onDone: (typed: string | null, onward: Onward | null) => void;
}) {
  const { takesFocus } = props;
  const typed = props.typed?.text ?? null;
  const styles = useStyles();
  const words = useWords(STANDALONE_WORDS);
  const box = useRef<HTMLTextAreaElement>(null);
  const over = useRef(false);
  const waits = typed === null;
  const whole = props.typed?.whole === true;
  // Before anything is painted: the keyboard is nowhere else in between.
  useLayoutEffect(() => {
    if (takesFocus) box.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useLayoutEffect(() => {
    if (!whole) return;
    box.current?.focus({ preventScroll: true });
    box.current?.select();
  }, [whole]);
  const end = (written: string | null, onward: Onward | null) => {
    if (over.current || waits) return;
    over.current = true;
    props.onDone(written !== null && written !== props.text ? written : null, onward);
  };
  return (
    <textarea
      ref={box}
      className={mergeClasses(styles.box, waits ? styles.waiting : undefined)}
      style={props.place}
      value={typed ?? ""}
      aria-label={words.editCell(props.name)}
      // On a screen to be touched no keyboard slides up before somebody types.
      inputMode={waits && TOUCHED ? "none" : undefined}
      onChange={(event) => props.onType(event.target.value)}
      onKeyDown={(event) => {
        // Keys of the sheet are the sheet's until something is typed.
        if (waits && !isComposing(event.nativeEvent)) return;
        event.stopPropagation();
        if (isComposing(event.nativeEvent)) return;
        if (event.key === "Escape") end(null, [0, 0]);
        else if (event.key === "Enter" && event.altKey) {
          // As Excel has it; Shift+Enter makes a new line by itself.
          event.preventDefault();
          const { selectionStart, selectionEnd } = event.currentTarget;
          event.currentTarget.setRangeText("\n", selectionStart, selectionEnd, "end");
          props.onType(event.currentTarget.value);
        } else if (event.key === "Enter" && !event.shiftKey) {
          event.preventDefault();
          end(typed, [1, 0]);
        } else if (event.key === "Tab") {
          event.preventDefault();
          end(typed, [0, event.shiftKey ? -1 : 1]);
        }
      }}
      onBlur={() => end(typed, null)}
      data-testid={waits ? "cell-input" : "cell-editor"}
    />
  );
}
