/** A template of one's own with its errors, figures to put in, and its file; and the variables of the text. */
import { useMemo, useRef } from "react";
import { Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { describeTemplateProblem } from "../../app/documents";
import { FACT_VARIABLES } from "../../app/fact-variables";
import { writtenFigures } from "../../app/paragraph-template";
import type { Summary } from "../../app/summary";
import { useLang, useSession, useSnapshot, useWords } from "../session-context";
import { useTyped } from "../use-typed";
import { InsertFigure } from "./insert-figure";
import { NamedTemplates } from "./named-templates";
import { TemplateFile } from "./template-file";
import { SUMMARY_WORDS } from "./words";

const useStyles = makeStyles({
  editor: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  code: { fontFamily: tokens.fontFamilyMonospace },
});

export function TemplateEditor(props: { readonly problems: Summary["problems"] }) {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const lang = useLang();
  const { settings } = useSnapshot();
  const area = useRef<HTMLTextAreaElement>(null);
  /** Where the cursor was when the field was left; null: it was never in it. */
  const cursor = useRef<readonly [start: number, end: number] | null>(null);
  const template = useTyped(new Map([["template", settings.template ?? ""]]), (news) =>
    session.changeSettings({ template: news["template"] ?? "" }),
  );
  const written = useMemo(() => writtenFigures(settings.template ?? ""), [settings.template]);
  /** Where the cursor is, else at the end. */
  const insert = (place: string) => {
    const text = template.valueOf("template");
    const [start, end] = cursor.current ?? [text.length, text.length];
    const added = `{${place}}`;
    template.type("template", text.slice(0, start) + added + text.slice(end));
    template.flush();
    cursor.current = [start + added.length, start + added.length];
  };
  return (
    <div className={styles.editor}>
      <Field
        label={words.template}
        hint={written.length === 0 ? words.templateHint : words.templateWritten(written)}
        validationState={props.problems.length > 0 ? "error" : "none"}
        validationMessage={props.problems
          .slice(0, 3)
          .map((problem) => `${describeTemplateProblem(problem, lang)}${words.stop}`)
          .join(" ")}
      >
        <Textarea
          className={styles.code}
          value={template.valueOf("template")}
          rows={6}
          resize="vertical"
          data-testid="template"
          onChange={(_event, data) => template.type("template", data.value)}
          onBlur={() => {
            if (area.current) cursor.current = [area.current.selectionStart, area.current.selectionEnd];
            template.flush();
          }}
          textarea={{ ref: area }}
        />
      </Field>
      <div className={styles.row}>
        <InsertFigure onInsert={insert} />
        <TemplateFile template={template.valueOf("template")} />
      </div>
      <NamedTemplates template={template.valueOf("template")} />
    </div>
  );
}

/** A field for each variable of the text, set or not. */
export function Variables(props: { readonly unset: readonly string[] }) {
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const { settings, facts } = useSnapshot();
  const shared = new Map(
    Array.from(FACT_VARIABLES, ([name, fact]) => [name, facts.get(fact) ?? ""] as const).filter(
      ([, text]) => text !== "",
    ),
  );
  const names = [...new Set([...settings.variables.keys(), ...shared.keys(), ...props.unset])];
  const typed = useTyped(new Map([...shared, ...settings.variables]), async (news) => {
    const before = session.getSnapshot().settings.variables;
    const variables = new Map(before);
    const form: Record<string, string> = {};
    for (const [name, text] of Object.entries(news)) {
      const fact = FACT_VARIABLES.get(name);
      // What the form of facts holds too is kept there, once.
      if (fact !== undefined) form[fact] = text;
      if (text === "" || fact !== undefined) variables.delete(name);
      else variables.set(name, text);
    }
    if (Object.keys(form).length > 0) await session.changeFacts(form);
    if (variables.size !== before.size || Array.from(variables).some(([name, text]) => before.get(name) !== text))
      await session.changeSettings({ variables });
  });
  if (names.length === 0) return null;
  return (
    <>
      {names.map((name) => (
        <Field key={name} label={name}>
          <Input
            value={typed.valueOf(name)}
            aria-label={`${words.variables} ${name}`}
            data-testid={`variable-${name}`}
            onChange={(_event, data) => typed.type(name, data.value)}
            onBlur={typed.flush}
          />
        </Field>
      ))}
    </>
  );
}
