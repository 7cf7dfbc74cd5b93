"use strict";

const transform = {
  "^.+\\.[cm]?[jt]sx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
      module: { type: "commonjs" },
    },
  ],
};

/** Suites that need a browser-like DOM; everything else runs in plain Node. */
const jsdomFolders = ["panes", "taskpane", "standalone", "excel-jsdom"];
const browserFolder = "browser";

/** Packages that ship only ES modules and must be transformed. */
const esmPackages = ["hucre", "nanoid", "easy-template-x"];
const transformIgnorePatterns = [`/node_modules/(?!(${esmPackages.join("|")})/)`];

const common = { transform, transformIgnorePatterns, moduleFileExtensions: ["ts", "tsx", "mjs", "js", "json"] };

module.exports = {
  projects: [
    {
      ...common,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", ...[...jsdomFolders, browserFolder].map((f) => `<rootDir>/test/${f}/`)],
    },
    {
      ...common,
      displayName: "jsdom",
      testEnvironment: "jsdom",
      setupFiles: ["<rootDir>/test/setup-jsdom.ts"],
      testMatch: jsdomFolders.map((f) => `<rootDir>/test/${f}/**/*.test.{ts,tsx}`),
    },
    {
      ...common,
      displayName: "browser",
      testEnvironment: "node",
      testMatch: [`<rootDir>/test/${browserFolder}/**/*.test.ts`],
    },
  ],
};
