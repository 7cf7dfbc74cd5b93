/** The form of facts: what the ledger doesn't hold. Errors are told at the field, while typing. */
import { useRef, useState } from "react";
import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { FACT_LABELS, type FactName, type FactsProblem, ORGANS } from "../../app/documents";
import { FileInput } from "../file-input";
import { useLang, useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { saveFile } from "../shell/save-file";
import type { Typed } from "../use-typed";
import { DATE_FACTS, formFromFile, formInput, PARAGRAPH_FACTS, type NoticeForm } from "./form-input";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(200px, 1fr))",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: "start",
  },
  whole: { gridColumnStart: 1, gridColumnEnd: -1 },
  row: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  field: { minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
});

const NAMES = Object.keys(FACT_LABELS) as FactName[];

export function FactsForm(props: {
  readonly form: NoticeForm;
  readonly typed: Typed;
  readonly problems: ReadonlyMap<FactName, FactsProblem>;
}) {
  const { form, typed } = props;
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const openFile = async (file: File) => {
    const outcome = formFromFile(await file.text());
    if ("form" in outcome) {
      setRefusal(null);
      const news = outcome.form;
      for (const name of NAMES) typed.type(name, news[name] ?? "");
      typed.flush();
    } else setRefusal(outcome.problem ? outcome.problem[lang] : words.notFacts(file.name));
  };
  const hintOf = (name: FactName): string | undefined => {
    if (PARAGRAPH_FACTS.has(name)) return words.paragraphHint;
    if (name === "organ") return words.organHint;
    return name === "phone" ? words.phoneHint : undefined;
  };
  return (
    <>
      <Text size={200} className={styles.muted}>
        {words.factsHint}
      </Text>
      <div className={styles.grid} data-testid="facts">
        {NAMES.map((name) => {
          const problem = props.problems.get(name);
          const value = form[name] ?? "";
          return (
            <Field
              key={name}
              className={PARAGRAPH_FACTS.has(name) ? styles.whole : styles.field}
              label={words.labels[name]}
              hint={hintOf(name)}
              validationState={problem ? "error" : "none"}
              validationMessage={problem ? problem[lang] : undefined}
            >
              {name === "organ" ? (
                <Select
                  value={value}
                  data-testid="fact-organ"
                  onChange={(_event, data) => typed.type(name, data.value)}
                >
                  <option value="">{words.noOrgan}</option>
                  {ORGANS.map((organ) => (
                    <option key={organ} value={organ}>
                      {organ}
                    </option>
                  ))}
                </Select>
              ) : PARAGRAPH_FACTS.has(name) ? (
                <Textarea
                  rows={3}
                  resize="vertical"
                  value={value}
                  data-testid={`fact-${name}`}
                  onChange={(_event, data) => typed.type(name, data.value)}
                  onBlur={typed.flush}
                />
              ) : (
                <Input
                  type={DATE_FACTS.has(name) ? "date" : "text"}
                  value={value}
                  data-testid={`fact-${name}`}
                  onChange={(_event, data) => typed.type(name, data.value)}
                  onBlur={typed.flush}
                  input={{ style: { minWidth: 0 } }}
                />
              )}
            </Field>
          );
        })}
      </div>
      {refusal ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.row}>
        <ActionButton
          size="small"
          run={() =>
            session.act("download", () => {
              const json = `${JSON.stringify(formInput(form), null, 2)}\n`;
              saveFile(new TextEncoder().encode(json), words.factsName, "json");
              return Promise.resolve({ name: words.factsName });
            })
          }
          data-testid="save-facts"
        >
          {words.saveFacts}
        </ActionButton>
        <Button size="small" onClick={() => input.current?.click()} data-testid="open-facts">
          {words.openFacts}
        </Button>
        <FileInput
          ref={input}
          accept=".json"
          label={words.openFacts}
          testid="facts-input"
          onPick={(file) => void openFile(file)}
        />
      </div>
    </>
  );
}
