/**
 * A macro workbook with every feature an annotated copy must not disturb: comments with their drawing, a threaded
 * comment, a drawing with a chart, a picture in the header, x14 rules and validation, names, print settings, a table,
 * custom properties, a foreign custom XML part, a calculation chain, a macro project, a theme.
 */
import { packageParts, relations, zipParts } from "./make-package";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const ML = "application/vnd.openxmlformats-officedocument";
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

const SHEET1 =
  '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:F6"/>' +
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="2" width="30" customWidth="1"/></cols><sheetData>' +
  '<row r="1" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c></row>' +
  '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c><c r="D2" t="s"><v>4</v></c><c r="E2" t="s"><v>5</v></c></row>' +
  '<row r="3"><c r="A3"><v>1</v></c><c r="B3" t="s"><v>6</v></c><c r="C3" s="2"/><c r="D3" s="2"><v>45992</v></c><c r="E3" t="s"><v>7</v></c><c r="F3"><f>COUNTA(E3:E4)</f><v>2</v></c></row>' +
  '<row r="4"><c r="A4"><v>2</v></c><c r="B4" t="inlineStr"><is><t>某制度未落实</t></is></c><c r="D4" t="e"><v>#N/A</v></c><c r="E4" t="s"><v>7</v></c></row>' +
  "</sheetData>" +
  '<autoFilter ref="A2:E4"/><mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>' +
  '<conditionalFormatting sqref="E3:E4"><cfRule type="cellIs" dxfId="0" priority="1" stopIfTrue="1" operator="equal"><formula>"已完成"</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="E3:E4"><formula1>"已完成,正在整改"</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="B3" r:id="rId7"/></hyperlinks><printOptions horizontalCentered="1"/>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId1"/>' +
  '<headerFooter><oddHeader>&amp;L&amp;G&amp;C整改台账</oddHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="10" max="16383" man="1"/></rowBreaks>' +
  '<drawing r:id="rId2"/><legacyDrawing r:id="rId3"/><legacyDrawingHF r:id="rId8"/><tableParts count="1"><tablePart r:id="rId5"/></tableParts>' +
  '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{11111111-2222-3333-4444-555555555555}"><x14:dataBar minLength="0" maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>A3:A4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>' +
  '<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>名录!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>C3:C4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';

const COMMENTS = `${DECLARATION}<comments ${MAIN}><authors><author>甲某</author><author>tc={A}</author></authors><commentList><comment ref="E3" authorId="0" shapeId="0"><text><r><rPr><b/><sz val="9"/></rPr><t xml:space="preserve">甲某:
</t></r><r><t>请核实</t></r></text></comment><comment ref="B3" authorId="1" shapeId="0"><text><t>[线程批注]</t></text></comment></commentList></comments>`;

const VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml"\n xmlns:o="urn:schemas-microsoft-com:office:office"\n xmlns:x="urn:schemas-microsoft-com:office:excel">\n' +
  ' <o:shapelayout v:ext="edit">\n  <o:idmap v:ext="edit" data="1"/>\n </o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"\n  path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>' +
  '<v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><v:textbox><div>a<br>b</div></v:textbox><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>4</x:Column></x:ClientData></v:shape>' +
  '<v:shape id="_x0000_s1026" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>';

const STYLES =
  '<fonts count="2"><font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font><font><b/><sz val="16"/><name val="黑体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/><xf numFmtId="31" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF006100"/></font></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2"/>';

/** Bytes that are no text at all. */
function binary(seed: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 37 + seed * 101 + ((i * i) >> 3)) & 255);
}

/** Parts of the workbook, by name, in order. */
export function fullWorkbookParts(): Record<string, string | Uint8Array> {
  const parts = packageParts({
    properties: 'codeName="ThisWorkbook"',
    sheets: [
      {
        name: "问题整改台账",
        inner: SHEET1,
        relations: [
          ["rId1", "printerSettings", "../printerSettings/printerSettings1.bin"],
          ["rId2", "drawing", "../drawings/drawing1.xml"],
          ["rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
          ["rId4", "comments", "../comments1.xml"],
          ["rId5", "table", "../tables/table1.xml"],
          [
            "rId6",
            "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
            "../threadedComments/threadedComment1.xml",
          ],
          ["rId7", "hyperlink", "#名录!A1"],
          ["rId8", "vmlDrawing", "../drawings/vmlDrawing2.vml"],
        ],
      },
      {
        name: "名录",
        inner:
          '<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c></row></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
      },
    ],
    strings:
      "<si><t>某局整改台账</t></si><si><t>序号</t></si><si><t>问题</t></si><si><t>单位</t></si><si><t>时限</t></si><si><t>状态</t></si><si><r><rPr><b/></rPr><t>某</t></r><r><t>问题</t></r></si><si><t>已完成</t></si>",
    styles: STYLES,
    afterSheets:
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">问题整改台账!$A$2:$E$4</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">问题整改台账!$2:$2</definedName></definedNames><calcPr calcId="191029"/>',
    relations: [
      ["rId10", "theme", "theme/theme1.xml"],
      ["rId11", "calcChain", "calcChain.xml"],
      ["rId12", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"],
      ["rId13", "customXml", "../customXml/item1.xml"],
    ],
    types: [
      ["xl/comments1.xml", `${ML}.spreadsheetml.comments+xml`],
      ["xl/drawings/drawing1.xml", `${ML}.drawing+xml`],
      ["xl/charts/chart1.xml", `${ML}.drawingml.chart+xml`],
      ["xl/tables/table1.xml", `${ML}.spreadsheetml.table+xml`],
      ["xl/theme/theme1.xml", `${ML}.theme+xml`],
      ["xl/calcChain.xml", `${ML}.spreadsheetml.calcChain+xml`],
      ["xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml"],
      ["docProps/custom.xml", `${ML}.custom-properties+xml`],
      ["customXml/itemProps1.xml", `${ML}.customXmlProperties+xml`],
    ],
    parts: {
      "xl/comments1.xml": COMMENTS,
      "xl/drawings/vmlDrawing1.vml": VML,
      "xl/drawings/vmlDrawing2.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="LH"/></xml>',
      "xl/drawings/drawing1.xml": `${DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
      "xl/drawings/_rels/drawing1.xml.rels": relations([["rId1", "chart", "../charts/chart1.xml"]]),
      "xl/charts/chart1.xml": `${DECLARATION}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>问题整改台账!$A$3:$A$4</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`,
      "xl/tables/table1.xml": `${DECLARATION}<table ${MAIN} id="1" name="表1" displayName="表1" ref="A2:E4" totalsRowShown="0" headerRowDxfId="0"><autoFilter ref="A2:E4"/><tableColumns count="5"><tableColumn id="1" name="序号"/><tableColumn id="2" name="问题"/><tableColumn id="3" name="单位"/><tableColumn id="4" name="时限"/><tableColumn id="5" name="状态"/></tableColumns></table>`,
      "xl/threadedComments/threadedComment1.xml": `${DECLARATION}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B3" dT="2025-01-01T00:00:00.00" personId="{P}" id="{A}"><text>看一下</text></threadedComment></ThreadedComments>`,
      "xl/printerSettings/printerSettings1.bin": binary(1, 600),
      "xl/theme/theme1.xml": `${DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"/>`,
      "xl/calcChain.xml": `${DECLARATION}<calcChain ${MAIN}><c r="F3" i="1"/></calcChain>`,
      "xl/vbaProject.bin": binary(2, 3000),
      "customXml/item1.xml": '<a xmlns="urn:someone-else">x</a>',
      "customXml/itemProps1.xml": `${DECLARATION}<ds:datastoreItem ds:itemID="{0B1E2D3C-0000-4000-8000-000000000001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
      "customXml/_rels/item1.xml.rels": relations([["rId1", "customXmlProps", "itemProps1.xml"]]),
      "docProps/custom.xml": `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="密级"><vt:lpwstr>内部</vt:lpwstr></property></Properties>`,
    },
  });
  const types = parts["[Content_Types].xml"] as string;
  return {
    ...parts,
    "[Content_Types].xml": types
      .replace(`${ML}.spreadsheetml.sheet.main+xml`, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
      .replace(
        '<Default Extension="xml"',
        `<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="${ML}.vmlDrawing"/><Default Extension="xml"`,
      )
      .replace(
        "</Types>",
        `<Override PartName="/xl/printerSettings/printerSettings1.bin" ContentType="${ML}.spreadsheetml.printerSettings"/></Types>`,
      ),
    "_rels/.rels": relations([
      ["rId1", "officeDocument", "xl/workbook.xml"],
      ["rId2", "custom-properties", "docProps/custom.xml"],
    ]),
  };
}

export function fullWorkbook(): Uint8Array {
  return zipParts(fullWorkbookParts());
}
