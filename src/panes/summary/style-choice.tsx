/**
 * The style of the paragraph: each called by its first words with this ledger's figures, the fitting one suggested with the
 * reason; a template of one's own, pasted or written.
 */
import { useMemo, useState } from "react";
import { Button, Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { ClipboardPaste20Regular } from "@fluentui/react-icons";
import { stylePreviews, styleTemplateText, suggestedStyle } from "../../app/summary-styles";
import { useSession, useSnapshot, useWords } from "../session-context";
import { nameOf, useTemplates } from "./named-templates";
import { PasteDialog } from "./paste-dialog";
import { SUMMARY_WORDS } from "./words";

const OWN = "template";
/** Before the name of a template of the office's. */
const NAMED = "named:";
/** First words of a style in the list. */
const FIRST_WORDS = 34;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  select: { minWidth: 0, "& select": { textOverflow: "ellipsis" } },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
});

function firstWords(text: string): string {
  const chars = Array.from(text);
  return chars.length > FIRST_WORDS ? `${chars.slice(0, FIRST_WORDS).join("")}…` : text;
}

export function StyleChoice() {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const { settings, revision } = useSnapshot();
  const [pasting, setPasting] = useState(false);
  const { previews, suggested } = useMemo(
    () => ({ previews: stylePreviews(session), suggested: suggestedStyle(session) }),
    // `revision` and the settings stand for everything the previews depend on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, revision, settings],
  );
  /** The notice keeps the headings it has: they are chosen there. */
  const keep = { noticeStyle: settings.noticeStyle ?? settings.style };
  const templates = useTemplates();
  const named = settings.template === null ? null : nameOf(templates, settings.template);
  const choose = (name: string) => {
    if (name.startsWith(NAMED)) {
      void session.changeSettings({ template: templates.get(name.slice(NAMED.length)) ?? null });
      return;
    }
    if (name !== OWN) {
      void session.changeSettings({ ...keep, style: name, template: null });
      return;
    }
    void session.changeSettings({ template: styleTemplateText(settings.style) });
  };
  const fits = suggested !== null && (settings.template !== null || settings.style !== suggested.style);
  return (
    <div className={styles.root}>
      <Field label={words.style}>
        <Select
          className={styles.select}
          value={settings.template === null ? settings.style : named === null ? OWN : NAMED + named}
          data-testid="style"
          onChange={(_event, data) => choose(data.value)}
        >
          {previews.map(({ name, text }) => (
            <option key={name} value={name}>
              {firstWords(text)}
            </option>
          ))}
          {templates.size > 0 ? (
            <optgroup label={words.ownTemplates}>
              {Array.from(templates.keys(), (name) => (
                <option key={name} value={NAMED + name}>
                  {name}
                </option>
              ))}
            </optgroup>
          ) : null}
          <option value={OWN}>{words.own}</option>
        </Select>
      </Field>
      {suggested !== null && fits ? (
        <div className={styles.row} data-testid="suggested-style">
          <Text size={200}>{words.suggest(words.reasons[suggested.why](suggested.count))}</Text>
          <Button size="small" onClick={() => choose(suggested.style)} data-testid="take-suggestion">
            {words.takeSuggestion}
          </Button>
        </div>
      ) : null}
      <div className={styles.row}>
        <Button icon={<ClipboardPaste20Regular />} onClick={() => setPasting(true)} data-testid="paste-paragraph">
          {words.paste}
        </Button>
      </div>
      {pasting ? <PasteDialog onClose={() => setPasting(false)} /> : null}
    </div>
  );
}
