/** The paragraph, in which every figure is a button that proves it; the figures are one stop of the tab key. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Span } from "../../app/documents";
import type { Explainable } from "../../app/session";
import { useWords } from "../session-context";
import { ROVE, useRoving } from "../use-roving";
import { SUMMARY_WORDS } from "./words";

const useStyles = makeStyles({
  paragraph: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: "2",
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
    margin: 0,
  },
  figure: {
    display: "inline",
    minWidth: 0,
    padding: "0 1px",
    font: "inherit",
    lineHeight: "inherit",
    height: "auto",
    borderTopStyle: "none",
    borderRightStyle: "none",
    borderLeftStyle: "none",
    borderBottom: `1px dotted ${tokens.colorBrandForegroundLink}`,
    borderRadius: 0,
    verticalAlign: "baseline",
    color: tokens.colorBrandForegroundLink,
    "@media (forced-colors: active)": { color: "LinkText" },
  },
  unset: {
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    outline: `1px dashed ${tokens.colorStatusWarningBorderActive}`,
    // Else it would have the dark letters of a highlighted text without its ground.
    "@media (forced-colors: active)": { color: "CanvasText" },
  },
});

export function SummaryText(props: {
  readonly spans: readonly Span[];
  readonly onShow: (figure: Explainable) => void;
}) {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const figures = props.spans.filter(({ type }) => type === "figure");
  const roving = useRoving(0, figures.length);
  return (
    <p className={styles.paragraph} data-testid="summary-text" aria-label={words.preview} {...roving.container}>
      {props.spans.map((span, index) =>
        span.type === "text" ? (
          span.text
        ) : span.type === "unset" ? (
          <mark key={index} className={styles.unset}>
            {span.text}
          </mark>
        ) : (
          <Button
            key={index}
            appearance="transparent"
            className={styles.figure}
            aria-label={words.figure(span.metric, span.text)}
            tabIndex={roving.tabIndexOf(figures.indexOf(span))}
            {...ROVE}
            data-testid="figure"
            data-metric={span.metric}
            onClick={() => props.onShow(explainable(span))}
          >
            {span.text}
          </Button>
        ),
      )}
    </p>
  );
}

function explainable(span: Extract<Span, { readonly rows: unknown }>): Explainable {
  const { metric, text, definition, rows, ofRows, last } = span;
  return { metric, text, definition, rows, ofRows, ...(last ? { last } : {}) };
}
