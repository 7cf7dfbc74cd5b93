/** 待人工确认: items that nothing tells apart; a person says which is which, and it stays said. */
import { useState } from "react";
import { Field, MessageBar, MessageBarBody, MessageBarTitle, Select, Text } from "@fluentui/react-components";
import { sideOf } from "../../../app/month";
import { pairEntry } from "../../../app/kept-periods";
import type { AmbiguousGroup, Compared, PeriodItem, SettledPair } from "../../../month";
import { useSession, useWords } from "../../session-context";
import { ActionButton } from "../../shell/action-button";
import { useMonthStyles } from "../styles";
import { MONTH_PANE_WORDS } from "../words";

const GONE = "gone";

/** What tells an item from those that look like it. */
const nameOf = (item: PeriodItem): string =>
  [item.number?.text ?? "", item.rows[0]?.leads[0] ?? "", item.at].filter((text) => text !== "").join(" · ");

export function Ambiguous({ compared }: { readonly compared: Compared }) {
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const session = useSession();
  const settled = session.settledPairs();
  const groups = compared.ambiguous;
  return (
    <>
      {groups.length === 0 ? null : (
        <div className={styles.stack} data-testid="ambiguous">
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{words.ambiguous(groups.length)}</MessageBarTitle>
              {words.ambiguousHint}
            </MessageBarBody>
          </MessageBar>
          <ul className={styles.list}>
            {groups.map((group) => (
              <Group key={[...group.old, ...group.new].map(({ at }) => at).join()} group={group} asOf={compared.asOf} />
            ))}
          </ul>
        </div>
      )}
      {settled.size === 0 ? null : (
        <div className={styles.row} data-testid="settled-pairs">
          <Text size={200} className={styles.muted}>
            {words.settled(settled.size)}
          </Text>
          <ActionButton
            size="small"
            run={() => session.settlePairs(Object.fromEntries([...settled.keys()].map((key) => [key, null])))}
            data-testid="unsettle"
          >
            {words.unsettle}
          </ActionButton>
        </div>
      )}
    </>
  );
}

function Group(props: { readonly group: AmbiguousGroup; readonly asOf: Compared["asOf"] }) {
  const { group, asOf } = props;
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const session = useSession();
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const complete = group.old.every(({ at }) => answers.has(at));
  const settle = () => {
    const pair = (old: PeriodItem | null, now: PeriodItem | null): SettledPair => ({
      kind: group.kind,
      asOf,
      old: old && sideOf(old),
      new: now && sideOf(now),
    });
    const taken = new Set(answers.values());
    const pairs = [
      ...group.old.map((old) => pair(old, group.new.find(({ at }) => at === answers.get(old.at)) ?? null)),
      ...group.new.filter(({ at }) => !taken.has(at)).map((now) => pair(null, now)),
    ];
    return session.settlePairs(Object.fromEntries(pairs.map(pairEntry)));
  };
  return (
    <li className={styles.entry} data-testid="ambiguous-group">
      <Text weight="semibold" className={styles.text}>
        {group.problem}
      </Text>
      {group.old.map((old) => (
        <Field key={old.at} label={words.oldItem(nameOf(old))} size="small">
          <Select
            size="small"
            className={styles.select}
            value={answers.get(old.at) ?? ""}
            onChange={(_event, { value }) => {
              const next = new Map(answers);
              // One item of now is one of then.
              for (const [at, answer] of next) if (answer === value && value !== GONE) next.delete(at);
              if (value === "") next.delete(old.at);
              else next.set(old.at, value);
              setAnswers(next);
            }}
            data-testid="ambiguous-choice"
          >
            <option value="">{words.choose}</option>
            {group.new.map((now) => (
              <option key={now.at} value={now.at}>
                {nameOf(now)}
              </option>
            ))}
            <option value={GONE}>{words.gone}</option>
          </Select>
        </Field>
      ))}
      <div className={styles.row}>
        <ActionButton size="small" appearance="primary" disabled={!complete} run={settle} data-testid="settle">
          {words.settle}
        </ActionButton>
      </div>
    </li>
  );
}
