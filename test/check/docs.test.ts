import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ledgerRulesPage } from "../../src/check/docs";
import { RULES } from "../../src/check/list";

const FILE = path.join(__dirname, "../../docs/rules.md");

/** `npm run docs` writes the page anew. */
if (process.env["UPDATE_DOCS"] === "1") writeFileSync(FILE, ledgerRulesPage());

describe("docs/rules.md", () => {
  it("says what the rules say (npm run docs writes it anew)", () => {
    expect(readFileSync(FILE, "utf8")).toBe(ledgerRulesPage());
  });

  it("has a section for each rule", () => {
    for (const rule of RULES) expect(ledgerRulesPage()).toContain(`\n## ${rule.alias}\n`);
  });
});
