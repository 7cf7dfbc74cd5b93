/** 回填 for people: what was written, what came from where, what has to be decided. */
import { KIND_WORDS } from "../ledger";
import {
  type Conflict,
  CONFLICT_WORDS,
  FIELD_NAMES,
  type FileUse,
  type IntoPlan,
  type IntoResult,
  NO_UNIT,
} from "../month";
import type { Lang } from "../rule";
import { oneLine, table } from "./table";
import { shownName } from "./terminal";

interface IntoReport {
  readonly path: string;
  readonly files: readonly FileUse[];
  readonly plan: IntoPlan;
  readonly result: IntoResult;
  readonly lang: Lang;
}

/** Longer texts are cut in a table. */
const MOST = 24;

export function intoText({ path, files, plan, result, lang }: IntoReport): string {
  const zh = lang === "zh";
  const { updated, conflicts } = result;
  const used = files.filter((file) => file.used).length;
  const head = zh
    ? `已写入「${shownName(path)}」：采用 ${used} 份文件，更新 ${updated.length} 处，未变 ${plan.unchanged} 项，待确认 ${conflicts.length} 处。`
    : `Wrote “${shownName(path)}”: ${used} files used, ${updated.length} cells updated, ${plan.unchanged} items unchanged, ${conflicts.length} to decide.`;
  const parts = [head];
  if (updated.length > 0) {
    const rows = updated.map((one) => [
      ...[one.cell, KIND_WORDS[one.kind][lang], one.number ?? "-", FIELD_NAMES[one.field][lang]],
      ...[`${cut(one.from)} → ${cut(one.to)}`, `${one.file}#${one.fileCell}`],
    ]);
    parts.push(section(zh ? "已更新：" : "Updated:", rows));
  }
  if (conflicts.length > 0)
    parts.push(
      section(
        zh ? "待确认（没有写入，总台账保持原样）：" : "To decide (not written, the master stays as it is):",
        conflicts.map((one) => conflictRow(one, lang)),
      ),
    );
  if (plan.notReturned.length > 0) {
    const units = plan.notReturned.map(({ unit, items }) => {
      const name = unit ?? (zh ? NO_UNIT : "no unit named");
      return zh ? `${name}（${items} 项）` : `${name} (${items})`;
    });
    parts.push(`${zh ? "没有反馈的：" : "Not returned: "}${oneLine(units.join(zh ? "、" : ", "))}`);
  }
  return parts.join("\n\n");
}

function conflictRow(one: Conflict, lang: Lang): readonly string[] {
  const same = lang === "zh" ? "（与总台账相同）" : " (as in the master)";
  const values =
    one.from !== null && one.from === one.to ? `${cut(one.from)}${same}` : `${cut(one.from)} → ${cut(one.to)}`;
  return [
    ...[CONFLICT_WORDS[one.type][lang], one.cell ?? "-", KIND_WORDS[one.kind][lang], one.number ?? "-"],
    ...[FIELD_NAMES[one.field][lang], values, `${one.file}#${one.fileCell}`],
  ];
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  return [title, ...table(rows.map((row) => row.map(oneLine))).map((line) => `  ${line}`)].join("\n");
}

function cut(text: string | null): string {
  const letters = Array.from(text ?? "");
  if (letters.length === 0) return "—";
  return letters.length > MOST ? `${letters.slice(0, MOST).join("")}…` : letters.join("");
}
