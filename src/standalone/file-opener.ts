/** Opens a file in a worker of its own; the one before goes only when the new one is there. */
import { useCallback, useRef } from "react";
import type { Session } from "../app/session";
import { HostError, type Host } from "../hosts/port";
import { sha256 } from "../panes/sha256";
import { createFileWorker } from "./create-worker";
import { openRemoteHost } from "./remote-host";
import type { SheetStore } from "./sheet-store";
import { type SampleCard } from "./start-screen";

export interface FileOpener {
  readonly openFile: (file: File) => void;
  readonly openSample: (sample: SampleCard) => void;
  /** SHA-256 of the bytes that were opened; null where the browser gives no such sum (pages without https). */
  readonly hash: () => Promise<string | null>;
}

export function useFileOpener(session: Session, sheets: SheetStore): FileOpener {
  /** Ends what serves the file that is open. */
  const dispose = useRef<(() => void) | null>(null);
  /** Ends a file that is still being opened: one asked for later does not wait for it. */
  const giveUp = useRef<(() => void) | null>(null);
  const turn = useRef(0);
  const hash = useRef<Promise<string | null>>(Promise.resolve(null));

  const open = useCallback(
    async (name: string, load: () => Promise<ArrayBuffer>) => {
      const mine = ++turn.current;
      giveUp.current?.();
      const openHost = async (): Promise<Host> => {
        const worker = createFileWorker();
        const stop = () => worker.terminate();
        giveUp.current = stop;
        try {
          const bytes = await load();
          // Before the worker takes the bytes away; the sum works on a copy of its own.
          const sum = sha256(bytes);
          const remote = await openRemoteHost(worker, name, bytes, sheets.select);
          if (mine !== turn.current) throw new HostError("cancelled");
          // Only now the file before goes: one that cannot be read takes nothing away.
          dispose.current?.();
          dispose.current = () => {
            remote.dispose();
            stop();
          };
          giveUp.current = null;
          hash.current = sum;
          sheets.clear();
          return sheets.watch(remote);
        } catch (error) {
          stop();
          if (error instanceof DOMException || error instanceof TypeError) {
            throw new HostError("unreadableFile", error.name);
          }
          throw error;
        }
      };
      await session.open({ name, open: openHost });
    },
    [session, sheets],
  );
  return {
    openFile: useCallback((file: File) => void open(file.name, () => file.arrayBuffer()), [open]),
    openSample: useCallback((sample: SampleCard) => void open(sample.name, sample.load), [open]),
    hash: useCallback(() => hash.current, []),
  };
}
