"use strict";
const js = require("@eslint/js");
const tseslint = require("typescript-eslint");
const officeAddins = require("eslint-plugin-office-addins");
const reactHooks = require("eslint-plugin-react-hooks");
const globals = require("globals");
const chineseWords = require("./scripts/eslint-chinese-words.cjs");
const rooms = require("./scripts/eslint-rooms.cjs");
const ROOMS = require("./scripts/rooms.cjs");

const FOLDERS = Object.keys(ROOMS).filter((room) => !room.includes("/"));
const CORE = ["zh", "grid", "rule", "ledger", "check", "tally", "notice", "reading", "proofread", "month"];
const REACT = ["react", "react-dom", "react-dom/*", "@fluentui/*", "@tanstack/*", "@fortune-sheet/*"];

/** Packages that belong to some folders only; who imports whom is scripts/rooms.cjs. */
function packages(folder) {
  const patterns = [];
  if (!["panes", "taskpane", "standalone"].includes(folder)) {
    patterns.push({ group: REACT, message: "React belongs into panes and entries." });
  }
  if (folder !== "cli") {
    patterns.push({
      group: ["node:*", "fs", "path", "os", "zlib", "child_process"],
      message: "Node belongs into src/cli and src/hosts/file/node*.ts.",
    });
  }
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    ignores: folder === "hosts" ? ["src/hosts/file/node*.ts"] : [],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

module.exports = tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/", "test/out/"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-control-regex": "off",
      "no-irregular-whitespace": ["error", { skipStrings: true, skipRegExps: true, skipTemplates: true }],
      "no-misleading-character-class": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["*.js", "bin/**", "scripts/**", "**/*.cjs", "**/*.mjs", "test/bench/**"],
    languageOptions: { globals: { ...globals.node } },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["src/standalone/service-worker.js", "src/taskpane/boot.js"],
    languageOptions: { globals: { ...globals.browser, ...globals.serviceworker } },
  },
  ...FOLDERS.map(packages),
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { house: { rules: { rooms } } },
    rules: { "house/rooms": "error" },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/zh/words/**"],
    plugins: { ours: { rules: { "chinese-words": chineseWords } } },
    rules: { "ours/chinese-words": "error" },
  },
  // Where texts are read, a list of words is data in whatever form it stands.
  {
    files: ["src/{zh,reading,proofread}/**/*.ts"],
    ignores: ["src/zh/words/**"],
    rules: { "ours/chinese-words": ["error", { lists: true }] },
  },
  // What is longer than this is two things; lists of words may be as long as they are.
  {
    files: ["src/**/*.ts"],
    ignores: ["src/zh/words/**"],
    rules: { "max-lines": ["error", 500] },
  },
  {
    files: ["src/**/*.tsx"],
    rules: {
      "max-lines": ["error", 200],
      // What an effect returns is called when it ends. scrollIntoView returns a promise in new browsers, and the pane broke.
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "CallExpression[callee.name=/^use(Layout|Insertion)?Effect$/] > ArrowFunctionExpression[expression=true]:not([body.operator='void'])",
          message: "An effect has a body in braces: whatever it returns is taken for its clean-up.",
        },
      ],
    },
  },
  {
    files: CORE.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      "no-restricted-globals": [
        "error",
        ...[
          "Date",
          "window",
          "document",
          "process",
          "Buffer",
          "Office",
          "Excel",
          "setTimeout",
          "setInterval",
          "fetch",
          "performance",
        ].map((name) => ({ name, message: "The core has no clock, no host and no DOM." })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The core is deterministic." },
      ],
    },
  },
  {
    files: ["src/hosts/excel/**/*.ts", "src/taskpane/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
    },
  },
  {
    files: ["src/{panes,taskpane,standalone}/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
);
