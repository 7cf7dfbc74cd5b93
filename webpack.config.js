"use strict";
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const webpack = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { UsedTokensPlugin } = require("./scripts/build/fluent-tables.cjs");

const root = __dirname;
const at = (...parts) => path.join(root, ...parts);

/**
 * Oldest browsers: Chromium 86 is what the offices' embedded and 国产 browsers bring; Safari is Excel on a Mac. That it is
 * told of an older Safari than it needs (lookbehind in expressions asks for 16.4) keeps class fields out, which engines of
 * Chromium 86's age know in parts only.
 */
const BROWSERS = ["chrome 86", "edge 86", "safari 14", "firefox 91"];

/** What the page needs of newer engines comes from core-js, only where it is used. */
function swc(env, packages = false) {
  return {
    test: /\.(?:[cm]?js|tsx?)$/,
    ...(packages ? { exclude: /node_modules[\\/](?:core-js|webpack)[\\/]/ } : { exclude: /node_modules/ }),
    resolve: { fullySpecified: false },
    use: {
      loader: "swc-loader",
      options: {
        isModule: "unknown",
        env,
        jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } },
      },
    },
  };
}

/**
 * Additions that nothing of ours or of our packages asks for, but whose names (`map`, `union`, `set`) look as if: our
 * sources are type-checked against ES2022, which has none of them, and the rest are corrections of corner cases.
 */
const NOT_NEEDED = [
  ...["constructor", "drop", "every", "filter", "find", "flat-map", "for-each", "map", "reduce", "some", "take"].map(
    (name) => `es.iterator.${name}`,
  ),
  "es.iterator.to-array",
  ...["difference", "intersection", "union", "symmetric-difference"].map((name) => `es.set.${name}.v2`),
  ...["is-disjoint-from", "is-subset-of", "is-superset-of"].map((name) => `es.set.${name}.v2`),
  ...["detached", "transfer", "transfer-to-fixed-length"].map((name) => `es.array-buffer.${name}`),
  ...["fill", "set", "sort", "to-reversed", "to-sorted", "with", "at", "find-last", "find-last-index"].map(
    (name) => `es.typed-array.${name}`,
  ),
  ...["push", "unshift", "includes"].map((name) => `es.array.${name}`),
  "es.error.cause",
  "web.dom-exception.stack",
  ...["delete", "has", "size"].map((name) => `web.url-search-params.${name}`),
  "web.url.can-parse",
  "web.immediate",
  "web.set-immediate",
  "web.clear-immediate",
  // Ours: src/panes/older-engines.ts.
  "es.object.has-own",
  "es.array.at",
  "es.string.at-alternative",
  // Corrects a flag that nothing asks for.
  "es.regexp.flags",
];
const browserEnv = { targets: BROWSERS.join(", "), mode: "usage", coreJs: "3.51", exclude: NOT_NEEDED };

/** `.js` sources of packages must not be parsed as TypeScript with JSX: `<T>(x)` means other things there. */
function browserRules() {
  const ours = swc(browserEnv);
  const theirs = swc(browserEnv, true);
  theirs.test = /\.(?:[cm]?js)$/;
  theirs.include = /node_modules/;
  theirs.use = {
    ...theirs.use,
    options: { ...theirs.use.options, jsc: { parser: { syntax: "ecmascript" } } },
  };
  const tables = {
    test: /(?:@fluentui[\\/]tokens[\\/]lib[\\/]tokens\.js|panes[\\/]shell[\\/]looks\.ts)$/,
    enforce: "pre",
    loader: at("scripts/build/fluent-tables.cjs"),
  };
  return [ours, theirs, tables];
}

/** Styles need no turning around: both languages are written from left to right. */
const BROWSER_ALIAS = { "rtl-css-js/core$": at("scripts/build/left-to-right.mjs") };

const SAMPLES = { "tidy.xlsx": "samples/整改台账-示例.xlsx", "faulty.xlsx": "samples/整改台账-有问题的示例.xlsx" };

/** Puts page, worker and samples into one HTML file whose only script is named by hash in its own policy. */
class OneFilePlugin {
  constructor({ template, output, mainAsset, workerFile, singleFileCsp, notices, stamp }) {
    Object.assign(this, { template, output, mainAsset, workerFile, singleFileCsp, notices, stamp });
  }
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("OneFilePlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: "OneFilePlugin", stage }, () => {
        const { version, commit, date } = this.stamp;
        const main = compilation.getAsset(this.mainAsset).source.source().toString();
        const worker = fs.readFileSync(this.workerFile, "utf8");
        const samples = Object.fromEntries(
          Object.entries(SAMPLES).map(([name, file]) => [name, fs.readFileSync(at(file)).toString("base64")]),
        );
        // A closing tag or a comment opener inside a string would end the script early.
        const safe = (text) => text.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
        const script = safe(
          `window.TAIZHANG_WORKER=${JSON.stringify(worker)};window.TAIZHANG_SAMPLES=${JSON.stringify(samples)};window.TAIZHANG_NOTICES=${JSON.stringify(this.notices())};\n${main}`,
        );
        const hash = `sha256-${crypto.createHash("sha256").update(script, "utf8").digest("base64")}`;
        const html = fs
          .readFileSync(this.template, "utf8")
          .replace("%CSP%", () => this.singleFileCsp([hash]))
          .replace(/<link rel="(?:manifest|icon|help)"[^>]*>\s*/g, "")
          .replace(
            /(?=<title>)/,
            () => `<meta name="generator" content="taizhang ${version} (${commit} ${date})" />\n    `,
          )
          .replace("</body>", () => `<script>${script}</script>\n</body>`);
        compilation.deleteAsset(this.mainAsset);
        compilation.emitAsset(this.output, new webpack.sources.RawSource(html));
      });
    });
  }
}

/** Writes the list of files the service worker keeps; its name changes with their contents. */
class ServiceWorkerPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ServiceWorkerPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "ServiceWorkerPlugin", stage }, (assets) => {
        const files = Object.keys(assets)
          .filter((name) => name !== "service-worker.js" && !name.endsWith(".map") && !name.endsWith(".LICENSE.txt"))
          .sort();
        const digest = crypto.createHash("sha256");
        for (const name of files) digest.update(name).update(assets[name].buffer());
        const source = fs
          .readFileSync(at("src/standalone/service-worker.js"), "utf8")
          .replace('"%VERSION%"', JSON.stringify(digest.digest("hex").slice(0, 16)))
          .replace('"%FILES%"', JSON.stringify(files.map((name) => `./${name}`)));
        compilation.emitAsset("service-worker.js", new webpack.sources.RawSource(source));
      });
    });
  }
}

/** Notes the files that are fetched before a ledger is shown, for scripts/size.mjs; paths within dist/web. */
class FirstLoadPlugin {
  /** @param parts names of the entry and of the parts it asks for by itself */
  constructor(name, folder, parts) {
    Object.assign(this, { name, folder, parts });
  }
  apply(compiler) {
    compiler.hooks.afterEmit.tap("FirstLoadPlugin", (compilation) => {
      const files = this.parts.flatMap((part) => {
        const group = compilation.namedChunkGroups.get(part);
        if (group === undefined) throw new Error(`no part is called ${part}`);
        return group.getFiles();
      });
      const list = [...new Set(files)].filter((file) => file.endsWith(".js")).map((file) => this.folder + file);
      const web = path.resolve(compiler.outputPath, path.relative(this.folder, ""));
      fs.writeFileSync(path.join(web, `../first-load-${this.name}.json`), JSON.stringify(list));
    });
  }
}

/** Microsoft's address of office.js; for 21Vianet and own copies see docs/install-excel.md. */
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * What an Excel task pane loads of office.js when it is served from one's own server. Left out on purpose: its telemetry
 * (`telemetry/`), without which everything else works.
 */
const OFFICE_JS_FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-web-16.00.js",
  "excel-mac-16.00.js",
  "o15apptofilemappingtable.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
  "LICENSE.md",
];

/** A setting of the build: an address, without a slash at its end. */
function addressSetting(name, value, fallback) {
  const address = String(value ?? fallback).replace(/\/+$/, "");
  if (!/^https:\/\/[^\s"'<>]+$/.test(address)) {
    throw new Error(`--env ${name}=${address}: Excel loads add-ins over https only, e.g. --env ${name}=${fallback}`);
  }
  return address;
}

/** Address of office.js: another server's over https, or a path of ours (`./office/office.js`). */
function officeJsSetting(value = OFFICE_JS) {
  const good = /^https:\/\/[^\s"'<>]+\/office\.js$/.test(value) || /^\.\/(?:[\w-]+\/)+office\.js$/.test(value);
  if (!good) {
    throw new Error(
      `--env officeJs=${value}: must be https://…/office.js, or ./office/office.js for a copy of one's own`,
    );
  }
  return value;
}

/** Writes the guide beside page and pane, whose help leads to its chapters. */
class GuidePlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise("GuidePlugin", async () => {
      const { guideFiles } = await import("./scripts/release/guide-pages.mjs");
      for (const [name, bytes] of guideFiles(__dirname)) {
        const file = path.join(compiler.outputPath, "guide", name);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, bytes);
      }
    });
  }
}

/** Writes the manifest with this build's addresses beside the pane, when everything else is there. */
class ManifestPlugin {
  constructor(options) {
    this.options = options;
  }
  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise("ManifestPlugin", async () => {
      const { writeManifest } = await import("./scripts/manifest.mjs");
      await writeManifest({ ...this.options, out: path.join(compiler.outputPath, "manifest.xml") });
    });
  }
}

/** One file of all modules that these parts need, shared by the other parts: one packs better than twenty. */
function neededBy(name, ...parts) {
  return {
    name: `for-${name}`,
    chunks: "async",
    enforce: true,
    priority: 10,
    test: (module, { chunkGraph }) =>
      [...chunkGraph.getModuleChunksIterable(module)].some((chunk) => parts.includes(chunk.name)),
  };
}

function define(stamp, oneFile) {
  return new webpack.DefinePlugin({ __TAIZHANG_BUILD__: JSON.stringify(stamp), __TAIZHANG_ONE_FILE__: oneFile });
}

module.exports = async (env = {}, argv = {}) => {
  const { buildStamp } = await import("./scripts/build-stamp.mjs");
  const { PAGE_META_CSP, singleFileCsp, taskpaneMetaCsp } = await import("./scripts/headers.mjs");
  const { ThirdPartyPlugin } = await import("./scripts/third-party.mjs");
  const packagesList = (bundle) => at("dist/packages", `${bundle}.json`);
  const thirdParty = (bundle, more = {}) => new ThirdPartyPlugin({ root, list: packagesList(bundle), ...more });
  const stamp = buildStamp();
  const mode = argv.mode ?? "production";
  const common = {
    mode,
    devtool: mode === "production" ? false : "source-map",
    resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
    performance: { hints: false },
    stats: "errors-warnings",
    plugins: [define(stamp, false)],
  };
  const minify = (format = {}) => [
    new TerserPlugin({
      minify: TerserPlugin.swcMinify,
      extractComments: false,
      terserOptions: { compress: { passes: 3 }, format: { comments: false, ...format } },
    }),
  ];
  const minimizer = minify();

  const cli = {
    ...common,
    name: "cli",
    target: "node20",
    entry: { taizhang: "./src/cli/main.ts" },
    output: {
      path: at("dist/cli"),
      filename: "[name].js",
      chunkFilename: "[name].chunk.js",
      library: { type: "commonjs2" },
      // V8 reads such modules once instead of twice.
      environment: { arrowFunction: false },
      clean: true,
    },
    module: { rules: [swc({ targets: { node: "20" } })] },
    plugins: [...common.plugins, thirdParty("cli")],
    // Small, for it is read and parsed at every start; a script of ASCII alone takes V8 half the memory and less time.
    optimization: {
      minimizer: minify({ asciiOnly: true }),
      splitChunks: { cacheGroups: { ledger: neededBy("command-check", "command-check") } },
    },
  };

  const core = {
    ...common,
    name: "core",
    target: "node20",
    entry: { core: "./src/library/index.ts" },
    experiments: { outputModule: true },
    output: {
      path: at("dist/core"),
      filename: "index.mjs",
      module: true,
      library: { type: "module" },
      clean: { keep: /\.d\.mts$/ },
    },
    module: { rules: [swc({ targets: { node: "20" } })] },
    plugins: [...common.plugins, thirdParty("core"), new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
    optimization: { minimize: false },
  };

  const page = {
    ...common,
    name: "page",
    target: ["web", "es2020"],
    entry: { page: "./src/standalone/main.tsx" },
    output: {
      path: at("dist/web/page"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      publicPath: "auto",
      clean: true,
    },
    resolve: { ...common.resolve, alias: BROWSER_ALIAS },
    module: { rules: browserRules() },
    optimization: { minimizer, splitChunks: { cacheGroups: { ledger: neededBy("ledger", "session", "pane-ledger") } } },
    plugins: [
      ...common.plugins,
      new HtmlPlugin({
        template: at("src/standalone/index.html"),
        templateContent: () =>
          fs.readFileSync(at("src/standalone/index.html"), "utf8").replace("%CSP%", () => PAGE_META_CSP),
        filename: "index.html",
        scriptLoading: "defer",
        minify: false,
      }),
      new CopyPlugin({
        patterns: [
          ...Object.entries(SAMPLES).map(([name, file]) => ({ from: at(file), to: `samples/${name}` })),
          { from: at("src/standalone/public"), to: "." },
        ],
      }),
      thirdParty("page"),
      new UsedTokensPlugin(),
      new ServiceWorkerPlugin(),
      new FirstLoadPlugin("page", "page/", ["page", "session", "pane-ledger"]),
    ],
  };

  const officeJs = officeJsSetting(env.officeJs);
  const baseUrl = addressSetting("baseUrl", env.baseUrl, "https://localhost:3000");
  const officePage = (name, chunk) =>
    new HtmlPlugin({
      templateContent: () =>
        fs
          .readFileSync(at("src/taskpane", name), "utf8")
          .replace("%CSP%", () => taskpaneMetaCsp(officeJs))
          .replace("%OFFICE_JS%", () => officeJs),
      filename: name,
      chunks: [chunk],
      scriptLoading: "defer",
      minify: false,
    });
  const officeDist = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
  const taskpane = {
    ...common,
    name: "taskpane",
    target: ["web", "es2020"],
    entry: { taskpane: "./src/taskpane/main.tsx", commands: "./src/taskpane/commands.ts" },
    output: {
      path: at("dist/web"),
      filename: "taskpane/[name].[contenthash:8].js",
      chunkFilename: "taskpane/[name].[contenthash:8].js",
      publicPath: "auto",
      // The page and the one file live beside it.
      clean: { keep: (asset) => !/^(?:taskpane|office)(?:[\\/]|$)/.test(asset) },
    },
    resolve: { ...common.resolve, alias: BROWSER_ALIAS },
    module: { rules: browserRules() },
    optimization: {
      minimizer,
      splitChunks: { cacheGroups: { ledger: neededBy("ledger", "open-workbook", "pane-ledger") } },
    },
    plugins: [
      ...common.plugins,
      officePage("taskpane.html", "taskpane"),
      officePage("commands.html", "commands"),
      new CopyPlugin({
        patterns: [
          { from: at("src/taskpane/boot.js"), to: "taskpane/boot.js", info: { minimized: true } },
          { from: at("src/taskpane/messages.css"), to: "taskpane/messages.css" },
          { from: at("assets/*.png"), to: "assets/[name][ext]" },
          ...(officeJs.startsWith("./")
            ? OFFICE_JS_FILES.map((file) => ({
                from: path.join(file === "LICENSE.md" ? path.dirname(officeDist) : officeDist, file),
                to: path.posix.join(path.posix.dirname(officeJs.slice(2)), file),
                info: { minimized: true },
              }))
            : []),
        ],
      }),
      thirdParty("taskpane"),
      new UsedTokensPlugin(),
      new GuidePlugin(),
      new ManifestPlugin({ baseUrl, id: env.manifestId }),
      new FirstLoadPlugin("taskpane", "", ["taskpane", "open-workbook", "pane-ledger"]),
    ],
  };

  const workerFile = at("node_modules/.cache/taizhang/worker.js");
  const oneFileWorker = {
    ...common,
    name: "one-file-worker",
    target: ["webworker", "es2020"],
    entry: { worker: "./src/standalone/worker.ts" },
    output: { path: path.dirname(workerFile), filename: "worker.js" },
    resolve: { ...common.resolve, alias: BROWSER_ALIAS },
    module: { rules: browserRules() },
    optimization: { minimizer },
    plugins: [
      ...common.plugins,
      thirdParty("one-file-worker", { onText: () => undefined }),
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    ],
  };

  let oneFileNotices = "";

  const oneFile = {
    ...common,
    name: "one-file",
    dependencies: ["one-file-worker"],
    target: ["web", "es2020"],
    entry: { page: "./src/standalone/main.tsx" },
    output: { path: at("dist/web"), filename: "one-file.js", publicPath: "" },
    resolve: { ...common.resolve, alias: BROWSER_ALIAS },
    module: {
      rules: browserRules(),
    },
    optimization: { minimizer },
    plugins: [
      define(stamp, true),
      thirdParty("one-file", {
        and: [packagesList("one-file-worker")],
        onText: (text) => {
          oneFileNotices = text;
        },
      }),
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new UsedTokensPlugin(),
      new OneFilePlugin({
        template: at("src/standalone/index.html"),
        output: "台账助手.html",
        mainAsset: "one-file.js",
        workerFile,
        singleFileCsp,
        notices: () => oneFileNotices,
        stamp,
      }),
    ],
  };

  return [cli, core, page, taskpane, oneFileWorker, oneFile];
};
