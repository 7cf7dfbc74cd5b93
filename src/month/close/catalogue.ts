/** 佐证材料目录: what proves each item, and with a folder the files, their hashes, and those that belong to no item. */
import type { Book, BookCell, BookSheet } from "../../grid";
import { homeUnit, NO_UNIT } from "../common";
import { problemText } from "../common/item-words";
import type { ClosedItem, Closing } from "./close";
import type { EvidenceFile } from "./evidence";
import { materialsOf } from "./papers";

const HEADS = ["序号", "事项", "责任单位", "材料名称", "份数", "文件", "备注"];

/** The catalogue as a workbook. */
export function evidenceCatalogue(closing: Closing): Book {
  const { closed, shared, searched } = closing;
  const others = new Map(shared.map(({ file, items }) => [file, items]));
  const rows = closed.flatMap((one) =>
    one.evidence.length === 0
      ? materialsOf(one).map((name) => rowOf(one, name, null, ""))
      : one.evidence.map((file, index) => {
          const also = (others.get(file) ?? []).filter((item) => item !== one.item).map(({ number }) => number);
          return rowOf(
            one,
            materialsOf(one)[index] ?? "",
            file.path,
            also.length === 0 ? "" : `同为序号${also.join("、")}的材料`,
          );
        }),
  );
  return {
    sheets: [
      sheetOf("佐证材料目录", HEADS, [8, 44, 20, 30, 8, 36, 24], rows),
      ...(searched ? [filesSheet(closing)] : []),
    ],
  };
}

function rowOf({ item }: ClosedItem, name: string, path: string | null, note: string): readonly BookCell[] {
  return [
    { value: item.number, look: "count" },
    { value: problemText(item) },
    { value: homeUnit(item) ?? NO_UNIT, look: "count" },
    { value: name },
    { value: path === null ? null : 1, look: "count" },
    { value: path },
    { value: note },
  ];
}

function filesSheet({ closed, refused, unmatched, shared }: Closing): BookSheet {
  const files = new Map<EvidenceFile, string>();
  for (const { evidence } of closed) for (const file of evidence) files.set(file, "已列入目录");
  for (const file of unmatched) files.set(file, "未对应任何事项");
  for (const { file, items } of shared)
    files.set(file, `${items.length}项共用：序号${items.map(({ number }) => number).join("、")}`);
  const rows = [...files].map(([{ path, bytes, sha256 }, note]): readonly BookCell[] => [
    { value: path },
    { value: bytes, look: "count" },
    { value: sha256 },
    { value: note },
  ]);
  const title = refused.length > 0 ? "文件校验（不含未予销号事项的材料）" : "文件校验";
  return { ...sheetOf(title, ["文件", "字节数", "SHA-256", "备注"], [44, 12, 68, 26], rows), name: "文件校验" };
}

function sheetOf(
  name: string,
  heads: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly BookCell[])[],
): BookSheet {
  return {
    name,
    widths,
    rows: [[{ value: name, look: "title" }], heads.map((value): BookCell => ({ value, look: "head" })), ...rows],
    merges: [{ top: 0, left: 0, bottom: 0, right: heads.length - 1 }],
    frozen: 2,
    head: 1,
    paper: "A4",
  };
}
