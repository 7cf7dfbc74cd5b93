/** What could stand in a cell: a short list below its text, walked with up and down, taken with Enter or a press. */
import { useMemo, useState, type KeyboardEvent } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { MendTarget } from "../../app/mending";
import { useWords } from "../session-context";
import { inOldPlaces, type Standing } from "./standing";
import { CHECK_WORDS } from "./words";

/** So many are shown; typing narrows them. */
const MOST = 8;

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  option: {
    cursor: "pointer",
    maxWidth: "100%",
    overflowWrap: "anywhere",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  near: { fontWeight: tokens.fontWeightSemibold, border: `1px solid ${tokens.colorBrandStroke1}` },
  active: { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
});

interface OptionsState {
  readonly shown: readonly string[];
  /** The one that the keyboard stands on; null: the text itself. */
  readonly active: string | null;
  readonly activeId: (list: string) => string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly leave: () => void;
}

/**
 * @param standing keeps their places while one works: what is used more often meanwhile does not move under the hand
 * @param typed what was typed over the cell's text; null: nothing
 */
export function useOptions(
  { orders }: Standing,
  sheet: string,
  { field, near, options }: MendTarget,
  typed: string | null,
): OptionsState {
  const [at, setAt] = useState(-1);
  const wanted = typed?.trim() ?? "";
  const inPlaces = useMemo(() => {
    const column = `${field ?? ""}\n${sheet}`;
    const order = orders.get(column) ?? [];
    orders.set(column, order);
    return inOldPlaces(order, options);
  }, [orders, sheet, field, options]);
  const all = near === "" ? inPlaces : [near, ...inPlaces];
  const shown = all.filter((option) => option !== typed && option.includes(wanted)).slice(0, MOST);
  const place = at < shown.length ? at : -1;
  return {
    shown,
    active: shown[place] ?? null,
    activeId: (list) => (place < 0 ? undefined : `${list}-${place}`),
    leave: () => setAt(-1),
    onKeyDown: (event) => {
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      // Above the first the arrows are the list's again.
      if (step === 0 || shown.length === 0 || (step < 0 && place < 0)) return;
      event.preventDefault();
      setAt(Math.min(shown.length - 1, place + step));
    },
  };
}

export function Options(props: {
  readonly id: string;
  readonly options: OptionsState;
  readonly near: string;
  readonly onTake: (value: string) => void;
}) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const { shown, active } = props.options;
  return (
    <ul
      id={props.id}
      role="listbox"
      aria-label={words.choices}
      className={styles.list}
      data-standing=""
      data-testid="mend-options"
    >
      {shown.map((option, order) => (
        <li
          key={option}
          id={`${props.id}-${order}`}
          role="option"
          aria-selected={option === active}
          className={mergeClasses(
            styles.option,
            option === props.near ? styles.near : undefined,
            option === active ? styles.active : undefined,
          )}
          // The keyboard stays in the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onTake(option)}
          data-testid={option === props.near ? "near" : "option"}
        >
          {option}
        </li>
      ))}
    </ul>
  );
}
