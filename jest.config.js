"use strict";
const { existsSync } = require("node:fs");

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
const esmPackages = ["hucre", "nanoid", "easy-template-x", "hyparquet", "hyparquet-writer"];
const transformIgnorePatterns = [`/node_modules/(?!(${esmPackages.join("|")})/)`];

/** Where Chromium is: CHROMIUM in the environment, else the usual places of Debian, macOS and Windows. */
function findChromium() {
  const places = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ];
  return places.find((place) => place && existsSync(place));
}

const chromium = findChromium();
if (chromium) process.env.CHROMIUM = chromium;
else if (!process.env.CI) {
  process.stderr.write("No Chromium found: the browser suite is left out. Install one or set CHROMIUM to run it.\n");
}

const common = {
  // Before every suite: a project has no `testTimeout` that Jest would heed.
  setupFilesAfterEnv: ["<rootDir>/test/setup.ts"],
  transform,
  transformIgnorePatterns,
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "json"],
};

module.exports = {
  // Jest leaves a processor idle by default; on two that is half the machine.
  maxWorkers: "100%",
  projects: [
    {
      ...common,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: [
        "/node_modules/",
        ...[...jsdomFolders, browserFolder].map((f) => `<rootDir>/test/${f}/`),
      ],
    },
    {
      ...common,
      displayName: "jsdom",
      testEnvironment: "jsdom",
      setupFiles: ["<rootDir>/test/setup-jsdom.ts"],
      testMatch: jsdomFolders.map((f) => `<rootDir>/test/${f}/**/*.test.{ts,tsx}`),
    },
    // In CI the suite always runs: without a browser it fails instead of vanishing.
    ...(chromium || process.env.CI
      ? [
          {
            ...common,
            displayName: "browser",
            testEnvironment: "node",
            testMatch: [`<rootDir>/test/${browserFolder}/**/*.test.ts`],
          },
        ]
      : []),
  ],
};
