/** A button that opens one file; its hidden input stands beside it. */
import { useRef } from "react";
import { Button, type ButtonProps } from "@fluentui/react-components";
import { FileInput } from "./file-input";

export function FileButton({
  accept,
  label,
  input,
  onPick,
  ...button
}: Pick<ButtonProps, "appearance" | "aria-label" | "children" | "disabled" | "icon" | "size" | "title"> & {
  /** Extensions, as in ".json" or ".txt,.csv". */
  readonly accept: string;
  /** What the input is called. */
  readonly label: string;
  /** Test id of the input. */
  readonly input: string;
  readonly onPick: (file: File) => void;
  readonly "data-testid": string;
}) {
  const ref = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => ref.current?.click()} />
      <FileInput ref={ref} accept={accept} label={label} testid={input} onPick={onPick} />
    </>
  );
}
