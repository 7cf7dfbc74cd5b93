/** One change: what it is, of which item, both texts side by side with what differs marked, and the way to its cell. */
import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { changeText, placeRef, RISK_WORDS } from "../../../app/month";
import type { ItemChange } from "../../../month";
import { useLang, useWords } from "../../session-context";
import { useJump } from "../../shell/jumping";
import { changedWords, type ChangedPiece } from "../changed-words";
import { useMonthStyles } from "../styles";
import { MONTH_PANE_WORDS } from "../words";

/** Characters of a problem, and of a text that is the same both times: enough to know which it is. */
const CLIP = 80;

const clip = (text: string): string => (text.length > CLIP ? `${text.slice(0, CLIP)}…` : text);

const useStyles = makeStyles({
  sides: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 180px), 1fr))",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  side: { margin: 0, minWidth: 0, overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  gone: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
  },
  come: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "underline",
  },
});

export function ChangeRow(props: { readonly change: ItemChange; readonly canSelect: boolean }) {
  const { change, canSelect } = props;
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const jump = useJump();
  const ref = change.cell === null ? null : placeRef(change.cell);
  const name = `${change.number === null ? "" : `${change.number} · `}${clip(change.problem)}`;
  return (
    <li className={styles.entry} data-testid="change" data-type={change.type} data-risk={change.risk}>
      <div className={styles.row}>
        <Badge appearance="tint" color={change.risk === "high" ? "danger" : "informative"}>
          {changeText(change, lang)}
          {change.risk === "high" ? ` · ${RISK_WORDS.high[lang]}` : ""}
        </Badge>
        <Text size={200} className={styles.grow}>
          {change.unit ?? words.noUnit}
        </Text>
        {ref !== null && canSelect ? (
          <Button
            size="small"
            className={styles.wrap}
            onClick={() => void jump.toRows([ref])}
            data-testid="change-jump"
          >
            {words.goTo(change.cell ?? "")}
          </Button>
        ) : (
          <Text size={200} className={styles.muted}>
            {change.cell ?? (change.oldCell === null ? "" : words.wasAt(change.oldCell))}
          </Text>
        )}
      </div>
      <Text className={styles.text}>{name}</Text>
      <Sides change={change} />
    </li>
  );
}

function Sides({ change: { from, to } }: { readonly change: ItemChange }) {
  const styles = useStyles();
  const month = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  if (from === null && to === null) return null;
  if (from === to)
    return (
      <Text size={200} className={month.muted}>
        {words.both}
        {clip(to ?? "")}
      </Text>
    );
  const [before, after] = changedWords(from ?? "", to ?? "");
  return (
    <div className={styles.sides}>
      <Side label={words.before} pieces={before} mark="gone" />
      <Side label={words.now} pieces={after} mark="come" />
    </div>
  );
}

function Side(props: {
  readonly label: string;
  readonly pieces: readonly ChangedPiece[];
  readonly mark: "gone" | "come";
}) {
  const styles = useStyles();
  const month = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const Mark = props.mark === "gone" ? "del" : "ins";
  return (
    <p className={styles.side} data-testid={`side-${props.mark}`}>
      <Text size={200} className={month.muted}>
        {props.label}
      </Text>
      {props.pieces.length === 0 ? words.blank : null}
      {props.pieces.map((piece, index) =>
        piece.changed ? (
          <Mark key={index} className={styles[props.mark]}>
            {piece.text}
          </Mark>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}
