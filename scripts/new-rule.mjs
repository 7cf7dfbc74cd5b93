/**
 * `npm run new-rule -- status-dubious S311`: writes the rule's file and its test, and enters it in both lists. The test
 * fails until the rule finds what it draws.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const [alias = "", code = ""] = process.argv.slice(2);
const file = `src/check/rules/${alias}.ts`;
const test = `test/check/rules/${alias}.test.ts`;
const list = readFileSync(at("src/check/list.ts"), "utf8");
const names = readFileSync(at("src/check/names.ts"), "utf8");
const snapshot = readFileSync(at("test/check/__snapshots__/list.test.ts.snap"), "utf8");

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
if (!/^[a-z]+(-[a-z]+)*$/.test(alias) || !/^[A-Z]\d{3}$/.test(code)) {
  refuse("A rule needs a name and a code, for example: npm run new-rule -- status-dubious S311");
}
if (existsSync(at(file))) refuse(`There is a rule ${alias} already: ${file}`);
if (snapshot.includes(`"${code}"`)) refuse(`The code ${code} is taken; codes are never used again.`);

const name = alias.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const imported = `import { ${name} } from "./rules/${alias}";`;
const imports = list.match(/^import \{ \w+ \} from "\.\/rules\/.*$/gm);
const path = (line) => line.split('"')[1];
const next = imports.find((line) => path(line) > path(imported));
const withImport =
  next === undefined
    ? list.replace(imports.at(-1), `${imports.at(-1)}\n${imported}`)
    : list.replace(next, `${imported}\n${next}`);

writeFileSync(
  at("src/check/list.ts"),
  withImport.replace(/\n\];\n\nconst byAlias/, `\n  ${name},\n];\n\nconst byAlias`),
);
writeFileSync(at("src/check/names.ts"), names.replace(/\n\];\n$/, `\n  "${alias}",\n];\n`));
writeFileSync(
  at(file),
  `import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { clip } from "../words";

export const ${name} = defineRule<{ readonly problem: string }>({
  alias: "${alias}",
  code: "${code}",
  severity: "warning",
  scope: "item",
  kinds: RECTIFIED,
  needs: ["problem"],
  name: { zh: "", en: "" },
  messages: {
    zh: ({ problem }) => \`\${problem}\`,
    en: ({ problem }) => \`\${problem}\`,
  },
  check: (context) => (item) => {
    const wrong = false;
    if (wrong) context.report(item, "problem", { problem: clip(item.problem) });
  },
  page: { what: "", why: "", bad: "", good: "", todo: "", en: "" },
  ground: "",
});
`,
);
writeFileSync(
  at(test),
  `import { cellsOf } from "../rule-tester";

it("${alias} reports what it is for, and nothing beside it", () => {
  const drawing = \`
    序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
    1 | 某制度未落实 | 办公室 | 2025年6月底前 | 已完成
    2 | 某台账不全 | 财务股 | 2025年9月底前 | 正在整改
  \`;
  expect(cellsOf("${alias}", drawing)).toEqual(["B3"]);
});
`,
);
process.stdout.write(
  `${file} and ${test} are written, ${alias} is listed. Fill them in, then: npm run docs, npx jest test/check --selectProjects node -u\n`,
);
