/** Pieces that are written once for every value of a column (逐类), written out. */
import { valuesOf } from "../tally";
import { withoutNumber } from "../zh/list-number";
import { reWith } from "../zh/pattern";
import { TYPE, TYPE_ENDS } from "../zh/words/template";
import type { FigureSource } from "./figure-value";
import { columnsNamed } from "./known";
import type { TemplateNode } from "./template";

/** More values than a paragraph has parts: such a column names no types. */
const MOST_VALUES = 40;

/** A value that says by itself what it is (党建方面, 整改类) is followed by no 类: 党建方面问题3个. */
const TYPE_SAID = reWith("u")`${TYPE_ENDS}$`;
/** Behind it 类 goes; 类型 and 类别 are words of their own. 历史遗留问题 says 问题, too. */
const TYPED = reWith("u")`^${[TYPE]}(?![型别])`;
const PROBLEMS = "问题";
const TYPED_PROBLEMS = reWith("u")`^${[TYPE]}?${[PROBLEMS]}`;

function withoutType(nodes: readonly TemplateNode[], value: string): readonly TemplateNode[] {
  if (!TYPE_SAID.test(value)) return nodes;
  return nodes.map((node, at) =>
    node.type === "text" && nodes[at - 1]?.type === "each"
      ? {
          type: "text",
          text: value.endsWith(PROBLEMS) ? node.text.replace(TYPED_PROBLEMS, "") : node.text.replace(TYPED, ""),
        }
      : node,
  );
}

/** One of the nodes for a value: its places ask for items with that value only. */
function forValue(nodes: readonly TemplateNode[], column: string, value: string): readonly TemplateNode[] {
  return withoutType(nodes, value).map((node): TemplateNode => {
    if (node.type === "each") return { type: "value", text: withoutNumber(value) };
    if (node.type === "optional") return { type: "optional", nodes: forValue(node.nodes, column, value) };
    if (node.type !== "place") return node;
    const { place } = node;
    const filters = [...place.filters, { type: "column", column, value, whole: true } as const];
    return { ...node, place: { ...place, name: `${place.name}[${column}=${value}]`, filters } };
  });
}

/** The last of several is followed by no 、 or ；. */
function withoutSeparator(nodes: readonly TemplateNode[]): readonly TemplateNode[] {
  const last = nodes[nodes.length - 1];
  if (last?.type !== "text") return nodes;
  const text = last.text.replace(/[；、，]$/u, "");
  return text === "" ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { type: "text", text }];
}

/**
 * A template's nodes with such pieces written out; one whose column the workbook lacks is left without figures, and so
 * disappears.
 */
export function writeOut(nodes: readonly TemplateNode[], source: FigureSource | null): readonly TemplateNode[] {
  return nodes.flatMap((node): readonly TemplateNode[] => {
    if (node.type !== "optional") return [node];
    const each = node.nodes.find((one) => one.type === "each");
    const inner = writeOut(node.nodes, source);
    if (each?.type !== "each") return [{ type: "optional", nodes: inner }];
    const found = source === null ? null : columnsNamed(source.reading, each.column);
    if (source === null || found?.type !== "found") return [{ type: "optional", nodes: [] }];
    const values = valuesOf(found.columns, source.reading).slice(0, MOST_VALUES);
    return values.map((value, index) => {
      const nodes = forValue(inner, each.column, value);
      return { type: "optional", nodes: index === values.length - 1 ? withoutSeparator(nodes) : nodes };
    });
  });
}
