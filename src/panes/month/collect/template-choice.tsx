/** The superior's own blank form: what is merged gets its columns and its looks. */
import { Button, Text } from "@fluentui/react-components";
import type { ActionData } from "../../../app/actions";
import type { Collection, CollectionView } from "../../../app/collect";
import { useDraftTools } from "../../draft/draft-context";
import { FileButton } from "../../file-button";
import { useSession, useWords } from "../../session-context";
import { usePending } from "../../shell/action-button";
import { useMonthStyles } from "../styles";
import { openForm } from "./outputs";
import { COLLECT_WORDS } from "./words";

export function TemplateChoice(props: { readonly collection: Collection; readonly form: CollectionView["form"] }) {
  const { collection, form } = props;
  const styles = useMonthStyles();
  const words = useWords(COLLECT_WORDS);
  const session = useSession();
  const load = useDraftTools();
  const [busy, pick] = usePending((file: File) =>
    session.act("openTemplate", async (): Promise<ActionData> => {
      const found = await openForm(file, load);
      const { noTemplate } = COLLECT_WORDS;
      if (found === null) return { partial: true, zh: noTemplate.zh(file.name), en: noTemplate.en(file.name) };
      collection.change({ form: found });
      return { name: file.name };
    }),
  );
  return (
    <>
      <FileButton
        appearance="subtle"
        disabled={busy}
        accept=".xlsx,.xlsm,.xls"
        label={words.template}
        input="template-file"
        onPick={pick}
        data-testid="choose-template"
      >
        {words.template}
      </FileButton>
      {form === null ? null : (
        <>
          <Text size={200} className={styles.muted} data-testid="template-name">
            {words.templateOf(form.name)}
          </Text>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => collection.change({ form: null })}
            data-testid="drop-template"
          >
            {words.noMoreTemplate}
          </Button>
        </>
      )}
    </>
  );
}
