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

/** Values stand apart by a sign that none of them holds. */
function looksModule() {
  const { webLightTheme: light, webDarkTheme: dark, teamsHighContrastTheme: contrast } = fluent;
  const names = Object.keys(light);
  const column = (theme) => {
    if (Object.keys(theme).length !== names.length) throw new Error("Fluent's themes have other tokens each");
    const values = names.map((name) => theme[name]);
    if (values.some((value) => typeof value === "string" && value.includes("|"))) throw new Error("a value holds |");
    return JSON.stringify(values.join("|"));
  };
  return `const names = ${JSON.stringify(names.join("|"))}.split("|");
  const theme = (values) => { const each = values.split("|"); return Object.fromEntries(names.map((name, at) => [name, each[at]])); };
  export const FLUENT = { light: theme(${column(light)}), dark: theme(${column(dark)}), contrast: theme(${column(contrast)}) };`;
}

module.exports = function () {
  return /looks\.ts$/.test(this.resourcePath) ? looksModule() : tokensModule();
};
