/** 销号审批表 an item, and 销号公示清单 of all that are signed off together. */
import { KIND_WORDS, type Item } from "../../ledger";
import { orOpen, type Paper, type PaperCell, type PaperRow, type PaperSpan } from "../../notice";
import { homeUnit, leadNames, NO_UNIT } from "../common";
import { inPaper, joinedText, problemText, statusText } from "../common/item-words";
import { publicLines, type ClosedItem } from "./close";
import { namedMaterials } from "./evidence";

const APPROVAL = "整改事项销号审批表";
const PUBLIC = "整改销号公示清单";
/** Who applies says so; who decides has room for an opinion. */
const APPLICATION = "销号申请";
const OPINIONS = ["责任单位意见", "牵头领导意见", "领导小组意见"] as const;
/** Room for an opinion by hand, in mm. */
const BY_HAND = 27;

/** The materials of an item: files where a folder was looked into, else what its cell names. */
export function materialsOf({ item, evidence }: ClosedItem): readonly string[] {
  if (evidence.length > 0) return evidence.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
  return namedMaterials(joinedText(item, "evidence"));
}

/** The form by which an item is signed off; opinions and signatures stay empty. */
export function approvalForm(closed: ClosedItem): Paper {
  const { item } = closed;
  const { columns, kind } = item.ledger;
  const head = (text: string): PaperCell => ({ spans: [{ text }], head: true });
  const text = (written: string, over: number): PaperCell => ({ spans: [{ text: written }], over });
  const wide = (label: string, written: PaperSpan): PaperRow => ({
    cells: [head(label), { spans: [written], over: 3 }],
  });
  const materials = materialsOf(closed);
  const doneDate = joinedText(item, "doneDate");
  const measures = joinedText(item, columns.measure === undefined ? "task" : "measure");
  return {
    title: APPROVAL,
    blocks: [
      { type: "paragraph", role: "title", spans: [{ text: APPROVAL }] },
      {
        type: "table",
        widths: [18, 32, 18, 32],
        rows: [
          { cells: [head("序号"), text(item.number, 1), head("事项类型"), text(KIND_WORDS[kind].zh, 1)] },
          wide("事项", { text: inPaper(problemText(item)) }),
          {
            cells: [
              head("责任单位"),
              text(leadNames(item).join("、") || NO_UNIT, 1),
              head("责任领导"),
              text(item.leader ?? "", 1),
            ],
          },
          wide("整改措施", { text: inPaper(measures) }),
          wide("完成情况", { text: inPaper(joinedText(item, "progress")) }),
          wide("完成时间", orOpen(doneDate === "" ? null : doneDate, "完成时间")),
          wide("佐证清单", { text: inPaper(materials.map((name, index) => `${index + 1}．${name}`).join("\n")) }),
          wide(APPLICATION, { text: applicationOf(item, materials.length) }),
          ...OPINIONS.map((label): PaperRow => ({
            height: BY_HAND,
            cells: [head(label), text("\n\n签字（盖章）：　　　　　　　　　　年　　月　　日", 3)],
          })),
        ],
      },
    ],
  };
}

/** The words of the application: what the ledger says, and nothing of its own. */
function applicationOf(item: Item, materials: number): string {
  const proved = materials === 0 ? "" : `，佐证材料共${materials}件（见佐证清单）`;
  const status = statusText(item, item).replace(/[，,；;。.、]+$/u, "");
  return `该事项整改状态为${status}${proved}，现申请予以销号。\n\n申请单位（盖章）：　　　　　　　　　年　　月　　日`;
}

/** What is made known before it is signed off: no leader, no person, no telephone. */
export function publicList(closed: readonly ClosedItem[]): Paper {
  const center = (text: string): PaperCell => ({ spans: [{ text }], align: "center" });
  const body = (...spans: readonly PaperSpan[]) => ({ type: "paragraph", role: "body", spans }) as const;
  return {
    title: PUBLIC,
    blocks: [
      { type: "paragraph", role: "title", spans: [{ text: PUBLIC }] },
      body({ text: `下列${closed.length}项整改事项已经完成，拟予销号，现予公示。` }),
      body({ text: "公示时间：" }, orOpen(null, "公示时间"), { text: "；监督电话：" }, orOpen(null, "监督电话"), {
        text: "。",
      }),
      {
        type: "table",
        widths: [9, 53, 20, 18],
        repeat: true,
        rows: [
          {
            cells: ["序号", "问题", "责任单位", "完成时间"].map((text): PaperCell => ({
              spans: [{ text }],
              head: true,
            })),
          },
          ...closed.map(({ item }): PaperRow => {
            const [number = "", problem = "", unit = "", day = ""] = publicLines(item);
            return {
              cells: [
                center(number),
                { spans: [{ text: inPaper(problem) }] },
                center(unit),
                { spans: [orOpen(day === "" ? null : day, "完成时间")], align: "center" },
              ],
            };
          }),
        ],
      },
      { type: "paragraph", role: "signature", spans: [orOpen(null, "公示单位")] },
      { type: "paragraph", role: "date", spans: [orOpen(null, "落款日期")] },
    ],
  };
}

/** Name of an item's form, without ending: 3-县财政局-销号审批表. */
export function formName({ item }: ClosedItem): string {
  return `${item.number === "" ? "无序号" : item.number}-${homeUnit(item) ?? NO_UNIT}`;
}
