/** What is kept, and the office's list of words, as files to take along and to bring in. */
import { isEmptyLexicon } from "../../app/lexicon";
import { lexiconFile, readLexiconFile } from "../../app/lexicon-file";
import { useSession, useSnapshot, useWords } from "../session-context";
import { saveFile } from "./save-file";
import { MENU_WORDS } from "./menu-words";

export function useKeptFiles() {
  const words = useWords(MENU_WORDS);
  const session = useSession();
  const snapshot = useSnapshot();
  const exportKept = async () => {
    const text = await session.exportKept();
    if (text !== null) saveFile(new TextEncoder().encode(text), words.keptName, "json");
  };
  const exportLexicon = () =>
    session.act("exportLexicon", () => {
      const { lexicon, columns } = snapshot.settings;
      const chosen = [...snapshot.remembered, ...columns];
      const templates = new Map([...snapshot.settings.templates, ...snapshot.templates]);
      if (isEmptyLexicon(lexicon) && chosen.length === 0 && templates.size === 0)
        return Promise.resolve({ partial: true });
      saveFile(new TextEncoder().encode(lexiconFile(lexicon, chosen, templates)), words.lexiconName, "json");
      return Promise.resolve({ name: words.lexiconName });
    });
  const importLexicon = async (file: File) => {
    const read = readLexiconFile(await file.text(), {
      zh: `词表「${file.name}」`,
      en: `The word list “${file.name}”`,
    });
    if ("lexicon" in read) await session.teach(read.lexicon, read.columns, read.templates);
    else
      await session.act("importLexicon", () =>
        Promise.resolve({ partial: true, zh: read.problems[0]?.zh ?? "", en: read.problems[0]?.en ?? "" }),
      );
  };
  return { exportKept, exportLexicon, importLexicon };
}
