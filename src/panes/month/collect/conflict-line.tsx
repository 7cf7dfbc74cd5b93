/** A conflict: what the ledger says, what the file says, and which of them is to hold. */
import { useMemo } from "react";
import { Button, Select, Text } from "@fluentui/react-components";
import { placeRef } from "../../../app/month";
import { CONFLICT_WORDS, type Decision, FIELD_NAMES } from "../../../app/collect";
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
  const { conflict, canTake, choices, decision, id } = issue;
  const { type, field, number, problem, cell, from, to, file, fileCell } = conflict;
  const ref = cell === null ? null : placeRef(cell);
  const decide = (what: Decision | null): void => {
    const decided = new Map(view.decided);
    decided.delete(id);
    if (what !== null) decided.set(id, what);
    collection.change({ decided });
  };
  const isSame = type === "textChanged";
  const isMeant = isSame || type === "struckRow";
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
        <Text size={200} className={styles.text} data-testid="conflict-file">
          {words.theirs}
          {to ?? words.blank}
        </Text>
      </div>
      <Text size={200} className={styles.muted}>
        {words.from(file, fileCell)}
      </Text>
      <div className={styles.row}>
        {decision === null ? (
          <>
            {canTake ? (
              <Button size="small" onClick={() => decide("take")} data-testid="take-theirs">
                {isSame ? words.sameItem : isMeant ? words.stillHolds : words.takeTheirs}
              </Button>
            ) : null}
            {choices === null ? null : <Meant choices={choices} onChoose={(at) => decide({ at })} />}
            <Button size="small" onClick={() => decide("keep")} data-testid="keep-ours">
              {canTake || choices !== null ? words.keepOurs : words.keepInfo}
            </Button>
          </>
        ) : (
          <>
            <Text size={200} weight="semibold" data-testid="conflict-decided">
              {decision === "keep"
                ? words.kept
                : decision !== "take"
                  ? words.meantIs(decision.at)
                  : isSame
                    ? words.sameItem
                    : isMeant
                      ? words.stillHolds
                      : words.taken}{" "}
              ✓
            </Text>
            <Button size="small" appearance="subtle" onClick={() => decide(null)} data-testid="undecide">
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

/** Which item or measure of the ledger is meant. */
function Meant(props: {
  readonly choices: NonNullable<IssueProps<"conflict">["issue"]["choices"]>;
  readonly onChoose: (place: string) => void;
}) {
  const { choices, onChoose } = props;
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const all = useMemo(choices, [choices]);
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
      {all.map(({ place, number, text, unit }) => (
        <option key={place} value={place}>
          {[place, number, text.slice(0, 40), unit].filter((part) => part !== null && part !== "").join(" · ")}
        </option>
      ))}
    </Select>
  );
}
