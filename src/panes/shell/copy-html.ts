import { parseOwnHtml } from "./own-html";

/**
 * Copies formatted text, with its plain form beside it, so that WPS, Word and OA editors keep tables and headings. Where
 * the clipboard is blocked, a selection of the same content is copied; `false` means that both were refused.
 */
export async function copyHtml(html: string, text: string): Promise<boolean> {
  if (typeof ClipboardItem !== "undefined" && navigator.clipboard?.write) {
    try {
      const parts = {
        "text/html": new Blob([html], { type: "text/html" }),
        "text/plain": new Blob([text], { type: "text/plain" }),
      };
      await navigator.clipboard.write([new ClipboardItem(parts)]);
      return true;
    } catch (error) {
      // Blocked by policy or without focus: the older way may still work.
      if (!(error instanceof DOMException) && !(error instanceof TypeError)) throw error;
    }
  }
  return copyBySelection(html);
}

function copyBySelection(html: string): boolean {
  const before = document.activeElement;
  const holder = document.createElement("div");
  holder.setAttribute("aria-hidden", "true");
  holder.contentEditable = "true";
  holder.style.position = "fixed";
  holder.style.top = "-10000px";
  holder.append(...parseOwnHtml(html, document).nodes);
  document.body.append(holder);
  const selection = window.getSelection();
  const range = document.createRange();
  range.selectNodeContents(holder);
  selection?.removeAllRanges();
  selection?.addRange(range);
  let copied: boolean;
  try {
    copied = document.execCommand("copy");
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    copied = false;
  } finally {
    selection?.removeAllRanges();
    holder.remove();
    if (before instanceof HTMLElement) before.focus();
  }
  return copied;
}
