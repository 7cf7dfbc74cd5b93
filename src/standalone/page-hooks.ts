/** What the page asks of the browser: its width, files dropped anywhere, a question before it goes. */
import { useEffect, useState } from "react";
import { useSnapshot } from "../panes/session-context";
import { forgetRecent, keepRecent } from "./recent";

const NARROW = "(max-width: 799px)";

export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const query = window.matchMedia(NARROW);
    const listen = () => setNarrow(query.matches);
    query.addEventListener("change", listen);
    return () => query.removeEventListener("change", listen);
  }, []);
  return narrow;
}

/** The browser asks before the page goes, as long as something would be lost with it; a standing listener slows reloads. */
export function useUnloadGuard(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Older Chromium asks only for this.
      event.returnValue = "";
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [on]);
}

/** A file dropped anywhere on the page. */
export function useDrop(openFile: (file: File) => void): void {
  useEffect(() => {
    const over = (event: globalThis.DragEvent) => event.preventDefault();
    const drop = (event: globalThis.DragEvent) => {
      // The start screen's own zone has handled it by then.
      if (event.defaultPrevented) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) openFile(file);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [openFile]);
}

/** Keeps the names of the ledgers that were opened; none where others use the computer, too. */
export function useRecent(): void {
  const { workbook, ledgers, shared } = useSnapshot();
  const name = workbook !== null && ledgers.length > 0 ? workbook.name : null;
  useEffect(() => {
    if (shared) forgetRecent();
    else if (name !== null) keepRecent(name);
  }, [name, shared]);
}
