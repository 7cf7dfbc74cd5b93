/** The button under which the copies to download are. */
import { forwardRef } from "react";
import { Button, type ButtonProps } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons";
import { useWords } from "../panes/session-context";
import { STANDALONE_WORDS } from "./words";

export interface DownloadState {
  /** A copy is being made. */
  readonly busy: boolean;
  /** One can be made now. */
  readonly ready: boolean;
}

export const DownloadButton = forwardRef<HTMLButtonElement, DownloadState & ButtonProps>(function DownloadButton(
  { busy, ready, ...props },
  ref,
) {
  const words = useWords(STANDALONE_WORDS);
  return (
    <Button
      appearance="subtle"
      icon={<ArrowDownload20Regular />}
      aria-label={words.download}
      title={words.download}
      aria-busy={busy}
      disabledFocusable={!ready}
      data-testid="download"
      {...props}
      ref={ref}
    />
  );
});
