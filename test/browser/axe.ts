/** axe-core in the page under test. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
}

/** Serious and critical findings of axe, as readable lines. */
export async function seriousAxe(page: Page): Promise<string[]> {
  // A dialog or menu that has just closed takes its veil away with the end of its animation.
  await page.waitForSelector("#root:not([aria-hidden])");
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== "running" || effect?.getComputedTiming().iterations === Infinity),
  );
  await page.evaluate(source);
  const result = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (context: unknown) => Promise<unknown> } };
    // Tabster's focus sentinels are hidden and focusable by design; they pass the focus on at once.
    return axe.run({ exclude: [["[data-tabster-dummy]"]] });
  });
  return (result as AxeResult).violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => target.join(" "))
          .slice(0, 3)
          .join(" | ")}`,
    );
}
