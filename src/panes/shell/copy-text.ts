/**
 * Copies text where the clipboard may be blocked (web panes refuse navigator.clipboard by permissions policy): first the
 * asynchronous clipboard, then a selected text area with execCommand. `false` means both were refused, and the caller
 * shows the text selected for copying by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard?.writeText) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      // Blocked by policy or without focus: the older way may still work.
      if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error;
    }
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.setAttribute("aria-hidden", "true");
  area.style.position = "fixed";
  area.style.top = "-1000px";
  document.body.append(area);
  area.select();
  let copied: boolean;
  try {
    copied = document.execCommand("copy");
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    copied = false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
  return copied;
}
