/** The style of the paragraph, or a template of one's own with its errors; and its variables. */
import { Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import type { Span } from "../../app/documents";
import type { Summary } from "../../app/session";
import { useSession, useSnapshot, useWords } from "../session-context";
import { useTyped } from "../use-typed";
import { SUMMARY_WORDS } from "./words";

const OWN = "template";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  paragraph: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: "2",
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
    margin: 0,
  },
  figure: {
    display: "inline",
    minWidth: 0,
    padding: "0 1px",
    font: "inherit",
    lineHeight: "inherit",
    height: "auto",
    borderTopStyle: "none",
    borderRightStyle: "none",
    borderLeftStyle: "none",
    borderBottom: `1px dotted ${tokens.colorBrandForegroundLink}`,
    borderRadius: 0,
    verticalAlign: "baseline",
    color: tokens.colorBrandForegroundLink,
  },
  unset: {
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    outline: `1px dashed ${tokens.colorStatusWarningBorderActive}`,
    // Else it would have the dark letters of a highlighted text without its ground.
    "@media (forced-colors: active)": { color: "CanvasText" },
  },
  muted: { color: tokens.colorNeutralForeground3 },
  code: { fontFamily: tokens.fontFamilyMonospace },
});

const STYLE_NAMES = ["rate", "measures", "items", "partial", "phased"] as const;

export function StyleChoice() {
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const { settings } = useSnapshot();
  const choose = (name: string) => {
    if (name !== OWN) {
      void session.changeSettings({ style: name, template: null });
      return;
    }
    const template = session.styles().find((style) => style.name === settings.style)?.template ?? "";
    void session.changeSettings({ template });
  };
  return (
    <Field label={words.style}>
      <Select
        value={settings.template === null ? settings.style : OWN}
        data-testid="style"
        onChange={(_event, data) => choose(data.value)}
      >
        {STYLE_NAMES.map((name) => (
          <option key={name} value={name}>
            {words.styles[name]}
          </option>
        ))}
        <option value={OWN}>{words.own}</option>
      </Select>
    </Field>
  );
}

export function TemplateEditor(props: { readonly problems: Summary["problems"] }) {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const { settings } = useSnapshot();
  const template = useTyped(new Map([["template", settings.template ?? ""]]), (news) =>
    session.changeSettings({ template: news["template"] ?? "" }),
  );
  return (
    <Field
      label={words.template}
      hint={words.templateHint}
      validationState={props.problems.length > 0 ? "error" : "none"}
      validationMessage={props.problems
        .slice(0, 3)
        .map((p) => words.problemAt(words.problems[p.type], p.start + 1, p.text, p.nearest))
        .join(" ")}
    >
      <Textarea
        className={styles.code}
        value={template.valueOf("template")}
        rows={6}
        resize="vertical"
        data-testid="template"
        onChange={(_event, data) => template.type("template", data.value)}
        onBlur={template.flush}
      />
    </Field>
  );
}

/** A field for each variable of the text, set or not. */
export function Variables(props: { readonly composition: readonly Span[] }) {
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const { settings } = useSnapshot();
  const unset = props.composition.flatMap((span) => (span.type === "unset" ? [span.name] : []));
  const names = [...new Set([...settings.variables.keys(), ...unset])];
  const typed = useTyped(settings.variables, (news) => {
    const variables = new Map(session.getSnapshot().settings.variables);
    for (const [name, text] of Object.entries(news)) {
      if (text === "") variables.delete(name);
      else variables.set(name, text);
    }
    return session.changeSettings({ variables });
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
