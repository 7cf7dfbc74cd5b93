/** The register of letters so far: numbers go on from its last, and a letter on the same item says the how manieth it is. */
import { useState } from "react";
import { Button, Text } from "@fluentui/react-components";
import type { ActionData } from "../../../app/actions";
import { readRegister } from "../../../app/letters";
import type { Register } from "../../../month";
import { FileButton } from "../../file-button";
import { useOpenLedgerFile } from "../../ledger-files";
import { useSession, useWords } from "../../session-context";
import { usePending } from "../../shell/action-button";
import { useMonthStyles } from "../styles";
import { MONTH_PANE_WORDS } from "../words";

export interface ChosenRegister {
  /** Name of its file. */
  readonly name: string;
  readonly register: Register;
}

export function RegisterChoice(props: {
  readonly chosen: ChosenRegister | null;
  readonly onChoose: (chosen: ChosenRegister | null) => void;
}) {
  const { chosen, onChoose } = props;
  const styles = useMonthStyles();
  const words = useWords(MONTH_PANE_WORDS);
  const session = useSession();
  const open = useOpenLedgerFile();
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, pick] = usePending((file: File) =>
    session.act("openRegister", async (): Promise<ActionData> => {
      const register = open === null ? null : readRegister(await open(file));
      setRefused(register === null ? words.noRegister(file.name) : null);
      if (register === null) return { partial: true, zh: words.noRegister(file.name), en: words.noRegister(file.name) };
      onChoose({ name: file.name, register });
      return { name: file.name };
    }),
  );
  if (open === null) return null;
  return (
    <>
      <FileButton
        appearance="subtle"
        disabled={busy}
        accept=".xlsx,.xls"
        label={words.chooseRegister}
        input="register-file"
        onPick={pick}
        data-testid="choose-register"
      >
        {words.chooseRegister}
      </FileButton>
      {chosen === null && refused === null ? null : (
        <Text size={200} className={styles.muted} data-testid="register-name">
          {refused ?? words.registerOf(chosen?.name ?? "")}
        </Text>
      )}
      {chosen === null ? null : (
        <Button size="small" appearance="subtle" onClick={() => onChoose(null)} data-testid="drop-register">
          {words.noMoreRegister}
        </Button>
      )}
    </>
  );
}
