/** 上一条, 下一条, and which of how many: it stays in sight while the list scrolls. */
import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronUp16Regular } from "@fluentui/react-icons";
import { useWords } from "../session-context";
import { SHORT } from "../shell/frame-styles";
import type { Review } from "./use-review";
import { CHECK_WORDS } from "./words";

/** Height of the bar: cards that are scrolled to stop below it. */
export const BAR_HEIGHT = 40;

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    top: `calc(-1 * ${tokens.spacingHorizontalM})`,
    zIndex: 1,
    [SHORT]: { position: "static" },
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    minHeight: `${BAR_HEIGHT}px`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: { minWidth: 0 },
  where: { whiteSpace: "nowrap" },
});

export function ReviewBar(props: { readonly review: Review; readonly total: number }) {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const { review, total } = props;
  const { index } = review;
  return (
    <div className={styles.bar} role="group" aria-label={words.review}>
      <Button
        size="small"
        className={styles.button}
        icon={<ChevronUp16Regular />}
        disabledFocusable={index === 0}
        onClick={() => review.step(-1)}
        data-testid="previous-finding"
      >
        {words.previousFinding}
      </Button>
      <Caption1 className={styles.where} data-testid="review-position">
        {index < 0 ? words.total(total) : words.position(index + 1, total)}
      </Caption1>
      <Button
        size="small"
        className={styles.button}
        icon={<ChevronDown16Regular />}
        disabledFocusable={index === total - 1}
        onClick={() => review.step(1)}
        data-testid="next-finding"
      >
        {words.nextFinding}
      </Button>
    </div>
  );
}
