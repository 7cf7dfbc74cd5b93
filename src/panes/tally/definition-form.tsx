/** How a rate is defined: what counts as done, out of what, and how it prints. */
import { Field, Select } from "@fluentui/react-components";
import type { Settings } from "../../app/settings";
import { useSession, useWords } from "../session-context";
import { useTallyStyles } from "./styles";
import { TALLY_WORDS } from "./words";

export function DefinitionForm(props: { readonly settings: Settings }) {
  const { settings } = props;
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  return (
    <div className={styles.form}>
      <Choice
        name="definition"
        value={settings.definition}
        options={{ done: words.done, basic: words.basic, phased: words.phased }}
      />
      <Choice name="denominator" value={settings.denominator} options={{ all: words.all, due: words.due }} />
      <Choice name="precision" value={settings.precision} options={{ 0: "0", 1: "1", 2: "2" }} />
    </div>
  );
}

/** One setting with few values; `options` are their words. */
function Choice<Name extends "definition" | "denominator" | "precision">(props: {
  readonly name: Name;
  readonly value: Settings[Name];
  readonly options: Readonly<Record<Settings[Name], string>>;
}) {
  const { name, value, options } = props;
  const styles = useTallyStyles();
  const words = useWords(TALLY_WORDS);
  const session = useSession();
  const choose = (chosen: string) =>
    session.changeSettings({ [name]: typeof value === "number" ? Number(chosen) : chosen });
  return (
    <Field label={words[name]}>
      <Select
        size="small"
        className={styles.select}
        value={String(value)}
        data-testid={name}
        onChange={(_event, data) => void choose(data.value)}
      >
        {Object.entries<string>(options).map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
