/**
 * The older way of copying: what is selected in an element that is put on the page for it, out of sight. The keyboard goes
 * back to where it was. `false` where the browser refuses.
 */
export function copySelected(holder: HTMLElement, select: () => void): boolean {
  const before = document.activeElement;
  holder.setAttribute("aria-hidden", "true");
  holder.style.position = "fixed";
  holder.style.top = "-10000px";
  document.body.append(holder);
  select();
  try {
    return document.execCommand("copy");
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  } finally {
    window.getSelection()?.removeAllRanges();
    holder.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}

/** Whether the clipboard took it; blocked by policy or without focus, the older way may still work. */
export async function tryClipboard(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error;
    return false;
  }
}
