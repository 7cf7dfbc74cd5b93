/**
 * 事项类型: what a table's items are, from its type column, the header over its problems, its title and its sheet's name.
 * Never from a section's name, and never from 专项巡察.
 */
import { foldHeader } from "./columns/header-words";
import { foldKey } from "../zh/text";
import type { ColumnMap, Kind } from "./types";
import { re } from "../zh/pattern";
import { kind as words } from "../zh/words/kind";

/** Words of each kind, in the order in which they are told apart: 交办的立行立改 is immediate, 移交问题线索 a clue. */
const KIND_MARKERS: readonly { readonly kind: Kind; readonly words: readonly string[] }[] = [
  { kind: "accountability", words: ["问责", "追责", "责任追究", "组织处理", "党纪政务处分"] },
  { kind: "immediate", words: ["立行立改", "立查立改", "边巡边改", "即知即改", "立知立改", "边巡察边整改"] },
  { kind: "letter", words: ["信访", "来信来访", "来信", "举报件"] },
  { kind: "clue", words: ["线索"] },
  {
    kind: "matter",
    words: [
      "移交事项",
      "交办事项",
      "转办事项",
      "移交问题",
      "交办问题",
      "移交的问题",
      "交办的问题",
      "交办件",
      "移交(交办)",
      "交办(移交)",
      "移交交办",
      "交办移交",
      "交办",
      "移交",
    ],
  },
];
/** Words that say the problems of the feedback are meant, whatever else is named beside them. */
const PROBLEM_WORDS = [
  "反馈问题",
  "反馈意见",
  "反馈的问题",
  "反馈具体问题",
  "反馈的具体问题",
  "具体问题",
  "主要问题",
  "问题清单",
];
/** Words that only say it when nothing else is named. */
const WEAK_PROBLEM_WORDS = ["问题整改", "整改问题", "巡察问题", "问题台账", "存在问题"];

/** 反馈问题及信访件, 反馈问题（含立行立改）: more than one thing. */
const NAMES_SEVERAL = /[、，,和及与暨含(（/]/;

/** 测评问题交办表: a list of problems, whoever hands it on; 交办问题台账 of what was handed on is another. */
const HANDED_ON = re`(${words.foundBy}[^、，]{0,4})问题(?:整改)?交办(?=${words.list})`;
const WORK = re`${words.work}`;
const WRONG = re`${words.wrong}`;

/** Kinds that a text names, strongest first; `weak` where problems are only named in passing. */
function kindsNamed(text: string): { readonly kinds: readonly Kind[]; readonly problem: "strong" | "weak" | null } {
  let folded = foldKey(text.length > 200 ? text.slice(0, 200) : text).replace(HANDED_ON, "$1问题清单");
  const kinds: Kind[] = [];
  for (const { kind, words } of KIND_MARKERS) {
    let found = false;
    for (const word of words) {
      if (!folded.includes(word)) continue;
      found = true;
      folded = folded.replaceAll(word, "·");
    }
    // 移交信访件, 交办的立行立改: the way it came, not what it is.
    if (found && !(kind === "matter" && kinds.length > 0)) kinds.push(kind);
  }
  // 督办事项, 重点工作: matters, unless the text speaks of what is wrong (督办问题, 整改任务).
  if (kinds.length === 0 && WORK.test(folded) && !WRONG.test(folded)) kinds.push("matter");
  const strong = PROBLEM_WORDS.some((word) => folded.includes(word));
  const weak = !strong && WEAK_PROBLEM_WORDS.some((word) => folded.includes(word));
  return { kinds, problem: strong ? "strong" : weak ? "weak" : null };
}

/**
 * Kind of a table without a type column.
 * @example kindOfTable("Sheet1", "巡察移交信访件办理台账", columns) // "letter"
 */
export function kindOfTable(sheet: string, title: string, columns: ColumnMap): Kind {
  if (columns.form && (columns.name || columns.persons || !columns.problem)) return "accountability";
  const fromTitle = kindsNamed(title);
  const fromSheet = kindsNamed(sheet);
  const accountable = (kind: Kind): boolean =>
    kind !== "accountability" || columns.form !== undefined || columns.name !== undefined;
  const titleKinds = fromTitle.kinds.filter(accountable);
  const sheetKinds = fromSheet.kinds.filter(accountable);
  // A title of its own, naming one kind and nothing beside it, is nearest to the table.
  if (titleKinds.length === 1 && (fromTitle.problem !== "strong" || !NAMES_SEVERAL.test(title)))
    return titleKinds[0] as Kind;
  // The same title is often copied over all sheets: then the sheet's name tells them apart.
  if (sheetKinds.length > 0 && fromSheet.problem !== "strong") return sheetKinds[0] as Kind;
  // The header over the items speaks where neither title nor sheet does; 督办事项 makes no matters of problems.
  const header = kindsNamed(columns.problem?.header ?? "").kinds.find((kind) => kind !== "accountability");
  const spoken = [title, sheet].some((text) => WRONG.test(foldKey(text.slice(0, 200))));
  const isWork = header === "matter" && WORK.test(columns.problem?.header ?? "");
  if (header && fromTitle.problem !== "strong" && !(isWork && spoken)) return header;
  if (titleKinds.length > 1 && fromTitle.problem !== "strong" && fromSheet.problem === null)
    return titleKinds[0] as Kind;
  return "problem";
}

/**
 * Kind that a value of a type column names, null for anything else.
 * @example kindOfValue("交办的立行立改") // "immediate"
 */
export function kindOfValue(value: string): Kind | null {
  const folded = foldHeader(value);
  if (folded === "" || folded.length > 30) return null;
  const named = kindsNamed(folded);
  const first = named.kinds[0];
  if (first && named.problem !== "strong") return first;
  return named.problem !== null || folded === "问题" || folded.endsWith("反馈") || folded.endsWith("问题")
    ? "problem"
    : null;
}

/**
 * What else the items of a table may be, by its title and its sheet, and what settles it: `title` where the two name
 * different kinds, `feedback` where a title names problems and more, null where it names several kinds and no problems.
 * @param taken what `kindOfTable` made of them
 * @example kindsInQuestion("Sheet1", "信访件、问题线索办理台账", columns, "letter") // { by: null, others: ["clue"] }
 */
export function kindsInQuestion(
  sheet: string,
  title: string,
  columns: ColumnMap,
  taken: Kind,
): { readonly by: "title" | "feedback" | null; readonly others: readonly Kind[] } | null {
  if (taken === "accountability") return null;
  const counted = ({ kinds }: { readonly kinds: readonly Kind[] }): Kind[] =>
    kinds.filter((kind) => kind !== "accountability");
  const [fromTitle, fromSheet] = [kindsNamed(title), kindsNamed(sheet)];
  const [ofTitle, ofSheet] = [counted(fromTitle), counted(fromSheet)];
  if (ofTitle.length > 1 && fromTitle.problem === null && fromSheet.problem === null && ofSheet.length === 0)
    return { by: null, others: ofTitle.filter((kind) => kind !== taken) };
  const said = new Set<Kind>([...ofTitle, ...ofSheet]);
  if (fromTitle.problem === "strong" && fromSheet.problem !== null && taken === "problem") return null;
  if (ofTitle.length === 1 && ofSheet.length === 1 && said.size === 2)
    return { by: "title", others: [...said].filter((kind) => kind !== taken) };
  if (fromTitle.problem === "strong" && ofSheet.length === 1 && taken === ofSheet[0])
    return { by: "title", others: ["problem"] };
  if (taken !== "problem" || fromTitle.problem !== "strong" || !NAMES_SEVERAL.test(title)) return null;
  // 反馈问题（含立行立改）: they are problems all the same; 信访件 and 线索 are none.
  const others = ofTitle.filter((kind) => kind === "letter" || kind === "clue");
  return others.length > 0 && columns.section === undefined ? { by: "feedback", others } : null;
}
