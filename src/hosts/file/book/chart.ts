/** A native chart of bars: the drawing that places it, and the chart with its values saved, so that it shows at once. */
import { areaName, type Area, type BookChart, type BookSheet } from "../../../grid";
import { escapeCellText } from "../xlsx/xml-text";
import { DRAWING, OFFICE, quotedSheet } from "./names";

/** The drawing of a sheet with one chart, related as rId1. */
export function drawingXml(chart: BookChart): string {
  const corner = (tag: string, row: number, col: number): string =>
    `<xdr:${tag}><xdr:col>${col}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return (
    `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>` +
    corner("from", chart.at.top, chart.at.left) +
    corner("to", chart.at.bottom + 1, chart.at.right + 1) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escapeCellText(chart.title)}" ` +
    `descr="${escapeCellText(chart.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/>` +
    `<a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart">` +
    `<c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic>` +
    "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
  );
}

const FIRST_AXIS = 111_111_111;

/** The chart's own part. */
export function chartXml(chart: BookChart, sheet: BookSheet): string {
  const format = escapeCellText(chart.format);
  const series = chart.series.map(
    ({ name, values, fill }, index) =>
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeCellText(name)}</c:v></c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${fill}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
      `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>` +
      '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>' +
      '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
      `<c:cat>${reference("str", chart.names, sheet, "")}</c:cat><c:val>${reference("num", values, sheet, format)}</c:val></c:ser>`,
  );
  return (
    `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1400" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1400" b="1"/>` +
    `<a:t>${escapeCellText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>' +
    `<c:varyColors val="0"/>${series.join("")}<c:gapWidth val="60"/><c:axId val="${FIRST_AXIS}"/><c:axId val="${FIRST_AXIS + 1}"/>` +
    `</c:barChart><c:catAx><c:axId val="${FIRST_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="l"/><c:tickLblPos val="nextTo"/><c:crossAx val="${FIRST_AXIS + 1}"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="${FIRST_AXIS + 1}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="t"/><c:numFmt formatCode="${format}" sourceLinked="0"/><c:tickLblPos val="nextTo"/>` +
    `<c:crossAx val="${FIRST_AXIS}"/><c:crosses val="max"/></c:valAx></c:plotArea>` +
    (chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : "") +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

/** A reference to cells with what they hold now. */
function reference(type: "str" | "num", area: Area, sheet: BookSheet, format: string): string {
  const cells: string[] = [];
  let index = 0;
  for (let row = area.top; row <= area.bottom; row += 1) {
    const value = sheet.rows[row]?.[area.left]?.value ?? null;
    if (value !== null && value !== "" && (type === "str" || typeof value === "number"))
      cells.push(`<c:pt idx="${index}"><c:v>${escapeCellText(String(value))}</c:v></c:pt>`);
    index += 1;
  }
  const code = type === "num" ? `<c:formatCode>${format}</c:formatCode>` : "";
  return (
    `<c:${type}Ref><c:f>${escapeCellText(`${quotedSheet(sheet.name)}!${absolute(area)}`)}</c:f>` +
    `<c:${type}Cache>${code}<c:ptCount val="${index}"/>${cells.join("")}</c:${type}Cache></c:${type}Ref>`
  );
}

/** An area that stays where it is: $A$5:$A$9. */
export function absolute(area: Area): string {
  const name = areaName(area);
  return name.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
