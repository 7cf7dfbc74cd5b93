/** Tables that the builds write shorter are the tables that Fluent has. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runInNewContext } from "node:vm";
import * as fluent from "@fluentui/tokens";
import webpack, { type WebpackPluginInstance } from "webpack";

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

test("a bundle's table keeps what the bundle names, and nothing else", async () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { UsedTokensPlugin } = require(path.join(__dirname, "../../scripts/build/fluent-tables.cjs")) as {
    readonly UsedTokensPlugin: new () => WebpackPluginInstance;
  };
  const folder = mkdtempSync(path.join(tmpdir(), "looks-"));
  const loader = path.join(__dirname, "../../scripts/build/fluent-tables.cjs");
  writeFileSync(path.join(folder, "looks.ts"), "");
  writeFileSync(
    path.join(folder, "main.js"),
    'import { FLUENT } from "./looks.ts"; globalThis.made = [FLUENT, "var(--colorBrandBackground)", FLUENT.light.fontSizeBase200];',
  );
  const compiler = webpack({
    mode: "production",
    context: folder,
    entry: "./main.js",
    output: { path: folder, filename: "out.js" },
    module: { rules: [{ test: /looks\.ts$/, loader }] },
    plugins: [new UsedTokensPlugin()],
  });
  await new Promise<void>((resolve, reject) => compiler.run((error) => (error ? reject(error) : resolve())));
  const context: { made?: [Record<string, Record<string, string>>] } = {};
  runInNewContext(readFileSync(path.join(folder, "out.js"), "utf8"), Object.assign(context, { globalThis: context }));
  const { dark = {} } = context.made?.[0] ?? {};
  expect(Object.keys(dark).sort()).toEqual(["colorBrandBackground", "fontSizeBase200"]);
  expect(dark["colorBrandBackground"]).toBe(fluent.webDarkTheme.colorBrandBackground);
});
