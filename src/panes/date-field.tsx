/** A date typed as a person writes it; empty means "not set". Nothing is guessed: an unreadable date is said at once. */
import { useEffect, useState } from "react";
import { Field, Input } from "@fluentui/react-components";
import { isoDate, type CivilDate } from "../zh/civil-date";
import { readFormDate } from "../zh/written-date";
import { isComposing } from "./shortcuts";

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
  useEffect(() => {
    setText(shown);
  }, [shown]);
  const bad = text.trim() !== "" && readFormDate(text) === null;
  const commit = () => {
    if (bad) return;
    const date = text.trim() === "" ? null : readFormDate(text);
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
          if (event.key === "Enter" && !isComposing(event.nativeEvent)) commit();
        }}
      />
    </Field>
  );
}
