/**
 * `npm run new-rule -- measure-vague L`: writes a rule's file and its test, and enters it in its list, under the next free
 * code of its area (L tables and forms, U units, D dates, S statuses; of notices P1 to P8, the parts of
 * docs/proofread-rules.md). The test fails until the rule finds what
 * it draws.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const at = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const [alias = "", area = ""] = process.argv.slice(2);

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
if (!/^[a-z]+(-[a-z]+)*$/.test(alias) || !/^(?:[LUDS]|P[1-8])$/.test(area)) {
  refuse(
    "A rule needs a name and its area (L tables and forms, U units, D dates, S statuses; of notices P1 to P8, the parts of docs/proofread-rules.md), for example: npm run new-rule -- measure-vague L",
  );
}
const room = area.startsWith("P") ? "proofread" : "check";
const file = `src/${room}/rules/${alias}.ts`;
const test = `test/${room}/rules/${alias}.test.ts`;
const listFile = `src/${room}/list.ts`;

/** Aliases and codes that are or were some rule's: codes are never used again. */
const FOLDERS = ["src/check/rules", "src/proofread/rules", "src/proofread/against"];
const taken = [
  readFileSync(at("test/rule/__snapshots__/all-rules.test.ts.snap"), "utf8"),
  ...FOLDERS.flatMap((folder) => readdirSync(at(folder)).map((each) => readFileSync(at(`${folder}/${each}`), "utf8"))),
].join("\n");
if (new RegExp(`(": |alias: )"${alias}"`).test(taken)) refuse(`There is a rule ${alias} already.`);
if (existsSync(at(file))) refuse(`There is a file ${file} already.`);
const numbers = [...taken.matchAll(new RegExp(`"${area}(\\d+)"`, "g"))].map(([, number]) => Number(number));
const code = `${area}${String(Math.max(...numbers) + 1).padStart(4 - area.length, "0")}`;

const name = alias.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The list with the rule: its import in the order of the paths, itself behind the last rule of a smaller code. */
function enter(list) {
  const line = `import { ${name} } from "./rules/${alias}";`;
  const imports = list.match(/^import \{ \w+ \} from "\.\/(?:rules|against)\/.*$/gm);
  const of = (each) => each.split('"')[1];
  const next = imports.find((each) => of(each) > of(line));
  const withImport =
    next === undefined
      ? list.replace(imports.at(-1), `${imports.at(-1)}\n${line}`)
      : list.replace(next, `${line}\n${next}`);
  const codeOf = (entry) => {
    const from = withImport.match(new RegExp(`import \\{ ${entry} \\} from "(.*)"`))[1];
    return readFileSync(at(path.posix.join(`src/${room}`, `${from}.ts`)), "utf8").match(/code: "(.*)"/)[1];
  };
  const [, entries] = withImport.match(/Rule\[\] = \[\n([^\]]*)\];/);
  const names = entries.match(/\w+/g);
  // Rules of notices stand by their codes; those of ledgers by areas, where the last of the area's letter is as good.
  const before = names.filter((each) => codeOf(each)[0] === code[0] && codeOf(each) < code).at(-1) ?? names.at(-1);
  return withImport.replace(entries, entries.replace(`  ${before},\n`, `  ${before},\n  ${name},\n`));
}
writeFileSync(at(listFile), enter(readFileSync(at(listFile), "utf8")));

const TEXTS = `  page: { what: "", why: "", bad: "", good: "", todo: "", en: "" },
  ground: "",
});
`;
const RULE = {
  check: `import { textOf } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { clip } from "../words";

export const ${name} = defineRule<{ readonly problem: string }>({
  alias: "${alias}",
  code: "${code}",
  severity: "warning",
  // Another scope (row, cell, table): src/check/rule.ts, and a rule that has it.
  scope: "item",
  kinds: RECTIFIED,
  needs: ["problem"],
  name: { zh: "", en: "" },
  messages: {
    zh: ({ problem }) => \`\${problem}\`,
    en: ({ problem }) => \`\${problem}\`,
  },
  check: (context) => (item) => {
    const problem = textOf(context.ledger, item, "problem");
    const wrong = false;
    if (wrong) context.report(item, "problem", { problem: clip(problem) });
  },
${TEXTS}`,
  proofread: `import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const token of context.numbers) {
    const wrong = false;
    if (wrong) yield { place: placeOf(token.line, token.start, token.end), data: { written: token.text } };
  }
}

export const ${name} = defineProofRule<Data>({
  alias: "${alias}",
  code: "${code}",
  severity: "warning",
  name: { zh: "", en: "" },
  messages: {
    zh: ({ written }) => \`\${written}\`,
    en: ({ written }) => \`\${written}\`,
  },
  find,
${TEXTS}`,
};
const TEST = {
  check: `import { cellsOf } from "../rule-tester";

it("${alias} reports what it is for, and nothing beside it", () => {
  const drawing = \`
    序号 | 反馈问题 | 责任单位 | 整改时限 | 整改状态
    1 | 某制度未落实 | 办公室 | 2025年6月底前 | 已完成
    2 | 某台账不全 | 财务股 | 2025年9月底前 | 正在整改
  \`;
  expect(cellsOf("${alias}", drawing)).toEqual(["B3"]);
});
`,
  proofread: `import { proofread } from "../../../src/proofread";

const quotesIn = (...lines: string[]) =>
  proofread(lines, { only: ["${alias}"] }).findings.map((finding) => finding.quote);

it("${alias} reports what it is for, and nothing beside it", () => {
  expect(quotesIn("反馈问题12个，已完成整改9个。")).toEqual(["12"]);
  expect(quotesIn("整改完成率100%。")).toEqual([]);
});
`,
};
writeFileSync(at(file), RULE[room]);
mkdirSync(path.dirname(at(test)), { recursive: true });
writeFileSync(at(test), TEST[room]);
process.stdout.write(
  `${file} (${code}) and ${test} are written, ${alias} is entered in ${listFile}. Fill them in, then: npm run docs, npx jest test/rule test/${room}/rules --selectProjects node -u\n`,
);
