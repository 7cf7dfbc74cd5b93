/** Prints a page of its own, without leaving this one. */
import { addRules, parseOwnHtml } from "./own-html";

/**
 * @param html a whole page that we wrote ourselves
 * @returns false where nothing was printed: panes within Excel on the web and on a Mac may not, and no error says so
 */
export function printHtml(html: string, title: string): boolean {
  // Not every browser says when it has printed.
  for (const earlier of document.querySelectorAll("iframe[data-print]")) earlier.remove();
  const frame = document.createElement("iframe");
  frame.dataset["print"] = "";
  frame.title = title;
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.style.position = "fixed";
  frame.style.width = "0";
  frame.style.height = "0";
  frame.style.border = "0";
  document.body.append(frame);
  const page = frame.contentWindow;
  const inside = frame.contentDocument;
  if (!page || !inside) {
    frame.remove();
    return false;
  }
  const { nodes, rules } = parseOwnHtml(html, inside);
  inside.documentElement.lang = "zh-CN";
  inside.title = title;
  inside.body.append(...nodes);
  addRules(inside, rules);
  let begun = false;
  page.addEventListener("beforeprint", () => (begun = true));
  page.addEventListener("afterprint", () => frame.remove());
  page.focus();
  page.print();
  if (!begun) frame.remove();
  return begun;
}
