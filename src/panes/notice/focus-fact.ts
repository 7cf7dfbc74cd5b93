/** Puts the keyboard into a fact's field, once the section around it is open. */
import type { FactName } from "../../app/documents";

export function focusFact(root: HTMLElement | null, fact: FactName): void {
  window.setTimeout(() => {
    const field = root?.querySelector<HTMLElement>(`[data-testid=fact-${fact}]`);
    const input = field?.matches("input, textarea, select")
      ? field
      : field?.querySelector<HTMLElement>("input, textarea, select");
    input?.focus();
    input?.scrollIntoView({ block: "center" });
  }, 0);
}
