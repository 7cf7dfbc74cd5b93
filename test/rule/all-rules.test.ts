/** What holds for every rule, of ledgers and notices alike. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { KNOWN_NAMES } from "../../src/app/known-names";
import { OPTION_NAMES } from "../../src/app/settings";
import { RULES } from "../../src/check/list";
import { PROOF_RULES } from "../../src/proofread/list";
import type { RuleRecord } from "../../src/rule/record";

const ALL: readonly RuleRecord[] = [...RULES, ...PROOF_RULES];
const SRC = path.join(__dirname, "../../src");
const files = (folder: string) => readdirSync(path.join(SRC, folder)).map((file) => file.replace(/\.ts$/, ""));

it("no two share an alias or a code, whichever room they are of", () => {
  expect(new Set(ALL.map((rule) => rule.alias)).size).toBe(ALL.length);
  expect(new Set(ALL.map((rule) => rule.code)).size).toBe(ALL.length);
  expect(KNOWN_NAMES.rules).toEqual(ALL.map((rule) => rule.alias));
});

it("codes are kept for good", () => {
  expect(Object.fromEntries(ALL.map((rule) => [rule.code, rule.alias]))).toMatchSnapshot();
});

it.each(ALL.map((rule) => [rule.alias, rule] as const))("%s has its code, names, page and ground", (alias, rule) => {
  expect(alias).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(rule.code).toMatch(/^[A-Z]\d{3}$/);
  for (const text of [...Object.values(rule.page), ...Object.values(rule.name)]) expect(text).not.toBe("");
  expect(rule.ground).not.toBe("");
  for (const option of rule.options ?? []) expect(OPTION_NAMES).toContain(option);
});

it("one rule a file, named as the rule, and nothing else beside the ledger's", () => {
  expect(files("check/rules").sort()).toEqual(RULES.map((rule) => rule.alias).sort());
  const [against, own] = [files("proofread/against"), files("proofread/rules")];
  const aliases = PROOF_RULES.map((rule) => rule.alias);
  expect(own.filter((file) => !aliases.includes(file))).toEqual([]);
  expect(aliases.filter((alias) => !own.includes(alias) && !against.includes(alias))).toEqual([]);
});

it("rules of notices stand in the order of their codes", () => {
  const codes = PROOF_RULES.map((rule) => rule.code);
  expect(codes).toEqual([...codes].sort());
});
