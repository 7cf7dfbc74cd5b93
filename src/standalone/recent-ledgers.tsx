/** Ledgers opened lately, by name, and why they have to be chosen again. */
import { Text } from "@fluentui/react-components";
import { Card } from "../panes/card";
import { FileButton } from "../panes/file-button";
import { useWords } from "../panes/session-context";
import { STANDALONE_WORDS } from "./words";

export default function RecentLedgers(props: {
  readonly names: readonly string[];
  readonly accept: string;
  readonly className: string;
  readonly onFile: (file: File) => void;
}) {
  const words = useWords(STANDALONE_WORDS);
  return (
    <Card className={props.className} data-testid="recent">
      <Text>{words.recent}</Text>
      {props.names.map((name) => (
        <FileButton
          key={name}
          appearance="subtle"
          accept={props.accept}
          label={words.reopen(name)}
          aria-label={words.reopen(name)}
          input="recent-input"
          onPick={props.onFile}
          data-testid="recent-name"
        >
          {name}
        </FileButton>
      ))}
      <Text size={200}>{words.recentWhy}</Text>
    </Card>
  );
}
