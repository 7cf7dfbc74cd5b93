/** The hidden input behind a button that opens one file. The same file can be picked twice in a row. */
import type { Ref } from "react";

export function FileInput(props: {
  readonly ref: Ref<HTMLInputElement>;
  /** Extensions, as in ".json" or ".txt,.csv". */
  readonly accept: string;
  readonly label: string;
  readonly testid: string;
  readonly onPick: (file: File) => void;
}) {
  return (
    <input
      ref={props.ref}
      type="file"
      accept={props.accept}
      hidden
      aria-label={props.label}
      data-testid={props.testid}
      onChange={(event) => {
        const file = event.target.files?.[0];
        event.target.value = "";
        if (file) props.onPick(file);
      }}
    />
  );
}
