/**
 * What is in the bundles besides our own sources: a webpack plugin that puts THIRD-PARTY-NOTICES.txt beside each bundle, every
 * package in it with version, licence and the text its licence asks to be handed on, and a list of the packages for
 * `npm run release` and the tests.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import webpack from "webpack";

export const NOTICES = "THIRD-PARTY-NOTICES.txt";

/** Licences that a program may be handed on under without opening its own sources; held by test/scripts/licences.test.ts. */
export const ALLOWED = [
  "MIT",
  "MIT-0",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "Zlib",
];

const TEXTS = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * The package a module belongs to; null for sources of our own.
 * @example folderOf("/x/node_modules/@fluentui/react-tabs/lib/index.js") // "/x/node_modules/@fluentui/react-tabs"
 */
export function folderOf(resource) {
  const at = resource.lastIndexOf(`node_modules${path.sep}`);
  if (at < 0) return null;
  const [first, second] = resource.slice(at + "node_modules/".length).split(path.sep);
  return path.join(resource.slice(0, at), "node_modules", first, first.startsWith("@") ? second : "");
}

/**
 * A package as its licence wants it named.
 * @returns {{ name: string, version: string, license: string, texts: string[] }}
 * @throws Error where it comes without a licence or without its text
 */
export function packageOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder)
    .filter((file) => TEXTS.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(path.join(folder, file), "utf8").replace(/\r\n?/g, "\n").trim());
  if (typeof license !== "string") throw new Error(`${name} ${version} does not say under which licence it comes`);
  if (texts.length > 0) return { name, version, license, texts };
  const said = SAID[license];
  if (said === undefined) throw new Error(`${name} ${version} (${license}) comes without the text of its licence`);
  const holder =
    (typeof author === "string" ? author : author?.name)?.replace(/\s*[<(].*$/, "") || `the authors of ${name}`;
  return { name, version, license, texts: [said(holder)] };
}

/** Licences whose text may be said in full where a package names the licence and leaves its text out. */
const SAID = {
  MIT: (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: (holder) => `ISC License

Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
};

/** @param packages as `packageOf` gives them */
export function noticesText(packages) {
  const line = "=".repeat(78);
  const head =
    "本程序包含下列第三方软件，各按其许可使用。\nThis program contains the following third-party software, each under its own licence.\n";
  const list = packages.map(({ name, version, license }) => `- ${name} ${version} (${license})`).join("\n");
  const texts = packages.map(
    ({ name, version, license, texts: own }) =>
      `${line}\n${name} ${version}\n${license}\n${line}\n\n${own.join("\n\n")}\n`,
  );
  return `${head}\n${list}\n\n${texts.join("\n")}`;
}

const byName = (one, other) => (one.name + one.version < other.name + other.version ? -1 : 1);

/** Folders of the packages of all modules, those within joined modules too. */
function foldersOf(modules) {
  const folders = new Set();
  const walk = (module) => {
    for (const inner of module.modules ?? []) walk(inner);
    const folder = typeof module.resource === "string" ? folderOf(module.resource) : null;
    if (folder !== null && existsSync(path.join(folder, "package.json"))) folders.add(folder);
  };
  for (const module of modules) walk(module);
  return folders;
}

export class ThirdPartyPlugin {
  /**
   * @param root folder of the project
   * @param list file of the list of packages
   * @param onText given the text instead of a file beside the bundle
   * @param and lists of bundles that are put into this one
   */
  constructor({ root, list, onText = null, and = [] }) {
    Object.assign(this, { root, list, onText, and });
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ThirdPartyPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: "ThirdPartyPlugin", stage }, () => {
        const folders = foldersOf(compilation.modules);
        for (const list of this.and) {
          for (const { folder } of JSON.parse(readFileSync(list, "utf8"))) folders.add(path.join(this.root, folder));
        }
        const packages = [...folders].map((folder) => ({ ...packageOf(folder), folder })).sort(byName);
        const text = noticesText(packages);
        if (this.onText) this.onText(text);
        else compilation.emitAsset(NOTICES, new webpack.sources.RawSource(text));
        const entries = packages.map(({ name, version, license, folder }) => ({
          name,
          version,
          license,
          folder: path.relative(this.root, folder).split(path.sep).join("/"),
        }));
        mkdirSync(path.dirname(this.list), { recursive: true });
        writeFileSync(this.list, `${JSON.stringify(entries, null, 1)}\n`);
      });
    });
  }
}
