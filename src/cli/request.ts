/** What the options ask for, read once for all files: settings, unit directory, state. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { mergeLexicons } from "../app/lexicon";
import { readLexiconFile, type OfficeFile } from "../app/lexicon-file";
import { changedFrom, DEFAULT_SETTINGS, settingsFrom, type KnownNames, type Settings } from "../app/settings";
import { STYLE_NAMES } from "../app/style-names";
import type { EntryStore } from "../app/session";
import type { Severity } from "../rule";
import { HostError } from "../hosts/port";
import { openFile } from "../hosts/file/node";
import { type ColumnSettlement, type UnitDirectory, readDirectory } from "../ledger";
import type { Args } from "./args";
import { readColumn, readRow } from "./column-option";
import { errorCode } from "./error-code";
import { CliFailure, workbookFailure } from "./failure";
import { optionSpec, type CommandOption } from "./options";
import { openStateFile, readJson } from "./state-file";

export interface Request {
  /** Only what was asked for; everything else is as kept for the workbook, or as shipped. */
  readonly settings: Partial<Settings>;
  readonly directory: UnitDirectory | null;
  /** Columns named on the command line: every file must have them. */
  readonly columns: readonly ColumnSettlement[];
  readonly store: EntryStore | null;
  readonly format: "text" | "json";
  readonly failOn: Severity;
}

/** @throws CliFailure for a wrong option, with its sentence */
export async function readRequest(args: Args): Promise<Request> {
  const settingsPath = args.text("settings");
  const fromFile = settingsPath === null ? {} : await readJson(settingsPath, "设置文件", "settings file");
  const file = await explained(fromFile, DEFAULT_SETTINGS, {
    zh: `设置文件「${settingsPath}」`,
    en: `The settings file “${settingsPath}”`,
  });
  let { lexicon, columns, templates } = file;
  for (const path of args.texts("lexicon")) {
    const words = await readLexicon(path);
    lexicon = mergeLexicons(lexicon, words.lexicon);
    columns = [...columns, ...words.columns];
    templates = new Map([...templates, ...words.templates]);
  }
  const base = { ...file, columns, templates };
  const all = await explained(await optionInput(args, base), base, { zh: "命令行选项", en: "Command line" }, OPTION_OF);
  const unitsPath = args.text("units");
  const statePath = args.text("state");
  return {
    settings: changedFrom({ ...all, lexicon }),
    directory: unitsPath === null ? null : await readUnits(unitsPath),
    columns: args.texts("column").map(readColumn),
    store: statePath === null ? null : await openStateFile(statePath),
    format: args.text("format") === "json" ? "json" : "text",
    failOn: (args.text("fail-on") ?? "error") as Severity,
  };
}

/** Settings as the options of the command line call them. */
const OPTION_OF: ReadonlyMap<string, string> = new Map([
  ["asOf", "--as-of"],
  ["feedbackDate", "--feedback-date"],
  ["dueSoon", "--due-soon"],
  ["precision", "--precision"],
  ["definition", "--definition"],
  ["denominator", "--denominator"],
  ["style", "--style"],
  ["template", "--template"],
  ["sheets", "--sheet"],
  ["columns", "--column"],
  ["rows", "--row"],
  ["variables", "--set"],
]);

/** Options of the command line in the form of a settings file. */
async function optionInput(args: Args, base: Settings): Promise<Readonly<Record<string, unknown>>> {
  const input: Record<string, unknown> = {};
  const asOf = args.text("as-of");
  if (asOf !== null) input["asOf"] = asOf;
  const feedbackDate = args.text("feedback-date");
  if (feedbackDate !== null) input["feedbackDate"] = feedbackDate;
  for (const name of ["definition", "denominator", "style", "lang"] as const) {
    const value = args.text(name);
    if (value !== null) input[name] = value;
  }
  for (const [option, setting] of [
    ["precision", "precision"],
    ["due-soon", "dueSoon"],
  ] as const) {
    const value = args.text(option);
    if (value !== null) input[setting] = /^\d{1,6}$/.test(value) ? Number(value) : value;
  }
  const columns = args.texts("column").map(readColumn);
  if (columns.length > 0) input["columns"] = [...base.columns, ...columns];
  const rows = args.texts("row").map(readRow);
  if (rows.length > 0) input["rows"] = [...base.rows, ...rows];
  if (args.texts("sheet").length > 0) input["sheets"] = args.texts("sheet");
  const template = args.text("template");
  if (template !== null) input["template"] = base.templates.get(template) ?? (await readTemplate(template, base));
  const pairs = [...(await variablesOf(args)), ...(await inspectorNamed(args.texts("set").map(readPair)))];
  if (pairs.length > 0) input["variables"] = new Map([...base.variables, ...pairs]);
  return input;
}

/** Facts that the paragraph prints too: what was filled in once serves summary, notice and sign-off sheet. */
async function variablesOf(args: Args): Promise<readonly (readonly [string, string])[]> {
  if (args.text("facts") === null) return [];
  const { readFactsFile } = await import(/* webpackChunkName: "facts-file" */ "./facts-file");
  const { inspector, round, nextSteps } = await readFactsFile(args);
  const next = nextSteps.map(({ text }) => text).filter((text) => text !== "");
  return [
    ...(next.length === 0 ? [] : [["下一步要求", asClause(next.join(""))] as const]),
    ...(inspector === null ? [] : [["巡察组", inspector] as const]),
    ...(round === null ? [] : [["轮次", round] as const]),
  ];
}

/** Who came is asked for by the name they have (审计组); the place in styles and templates is called 巡察组. */
async function inspectorNamed(
  pairs: readonly (readonly [string, string])[],
): Promise<readonly (readonly [string, string])[]> {
  if (pairs.length === 0) return pairs;
  const { isTeam } = await import(/* webpackChunkName: "facts-file" */ "./facts-file");
  return pairs.flatMap(([name, text]) =>
    isTeam(name)
      ? [
          [name, text],
          ["巡察组", text],
        ]
      : [[name, text]],
  );
}

/** As it stands behind 下一步 and before a full stop. */
function asClause(text: string): string {
  return text.replace(/^下一步[，,：:]?/u, "").replace(/[。.；;]\s*$/u, "");
}

function readPair(pair: string): readonly [string, string] {
  const equals = pair.search(/[=＝]/);
  if (equals <= 0) {
    throw new CliFailure(
      `--set 应写作 名称=文字，现在是「${pair}」；例如 --set 巡察组=县委第一巡察组。`,
      `--set takes NAME=TEXT, not “${pair}”; for example --set 巡察组=县委第一巡察组.`,
    );
  }
  return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
}

async function readTemplate(path: string, { templates }: Settings): Promise<string> {
  try {
    const text = await readFile(path, "utf8");
    return text.replace(/^\uFEFF/, "").replace(/\s+$/, "");
  } catch (error) {
    if (errorCode(error) === null) throw error;
    const names = [...templates.keys()];
    if (names.length > 0 && !/[.\\/]/.test(path))
      throw new CliFailure(
        `没有名为「${path}」的模板，也没有这个文件；已有的模板：${names.join("、")}。`,
        `There is no template “${path}” and no such file; known are ${names.join(", ")}.`,
      );
    throw new CliFailure(
      `模板文件「${path}」无法打开；请检查路径是否正确。`,
      `The template “${path}” cannot be opened; check its path.`,
    );
  }
}

/** Names that settings may use; those of rules only where a rule is named, for all rules have to be loaded for them. */
async function knownNames(input: unknown): Promise<KnownNames> {
  const namesRules = typeof input === "object" && input !== null && "rules" in input;
  if (!namesRules) return { rules: null, styles: STYLE_NAMES };
  return (await import(/* webpackChunkName: "known-names" */ "../app/known-names")).KNOWN_NAMES;
}

/** Validated settings; the first problem as a failure, options called as on the command line. */
async function explained(
  input: unknown,
  base: Settings,
  where: { zh: string; en: string },
  names: ReadonlyMap<string, string> = new Map(),
): Promise<Settings> {
  const outcome = settingsFrom(input, await knownNames(input), base, where);
  if (outcome.ok) return outcome.settings;
  const problem = outcome.problems[0]!;
  const option = names.get(problem.option);
  if (option === undefined) throw new CliFailure(problem.zh, problem.en);
  // The example too must be one for the command line.
  const value = optionSpec(option.slice(2) as CommandOption).value ?? "";
  throw new CliFailure(
    problem.zh.replace(problem.option, option).replace(/；例如 .*$/s, `；例如 ${option} ${value}。`),
    problem.en.replace(problem.option, option).replace(/; for example .*$/s, `; for example ${option} ${value}.`),
  );
}

/** A 词表.json, its first problem as a failure. */
async function readLexicon(path: string): Promise<OfficeFile> {
  const where = { zh: `词表「${path}」`, en: `The word list “${path}”` };
  const read = readLexiconFile(JSON.stringify(await readJson(path, "词表", "word list")), where);
  if ("lexicon" in read) return read;
  throw new CliFailure(read.problems[0]!.zh, read.problems[0]!.en);
}

/** Units from a file: a workbook or text table with 单位名称 and 简称. */
async function readUnits(path: string): Promise<UnitDirectory> {
  try {
    const host = await openFile(path);
    for (const grid of await host.read.grids()) {
      // The user says that it is a list of units: a plain column 单位名称 will do.
      const directory = readDirectory({ ...grid, sheet: "单位名录" });
      if (directory !== null) return { ...directory, source: basename(path) };
    }
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw workbookFailure({ code: error.code, workbook: path, detail: error.detail }, path);
  }
  throw new CliFailure(
    `单位名录文件「${path}」中没有「单位名称」一列；请在第一行写上 单位名称、简称。`,
    `The unit file “${path}” has no column 单位名称; give it a header row of 单位名称, 简称.`,
  );
}
