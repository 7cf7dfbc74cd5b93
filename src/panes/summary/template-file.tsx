/** A template goes to colleagues as a text file, and comes back from one. */
import { Button } from "@fluentui/react-components";
import { FileButton } from "../file-button";
import { useSession, useWords } from "../session-context";
import { saveFile } from "../shell/save-file";
import { SUMMARY_WORDS } from "./words";

export function TemplateFile(props: { readonly template: string }) {
  const words = useWords(SUMMARY_WORDS);
  const session = useSession();
  const save = () =>
    session.act("download", () => {
      const name = words.templateName;
      saveFile(new TextEncoder().encode(`\ufeff${props.template}\n`), name, "txt");
      return Promise.resolve({ name });
    });
  const open = async (file: File) => {
    const text = (await file.text()).replace(/^\ufeff/u, "").trimEnd();
    await session.changeSettings({ template: text });
  };
  return (
    <>
      <Button onClick={() => void save()} data-testid="save-template">
        {words.saveTemplate}
      </Button>
      <FileButton
        accept=".txt"
        label={words.openTemplate}
        input="template-file"
        onPick={(file) => void open(file)}
        data-testid="open-template"
      >
        {words.openTemplate}
      </FileButton>
    </>
  );
}
