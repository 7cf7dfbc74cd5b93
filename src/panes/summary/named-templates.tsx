/** Templates by name, kept for every workbook on this computer: saved, renamed, deleted here, chosen in the list of styles. */
import { useState } from "react";
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useSession, useSnapshot, useWords } from "../session-context";
import { SUMMARY_WORDS } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: 0 },
});

/** Names are words in a list. */
const LONGEST_NAME = 40;

/** The office's templates, those of the settings file included. */
export function useTemplates(): ReadonlyMap<string, string> {
  const { settings, templates } = useSnapshot();
  return new Map([...settings.templates, ...templates]);
}

/** The name under which a text is kept; null where it is not. */
export function nameOf(templates: ReadonlyMap<string, string>, text: string | null): string | null {
  for (const [name, kept] of templates) if (kept === text) return name;
  return null;
}

export function NamedTemplates(props: { readonly template: string }) {
  const styles = useStyles();
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const { templates: own } = useSnapshot();
  const templates = useTemplates();
  const current = nameOf(templates, props.template);
  const [typed, setTyped] = useState<string | null>(null);
  const name = (typed ?? current ?? "").trim();
  const isOther = templates.has(name) && name !== current;
  const keep = async (changes: Readonly<Record<string, string | null>>) => {
    await session.keepTemplates(changes);
    setTyped(null);
  };
  return (
    <div className={styles.row} data-testid="named-templates">
      <Field className={styles.field} label={words.templateKeptAs} {...(isOther ? { hint: words.nameTaken } : {})}>
        <Input
          value={typed ?? current ?? ""}
          maxLength={LONGEST_NAME}
          data-testid="name-of-template"
          onChange={(_event, data) => setTyped(data.value)}
        />
      </Field>
      <Button
        disabled={name === "" || props.template.trim() === "" || name === current}
        onClick={() => void keep({ [name]: props.template })}
        data-testid="keep-template"
      >
        {isOther ? words.replaceTemplate : words.keepTemplate}
      </Button>
      {current !== null && own.has(current) ? (
        <>
          <Button
            disabled={name === "" || name === current || isOther}
            onClick={() => void keep({ [current]: null, [name]: props.template })}
            data-testid="rename-template"
          >
            {words.renameTemplate}
          </Button>
          <Button onClick={() => void keep({ [current]: null })} data-testid="delete-template">
            {words.deleteTemplate}
          </Button>
        </>
      ) : null}
    </div>
  );
}
