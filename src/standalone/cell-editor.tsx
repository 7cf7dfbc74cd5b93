/** A cell being typed into. Enter writes, Escape leaves it as it was; keys of an input method are its own. */
import { useEffect, useRef, useState } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
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
});

export function CellEditor(props: {
  readonly name: string;
  readonly text: string;
  readonly place: { readonly top: number; readonly left: number; readonly width: number; readonly height: number };
  /** What was typed; null where it stays as it was. */
  readonly onDone: (typed: string | null) => void;
}) {
  const styles = useStyles();
  const words = useWords(STANDALONE_WORDS);
  const [text, setText] = useState(props.text);
  const box = useRef<HTMLTextAreaElement>(null);
  const over = useRef(false);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.select();
  }, []);
  const end = (typed: string | null) => {
    if (over.current) return;
    over.current = true;
    props.onDone(typed !== null && typed !== props.text ? typed : null);
  };
  return (
    <textarea
      ref={box}
      className={styles.box}
      style={props.place}
      value={text}
      aria-label={words.editCell(props.name)}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposing(event.nativeEvent)) return;
        if (event.key === "Escape") end(null);
        else if (event.key === "Enter" && !event.altKey && !event.shiftKey) {
          event.preventDefault();
          end(text);
        }
      }}
      onBlur={() => end(text)}
      data-testid="cell-editor"
    />
  );
}
