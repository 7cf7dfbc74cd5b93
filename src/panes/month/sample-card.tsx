/** 抽查: how many, by which seed, from which; what was drawn, and the sheet for the visit. */
import { useState } from "react";
import { Button, Field, Input, Select, Text } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import { sampleUnit, sessionSample } from "../../app/statistics";
import type { DrawnSample } from "../../month";
import { Card } from "../card";
import { useDraftTools } from "../draft/draft-context";
import { LedgerHeading } from "../ledger/heading";
import { useSession, useSnapshot, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { ItemLine } from "./item-line";
import { Made } from "./made";
import { saveSample } from "./outputs";
import { useMonthStyles } from "./styles";
import { MONTH_PANE_WORDS } from "./words";

/** Six digits, which are read out and typed again. */
function newSeed(): string {
  const [drawn = 0] = window.crypto.getRandomValues(new Uint32Array(1));
  return String(drawn % 1_000_000).padStart(6, "0");
}

export function SampleCard() {
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const session = useSession();
  const { revision } = useSnapshot();
  const load = useDraftTools();
  const [count, setCount] = useState("10");
  const [seed, setSeed] = useState(newSeed);
  const [of, setOf] = useState<"done" | "all">("done");
  /** Drawn of a reading that is gone it is no longer shown. */
  const [drawn, setDrawn] = useState<{ readonly sample: DrawnSample; readonly revision: number } | null>(null);
  const isWrong = !/^[1-9]\d{0,5}$/.test(count);
  const sample = drawn?.revision === revision ? drawn.sample : null;
  const draw = () => {
    const found = isWrong ? null : sessionSample(session, { count: Number(count), seed, of });
    setDrawn(found === null ? null : { sample: found, revision });
  };
  return (
    <Card data-testid="month-sample">
      <LedgerHeading>{words.sample}</LedgerHeading>
      <div className={styles.made}>
        <Field
          label={words.count}
          validationState={isWrong ? "error" : "none"}
          validationMessage={isWrong ? words.countWrong : null}
        >
          <Input
            value={count}
            inputMode="numeric"
            onChange={(_event, data) => setCount(data.value.trim())}
            input={{ "data-testid": "sample-count" } as object}
          />
        </Field>
        <Field label={words.seed}>
          <Input
            value={seed}
            onChange={(_event, data) => setSeed(data.value)}
            input={{ "data-testid": "sample-seed" } as object}
          />
        </Field>
        <Field label={words.from}>
          <Select
            className={styles.select}
            value={of}
            onChange={(_event, data) => setOf(data.value === "all" ? "all" : "done")}
            data-testid="sample-of"
          >
            <option value="done">{words.ofDone}</option>
            <option value="all">{words.ofAll}</option>
          </Select>
        </Field>
      </div>
      <Made hint={words.sampleHint}>
        <Button disabled={isWrong || seed === ""} onClick={draw} data-testid="draw-sample">
          {words.draw}
        </Button>
        {sample === null || sample.items.length === 0 ? null : (
          <ActionButton
            icon={<ArrowDownload20Regular />}
            run={() => session.act("download", () => saveSample(session, sample, words.sampleName, load))}
            data-testid="save-sample"
          >
            {words.sampleBook}
          </ActionButton>
        )}
      </Made>
      <div role="status">{sample === null ? null : <DrawnText sample={sample} />}</div>
      {sample === null ? null : <Drawn sample={sample} />}
    </Card>
  );
}

function DrawnText({ sample }: { readonly sample: DrawnSample }) {
  const words = useWords(MONTH_PANE_WORDS);
  const { items, population, options } = sample;
  if (population === 0) return <Text data-testid="sample-text">{words.noneToDraw}</Text>;
  return (
    <Text data-testid="sample-text">
      {options.count > population ? words.tooFew(options.count, population) : words.drawn(items.length, population)}
    </Text>
  );
}

function Drawn({ sample }: { readonly sample: DrawnSample }) {
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  return (
    <ul className={styles.list}>
      {sample.items.map((item, index) => (
        <ItemLine key={index} item={item} testid="sample-item">
          {item.problem} · {sampleUnit(item) ?? words.noUnit}
        </ItemLine>
      ))}
    </ul>
  );
}
