/** The form of facts: what the ledger doesn't hold. Errors are told at the field, while typing. */
import { useState } from "react";
import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { FACT_GROUPS, FACT_LABELS, type FactName, type FactsProblem } from "../../app/documents";
import { FileButton } from "../file-button";
import { useLang, useSession, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { saveFile } from "../shell/save-file";
import type { Typed } from "../use-typed";
import { FactField, FactGroup } from "./fact-field";
import { formFromFile, formInput, type NoticeForm } from "./form-input";
import { NOTICE_WORDS } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  muted: { color: tokens.colorNeutralForeground3 },
});

const NAMES = Object.keys(FACT_LABELS) as FactName[];

export function FactsForm(props: {
  readonly form: NoticeForm;
  readonly typed: Typed;
  /** In the words of the inspection the notice speaks of. */
  readonly labels: Readonly<Record<FactName, string>>;
  readonly problems: ReadonlyMap<FactName, FactsProblem>;
  /** A field that is to be seen whatever is folded. */
  readonly wanted: FactName | null;
}) {
  const { form, typed } = props;
  const styles = useStyles();
  const words = useWords(NOTICE_WORDS);
  const lang = useLang();
  const session = useSession();
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
  return (
    <>
      <Text size={200} className={styles.muted}>
        {words.factsHint}
      </Text>
      <div data-testid="facts">
        {FACT_GROUPS.map((group) => (
          <FactGroup
            key={group.name}
            group={group}
            filled={group.facts.filter((name) => (form[name] ?? "") !== "").length}
            open={group.facts.some((name) => props.problems.has(name) || name === props.wanted)}
          >
            {group.facts.map((name) => (
              <FactField
                key={name}
                name={name}
                label={lang === "zh" ? props.labels[name] : words.labels[name]}
                value={form[name] ?? ""}
                typed={typed}
                problem={props.problems.get(name) ?? null}
              />
            ))}
          </FactGroup>
        ))}
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
        <FileButton
          size="small"
          accept=".json"
          label={words.openFacts}
          input="facts-input"
          onPick={(file) => void openFile(file)}
          data-testid="open-facts"
        >
          {words.openFacts}
        </FileButton>
      </div>
    </>
  );
}
