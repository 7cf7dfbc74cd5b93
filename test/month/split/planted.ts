/** A workbook in which every unit has a token of its own, planted wherever a package can hold a text. */
import { createNodeInflater } from "../../../src/hosts/file/node-zlib";
import { writeZip } from "../../../src/hosts/file/xlsx/zip-write";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACK = "http://schemas.openxmlformats.org/package/2006";

export const UNITS = ["甲科", "乙科", "丙科"] as const;
export const tokenOf = (unit: string): string => `TOKEN${UNITS.indexOf(unit as (typeof UNITS)[number]) + 1}X`;

const tokens = UNITS.map(tokenOf);
const all = tokens.join(" ");

interface Row {
  readonly number: number;
  readonly unit: string;
  readonly status: string;
}

/** Each unit twice, in turn; the section is merged over all rows. */
export const ROWS: readonly Row[] = [...UNITS, ...UNITS].map((unit, index) => ({
  number: index + 1,
  unit,
  status: index < 3 ? "已完成" : "正在整改",
}));

/** What a theme says besides colours and fonts. */
const SLOTS = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");
const THEME =
  `<themeElements><clrScheme name="${all}">${SLOTS.map((slot, at) => `<${slot}><srgbClr val="00000${at.toString(16)}"/></${slot}>`).join("")}</clrScheme>` +
  `<fontScheme name="${all}">${["major", "minor"].map((font) => `<${font}Font><latin typeface="Cambria" panose="${all}"/><ea typeface=""/><cs typeface=""/><font script="Hans" typeface="宋体"/></${font}Font>`).join("")}</fontScheme>` +
  `<fmtScheme name="${all}"/></themeElements><custClrLst><custClr name="${all}"/></custClrLst><extLst><ext>${all}</ext></extLst>`;

/** Parts in which words of the sheet are said again, or others hide: each holds the tokens of all. */
const CORNERS: readonly (readonly [part: string, inner: string])[] = [
  ["xl/charts/chart1.xml", `<c:v xmlns:c="c">${all}</c:v>`],
  ["xl/drawings/drawing1.xml", `<xdr:sp xmlns:xdr="x" xmlns:a="a"><xdr:txBody><a:t>${all}</a:t></xdr:txBody></xdr:sp>`],
  ["xl/pivotTables/pivotTable1.xml", `<pivotField name="${all}"/>`],
  ["xl/pivotCache/pivotCacheDefinition1.xml", `<sharedItems><s v="${all}"/></sharedItems>`],
  ["xl/pivotCache/pivotCacheRecords1.xml", `<r><s v="${all}"/></r>`],
  ["xl/externalLinks/externalLink1.xml", `<cell r="A1" t="str"><v>${all}</v></cell>`],
  ["xl/tables/table1.xml", `<tableColumn id="1" name="${all}"/>`],
  ["xl/threadedComments/threadedComment1.xml", `<text>${all}</text>`],
  ["xl/persons/person.xml", `<person displayName="${all}"/>`],
  ["xl/connections.xml", `<connection description="${all}"/>`],
  ["xl/theme/theme1.xml", THEME],
];

export function plantedWorkbook(): Uint8Array {
  const strings: string[] = [];
  const shared = (text: string): number => strings.push(`<si><t>${text}</t></si>`) - 1;
  const cell = (ref: string, text: string, style = 0): string =>
    `<c r="${ref}" s="${style}" t="s"><v>${shared(text)}</v></c>`;
  tokens.forEach((token) => strings.push(`<si><t>不用的${token}</t><rPh sb="0" eb="1"><t>${token}</t></rPh></si>`));
  const head = ["序号", "类别", "反馈问题", "整改措施", "责任单位", "整改时限", "整改状态", "整改进展"];
  const letters = "ABCDEFGH";
  const rows = ROWS.map(({ number, unit, status }, index) => {
    const r = index + 4;
    const token = tokenOf(unit);
    const rich =
      strings.push(
        `<si><r><rPr><b/></rPr><t>某问题</t></r><r><t>${token}</t></r><rPh sb="0" eb="1"><t>${all}</t></rPh></si>`,
      ) - 1;
    return (
      `<row r="${r}" ht="${30 + number}" customHeight="1"${number === 4 ? ' hidden="1"' : ""}>` +
      `<c r="A${r}" s="1"><v>${number}</v></c>${index === 0 ? cell(`B${r}`, "作风方面") : `<c r="B${r}"/>`}` +
      `<c r="C${r}" t="s"><v>${rich}</v></c>${cell(`D${r}`, `办法${token}`)}${cell(`E${r}`, unit)}` +
      `<c r="F${r}" s="2"><v>${45991 + number}</v></c>${cell(`G${r}`, status)}` +
      `<c r="H${r}" t="str"><f>"${all}"&amp;A${r}</f><v>进展${token}</v></c>` +
      `${cell(`K${r}`, `旁注${all}`)}</row>`
    );
  });
  const sheet =
    `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetPr codeName="${tokens[0]}"><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView showGridLines="0" zoomScale="85" workbookViewId="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="14"/><cols><col min="1" max="1" width="6.5" customWidth="1"/><col min="2" max="8" width="17.25" customWidth="1"/></cols>' +
    `<sheetData><row r="1" ht="40" customHeight="1">${cell("A1", "整改台账", 3)}${cell("J1", `汇总：${all}`)}</row>` +
    `<row r="2">${cell("A2", "填报单位：某局整改办")}${cell("E2", `其中丙科2项${tokens[2]}`)}</row>` +
    `<row r="3">${head.map((text, col) => cell(`${letters[col]}3`, text, 3)).join("")}</row>${rows.join("")}` +
    `<row r="11">${cell("A11", `说明：${all}`)}</row></sheetData>` +
    '<autoFilter ref="A3:H9"><filterColumn colId="4"><filters>' +
    tokens.map((token) => `<filter val="${token}"/>`).join("") +
    '</filters></filterColumn></autoFilter><mergeCells count="2"><mergeCell ref="A1:H1"/><mergeCell ref="B4:B9"/></mergeCells>' +
    `<conditionalFormatting sqref="E4:E9"><cfRule type="containsText" priority="1" operator="containsText" text="${tokens[0]}"><formula>NOT(ISERROR(SEARCH("${tokens[1]}",E4)))</formula></cfRule></conditionalFormatting>` +
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" promptTitle="${tokens[0]}" prompt="${tokens[1]}" error="${tokens[2]}" sqref="G4:G9"><formula1>"${tokens.join(",")}"</formula1></dataValidation></dataValidations>` +
    `<hyperlinks><hyperlink ref="C4" location="'${tokens[2]}'!A1" tooltip="${all}" display="${all}"/></hyperlinks>` +
    '<printOptions horizontalCentered="1"/><pageMargins left="0.25" right="0.25" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="8" orientation="landscape" fitToHeight="0" r:id="rId9"/>' +
    `<headerFooter><oddHeader>&amp;L${all}&amp;C&amp;"${tokens[0]},Bold"&amp;14整改台账</oddHeader><oddFooter>&amp;L${tokens[1]} &amp;C第&amp;P页 共&amp;N页</oddFooter></headerFooter>` +
    `<drawing r:id="rId3"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId5"/></tableParts><extLst><ext uri="{1}"><x>${all}</x></ext></extLst></worksheet>`;
  const styles =
    `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="&quot;${all}&quot;0"/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="16"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0"/><xf numFmtId="170" xfId="0" applyNumberFormat="1"/><xf fontId="1" xfId="0" applyFont="1"/><xf numFmtId="171" xfId="0"/></cellXfs>' +
    `<cellStyles count="1"><cellStyle name="${tokens[0]}" xfId="0"/></cellStyles><dxfs count="1"><dxf><numFmt numFmtId="172" formatCode="&quot;${tokens[1]}&quot;"/></dxf></dxfs>` +
    `<tableStyles count="1"><tableStyle name="${tokens[2]}" count="0"/></tableStyles></styleSheet>`;
  const hidden = `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cell("A1", all)}</row></sheetData></worksheet>`;
  const overrides = [
    ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"],
    ["xl/worksheets/sheet1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"],
    ["xl/worksheets/sheet2.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"],
  ].map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
    `<Relationships xmlns="${PACK}/relationships">${list
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`)
      .join("")}</Relationships>`;
  const parts: readonly (readonly [string, string])[] = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${PACK}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
    ],
    ["_rels/.rels", relations([["rId1", "officeDocument", "xl/workbook.xml"]])],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr codeName="${tokens[0]}"/><sheets><sheet name="整改台账" sheetId="1" r:id="rId1"/><sheet name="${tokens[2]}" sheetId="2" state="veryHidden" r:id="rId2"/></sheets>` +
        `<definedNames><definedName name="${tokens[0]}">整改台账!$A$1</definedName><definedName name="某名称" comment="${all}">"${all}"</definedName></definedNames></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId2", "worksheet", "worksheets/sheet2.xml"],
        ["rId3", "styles", "styles.xml"],
        ["rId4", "sharedStrings", "sharedStrings.xml"],
        ["rId5", "externalLink", "externalLinks/externalLink1.xml"],
        ["rId6", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
        ["rId7", "connections", "connections.xml"],
        ["rId8", "theme", "theme/theme1.xml"],
        ["rId9", "customXml", "../customXml/item1.xml"],
      ]),
    ],
    ["xl/worksheets/sheet1.xml", sheet],
    ["xl/worksheets/sheet2.xml", hidden],
    [
      "xl/worksheets/_rels/sheet1.xml.rels",
      relations([
        ["rId1", "comments", "../comments1.xml"],
        ["rId2", "vmlDrawing", "../drawings/v.vml"],
        ["rId3", "drawing", "../drawings/drawing1.xml"],
        ["rId4", "pivotTable", "../pivotTables/pivotTable1.xml"],
        ["rId5", "table", "../tables/table1.xml"],
        ["rId6", "threadedComment", "../threadedComments/threadedComment1.xml"],
      ]),
    ],
    ...CORNERS.map(([name, inner]) => [name, `<x xmlns="${MAIN}" name="${all}">${inner}<t>${all}</t></x>`] as const),
    [
      "xl/drawings/_rels/drawing1.xml.rels",
      relations([
        ["rId1", "chart", "../charts/chart1.xml"],
        ["rId2", "image", `../media/${tokens[2]}.png`],
      ]),
    ],
    [`xl/media/${tokens[2]}.png`, all],
    ["xl/printerSettings/printerSettings1.bin", all],
    [
      "xl/comments1.xml",
      `<comments xmlns="${MAIN}"><authors><author>${all}</author></authors><commentList><comment ref="C4" authorId="0"><text><t>${all}</t></text></comment></commentList></comments>`,
    ],
    ["xl/drawings/v.vml", `<xml>${all}</xml>`],
    ["xl/styles.xml", styles],
    ["xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${strings.join("")}</sst>`],
    ["docProps/core.xml", `<c>${all}</c>`],
    ["docProps/app.xml", `<p>${all}</p>`],
    ["docProps/custom.xml", `<p>${all}</p>`],
    ["customXml/item1.xml", `<x>${all}</x>`],
  ];
  const encoder = new TextEncoder();
  return writeZip(
    { bytes: new Uint8Array(0), entries: [], comment: encoder.encode(all) },
    new Map(parts.map(([name, xml]) => [name, encoder.encode(xml)])),
    createNodeInflater(),
  );
}
