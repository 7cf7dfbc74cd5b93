import { copySelected, tryClipboard } from "./copy-selected";
import { parseOwnHtml } from "./own-html";

/**
 * Copies formatted text, with its plain form beside it, so that WPS, Word and OA editors keep tables and headings. Where
 * the clipboard is blocked, a selection of the same content is copied; `false` means that both were refused.
 */
export async function copyHtml(html: string, text: string): Promise<boolean> {
  if (typeof ClipboardItem !== "undefined" && navigator.clipboard?.write) {
    const written = await tryClipboard(() => {
      const parts = {
        "text/html": new Blob([html], { type: "text/html" }),
        "text/plain": new Blob([text], { type: "text/plain" }),
      };
      return navigator.clipboard.write([new ClipboardItem(parts)]);
    });
    if (written) return true;
  }
  const holder = document.createElement("div");
  holder.contentEditable = "true";
  holder.append(...parseOwnHtml(html, document).nodes);
  return copySelected(holder, () => {
    const selection = window.getSelection();
    const range = document.createRange();
    range.selectNodeContents(holder);
    selection?.removeAllRanges();
    selection?.addRange(range);
  });
}
