/** Changes by risk, filtered by unit and by kind of change; each leads to its cell. */
import { useState } from "react";
import { Button, Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { changeText } from "../../../app/month";
import type { ItemChange } from "../../../month";
import { Disclosure } from "../../disclosure";
import { useLang, useWords } from "../../session-context";
import { useMonthStyles } from "../styles";
import { MONTH_PANE_WORDS } from "../words";
import { ChangeRow } from "./change-row";

/** Rows that are drawn at once. */
const STEP = 50;

const useStyles = makeStyles({
  chips: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, minWidth: 0 },
  chip: { minWidth: 0 },
});

export function Changes(props: { readonly changes: readonly ItemChange[]; readonly canSelect: boolean }) {
  const { changes } = props;
  const styles = useMonthStyles();
  const own = useStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const lang = useLang();
  const [unit, setUnit] = useState("");
  const [type, setType] = useState<string | null>(null);
  if (changes.length === 0) return <Text data-testid="no-changes">{words.nothingNew}</Text>;
  const units = [...new Set(changes.map((change) => change.unit ?? words.noUnit))];
  const chosenUnit = units.includes(unit) ? unit : "";
  const ofUnit = changes.filter((change) => chosenUnit === "" || (change.unit ?? words.noUnit) === chosenUnit);
  const types = new Map<string, number>();
  for (const change of ofUnit) types.set(changeText(change, lang), (types.get(changeText(change, lang)) ?? 0) + 1);
  const chosenType = type !== null && types.has(type) ? type : null;
  const shown = ofUnit.filter((change) => chosenType === null || changeText(change, lang) === chosenType);
  const [high, normal] = [shown.filter(({ risk }) => risk === "high"), shown.filter(({ risk }) => risk !== "high")];
  return (
    <div className={styles.stack} data-testid="changes">
      {units.length > 1 ? (
        <Field label={words.unit} size="small">
          <Select
            size="small"
            className={styles.select}
            value={chosenUnit}
            onChange={(_event, data) => setUnit(data.value)}
            data-testid="changes-unit"
          >
            <option value="">{words.allUnits}</option>
            {units.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <div className={own.chips} role="group" aria-label={words.types}>
        {[...types].map(([name, count]) => (
          <Button
            key={name}
            size="small"
            className={own.chip}
            appearance={name === chosenType ? "primary" : "secondary"}
            aria-pressed={name === chosenType}
            onClick={() => setType(name === chosenType ? null : name)}
            data-testid="change-type"
          >
            {name} {count}
          </Button>
        ))}
      </div>
      {high.length === 0 ? null : (
        <>
          <Text as="h3" weight="semibold" className={styles.text}>
            {words.high(high.length)}
          </Text>
          <Rows key={`high ${chosenUnit} ${chosenType}`} changes={high} canSelect={props.canSelect} />
        </>
      )}
      {normal.length === 0 ? null : (
        <Disclosure
          key={`normal ${chosenUnit} ${chosenType}`}
          heading={words.normal(normal.length)}
          openAtFirst={high.length === 0 || chosenType !== null}
          testid="normal-changes"
        >
          <Rows changes={normal} canSelect={props.canSelect} />
        </Disclosure>
      )}
    </div>
  );
}

function Rows(props: { readonly changes: readonly ItemChange[]; readonly canSelect: boolean }) {
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const [count, setCount] = useState(STEP);
  const left = props.changes.length - count;
  return (
    <>
      <ul className={styles.list}>
        {props.changes.slice(0, count).map((change, index) => (
          // Changes have no name of their own, and a list of them is never resorted.
          <ChangeRow key={index} change={change} canSelect={props.canSelect} />
        ))}
      </ul>
      {left > 0 ? (
        <Button size="small" onClick={() => setCount(count + STEP)} data-testid="more-changes">
          {words.more(Math.min(STEP, left))}
        </Button>
      ) : null}
    </>
  );
}
