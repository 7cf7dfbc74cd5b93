/** Buttons of actions: while theirs runs they are busy, keep the focus, and a second press does nothing. */
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { Button, type ButtonProps } from "@fluentui/react-components";

/**
 * Whether an action runs, and what begins it.
 * @example const [busy, press] = usePending(() => session.undo());
 */
export function usePending<A extends readonly unknown[]>(
  run: (...args: A) => Promise<unknown>,
): readonly [boolean, (...args: A) => void] {
  const [running, setRunning] = useState(0);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const press = useCallback((...args: A) => {
    setRunning((now) => now + 1);
    void latest.current(...args).finally(() => setRunning((now) => now - 1));
  }, []);
  return [running > 0, press];
}

type Looks = Pick<ButtonProps, "appearance" | "size" | "className" | "title" | "aria-label" | "tabIndex">;

interface ActionButtonProps extends Looks {
  readonly run: () => Promise<unknown>;
  readonly icon?: ButtonProps["icon"];
  readonly disabled?: boolean;
  /** Stays where the keyboard is when its own press disables it (the last step undone). */
  readonly keepsFocus?: boolean;
  /** What Ctrl+Z and Ctrl+Y press. */
  readonly "data-steps"?: "undo" | "redo";
  readonly "data-testid"?: string;
  /** What a card gives the keyboard to when it opens. */
  readonly "data-first"?: "";
  readonly children?: ReactNode;
}

export function ActionButton({ run, disabled = false, keepsFocus = false, icon, ...looks }: ActionButtonProps) {
  const [busy, press] = usePending(run);
  return (
    <Button
      {...looks}
      {...(icon === undefined ? {} : { icon })}
      aria-busy={busy}
      disabled={disabled && !busy && !keepsFocus}
      // While it is busy the focus stays, and the keyboard keeps its place.
      disabledFocusable={busy || (disabled && keepsFocus)}
      onClick={() => {
        if (!busy && !disabled) press();
      }}
    />
  );
}
