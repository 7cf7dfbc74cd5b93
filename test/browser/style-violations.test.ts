/**
 * What office.js does against the policy of styles when it starts, counted in the pane, and that nothing is lost by it:
 * the pane is laid out to the pixel, and works, as it does where no policy forbids anything.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT, suiteOf } from "./harness";
import { openPane, servePane } from "./pane-harness";

jest.setTimeout(180_000);

const suite = suiteOf(servePane);

interface Violation {
  readonly directive: string;
  readonly source: string;
}

interface Seen {
  readonly violations: readonly Violation[];
  readonly findings: number;
  /** Place and size of everything that is shown. */
  readonly layout: readonly string[];
}

async function see(bypassCSP: boolean): Promise<Seen> {
  const file = readFileSync(path.join(ROOT, "samples/整改台账-有问题的示例.xlsx")).toString("base64");
  const opened = await openPane(suite.browser, suite.served, { file, level: "1.14", context: { bypassCSP } }, (page) =>
    page.addInitScript(() => {
      const list: Violation[] = [];
      Object.assign(window, { styleViolations: list });
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, sourceFile }) => {
        list.push({ directive: effectiveDirective, source: sourceFile });
      });
    }),
  );
  const { pane } = opened;
  await pane.locator("[data-testid=finding]").first().waitFor();
  const frame = await opened.frame();
  const seen = await frame.evaluate(() => ({
    violations: (window as unknown as { styleViolations: readonly Violation[] }).styleViolations,
    findings: document.querySelectorAll("[data-testid=finding]").length,
    layout: [...document.querySelectorAll("#root *")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName} ${[x, y, width, height].map(Math.round).join(" ")}`;
    }),
  }));
  expect(opened.errors).toEqual([]);
  await opened.close();
  return seen;
}

test("the policy takes nothing from the pane, and nobody but office.js offends against it, in styles alone", async () => {
  const strict = await see(false);
  const free = await see(true);
  for (const { directive, source } of strict.violations) {
    expect(directive).toMatch(/^style-src/);
    expect(source).toMatch(/\/office\/[\w.-]+\.js$/);
  }
  // Two at most: the policy stands in the header and in the page, and each tells the same element once.
  expect(strict.violations.length).toBeLessThanOrEqual(2);
  expect(free.violations).toEqual([]);
  expect(strict.findings).toBeGreaterThan(0);
  expect(strict.findings).toBe(free.findings);
  expect(strict.layout.length).toBeGreaterThan(100);
  expect(strict.layout).toEqual(free.layout);
});
