/**
 * Columns of which one is meant (自报 beside 认定, two dates): what each choice would make of the figures, settled by one
 * press and remembered for tables with the same headers. Nothing is asked where no figure depends on it.
 */
import { Button, mergeClasses, MessageBar, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import type { DoubtView, LedgerView } from "../../app/session";
import { COLUMN_WORDS, KIND_WORDS, STATUS_WORDS } from "../../app/words";
import { Disclosure } from "../disclosure";
import { useLang, useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { useDoubtStyles } from "./doubt-styles";
import { RowsDoubt } from "./rows-doubt";
import { useCounts } from "./use-counts";
import { DOUBT_WORDS } from "./doubt-words";

export function Doubts(props: { readonly ledger: LedgerView }) {
  const { ledger } = props;
  const styles = useDoubtStyles();
  return (
    <div className={styles.root}>
      {ledger.doubts.map((doubt) => (
        <DoubtCard key={`${doubt.field}:${doubt.by ?? ""}`} ledger={ledger} doubt={doubt} />
      ))}
      {ledger.rowDoubts.map((doubt) => (
        <RowsDoubt key={doubt.why} ledger={ledger} doubt={doubt} />
      ))}
    </div>
  );
}

function DoubtCard(props: { readonly ledger: LedgerView; readonly doubt: DoubtView }) {
  const { doubt, ledger } = props;
  const styles = useDoubtStyles();
  const words = useWords(DOUBT_WORDS);
  const lang = useLang();
  const field = COLUMN_WORDS[doubt.field][lang];
  const open = doubt.by === null;
  const title =
    doubt.field === "kind"
      ? open
        ? words.kindOpen
        : words.kindSettled
      : doubt.taken === null
        ? words.doubtNone(field)
        : open
          ? words.doubtOpen(field)
          : words.doubtSettled(field);
  return (
    <MessageBar
      intent={open ? "warning" : "info"}
      layout="multiline"
      className={styles.bar}
      data-testid="doubt"
      data-field={doubt.field}
      data-open={open}
    >
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <Text block size={200}>
          {doubt.by === null ? words.doubtHeld : words.doubtBy[doubt.by]}
        </Text>
        {doubt.options.map((option) => (
          <Option key={option.kind ?? option.col} sheet={ledger.sheet} doubt={doubt} option={option} />
        ))}
        {doubt.disputed > 0 && doubt.field === "status" ? (
          <Disputed sheet={ledger.sheet} count={doubt.disputed} />
        ) : null}
      </MessageBarBody>
    </MessageBar>
  );
}

function Option(props: {
  readonly sheet: string;
  readonly doubt: DoubtView;
  readonly option: DoubtView["options"][number];
}) {
  const { doubt, option } = props;
  const styles = useDoubtStyles();
  const words = useWords(DOUBT_WORDS);
  const lang = useLang();
  const session = useSession();
  const { figures } = option;
  const isTaken = option.kind === undefined ? option.col === doubt.taken : option === doubt.options[0];
  const counts = useCounts()(doubt, figures);
  const take = async () => {
    const { field, among } = doubt;
    if (option.kind !== undefined) {
      await session.correctKind(props.sheet, option.kind);
      return;
    }
    await session.settleColumns([{ field, among, take: option.header || option.letter }]);
    // Headers that differ in nothing that is read cannot tell the columns apart: then it is this column of this sheet.
    const { ledgers } = session.getSnapshot();
    const still = ledgers.some(
      ({ sheet, doubts }) => sheet === props.sheet && doubts.some((one) => one.field === field),
    );
    if (still) await session.correctColumn(props.sheet, field, option.col);
  };
  return (
    <div className={styles.option} data-testid="doubt-option" data-col={option.kind ?? option.letter}>
      <div>
        <Text className={styles.text}>
          {option.kind === undefined ? <b>{option.letter} </b> : null}
          {option.kind === undefined ? option.header : KIND_WORDS[option.kind][lang]}
        </Text>
        <Text size={200} className={mergeClasses(styles.text, styles.muted)}>
          {counts}
          {option.samples.length > 0 ? ` · ${words.samples(option.samples)}` : ""}
        </Text>
      </div>
      {isTaken && doubt.by !== null ? (
        <Text size={200}>{words.optionTaken}</Text>
      ) : (
        <ActionButton size="small" run={take} data-testid={`take-${option.kind ?? option.letter}`}>
          {words.takeOption}
        </ActionButton>
      )}
    </div>
  );
}

/** Items that one column calls done and the one taken does not, by unit; each opens its cell. */
function Disputed(props: { readonly sheet: string; readonly count: number }) {
  const styles = useDoubtStyles();
  const words = useWords(DOUBT_WORDS);
  const lang = useLang();
  const session = useSession();
  return (
    <Disclosure testid="disputed" openAtFirst={false} heading={words.disputed(props.count)}>
      <ul className={styles.items}>
        {(session.tally()?.disputed ?? [])
          .filter(({ cell }) => cell.sheet === props.sheet)
          .map(({ unit, number, problem, cell, taken, other }) => (
            <li key={`${cell.row}:${cell.col}`}>
              <Button
                size="small"
                appearance="transparent"
                onClick={() => void session.selectRows([cell])}
                data-testid="disputed-item"
              >
                <Text size={200} className={styles.text}>
                  {[unit, number, problem].filter((part) => part).join(" · ")}：
                  {words.disputedBoth(STATUS_WORDS[other][lang], STATUS_WORDS[taken][lang])}
                </Text>
              </Button>
            </li>
          ))}
      </ul>
    </Disclosure>
  );
}
