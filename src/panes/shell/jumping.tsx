/** Jumps to cells. What is hidden or filtered out can be shown afterwards: the last jump is remembered for that. */
import { createContext, useContext, useMemo, useRef, type ReactNode } from "react";
import type { SelectOutcome } from "../../hosts/port";
import type { RowRef } from "../../tally";
import { useSession } from "../session-context";

interface Jumping {
  readonly toFinding: (id: string) => Promise<SelectOutcome | null>;
  readonly toRows: (rows: readonly RowRef[]) => Promise<SelectOutcome | null>;
  /** The last jump again, hidden rows and sheets being shown first. */
  readonly reveal: () => Promise<SelectOutcome | null>;
}

const JumpContext = createContext<Jumping | null>(null);

export function JumpProvider(props: { readonly children: ReactNode }) {
  const session = useSession();
  const last = useRef<(options: { reveal: true }) => Promise<SelectOutcome | null>>(() => Promise.resolve(null));
  const value = useMemo<Jumping>(
    () => ({
      toFinding: (id) => {
        last.current = (options) => session.selectFinding(id, options);
        return session.selectFinding(id);
      },
      toRows: (rows) => {
        last.current = (options) => session.selectRows(rows, options);
        return session.selectRows(rows);
      },
      reveal: () => last.current({ reveal: true }),
    }),
    [session],
  );
  return <JumpContext.Provider value={value}>{props.children}</JumpContext.Provider>;
}

export function useJump(): Jumping {
  const jump = useContext(JumpContext);
  if (!jump) throw new Error("useJump outside JumpProvider");
  return jump;
}
