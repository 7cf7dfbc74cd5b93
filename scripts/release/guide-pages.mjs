/** The pages of docs/ that a user or an administrator reads, as HTML that opens from a folder. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { marked } from "marked";

/** In the order of the table of contents; what developers read stays out. */
const PAGES = [
  "guide.md",
  "install-excel.md",
  "install-admin.md",
  "security.md",
  "month.md",
  "notice.md",
  "template.md",
  "proofread.md",
  "settings.md",
  "rules.md",
  "proofread-rules.md",
  "files.md",
  "facts.md",
];

/** A file, for the policy of our server lets no style in that stands in a page. */
const STYLES = "guide.css";
const STYLE =
  "body{max-width:48em;margin:2em auto;padding:0 1em;font:16px/1.7 system-ui,'Microsoft YaHei','Noto Sans CJK SC',sans-serif}" +
  "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2em .6em;text-align:left}" +
  "code,pre{font-family:Consolas,monospace}pre{overflow:auto;padding:.6em;border:1px solid #999}img{max-width:100%}" +
  "@media(prefers-color-scheme:dark){body{background:#1f1f1f;color:#eee}a{color:#9cf}}";

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A heading's address, as the links within docs/ have it. */
const slug = (text) =>
  text
    .toLowerCase()
    .replace(/<[^>]*>/g, "")
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

function page(title, body, toIndex = true) {
  const back = toIndex ? '<p><a href="index.html">← 目录 / Contents</a></p>' : "";
  return (
    `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escape(title)}</title><link rel="stylesheet" href="${STYLES}"></head>\n<body>${back}\n${body}</body></html>\n`
  );
}

/** @returns {{ name: string, html: string }[]} */
function guidePages(root) {
  const docs = path.join(root, "docs");
  const names = PAGES.filter((name) => existsSync(path.join(docs, name)));
  const renderer = {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const [file = "", anchor] = href.split("#");
      const words = this.parser.parseInline(tokens);
      // What only the sources have is named, and leads nowhere.
      if (!names.includes(file) && file !== "" && !/^https?:/.test(href)) return words;
      const inside = names.includes(file) ? `${file.replace(/\.md$/, ".html")}${anchor ? `#${anchor}` : ""}` : href;
      return `<a href="${escape(inside).replaceAll('"', "&quot;")}">${words}</a>`;
    },
  };
  marked.use({ renderer });
  const pages = names.map((name) => {
    const text = readFileSync(path.join(docs, name), "utf8");
    const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
    return { name: name.replace(/\.md$/, ".html"), title, html: page(title, marked.parse(text)) };
  });
  const list = pages.map(({ name, title }) => `<li><a href="${name}">${escape(title)}</a></li>`).join("\n");
  const index = page("台账：说明", `<h1>台账：说明 / Guide</h1>\n<ul>\n${list}\n</ul>\n`, false);
  return [{ name: "index.html", html: index }, ...pages.map(({ name, html }) => ({ name, html }))];
}

/**
 * The guide as files of a folder: pages, their style, their pictures.
 * @returns {(readonly [name: string, bytes: Buffer])[]}
 */
export const guideFiles = (root) => [
  ...guidePages(root).map(({ name, html }) => [name, Buffer.from(html)]),
  [STYLES, Buffer.from(STYLE)],
  ...pictures(root).map((name) => [name.split(path.sep).join("/"), readFileSync(path.join(root, "docs", name))]),
];

const pictures = (root) =>
  readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".png"));
