/** Tables that the builds write shorter are the tables that Fluent has. */
import path from "node:path";
import { runInNewContext } from "node:vm";
import * as fluent from "@fluentui/tokens";

/** What the loader makes of a file, as a module. */
function made(file: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const loader = require(path.join(__dirname, "../../scripts/build/fluent-tables.cjs")) as (this: object) => string;
  const exported = {};
  const text = loader.call({ resourcePath: file }).replace(/export const (\w+) =/g, "exported.$1 =");
  runInNewContext(text, { exported });
  return exported;
}

test("every token is the variable that Fluent says", () => {
  const { tokens } = made("lib/tokens.js") as { tokens: Record<string, string> };
  for (const [name, value] of Object.entries(fluent.tokens)) expect([name, tokens[name]]).toEqual([name, value]);
});

test("every look is Fluent's theme, token by token", () => {
  const { FLUENT } = made("src/panes/shell/looks.ts") as { FLUENT: Record<string, Record<string, string>> };
  const themes = { light: fluent.webLightTheme, dark: fluent.webDarkTheme, contrast: fluent.teamsHighContrastTheme };
  for (const [look, theme] of Object.entries(themes)) {
    const texts = Object.fromEntries(Object.entries(theme).map(([name, value]) => [name, String(value)]));
    expect({ ...FLUENT[look] }).toEqual(texts);
  }
});
