/** docs/settings.md and docs/settings.schema.json, generated from the options themselves; a test fails when they drift. */
import type { GenericSchema } from "valibot";
import { COLUMN_KEYS, COLUMN_WORDS, SAID } from "../ledger";
import { LEXICON_PARTS, LONGEST_WORD, MOST_WORDS, TEACHABLE_STATUSES, type LexiconPart } from "./lexicon";
import {
  DEFAULT_SETTINGS,
  KEYED_EXAMPLES,
  LEVELS,
  MAX_TEXT,
  OPTIONS,
  type OptionName,
  type KnownNames,
} from "./settings";

/** What an option is for; the record's type lets none be forgotten. */
const PURPOSE: Readonly<Record<OptionName, { readonly zh: string; readonly en: string }>> = {
  lang: { zh: "界面和核验结果的语言", en: "language of the interface and of findings" },
  asOf: { zh: "统计截止日；null 为台账所载日期，没有则为当天", en: "as-of date; null: the ledger's own, else today" },
  feedbackDate: { zh: "反馈日期；null 为从标题读取", en: "date of the feedback; null: read from the title" },
  concentratedMonths: { zh: "集中整改期的月数；null 为不设", en: "months of the concentrated period; null: not set" },
  definition: { zh: "口径：哪些状态算已完成", en: "statuses that count as done" },
  denominator: { zh: "完成率的分母", en: "what a rate divides by" },
  precision: { zh: "百分比的小数位数", en: "decimals of percentages" },
  lights: {
    zh: "统计表亮灯：落后应完成率多少个百分点起为黄、超过多少为红",
    en: "lights of the statistics sheet: points behind what is due",
  },
  progressTolerance: {
    zh: "进度类别：实际进度与计划进度相差不超过多少个百分点算达进度",
    en: "classes of progress: points by which actual and planned progress may differ",
  },
  dueSoon: { zh: "截止日之后多少天内到期算临期", en: "days ahead that count as due soon" },
  sheets: { zh: "只读这些工作表；null 为全部台账", en: "only these sheets; null: all ledgers" },
  columns: {
    zh: "表头相同的台账以哪一列为准（field 是字段，among 里的列名都有才适用，take 是所取的列名或列标）",
    en: "which column is meant, for all tables with these headers",
  },
  rows: { zh: "看不准是不是一项的行，算不算（row 是行号或行里的文字）", en: "whether rows in question are items" },
  style: {
    zh: "综述的样式；没有另选体例时，通报的体例同名",
    en: "style of the summary, and of the notice where none is chosen",
  },
  noticeStyle: {
    zh: "通报的体例（标题、层次）；null 为与综述样式同名",
    en: "style of the whole notice; null: named like the summary's",
  },
  template: { zh: "自己的综述模板；null 为用样式", en: "template of one's own; null: the style" },
  words: { zh: "判断进展文字时自己的无妨词和未完成词", en: "phrases of one's own for judging progress texts" },
  writeAnyway: { zh: "有影响数字的问题时仍要使用综述", en: "use the paragraph even though findings hold it back" },
  rules: {
    zh: "各条规则的级别，off 为关闭；影响数字的问题即使关闭也仍暂缓综述",
    en: "level by rule; what changes figures holds the paragraph back even when off",
  },
  templates: {
    zh: "本单位的综述模板，按名称；`--template 名称` 选用，随词表.json 交给同事",
    en: "templates of the office's own by name, for `--template NAME`; they travel in 词表.json",
  },
  variables: { zh: "模板里的变量", en: "variables of the template" },
  lexicon: {
    zh: "词表：本单位自己的表头、状态、单位简称、未完成词、无妨词和错别字，加在程序自带的词之上。只含这一项的文件就是词表.json，可导出给同事，用 `--lexicon 词表.json` 或在页面导入",
    en: "the office's own words, added to ours; a file with nothing else is a 词表.json for colleagues",
  },
};

const ALLOWED = {
  rules: `规则名与 ${LEVELS.join("、")} 之一的对象（规则名见 [rules.md](rules.md)）`,
  templates: "名称与模板文字的对象",
  variables: "变量名与文字的对象",
  lexicon: `下列各组词语，都可以不写：${Object.entries(LEXICON_PARTS)
    .map(([part, { zh, example }]) => `${part} ${zh}，如 \`${example}\``)
    .join("；")}。字段和状态也可以写中文名，如“问题”“已完成”。程序自带的状态词不能改成别的意思`,
} as const;

const NAMES = Object.keys(PURPOSE) as OptionName[];
const isKeyed = (name: OptionName): name is keyof typeof KEYED_EXAMPLES => name in KEYED_EXAMPLES;
export const exampleOf = (name: OptionName): string => (isKeyed(name) ? KEYED_EXAMPLES[name] : OPTIONS[name].example);

/** Default as it would stand in a settings file. */
function defaultOf(name: OptionName): unknown {
  return isKeyed(name) ? {} : DEFAULT_SETTINGS[name];
}

/**
 * The page as Markdown, ending in a line break.
 * @example settingsPage({ rules: ["space"], styles: ["rate"] }).startsWith("# 设置") // true
 */
export function settingsPage(known: KnownNames): string {
  return `${[
    "# 设置",
    "",
    "<!-- 由 src/app/settings-docs.ts 生成，请勿手改；改设置后运行 npm run docs -->",
    "",
    "设置文件是一个 JSON 对象，用 `--settings 文件` 交给命令行；每一项都可以不写。编辑器可用 [settings.schema.json](settings.schema.json) 检查和提示。有一项写错，整份就不用，并用一句话说明错在哪里、怎样改。",
    "",
    "*English: a settings file is one JSON object, given with `--settings FILE`; every option may be left out.*",
    ...NAMES.flatMap((name) => [
      "",
      `## ${name}`,
      "",
      `${PURPOSE[name].zh}。${isKeyed(name) ? `应是${ALLOWED[name]}` : OPTIONS[name].zh}；默认 \`${JSON.stringify(defaultOf(name))}\`。${name === "style" || name === "noticeStyle" ? `可用的有：${known.styles.join("、")}。` : ""}`,
      "",
      `*${PURPOSE[name].en}*`,
      "",
      "```json",
      `{ ${exampleOf(name)} }`,
      "```",
    ]),
  ].join("\n")}\n`;
}

/** The settings file as JSON Schema (draft 2020-12), with the names of rules and styles. */
export function settingsJsonSchema(known: KnownNames): Readonly<Record<string, unknown>> {
  const own: Readonly<Record<string, unknown>> = {
    style: { enum: known.styles },
    noticeStyle: { enum: [...known.styles, null] },
    rules: {
      type: "object",
      properties: Object.fromEntries((known.rules ?? []).map((rule) => [rule, { enum: LEVELS }])),
      additionalProperties: false,
    },
    templates: { type: "object", additionalProperties: { type: "string", maxLength: MAX_TEXT } },
    variables: { type: "object", additionalProperties: { type: "string", maxLength: MAX_TEXT } },
    lexicon: lexiconSchema(),
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "taizhang settings",
    type: "object",
    additionalProperties: false,
    properties: {
      // Editors find this schema by it.
      $schema: { type: "string" },
      ...Object.fromEntries(
        NAMES.map((name) => [
          name,
          {
            description: `${PURPOSE[name].zh} / ${PURPOSE[name].en}`,
            ...((own[name] ?? (isKeyed(name) ? {} : schemaOf(OPTIONS[name].schema))) as object),
            default: defaultOf(name),
            examples: [(JSON.parse(`{${exampleOf(name)}}`) as Record<string, unknown>)[name]],
          },
        ]),
      ),
    },
  };
}

function lexiconSchema(): object {
  const word = { type: "string", minLength: 1, maxLength: LONGEST_WORD };
  const list = (items: object) => ({ type: "array", items, maxItems: MOST_WORDS });
  const meanings = (meaning: object) => ({
    type: "object",
    propertyNames: word,
    additionalProperties: meaning,
    maxProperties: MOST_WORDS,
  });
  const phrases = list({ ...word, minLength: 2 });
  const parts: Readonly<Record<LexiconPart, object>> = {
    headers: meanings({ enum: [...COLUMN_KEYS, ...COLUMN_KEYS.map((key) => COLUMN_WORDS[key].zh)] }),
    statuses: meanings({ enum: [...TEACHABLE_STATUSES, ...Object.values(SAID)] }),
    units: meanings({ anyOf: [word, list(word)] }),
    pending: phrases,
    harmless: phrases,
    misspellings: meanings(word),
  };
  const described = Object.entries(parts).map(([part, schema]) => {
    const { zh, en } = LEXICON_PARTS[part as LexiconPart];
    return [part, { description: `${zh} / ${en}`, ...schema }];
  });
  return { type: "object", additionalProperties: false, properties: Object.fromEntries(described) as object };
}

/** As much of a valibot schema or action as is looked at. */
interface Node {
  readonly type: string;
  readonly options?: readonly unknown[];
  readonly wrapped?: Node;
  readonly pipe?: readonly Node[];
  readonly item?: Node;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly requirement?: unknown;
}

/** JSON Schema of one option. @throws on a kind of schema that no option had so far */
function schemaOf(schema: GenericSchema | Node): Readonly<Record<string, unknown>> {
  const node = schema as Node;
  if (node.pipe !== undefined)
    return Object.assign({}, ...node.pipe.map((part, i) => (i === 0 ? base(part) : limit(part, node))));
  return base(node);
}

function base(node: Node): Readonly<Record<string, unknown>> {
  switch (node.type) {
    case "string":
    case "number":
    case "boolean":
      return { type: node.type };
    case "picklist":
      return { enum: node.options };
    case "nullable":
      return { anyOf: [schemaOf(node.wrapped!), { type: "null" }] };
    case "optional":
    case "exact_optional":
      return schemaOf(node.wrapped!);
    case "array":
      return { type: "array", items: schemaOf(node.item!) };
    case "strict_object":
      return {
        type: "object",
        properties: Object.fromEntries(Object.entries(node.entries!).map(([key, each]) => [key, schemaOf(each)])),
        additionalProperties: false,
      };
    default:
      throw new Error(`no JSON Schema for ${node.type}`);
  }
}

function limit({ type, requirement }: Node, { pipe }: Node): Readonly<Record<string, unknown>> {
  const list = pipe?.[0]?.type === "array";
  switch (type) {
    case "integer":
      return { type: "integer" };
    case "min_value":
      return { minimum: requirement };
    case "max_value":
      return { maximum: requirement };
    case "min_length":
      return { [list ? "minItems" : "minLength"]: requirement };
    case "max_length":
      return { [list ? "maxItems" : "maxLength"]: requirement };
    // A text that is trimmed, or read as a date by our own reader, is a text; how two values stand to one another is not said.
    case "check":
    case "trim":
    case "transform":
    case "custom":
      return {};
    default:
      throw new Error(`no JSON Schema for ${type}`);
  }
}
