/**
 * Keys that spare the way to a button: Alt and a letter, told on the button itself. By place on the keyboard, because on a
 * Mac the option key makes other letters of them.
 */
interface Keys {
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly code: string;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** Whether an input method is composing: its Enter chooses words, and its arrows go through them. */
export const isComposing = (event: { readonly isComposing: boolean; readonly keyCode: number }): boolean =>
  event.isComposing || event.keyCode === 229;

/** Whether it is Alt and this letter, and no other key with them. */
export const isShortcut = (event: Keys, letter: string): boolean =>
  event.altKey &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.shiftKey &&
  !event.repeat &&
  !isComposing(event) &&
  event.code === `Key${letter}`;

const isCommand = (event: Keys, code: string): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !isComposing(event) && event.code === code;

/** Whether it is Ctrl+S, or ⌘S on a Mac. */
export const isSave = (event: Keys): boolean => isCommand(event, "KeyS") && !event.shiftKey;

/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z; ⌘ on a Mac. Null: neither. */
export const stepOfKeys = (event: Keys): "undo" | "redo" | null =>
  isCommand(event, "KeyZ")
    ? event.shiftKey
      ? "redo"
      : "undo"
    : isCommand(event, "KeyY") && !event.shiftKey
      ? "redo"
      : null;
