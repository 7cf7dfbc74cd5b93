"use strict";
const path = require("node:path");
const webpack = require("webpack");
const TerserPlugin = require("terser-webpack-plugin");

const root = __dirname;

/** @param {string} targets browserslist query or node version for swc's output */
function swc(env) {
  return {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    use: {
      loader: "swc-loader",
      options: {
        env,
        jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } },
      },
    },
  };
}

module.exports = async (_env = {}, argv = {}) => {
  const { buildStamp } = await import("./scripts/build-stamp.mjs");
  const stamp = buildStamp();
  const mode = argv.mode ?? "production";
  const common = {
    mode,
    devtool: mode === "production" ? false : "source-map",
    resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
    performance: { hints: false },
    stats: "errors-warnings",
    plugins: [new webpack.DefinePlugin({ __TAIZHANG_BUILD__: JSON.stringify(stamp) })],
  };

  const cli = {
    ...common,
    name: "cli",
    target: "node20",
    entry: { taizhang: "./src/cli/main.ts" },
    output: {
      path: path.join(root, "dist/cli"),
      filename: "[name].js",
      chunkFilename: "[name].chunk.js",
      library: { type: "commonjs2" },
      clean: true,
    },
    module: { rules: [swc({ targets: { node: "20" } })] },
    optimization: {
      minimizer: [
        // Names stay readable: a command line need not be small, but its diagnostics should be legible.
        new TerserPlugin({ extractComments: false, terserOptions: { mangle: false, format: { comments: false } } }),
      ],
    },
  };

  return [cli];
};
