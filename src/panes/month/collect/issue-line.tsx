/** One thing to look at, with what a person can do about it. */
import type { ReactNode } from "react";
import { Button, Select, Text } from "@fluentui/react-components";
import type { Collection, CollectionView } from "../../../app/collect";
import { type Issue, TO_CHECK_WORDS } from "../../../app/collect";
import { useLang, useWords } from "../../session-context";
import { useMonthStyles } from "../styles";
import { ColumnLine } from "./column-line";
import { ConflictLine } from "./conflict-line";
import { COLLECT_WORDS } from "./words";

type Of<T extends Issue["type"]> = Extract<Issue, { readonly type: T }>;

export interface IssueProps<T extends Issue["type"] = Issue["type"]> {
  readonly issue: Of<T>;
  readonly unit: string | null;
  readonly collection: Collection;
  readonly view: CollectionView;
  /** Units of the directory. */
  readonly units: readonly string[];
}

export function IssueLine(props: IssueProps) {
  const styles = useMonthStyles();
  const { issue } = props;
  return (
    <li className={styles.entry} data-testid="collect-issue" data-type={issue.type} data-settled={issue.settled}>
      <Body {...props} />
    </li>
  );
}

function Body({ issue, ...rest }: IssueProps) {
  const words = useWords(COLLECT_WORDS);
  const lang = useLang();
  const settle = (label: string) => (
    <Settle issue={issue} collection={rest.collection} view={rest.view} label={label} />
  );
  switch (issue.type) {
    case "missing":
      return (
        <Line text={issue.items === null ? words.missing : words.missingItems(issue.items)}>{settle(words.waive)}</Line>
      );
    case "partly":
      return <Line text={words.partly(issue.items)}>{settle(words.waive)}</Line>;
    case "refused":
      return (
        <Line text={issue.refused[lang]}>
          <Remove file={issue.refused.file} collection={rest.collection} />
        </Line>
      );
    case "twice":
      return <Twice issue={issue} {...rest} right={settle(words.right)} />;
    case "noUnit":
      return (
        <Line text={words.whose(issue.file)}>
          <Whose file={issue.file} {...rest} />
          {settle(words.keepInfo)}
        </Line>
      );
    case "notInDirectory":
      return (
        <Line text={words.notListed(issue.file)}>
          <Whose file={issue.file} {...rest} />
          {settle(words.keepInfo)}
        </Line>
      );
    case "column":
      return <ColumnLine issue={issue} {...rest} />;
    case "conflict":
      return <ConflictLine issue={issue} {...rest} />;
    case "duplicate":
      return <Line text={words.duplicate(issue.problem, issue.places.join(" "))}>{settle(words.keepInfo)}</Line>;
    case "toCheck": {
      const { why, header, value, file, cell } = issue.check;
      return (
        <Line text={words.toCheck(TO_CHECK_WORDS[why][lang], header, value, words.from(file, cell))}>
          {settle(words.keepInfo)}
        </Line>
      );
    }
    case "notEqual":
      return <Line text={issue.message}>{settle(words.keepInfo)}</Line>;
  }
}

function Line(props: { readonly text: string; readonly children: ReactNode }) {
  const styles = useMonthStyles();
  return (
    <>
      <Text className={styles.text}>{props.text}</Text>
      <div className={styles.row}>{props.children}</div>
    </>
  );
}

function Settle(props: {
  readonly issue: Issue;
  readonly collection: Collection;
  readonly view: CollectionView;
  readonly label: string;
}) {
  const { issue, collection, view } = props;
  const toggle = (): void => {
    const settled = new Set(view.settled);
    if (!settled.delete(issue.id)) settled.add(issue.id);
    collection.change({ settled });
  };
  return (
    <Button size="small" aria-pressed={issue.settled} onClick={toggle} data-testid="settle-issue">
      {props.label}
      {issue.settled ? " ✓" : ""}
    </Button>
  );
}

function Remove(props: { readonly file: string; readonly collection: Collection }) {
  const words = useWords(COLLECT_WORDS);
  return (
    <Button
      size="small"
      aria-label={words.removeOf(props.file)}
      onClick={() => props.collection.remove(props.file)}
      data-testid="remove-file"
    >
      {words.remove}
    </Button>
  );
}

function Twice({ issue, collection, view, right }: IssueProps<"twice"> & { readonly right: ReactNode }) {
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const use = (file: string): void => {
    const preferred = new Set(view.preferred);
    for (const other of [issue.used, ...issue.left]) preferred.delete(other);
    collection.change({ preferred: preferred.add(file) });
  };
  return (
    <Line text={words.twice(issue.used, issue.left.join("、"))}>
      {right}
      {issue.left.map((file) => (
        <Button key={file} size="small" className={styles.wrap} onClick={() => use(file)} data-testid="use-other">
          {words.useOther(file)}
        </Button>
      ))}
    </Line>
  );
}

function Whose(props: Omit<IssueProps, "issue"> & { readonly file: string }) {
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const { file, units, collection, view } = props;
  if (units.length === 0) return null;
  return (
    <Select
      size="small"
      className={styles.select}
      aria-label={words.whose(file)}
      value=""
      onChange={(_event, { value }) => collection.change({ units: new Map(view.units).set(file, value) })}
      data-testid="whose-file"
    >
      <option value="">{words.choose}</option>
      {units.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}
