import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROOF_RULES } from "../../src/proofread";
import { proofreadRulesPage } from "../../src/proofread/docs";

const FILE = path.join(__dirname, "../../docs/proofread-rules.md");

/** `npm run docs` writes the page anew. */
if (process.env["UPDATE_DOCS"] === "1") writeFileSync(FILE, proofreadRulesPage());

describe("docs/proofread-rules.md", () => {
  it("says what the rules say", () => {
    expect(readFileSync(FILE, "utf8")).toBe(proofreadRulesPage());
  });

  it("has a section for each rule", () => {
    for (const rule of PROOF_RULES) expect(proofreadRulesPage()).toContain(`\n## ${rule.alias}\n`);
  });
});
