"use strict";
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const webpack = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");

const root = __dirname;
const at = (...parts) => path.join(root, ...parts);

/** Oldest browsers: Chromium 86 is what the offices' embedded and 国产 browsers bring; Safari is Excel on a Mac. */
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

const browserEnv = { targets: BROWSERS.join(", "), mode: "usage", coreJs: "3.51" };

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
  return [ours, theirs];
}

const SAMPLES = { "tidy.xlsx": "samples/整改台账-示例.xlsx", "faulty.xlsx": "samples/整改台账-有问题的示例.xlsx" };

/** Puts page, worker and samples into one HTML file whose only script is named by hash in its own policy. */
class OneFilePlugin {
  constructor({ template, output, mainAsset, workerFile, singleFileCsp }) {
    Object.assign(this, { template, output, mainAsset, workerFile, singleFileCsp });
  }
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("OneFilePlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: "OneFilePlugin", stage }, () => {
        const main = compilation.getAsset(this.mainAsset).source.source().toString();
        const worker = fs.readFileSync(this.workerFile, "utf8");
        const samples = Object.fromEntries(
          Object.entries(SAMPLES).map(([name, file]) => [name, fs.readFileSync(at(file)).toString("base64")]),
        );
        // A closing tag or a comment opener inside a string would end the script early.
        const safe = (text) => text.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
        const script = safe(
          `window.TAIZHANG_WORKER=${JSON.stringify(worker)};window.TAIZHANG_SAMPLES=${JSON.stringify(samples)};\n${main}`,
        );
        const hash = `sha256-${crypto.createHash("sha256").update(script, "utf8").digest("base64")}`;
        const html = fs
          .readFileSync(this.template, "utf8")
          .replace("%CSP%", () => this.singleFileCsp([hash]))
          .replace(/<link rel="(?:manifest|icon)"[^>]*>\s*/g, "")
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

function define(stamp, oneFile) {
  return new webpack.DefinePlugin({ __TAIZHANG_BUILD__: JSON.stringify(stamp), __TAIZHANG_ONE_FILE__: oneFile });
}

module.exports = async (_env = {}, argv = {}) => {
  const { buildStamp } = await import("./scripts/build-stamp.mjs");
  const { PAGE_META_CSP, singleFileCsp } = await import("./scripts/headers.mjs");
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
  const minimizer = [
    new TerserPlugin({
      minify: TerserPlugin.swcMinify,
      extractComments: false,
      terserOptions: { format: { comments: false } },
    }),
  ];

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
      clean: true,
    },
    module: { rules: [swc({ targets: { node: "20" } })] },
    // A command line need not be small, but its diagnostics should be legible.
    optimization: { minimize: false },
  };

  const page = {
    ...common,
    name: "page",
    target: ["web", "es2020"],
    entry: { page: "./src/standalone/main.tsx" },
    output: {
      path: at("dist/web/page"),
      filename: "[name].[contenthash:10].js",
      chunkFilename: "[name].[contenthash:10].js",
      publicPath: "auto",
      clean: true,
    },
    module: { rules: browserRules() },
    optimization: { minimizer },
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
      new ServiceWorkerPlugin(),
    ],
  };

  const workerFile = at("node_modules/.cache/taizhang/worker.js");
  const oneFileWorker = {
    ...common,
    name: "one-file-worker",
    target: ["webworker", "es2020"],
    entry: { worker: "./src/standalone/worker.ts" },
    output: { path: path.dirname(workerFile), filename: "worker.js" },
    module: { rules: browserRules() },
    optimization: { minimizer },
    plugins: [...common.plugins, new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
  };

  const oneFile = {
    ...common,
    name: "one-file",
    dependencies: ["one-file-worker"],
    target: ["web", "es2020"],
    entry: { page: "./src/standalone/main.tsx" },
    output: { path: at("dist/web"), filename: "one-file.js", publicPath: "" },
    module: {
      rules: browserRules(),
    },
    optimization: { minimizer },
    plugins: [
      define(stamp, true),
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new OneFilePlugin({
        template: at("src/standalone/index.html"),
        output: "台账助手.html",
        mainAsset: "one-file.js",
        workerFile,
        singleFileCsp,
      }),
    ],
  };

  return [cli, page, oneFileWorker, oneFile];
};
