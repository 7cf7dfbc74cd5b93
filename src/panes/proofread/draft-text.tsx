/** The draft's text with what was found marked in it; the chosen place is scrolled to. */
import { memo, useDeferredValue, useEffect, useMemo, useRef } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ProofFinding } from "../../proofread";
import { useWords } from "../session-context";
import { lineSegments } from "./line-segments";
import { topIn } from "./top-in";
import { PROOFREAD_WORDS } from "./words";

const LINES_A_GROUP = 50;

const useStyles = makeStyles({
  box: {
    position: "relative",
    overflowY: "auto",
    overflowX: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    outlineOffset: "-2px",
  },
  // Thousands of lines are laid out where they come into sight; their words are found by the browser's search all the same.
  group: { contentVisibility: "auto", containIntrinsicHeight: `auto ${LINES_A_GROUP * 29}px` },
  line: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "40px minmax(0, 1fr)",
    lineHeight: "1.8",
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
  number: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    textAlign: "right",
    paddingRight: tokens.spacingHorizontalS,
    paddingTop: "4px",
    userSelect: "none",
  },
  mark: {
    color: "inherit",
    backgroundColor: "transparent",
    cursor: "pointer",
    borderBottomWidth: "2px",
    borderBottomStyle: "solid",
    paddingBottom: "1px",
    // Else it would have the dark letters of a highlighted text without its ground.
    "@media (forced-colors: active)": { color: "CanvasText", backgroundColor: "Canvas" },
  },
  error: {
    borderBottomColor: tokens.colorStatusDangerBorderActive,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  warning: {
    borderBottomColor: tokens.colorStatusWarningBorderActive,
    borderBottomStyle: "dashed",
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  info: { borderBottomColor: tokens.colorBrandStroke1, borderBottomStyle: "dotted" },
  selected: {
    outlineStyle: "solid",
    outlineWidth: "2px",
    outlineColor: tokens.colorBrandStroke1,
    borderRadius: "2px",
  },
});

const NONE: readonly ProofFinding[] = [];

interface Marked {
  readonly lines: readonly string[];
  /** Paragraph of each line, 1-based; a line that goes on with one before it shows no number. */
  readonly paragraphs: readonly number[];
  readonly findings: readonly ProofFinding[];
}

const NOTHING: Marked = { lines: [], paragraphs: [], findings: NONE };

export function DraftText(props: {
  readonly marked: Marked;
  readonly selected: ProofFinding | null;
  readonly onSelect: (id: string) => void;
  readonly maxHeight: string;
}) {
  const { selected } = props;
  // A long text is drawn behind what is typed and pressed.
  const { lines, paragraphs, findings } = useDeferredValue(props.marked, NOTHING);
  const styles = useStyles();
  const words = useWords(PROOFREAD_WORDS);
  const box = useRef<HTMLDivElement>(null);
  const byLine = useMemo(() => {
    const map = new Map<number, ProofFinding[]>();
    for (const finding of findings) {
      const list = map.get(finding.line);
      if (list) list.push(finding);
      else map.set(finding.line, [finding]);
    }
    return map;
  }, [findings]);

  const groups = Array.from({ length: Math.ceil(lines.length / LINES_A_GROUP) }, (_, group) => group * LINES_A_GROUP);

  useEffect(() => {
    const element = box.current;
    if (!element || !selected) return;
    const place =
      element.querySelector<HTMLElement>("[data-selected=true]") ??
      element.querySelector<HTMLElement>(`[data-line="${selected.line}"]`);
    if (!place) return;
    element.scrollTop += topIn(element, place) - element.clientHeight / 2 + place.offsetHeight / 2;
  }, [selected, lines]);

  return (
    <div
      ref={box}
      className={styles.box}
      style={{ maxHeight: props.maxHeight }}
      role="region"
      aria-label={words.text}
      tabIndex={0}
      data-testid="draft-text"
    >
      {groups.map((from) => (
        <div key={from} className={styles.group}>
          {lines.slice(from, from + LINES_A_GROUP).map((text, at) => {
            const line = from + at + 1;
            return (
              <Line
                key={line}
                text={text}
                number={paragraphs[line - 1] === paragraphs[line - 2] ? null : (paragraphs[line - 1] ?? null)}
                line={line}
                findings={byLine.get(line) ?? NONE}
                selected={selected?.line === line ? selected.id : null}
                onSelect={props.onSelect}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

const Line = memo(
  function Line(props: {
    readonly text: string;
    readonly number: number | null;
    readonly line: number;
    readonly findings: readonly ProofFinding[];
    readonly selected: string | null;
    readonly onSelect: (id: string) => void;
  }) {
    const styles = useStyles();
    const { text, findings, selected } = props;
    return (
      <p className={styles.line} data-line={props.line}>
        <span className={styles.number} aria-hidden>
          {props.number}
        </span>
        <span>
          {lineSegments(text, findings).map((segment, index) =>
            segment.severity === null ? (
              segment.text
            ) : (
              <mark
                key={index}
                className={mergeClasses(
                  styles.mark,
                  styles[segment.severity],
                  selected !== null && segment.ids.includes(selected) ? styles.selected : undefined,
                )}
                data-selected={selected !== null && segment.ids.includes(selected)}
                data-severity={segment.severity}
                onClick={() => {
                  const [id] = segment.ids;
                  if (id !== undefined) props.onSelect(id);
                }}
              >
                {segment.text}
              </mark>
            ),
          )}
        </span>
      </p>
    );
  },
  (before, after) =>
    before.text === after.text &&
    before.number === after.number &&
    before.line === after.line &&
    before.selected === after.selected &&
    before.onSelect === after.onSelect &&
    before.findings.length === after.findings.length &&
    before.findings.every((finding, index) => {
      const other = after.findings[index];
      return other?.id === finding.id && other.start === finding.start && other.end === finding.end;
    }),
);
