/** Prints a page of its own, without leaving this one. */
import { addRules, parseOwnHtml } from "./own-html";

/** @param html a whole page that we wrote ourselves */
export function printHtml(html: string, title: string): void {
  const frame = document.createElement("iframe");
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
    return;
  }
  const { nodes, rules } = parseOwnHtml(html, inside);
  inside.documentElement.lang = "zh-CN";
  inside.title = title;
  inside.body.append(...nodes);
  addRules(inside, rules);
  page.addEventListener("afterprint", () => frame.remove());
  page.focus();
  page.print();
}
