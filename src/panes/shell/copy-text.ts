import { copySelected, tryClipboard } from "./copy-selected";

/**
 * Copies text where the clipboard may be blocked (web panes refuse navigator.clipboard by permissions policy): first the
 * asynchronous clipboard, then a selected text area with execCommand. `false` means both were refused, and the caller
 * shows the text selected for copying by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard?.writeText && (await tryClipboard(() => navigator.clipboard.writeText(text)))) return true;
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  return copySelected(area, () => area.select());
}
