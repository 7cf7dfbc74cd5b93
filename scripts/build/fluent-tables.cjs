"use strict";
/**
 * Webpack loader: long tables of Fluent's as what they come to. `tokens` names 467 variables that are all called as their
 * keys; the looks of src/panes/shell/looks.ts are assembled from palettes, where three columns of values are shorter.
 */
const fluent = require("@fluentui/tokens");

function tokensModule() {
  const others = Object.fromEntries(
    Object.entries(fluent.tokens).filter(([name, value]) => value !== `var(--${name})`),
  );
  return `export const tokens = new Proxy(${JSON.stringify(others)}, {
    get: (others, name) => (name in others ? others[name] : "var(--" + String(name) + ")"),
  });`;
}

/** Around the table of looks in a bundle, and between its columns and their values: signs that no value holds. */
const [BEGIN, END, COLUMN, VALUE] = ["@looks@", "@@", ";;", "|"];

function looksModule() {
  const { webLightTheme: light, webDarkTheme: dark, teamsHighContrastTheme: contrast } = fluent;
  const names = Object.keys(light);
  const column = (theme) => {
    if (Object.keys(theme).length !== names.length) throw new Error("Fluent's themes have other tokens each");
    return names.map((name) => theme[name]);
  };
  return `const [names, light, dark, contrast] = ${JSON.stringify(written([names, ...[light, dark, contrast].map(column)]))}
    .slice(${BEGIN.length}, -${END.length}).split("${COLUMN}").map((column) => column.split("${VALUE}"));
  const theme = (values) => Object.fromEntries(names.map((name, at) => [name, values[at]]));
  export const FLUENT = { light: theme(light), dark: theme(dark), contrast: theme(contrast) };`;
}

function written(columns) {
  for (const value of columns.flat())
    if ([BEGIN, END, COLUMN, VALUE].some((sign) => String(value).includes(sign))) throw new Error(`a sign in ${value}`);
  return BEGIN + columns.map((column) => column.join(VALUE)).join(COLUMN) + END;
}

const TABLE = new RegExp(`${BEGIN}(.*?)${END}`, "s");

/**
 * Leaves in a look what anything of the bundle names: of Fluent's 459 variables more than half belong to avatars, charts and
 * other components that are not in it. A name that stands anywhere else in the scripts, in whatever sense, is kept.
 */
class UsedTokensPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("UsedTokensPlugin", (compilation) => {
      // After the scripts were made small, before their hashes are made.
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1;
      compilation.hooks.processAssets.tap({ name: "UsedTokensPlugin", stage }, (assets) => {
        const scripts = Object.keys(assets).filter((name) => /\.(?:js|css)$/.test(name));
        const texts = new Map(scripts.map((name) => [name, assets[name].source().toString()]));
        const named = new Set();
        for (const text of texts.values())
          for (const [word] of text.replace(TABLE, "").matchAll(/[A-Za-z][A-Za-z0-9]+/g)) named.add(word);
        for (const [name, text] of texts) {
          const found = TABLE.exec(text);
          if (found === null) continue;
          const columns = found[1].split(COLUMN).map((column) => column.split(VALUE));
          const kept = columns.map((column) => column.filter((_value, at) => named.has(columns[0][at])));
          const made = text.slice(0, found.index) + written(kept) + text.slice(found.index + found[0].length);
          compilation.updateAsset(name, new compiler.webpack.sources.RawSource(made));
        }
      });
    });
  }
}

module.exports = function () {
  return /looks\.ts$/.test(this.resourcePath) ? looksModule() : tokensModule();
};
module.exports.UsedTokensPlugin = UsedTokensPlugin;
