import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { KNOWN_NAMES } from "../../src/app/known-names";
import { OPTION_NAMES, settingsFrom, type OptionName } from "../../src/app/settings";
import { ledgerRulesPage } from "../../src/check/docs";
import { proofreadRulesPage } from "../../src/proofread/docs";
import { exampleOf, settingsJsonSchema, settingsPage } from "../../src/app/settings-docs";

const DOCS = path.join(__dirname, "../../docs");
const FILES = {
  "settings.md": settingsPage(KNOWN_NAMES),
  "settings.schema.json": `${JSON.stringify(settingsJsonSchema(KNOWN_NAMES), null, 2)}\n`,
};

/** `npm run docs` writes them anew. */
if (process.env["UPDATE_DOCS"] === "1") {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(DOCS, name), text);
}

it.each(Object.entries(FILES))("docs/%s says what the options say (npm run docs writes it anew)", (name, text) => {
  expect(readFileSync(path.join(DOCS, name), "utf8")).toBe(text);
});

it("tells every option, with an example that is taken", () => {
  const schema = settingsJsonSchema(KNOWN_NAMES) as { properties: Record<string, { anyOf?: unknown; enum?: unknown }> };
  expect(Object.keys(schema.properties).sort()).toEqual([...OPTION_NAMES].sort());
  for (const name of OPTION_NAMES) {
    const example: unknown = JSON.parse(`{${exampleOf(name as OptionName)}}`);
    expect(settingsFrom(example, KNOWN_NAMES)).toMatchObject({ ok: true });
  }
  expect(schema.properties).toMatchObject({
    dueSoon: { type: "integer", minimum: 0, maximum: 366, default: 15 },
    sheets: { anyOf: [{ type: "array", minItems: 1, items: { type: "string", minLength: 1 } }, { type: "null" }] },
    words: { properties: { pending: { maxItems: 500, items: { minLength: 2, maxLength: 40 } } } },
    rules: { properties: { space: { enum: ["error", "warning", "info", "off"] } } },
  });
});

it("names in its pages only settings that the tool takes", () => {
  const named = [ledgerRulesPage(), proofreadRulesPage()].flatMap((text) => {
    const spoken = [...text.matchAll(/(?:设置 ?|设置里 ?|临期天数用 ?)`?([a-z][A-Za-z]+)/g)].map((match) => match[1]!);
    const written = [...text.matchAll(/`(\{"[^`]+\})`/g)].flatMap((match) =>
      Object.keys(JSON.parse(match[1]!) as object),
    );
    return [...spoken, ...written];
  });
  expect(named).toEqual(expect.arrayContaining(["dueSoon", "rules", "words"]));
  expect(named.filter((name) => !OPTION_NAMES.includes(name))).toEqual([]);
});
