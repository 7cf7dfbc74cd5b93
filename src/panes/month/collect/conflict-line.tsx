/** A conflict: what the ledger says, what the file says, and which of them is to hold. */
import { useMemo } from "react";
import { Button, Select, Text } from "@fluentui/react-components";
import { placeRef } from "../../../app/month";
import { CONFLICT_WORDS, decide, FIELD_NAMES, type Offer } from "../../../app/collect";
import { useLang, useSnapshot, useWords } from "../../session-context";
import { useJump } from "../../shell/jumping";
import { useMonthStyles } from "../styles";
import { MONTH_PANE_WORDS } from "../words";
import type { IssueProps } from "./issue-props";
import { COLLECT_WORDS } from "./words";

export function ConflictLine({ issue, collection, view }: IssueProps<"conflict">) {
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const { goTo } = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const jump = useJump();
  const canSelect = useSnapshot().workbook?.can.select ?? false;
  const { conflict, offers, choices, decision } = issue;
  const { type, field, number, problem, cell, from } = conflict;
  const ref = cell === null ? null : placeRef(cell);
  const settle = (what: Parameters<typeof decide>[2]): void =>
    collection.change({ decided: decide(view.decided, issue, what) });
  const takable = offers.filter(({ answers }) => answers.some(({ canTake }) => canTake));
  const taken = offers.find(({ isTaken }) => isTaken);
  const isSame = type === "textChanged";
  const isMeant = isSame || type === "struckRow";
  const takeWords = ({ to }: Offer): string => {
    const plain = isSame ? words.sameItem : isMeant ? words.stillHolds : words.takeTheirs;
    return offers.length === 1 ? plain : words.takeOf(shortened(to ?? words.blank));
  };
  return (
    <>
      <Text className={styles.text}>
        <b>{CONFLICT_WORDS[type][lang]}</b>
        {` · ${FIELD_NAMES[field][lang]} · ${number === null ? "" : `${number}. `}${problem.slice(0, 60)}`}
      </Text>
      <div className={styles.made}>
        <Text size={200} className={styles.text} data-testid="conflict-master">
          {words.master}
          {from ?? words.blank}
        </Text>
        {offers.map(({ to, answers }) => (
          <div key={to ?? ""}>
            <Text size={200} block className={styles.text} data-testid="conflict-file">
              {words.theirs}
              {to ?? words.blank}
              {offers.length > 1 && to === from ? words.asMaster : ""}
            </Text>
            {answers.map(({ id, conflict: { file, fileCell } }) => (
              <Text key={id} size={200} block className={styles.muted}>
                {words.from(file, fileCell)}
              </Text>
            ))}
          </div>
        ))}
      </div>
      <div className={styles.row}>
        {decision === null ? (
          <>
            {takable.map((offer) => (
              <Button
                key={offer.to ?? ""}
                size="small"
                className={styles.wrap}
                onClick={() => settle(offer)}
                data-testid="take-theirs"
              >
                {takeWords(offer)}
              </Button>
            ))}
            {choices === null ? null : <Meant choices={choices} onChoose={(at) => settle({ at })} />}
            <Button size="small" onClick={() => settle("keep")} data-testid="keep-ours">
              {takable.length > 0 || choices !== null ? words.keepOurs : words.keepInfo}
            </Button>
          </>
        ) : (
          <>
            <Text size={200} weight="semibold" data-testid="conflict-decided">
              {typeof decision !== "string"
                ? words.meantIs(decision.at)
                : taken === undefined
                  ? words.kept
                  : takeWords(taken)}{" "}
              ✓
            </Text>
            <Button size="small" appearance="subtle" onClick={() => settle(null)} data-testid="undecide">
              {words.undecide}
            </Button>
          </>
        )}
        {ref !== null && cell !== null && canSelect ? (
          <Button size="small" className={styles.wrap} onClick={() => void jump.toRows([ref])}>
            {goTo(cell)}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** More of a value is on the line above its button. */
const shortened = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

/** Which item or measure of the ledger is meant. */
function Meant(props: {
  readonly choices: NonNullable<IssueProps<"conflict">["issue"]["choices"]>;
  readonly onChoose: (place: string) => void;
}) {
  const { choices, onChoose } = props;
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const all = choices();
  // Hundreds of them, and each decision draws the list of conflicts anew.
  const options = useMemo(
    () =>
      all.map(({ place, number, text, unit }) => (
        <option key={place} value={place}>
          {[place, number, text.slice(0, 40), unit].filter((part) => part !== null && part !== "").join(" · ")}
        </option>
      )),
    [all],
  );
  return (
    <Select
      size="small"
      className={styles.select}
      aria-label={words.meant}
      value=""
      onChange={(_event, { value }) => (value === "" ? undefined : onChoose(value))}
      data-testid="choose-meant"
    >
      <option value="">{words.meant}</option>
      {options}
    </Select>
  );
}
