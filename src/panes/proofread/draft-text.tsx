/** The draft's text with what was found marked in it; the chosen place is scrolled to. */
import { memo, useEffect, useMemo, useRef } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ProofFinding } from "../../proofread";
import { useWords } from "../session-context";
import { lineSegments } from "./line-segments";
import { PROOFREAD_WORDS } from "./words";

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

export function DraftText(props: {
  readonly lines: readonly string[];
  /** Paragraph of each line, 1-based; a line that goes on with one before it shows no number. */
  readonly paragraphs: readonly number[];
  readonly findings: readonly ProofFinding[];
  readonly selected: ProofFinding | null;
  readonly onSelect: (id: string) => void;
  readonly maxHeight: string;
}) {
  const { lines, paragraphs, findings, selected } = props;
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

  useEffect(() => {
    const element = box.current;
    if (!element || !selected) return;
    const place =
      element.querySelector<HTMLElement>("[data-selected=true]") ??
      element.querySelector<HTMLElement>(`[data-line="${selected.line}"]`);
    if (!place) return;
    element.scrollTop = Math.max(0, place.offsetTop - element.clientHeight / 2 + place.offsetHeight / 2);
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
      {lines.map((text, index) => (
        <Line
          key={index}
          text={text}
          number={paragraphs[index] === paragraphs[index - 1] ? null : (paragraphs[index] ?? null)}
          line={index + 1}
          findings={byLine.get(index + 1) ?? NONE}
          selected={selected?.line === index + 1 ? selected.id : null}
          onSelect={props.onSelect}
        />
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
