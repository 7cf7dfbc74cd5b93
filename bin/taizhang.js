#!/usr/bin/env node
"use strict";
// Plain old JavaScript on purpose: it must run far enough on an old Node to say that it is too old.
var major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  process.stderr.write(
    "taizhang 需要 Node.js 20 或更高版本，当前是 " +
      process.versions.node +
      "；请升级 Node.js。\n" +
      "taizhang needs Node.js 20 or later, this is " +
      process.versions.node +
      ".\n",
  );
  process.exit(2);
}

var path = require("path");
var built = path.join(__dirname, "..", "dist", "cli", "taizhang.js");
if (!require("fs").existsSync(built)) {
  process.stderr.write(
    "taizhang 尚未构建；请先在项目文件夹中运行 npm ci（或 npm run build）。\n" +
      "taizhang is not built yet; run npm ci (or npm run build) in the project's folder.\n",
  );
  process.exit(2);
}
require(built).start();
