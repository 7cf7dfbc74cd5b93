/** Files as a person picks or drops them, folders with all that is in them and below. */
import type { PickedFile } from "../../../app/collect";
import type { OpenLedgerFile } from "../../ledger-files";

interface Dropped {
  readonly path: string;
  readonly file: () => Promise<File>;
}

const picked = ({ path, file }: Dropped, open: OpenLedgerFile): PickedFile => ({
  file: path,
  open: async () => open(await file()),
});

/** Files of an input: paths below the folder that was chosen, else their names. */
export function filesOfInput(files: FileList, open: OpenLedgerFile): readonly PickedFile[] {
  return Array.from(files, (file) =>
    picked({ path: file.webkitRelativePath || file.name, file: () => Promise.resolve(file) }, open),
  );
}

/** What was dropped. Folders must be asked for before the event is over, and are read afterwards. */
export async function filesOfDrop(data: DataTransfer, open: OpenLedgerFile): Promise<readonly PickedFile[]> {
  const items = Array.from(data.items, (item) => ({
    entry: typeof item.webkitGetAsEntry === "function" ? item.webkitGetAsEntry() : null,
    file: item.getAsFile(),
  }));
  const found: Dropped[] = [];
  for (const { entry, file } of items) {
    if (entry !== null && entry.isDirectory) await below(entry as FileSystemDirectoryEntry, entry.name, found);
    else if (file !== null) found.push({ path: file.name, file: () => Promise.resolve(file) });
  }
  return found.map((one) => picked(one, open));
}

async function below(folder: FileSystemDirectoryEntry, path: string, found: Dropped[]): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    // A reader gives a hundred at a time, and none at the end.
    const entries = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (entries.length === 0) return;
    for (const entry of entries) {
      const at = `${path}/${entry.name}`;
      if (entry.isDirectory) await below(entry as FileSystemDirectoryEntry, at, found);
      else
        found.push({
          path: at,
          file: () => new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail)),
        });
    }
  }
}
