/** docs/notice.md tells each style of the notice as it is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NOTICE_STYLES } from "../../../src/notice";

const page = readFileSync(join(__dirname, "../../../docs/notice.md"), "utf8");

test.each(Object.values(NOTICE_STYLES).map((style) => [style.name, style] as const))("%s", (name, style) => {
  const row = page.split("\n").find((line) => line.startsWith(`| \`${name}\` `));
  const [, , levels = "", each = ""] = (row ?? "").split("|");
  if (!style.parts.some(({ part }) => part === "items")) return expect(each.trim()).toBe("不逐项写");
  expect(/(?<!不分)方面/u.test(levels)).toBe(style.sections !== null);
  expect(levels.includes("主要问题")).toBe(style.parents);
  const labels = style.lines.map(({ label }) => label.replace("：", ""));
  const told = each.split(" / ").map((line) => line.trim().split(/[：（]/u)[0]);
  // Before the labels stands the problem itself, unless the row begins with them.
  expect(told.slice(-labels.length)).toEqual(labels);
});

test("every row is a style", () => {
  const table = page.slice(page.indexOf("### 样式"), page.indexOf("### 公开版"));
  const named = [...table.matchAll(/^\| `(\w+)`/gmu)].map(([, name = ""]) => name);
  expect(named.sort()).toEqual(Object.keys(NOTICE_STYLES).sort());
});
