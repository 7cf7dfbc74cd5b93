/** A date typed as a person writes it; empty means "not set". Nothing is guessed: an unreadable date is said at once. */
import { useEffect, useState } from "react";
import { Field, Input } from "@fluentui/react-components";
import { civilDate, isoDate, parseIsoDate, type CivilDate } from "../zh/civil-date";

/** 2025-10-10, 2025/10/10, 2025.10.10, 2025年10月10日. */
export function readDate(text: string): CivilDate | null {
  const match = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(text.normalize("NFKC"));
  if (!match) return parseIsoDate(text.trim());
  return civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function DateField(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong: string;
  readonly placeholder?: string | undefined;
  readonly value: CivilDate | null;
  readonly onChange: (date: CivilDate | null) => void;
  readonly testId: string;
}) {
  const shown = props.value ? isoDate(props.value) : "";
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const bad = text.trim() !== "" && readDate(text) === null;
  const commit = () => {
    if (bad) return;
    const date = text.trim() === "" ? null : readDate(text);
    if ((date ? isoDate(date) : "") !== shown) props.onChange(date);
  };
  return (
    <Field
      label={props.label}
      hint={props.hint}
      validationState={bad ? "error" : "none"}
      validationMessage={bad ? props.wrong : undefined}
    >
      <Input
        value={text}
        placeholder={props.placeholder}
        data-testid={props.testId}
        onChange={(_event, data) => setText(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
        }}
      />
    </Field>
  );
}
