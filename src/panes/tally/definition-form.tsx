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
  const session = useSession();
  return (
    <div className={styles.form}>
      <Field label={words.definition}>
        <Select
          size="small"
          className={styles.select}
          value={settings.definition}
          data-testid="definition"
          onChange={(_event, data) => void session.changeSettings({ definition: data.value as Settings["definition"] })}
        >
          <option value="done">{words.done}</option>
          <option value="basic">{words.basic}</option>
          <option value="phased">{words.phased}</option>
        </Select>
      </Field>
      <Field label={words.denominator}>
        <Select
          size="small"
          className={styles.select}
          value={settings.denominator}
          data-testid="denominator"
          onChange={(_event, data) =>
            void session.changeSettings({ denominator: data.value as Settings["denominator"] })
          }
        >
          <option value="all">{words.all}</option>
          <option value="due">{words.due}</option>
        </Select>
      </Field>
      <Field label={words.precision}>
        <Select
          size="small"
          className={styles.select}
          value={String(settings.precision)}
          data-testid="precision"
          onChange={(_event, data) =>
            void session.changeSettings({ precision: Number(data.value) as Settings["precision"] })
          }
        >
          <option value="0">0</option>
          <option value="1">1</option>
          <option value="2">2</option>
        </Select>
      </Field>
    </div>
  );
}
