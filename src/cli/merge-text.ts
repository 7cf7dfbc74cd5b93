/** A merge for people: what it counts, who is missing, what stands twice, what to look at. */
import { KIND_WORDS } from "../ledger";
import { type Assembled, TO_CHECK_WORDS, type MergeResult, MONTH_KINDS, USE_WORDS } from "../month";
import type { Lang } from "../rule";
import { oneLine } from "./table";
import { shownName } from "./terminal";

export function mergeText(path: string, result: MergeResult, counts: Assembled["counts"], lang: Lang): string {
  const zh = lang === "zh";
  const used = result.files.filter((file) => file.used).length;
  const kinds = MONTH_KINDS.flatMap((kind) => {
    const total = counts.get(kind)?.total ?? 0;
    return total === 0 ? [] : [zh ? `${KIND_WORDS[kind].zh} ${total} 项` : `${total} ${KIND_WORDS[kind].en}`];
  });
  const lines = [
    zh
      ? `已写入「${shownName(path)}」：采用 ${used} 份文件，${kinds.join("、")}。`
      : `Wrote “${shownName(path)}”: ${used} files, ${kinds.join(", ")}.`,
  ];
  const list = (title: string, entries: readonly string[]): void => {
    if (entries.length > 0) lines.push("", title, ...entries.map((entry) => `  ${oneLine(entry)}`));
  };
  const names = zh ? "、" : ", ";
  list(zh ? "未报送的单位：" : "Missing units:", result.missing.length === 0 ? [] : [result.missing.join(names)]);
  list(
    zh ? "未采用的文件：" : "Files not used:",
    result.files.flatMap(({ file, why }) =>
      why === null ? [] : [zh ? `${file}：${USE_WORDS[why].zh}` : `${file}: ${USE_WORDS[why].en}`],
    ),
  );
  list(
    zh ? "名录中没有的单位：" : "Not in the directory:",
    result.notInDirectory.map(({ file, unit }) => `${unit ?? "?"}　${file}`),
  );
  list(
    zh ? "几份文件都有的事项（均已列入）：" : "Items that several files have (all are listed):",
    result.duplicates.map(({ problem, places }) => `${problem}　${places.join(names)}`),
  );
  list(
    zh ? "需核对的值：" : "Values to check:",
    result.toCheck.map(({ file, cell, value, why }) => `${file}#${cell}　${value}　${TO_CHECK_WORDS[why][lang]}`),
  );
  list(
    zh ? "换了写法的值：" : "Values put in words:",
    result.converted.map(({ file, cell, from, to }) => `${file}#${cell}　${from} → ${to}`),
  );
  return lines.join("\n");
}
