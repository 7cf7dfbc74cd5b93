/** One field of the form of facts, with an example; and a group of fields that folds. */
import type { ReactNode } from "react";
import { Field, Input, makeStyles, Select, Text, Textarea, tokens } from "@fluentui/react-components";
import { FACT_EXAMPLES, type FACT_GROUPS, type FactName, type FactsProblem, ORGANS } from "../../app/documents";
import { Disclosure } from "../disclosure";
import { useLang, useWords } from "../session-context";
import type { Typed } from "../use-typed";
import { DATE_FACTS, PARAGRAPH_FACTS } from "./form-input";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(200px, 1fr))",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: "start",
    paddingBottom: tokens.spacingVerticalS,
  },
  whole: { gridColumnStart: 1, gridColumnEnd: -1 },
  field: { minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
});

export function FactField(props: {
  readonly name: FactName;
  readonly label: string;
  readonly value: string;
  readonly typed: Typed;
  readonly problem: FactsProblem | null;
}) {
  const { name, value, typed, problem } = props;
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  const paragraphs = PARAGRAPH_FACTS.has(name);
  const hint = paragraphs
    ? words.paragraphHint
    : name === "organ"
      ? words.organHint
      : name === "phone"
        ? words.phoneHint
        : undefined;
  return (
    <Field
      className={paragraphs ? styles.whole : styles.field}
      label={props.label}
      hint={hint}
      validationState={problem ? "error" : "none"}
      validationMessage={problem ? problem[lang] : undefined}
    >
      {name === "organ" ? (
        <Select value={value} data-testid="fact-organ" onChange={(_event, data) => typed.type(name, data.value)}>
          <option value="">{words.noOrgan}</option>
          {ORGANS.map((organ) => (
            <option key={organ} value={organ}>
              {organ}
            </option>
          ))}
        </Select>
      ) : paragraphs ? (
        <Textarea
          rows={3}
          resize="vertical"
          value={value}
          placeholder={words.example(FACT_EXAMPLES[name])}
          data-testid={`fact-${name}`}
          onChange={(_event, data) => typed.type(name, data.value)}
          onBlur={typed.flush}
        />
      ) : (
        <Input
          type={DATE_FACTS.has(name) ? "date" : "text"}
          value={value}
          placeholder={words.example(FACT_EXAMPLES[name])}
          data-testid={`fact-${name}`}
          onChange={(_event, data) => typed.type(name, data.value)}
          onBlur={typed.flush}
          input={{ style: { minWidth: 0 } }}
        />
      )}
    </Field>
  );
}

/** Fields of one part of the notice: the first ones always seen, the others folded until wanted. */
export function FactGroup(props: {
  readonly group: (typeof FACT_GROUPS)[number];
  readonly filled: number;
  readonly open: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const { name, facts } = props.group;
  const fields = <div className={styles.grid}>{props.children}</div>;
  if (name === "first") return fields;
  return (
    <Disclosure
      heading={
        <>
          <span>{words.groups[name]}</span>
          <Text size={200} className={styles.muted}>
            {words.groupFilled(props.filled, facts.length)}
          </Text>
        </>
      }
      openAtFirst={false}
      wanted={props.open}
      testid={`facts-${name}`}
    >
      {fields}
    </Disclosure>
  );
}
