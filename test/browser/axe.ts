/** axe-core in the page or pane under test: everything it finds, whatever weight it gives it. */
import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";

const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
}

/** Findings of axe as readable lines; looked for when nothing moves and nothing is loading. */
export async function axe(within: Page | Frame): Promise<string[]> {
  // A dialog or menu that has just closed takes its veil away after the end of its animation: at rest is what stays at rest.
  await within.evaluate(() => void Object.assign(window, { looksAtRest: 0 }));
  await within.waitForFunction(
    () => {
      const seen = window as unknown as { looksAtRest: number };
      const veiled =
        document.querySelector("#root")?.hasAttribute("aria-hidden") === true &&
        document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") === null;
      const moves = document
        .getAnimations()
        .some(
          ({ playState, effect }) => playState === "running" && effect?.getComputedTiming().iterations !== Infinity,
        );
      seen.looksAtRest = veiled || moves ? 0 : seen.looksAtRest + 1;
      return seen.looksAtRest > 4;
    },
    undefined,
    { polling: 50 },
  );
  // The pane's policy lets no script in; the test's own world is not bound by it.
  await within.evaluate(source);
  const result = await within.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: { run: (context: unknown) => Promise<unknown> } };
    // Tabster's focus sentinels are hidden and focusable by design; they pass the focus on at once.
    return runner.run({ exclude: [["[data-tabster-dummy]"]] });
  });
  return (result as AxeResult).violations.map(
    ({ id, impact, nodes }) =>
      `${id} (${impact ?? ""}): ${nodes
        .map(({ target }) => target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  );
}
