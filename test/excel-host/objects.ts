/** The objects of the emulated Excel with the members our source uses, each with the requirement set that brought it. */
import type { Area, CellValue } from "../../src/grid/grid";
import { cellsIn, contains, intersect, MAX_COLS, MAX_ROWS, parseArea } from "./addresses";
import {
  defineType,
  HostFault,
  type PaneContext,
  type ServerObject,
  type ServerType,
  type TypeOf,
} from "./server-object";
import type { CellStyle, ChartModel, ConditionalFormatModel, FilterModel, SheetModel, ValidationModel } from "./sheet-model";
import type { WorkbookModel, XmlPart } from "./workbook-model";

interface OnSheet {
  readonly sheet: SheetModel;
}
interface RangeSelf extends OnSheet {
  readonly area: Area;
}
interface AreasSelf extends OnSheet {
  readonly areas: readonly Area[];
}

const MERGED_AREAS_LIMIT = 512;
const ADDRESS_LIMIT = 8192;

const invalid = (message: string): HostFault => new HostFault("InvalidArgument", message);

function allow(sheet: SheetModel): void {
  if (sheet.protected)
    throw new HostFault("AccessDenied", "You cannot perform the requested operation on a protected sheet.");
}

function* cells(areas: readonly Area[]): Generator<readonly [row: number, col: number]> {
  for (const area of areas) {
    for (let row = area.top; row <= area.bottom; row++)
      for (let col = area.left; col <= area.right; col++) yield [row, col];
  }
}

function table<T>(area: Area, read: (row: number, col: number) => T): T[][] {
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: T[] = [];
    for (let col = area.left; col <= area.right; col++) line.push(read(row, col));
    rows.push(line);
  }
  return rows;
}

/** Null where Excel gives up: whole columns and rows, and ranges above the cell limit. */
function boundedTable<T>(area: Area, pane: PaneContext, read: (row: number, col: number) => T): T[][] | null {
  const unbounded = area.bottom - area.top + 1 === MAX_ROWS || area.right - area.left + 1 === MAX_COLS;
  return unbounded || cellsIn(area) > pane.maxCells ? null : table(area, read);
}

/** True or false when all agree, null when mixed; of nothing, false. */
function agreement<T>(values: Iterable<T>, none: T): T | null {
  let first: T | undefined;
  for (const value of values) {
    if (first === undefined) first = value;
    else if (value !== first) return null;
  }
  return first ?? none;
}

function* indexes(from: number, to: number): Generator<number> {
  for (let index = from; index <= to; index++) yield index;
}

function styles<K extends keyof CellStyle>(
  self: AreasSelf,
  key: K,
  none: NonNullable<CellStyle[K]>,
): NonNullable<CellStyle[K]> | null {
  function* all(): Generator<NonNullable<CellStyle[K]>> {
    for (const [row, col] of cells(self.areas)) yield self.sheet.styleAt(row, col)[key] ?? none;
  }
  return agreement(all(), none);
}

function restyle(self: AreasSelf, change: Partial<CellStyle>, pane: PaneContext): void {
  allow(self.sheet);
  for (const [row, col] of cells(self.areas)) self.sheet.restyle(row, col, change);
  for (const area of self.areas) pane.workbook.tell({ type: "formatChanged", sheet: self.sheet, area }, pane.actor);
}

/** A table of the range's shape, or one value for all of it. */
function spread(value: unknown, area: Area): readonly (readonly unknown[])[] {
  const rows = area.bottom - area.top + 1;
  const cols = area.right - area.left + 1;
  if (!Array.isArray(value))
    return Array.from({ length: rows }, () => Array.from({ length: cols }, () => value as unknown));
  const lines = value as readonly unknown[];
  if (lines.length !== rows || !lines.every((line) => Array.isArray(line) && line.length === cols)) {
    throw invalid(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return lines as readonly (readonly unknown[])[];
}

function setCells(self: RangeSelf, value: unknown, pane: PaneContext): void {
  allow(self.sheet);
  const lines = spread(value, self.area);
  const { top, left } = self.area;
  const before = self.sheet.valueAt(top, left);
  lines.forEach((line, r) =>
    line.forEach((input, c) => {
      if (input === null) return;
      const merge = self.sheet.mergeAt(top + r, left + c);
      if (merge && (merge.top !== top + r || merge.left !== left + c)) return;
      self.sheet.enter(top + r, left + c, input as CellValue);
    }),
  );
  const single = cellsIn(self.area) === 1;
  pane.workbook.tell(
    {
      type: "changed",
      sheet: self.sheet,
      area: self.area,
      changeType: "RangeEdited",
      ...(single ? { before, after: self.sheet.valueAt(top, left) } : {}),
    },
    pane.actor,
  );
}

const RANGE_FONT = defineType<AreasSelf>({
  name: "RangeFont",
  properties: {
    bold: [
      "1.1",
      (self) => styles(self, "bold", false),
      (self, value, pane) => restyle(self, { bold: value === true ? true : undefined }, pane),
    ],
    strikethrough: ["1.9", (self) => styles(self, "strikethrough", false)],
  },
});

const RANGE_FILL = defineType<AreasSelf>({
  name: "RangeFill",
  properties: {
    // An empty text where cells differ, white where none has a ground of its own.
    color: ["1.1", (self) => styles(self, "fill", "#FFFFFF") ?? ""],
  },
});

const RANGE_FORMAT = defineType<AreasSelf>({
  name: "RangeFormat",
  properties: {
    columnWidth: [
      "1.2",
      (self) =>
        agreement(
          self.areas.flatMap((area) =>
            [...indexes(area.left, area.right)].map((col) => self.sheet.columnWidths.get(col) ?? 48),
          ),
          48,
        ),
      (self, value) => {
        allow(self.sheet);
        for (const area of self.areas)
          for (const col of indexes(area.left, area.right)) self.sheet.columnWidths.set(col, Number(value));
      },
    ],
    wrapText: [
      "1.1",
      (self) => styles(self, "wrapText", false),
      (self, value, pane) => restyle(self, { wrapText: value === true ? true : undefined }, pane),
    ],
  },
  navigations: {
    fill: ["1.1", (self) => RANGE_FILL.of(self)],
    font: ["1.1", (self) => RANGE_FONT.of(self)],
  },
});

interface FormatSelf extends OnSheet {
  readonly format: ConditionalFormatModel;
}

const RULE = defineType<FormatSelf>({
  name: "ConditionalFormatRule",
  properties: {
    formula: [
      "1.6",
      (self) => {
        const { unreadable, formula } = self.format;
        if (unreadable === "throws") throw new HostFault("GeneralException", "The rule can't be read.");
        return unreadable === "null" ? null : formula;
      },
      (self, value) => {
        allow(self.sheet);
        self.format.formula = String(value);
      },
    ],
  },
});
const RULE_FILL = defineType<FormatSelf>({
  name: "ConditionalRangeFill",
  properties: {
    color: [
      "1.6",
      (self) => self.format.fill,
      (self, value) => {
        self.format.fill = String(value);
      },
    ],
  },
});
const RULE_FONT = defineType<FormatSelf>({
  name: "ConditionalRangeFont",
  properties: {
    color: [
      "1.6",
      (self) => self.format.fontColor,
      (self, value) => {
        self.format.fontColor = String(value);
      },
    ],
    bold: [
      "1.6",
      (self) => self.format.bold,
      (self, value) => {
        self.format.bold = value === true;
      },
    ],
  },
});
const RULE_FORMAT = defineType<FormatSelf>({
  name: "ConditionalRangeFormat",
  navigations: { fill: ["1.6", (self) => RULE_FILL.of(self)], font: ["1.6", (self) => RULE_FONT.of(self)] },
});
const CUSTOM = defineType<FormatSelf>({
  name: "CustomConditionalFormat",
  navigations: { rule: ["1.6", (self) => RULE.of(self)], format: ["1.6", (self) => RULE_FORMAT.of(self)] },
});

function* validationsIn(self: RangeSelf): Generator<ValidationModel | null> {
  for (const [row, col] of cells([self.area])) yield self.sheet.validations.get(`${row}:${col}`) ?? null;
}

const DATA_VALIDATION = defineType<RangeSelf>({
  name: "DataValidation",
  properties: {
    type: [
      "1.8",
      (self) => {
        const rules = [...validationsIn(self)];
        if (rules.every((rule) => rule === null)) return "None";
        if (rules.some((rule) => rule === null)) return "MixedCriteria";
        return new Set(rules.map((rule) => JSON.stringify(rule))).size > 1 ? "Inconsistent" : "List";
      },
    ],
    rule: [
      "1.8",
      (self) => {
        const sources = new Set([...validationsIn(self)].map((rule) => rule?.source ?? null));
        const [source] = sources;
        return sources.size === 1 && typeof source === "string" ? { list: { inCellDropDown: true, source } } : null;
      },
      (self, value) => {
        allow(self.sheet);
        const { list } = value as { list?: { source?: unknown } };
        if (typeof list?.source !== "string" || list.source === "") throw invalid("Only lists are emulated.");
        if (list.source.length > 255) throw invalid("The source of a list is too long.");
        const rule: ValidationModel = { source: list.source, showsError: true, ignoresBlanks: true };
        for (const [row, col] of cells([self.area])) self.sheet.validations.set(`${row}:${col}`, rule);
      },
    ],
    ignoreBlanks: [
      "1.8",
      (self) =>
        agreement(
          [...validationsIn(self)].map((rule) => rule?.ignoresBlanks ?? true),
          true,
        ),
      (self, value) => changeRules(self, { ignoresBlanks: value === true }),
    ],
    errorAlert: [
      "1.8",
      (self) => ({
        showAlert: agreement(
          [...validationsIn(self)].map((rule) => rule?.showsError ?? true),
          true,
        ),
      }),
      (self, value) => changeRules(self, { showsError: (value as { showAlert?: unknown }).showAlert === true }),
    ],
  },
  methods: {
    clear: [
      "1.8",
      (self) => {
        allow(self.sheet);
        for (const [row, col] of cells([self.area])) self.sheet.validations.delete(`${row}:${col}`);
      },
    ],
  },
});

function changeRules(self: RangeSelf, change: Partial<ValidationModel>): void {
  allow(self.sheet);
  for (const [row, col] of cells([self.area])) {
    const rule = self.sheet.validations.get(`${row}:${col}`);
    if (rule) self.sheet.validations.set(`${row}:${col}`, { ...rule, ...change });
  }
}

const CONDITIONAL_FORMAT: TypeOf<FormatSelf> = defineType<FormatSelf>({
  name: "ConditionalFormat",
  id: (self) => self.format.id,
  properties: { id: ["1.6", (self) => self.format.id], type: ["1.6", (self) => self.format.type] },
  navigations: {
    custom: [
      "1.6",
      (self) => {
        if (self.format.type !== "Custom")
          throw new HostFault("InvalidOperation", "This conditional format is not a custom one.");
        return CUSTOM.of(self);
      },
    ],
  },
  methods: {
    getRanges: ["1.9", (self) => RANGE_AREAS.of({ sheet: self.sheet, areas: self.format.areas })],
    delete: [
      "1.6",
      (self, _args, pane) => {
        allow(self.sheet);
        self.sheet.conditionalFormats = self.sheet.conditionalFormats.filter((format) => format !== self.format);
        for (const area of self.format.areas)
          pane.workbook.tell({ type: "formatChanged", sheet: self.sheet, area }, pane.actor);
      },
    ],
  },
});

const conditionalFormatsOf = (self: AreasSelf): ConditionalFormatModel[] =>
  self.sheet.conditionalFormats.filter((format) =>
    format.areas.some((area) => self.areas.some((other) => intersect(area, other))),
  );

const CONDITIONAL_FORMATS: TypeOf<AreasSelf> = defineType<AreasSelf>({
  name: "ConditionalFormatCollection",
  items: (self) => conditionalFormatsOf(self).map((format) => CONDITIONAL_FORMAT.of({ sheet: self.sheet, format })),
  item: (self, key) => {
    const format = conditionalFormatsOf(self).find((one) => one.id === key);
    return format ? CONDITIONAL_FORMAT.of({ sheet: self.sheet, format }) : null;
  },
  methods: {
    add: [
      "1.6",
      (self, [type], pane) => {
        allow(self.sheet);
        if (type !== "Custom") throw invalid("Only custom conditional formats are emulated.");
        const format = {
          id: `{CF-${pane.workbook.nextId()}}`,
          type,
          areas: [...self.areas],
          formula: "",
          fill: "",
          fontColor: "",
          bold: false,
        };
        self.sheet.conditionalFormats.unshift(format);
        for (const area of self.areas)
          pane.workbook.tell({ type: "formatChanged", sheet: self.sheet, area }, pane.actor);
        return CONDITIONAL_FORMAT.of({ sheet: self.sheet, format });
      },
    ],
    clearAll: [
      "1.6",
      (self) => {
        allow(self.sheet);
        const gone = new Set(conditionalFormatsOf(self));
        self.sheet.conditionalFormats = self.sheet.conditionalFormats.filter((format) => !gone.has(format));
      },
    ],
  },
});

const RANGE_COLLECTION = defineType<AreasSelf>({
  name: "RangeCollection",
  items: (self) => self.areas.map((area) => RANGE.of({ sheet: self.sheet, area })),
});

const RANGE_AREAS: TypeOf<AreasSelf> = defineType<AreasSelf>({
  name: "RangeAreas",
  properties: { cellCount: ["1.9", (self) => self.areas.reduce((sum, area) => sum + cellsIn(area), 0)] },
  navigations: {
    areas: ["1.9", (self) => RANGE_COLLECTION.of(self)],
    conditionalFormats: ["1.9", (self) => CONDITIONAL_FORMATS.of(self)],
  },
});

function rangeOf(sheet: SheetModel, address: unknown): ServerObject {
  if (address === null || address === undefined || address === "") {
    return RANGE.of({ sheet, area: { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLS - 1 } });
  }
  const area = typeof address === "string" ? parseArea(address) : null;
  if (!area) throw invalid(`The address ${String(address)} is not valid.`);
  return RANGE.of({ sheet, area });
}

const RANGE: TypeOf<RangeSelf> = defineType<RangeSelf>({
  name: "Range",
  properties: {
    rowIndex: ["1.1", (self) => self.area.top],
    columnIndex: ["1.1", (self) => self.area.left],
    rowCount: ["1.1", (self) => self.area.bottom - self.area.top + 1],
    columnCount: ["1.1", (self) => self.area.right - self.area.left + 1],
    values: [
      "1.1",
      (self, pane) => boundedTable(self.area, pane, (row, col) => self.sheet.valueAt(row, col) ?? ""),
      setCells,
    ],
    formulas: [
      "1.1",
      (self, pane) => boundedTable(self.area, pane, (row, col) => self.sheet.formulaAt(row, col) ?? ""),
    ],
    numberFormat: [
      "1.1",
      (self, pane) => boundedTable(self.area, pane, (row, col) => self.sheet.styleAt(row, col).format ?? "General"),
      (self, value, pane) => {
        allow(self.sheet);
        spread(value, self.area).forEach((line, r) =>
          line.forEach((format, c) => {
            if (format !== null)
              self.sheet.restyle(self.area.top + r, self.area.left + c, {
                format: format === "General" ? undefined : String(format),
              });
          }),
        );
        pane.workbook.tell({ type: "formatChanged", sheet: self.sheet, area: self.area }, pane.actor);
      },
    ],
    rowHidden: [
      "1.2",
      (self) => {
        function* all(): Generator<boolean> {
          for (const row of indexes(self.area.top, self.area.bottom)) yield self.sheet.isRowHidden(row);
        }
        return agreement(all(), false);
      },
      // A row that is filtered out stays out, whatever is set here.
      (self, value, pane) => {
        allow(self.sheet);
        for (const row of indexes(self.area.top, self.area.bottom)) {
          if (value === true) self.sheet.hiddenRows.add(row);
          else self.sheet.hiddenRows.delete(row);
        }
        pane.workbook.tell(
          { type: "rowHiddenChanged", sheet: self.sheet, area: self.area, hidden: value === true },
          pane.actor,
        );
      },
    ],
    columnHidden: [
      "1.2",
      (self) => {
        const { hiddenCols } = self.sheet;
        function* all(): Generator<boolean> {
          for (const col of indexes(self.area.left, self.area.right)) yield hiddenCols.has(col);
        }
        return agreement(all(), false);
      },
      (self, value) => {
        allow(self.sheet);
        for (const col of indexes(self.area.left, self.area.right)) {
          if (value === true) self.sheet.hiddenCols.add(col);
          else self.sheet.hiddenCols.delete(col);
        }
      },
    ],
    hyperlink: [
      "1.7",
      (self) => self.sheet.styleAt(self.area.top, self.area.left).hyperlink ?? null,
      (self, value, pane) => {
        allow(self.sheet);
        if (typeof value !== "object" || value === null) throw invalid("A hyperlink is an object.");
        const link = value as NonNullable<CellStyle["hyperlink"]>;
        for (const [row, col] of cells([self.area])) {
          if (link.textToDisplay !== undefined) self.sheet.enter(row, col, `'${link.textToDisplay}`);
          self.sheet.restyle(row, col, { hyperlink: link });
        }
        pane.workbook.tell({ type: "formatChanged", sheet: self.sheet, area: self.area }, pane.actor);
      },
    ],
  },
  navigations: {
    format: ["1.1", (self) => RANGE_FORMAT.of({ sheet: self.sheet, areas: [self.area] })],
    conditionalFormats: ["1.6", (self) => CONDITIONAL_FORMATS.of({ sheet: self.sheet, areas: [self.area] })],
    dataValidation: ["1.8", (self) => DATA_VALIDATION.of(self)],
    worksheet: ["1.1", (self) => WORKSHEET.of(self.sheet)],
  },
  methods: {
    select: [
      "1.1",
      (self, _args, pane) => {
        pane.workbook.select(self.sheet, [self.area], pane.actor);
      },
    ],
    clear: [
      "1.1",
      (self, _args, pane) => {
        allow(self.sheet);
        self.sheet.clear(self.area);
        pane.workbook.tell(
          { type: "changed", sheet: self.sheet, area: self.area, changeType: "RangeEdited" },
          pane.actor,
        );
      },
    ],
    // office.js splits a write of more than 1,500 cells into these by itself.
    getRow: [
      "1.1",
      (self, [index]) => {
        const row = self.area.top + Number(index);
        return RANGE.of({ sheet: self.sheet, area: { ...self.area, top: row, bottom: row } });
      },
    ],
    getBoundingRect: [
      "1.1",
      (self, [other]) => {
        const area =
          typeof other === "string"
            ? parseArea(other)
            : ((other as ServerObject | null)?.self as RangeSelf | undefined)?.area;
        if (!area) throw invalid("getBoundingRect needs a range.");
        return RANGE.of({
          sheet: self.sheet,
          area: {
            top: Math.min(self.area.top, area.top),
            left: Math.min(self.area.left, area.left),
            bottom: Math.max(self.area.bottom, area.bottom),
            right: Math.max(self.area.right, area.right),
          },
        });
      },
    ],
    _ValidateArraySize: [
      "1.3",
      (self, [rows, cols]) => {
        if (rows !== self.area.bottom - self.area.top + 1 || cols !== self.area.right - self.area.left + 1) {
          throw invalid(
            "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
          );
        }
      },
    ],
    getMergedAreasOrNullObject: [
      "1.13",
      (self, _args, pane) => {
        pane.count("mergeReads");
        pane.workbook.undoSteps = 0;
        const areas = self.sheet.merges.filter((area) => contains(self.area, area.top, area.left));
        if (areas.length > MERGED_AREAS_LIMIT)
          throw new HostFault("GeneralException", "There are too many merged areas in this range.");
        return areas.length === 0 ? null : RANGE_AREAS.of({ sheet: self.sheet, areas });
      },
    ],
    getSpecialCellsOrNullObject: [
      "1.9",
      (self, [kind]) => {
        const found: Area[] = [];
        if (kind === "DataValidations") {
          const ruled = [...self.sheet.validations.keys()].map((key) => key.split(":").map(Number));
          const down = ruled.sort(([a = 0, b = 0], [c = 0, d = 0]) => b - d || a - c);
          for (const [row = 0, col = 0] of down) {
            if (!contains(self.area, row, col)) continue;
            const above = found.find((area) => area.left === col && area.bottom === row - 1);
            if (above) found[found.indexOf(above)] = { ...above, bottom: row };
            else found.push({ top: row, left: col, bottom: row, right: col });
          }
          return found.length === 0 ? null : RANGE_AREAS.of({ sheet: self.sheet, areas: found });
        }
        if (kind !== "Formulas") throw invalid("Only formula cells and those with a rule are emulated.");
        for (const row of indexes(self.area.top, Math.min(self.area.bottom, self.sheet.rows.length - 1))) {
          for (const col of indexes(
            self.area.left,
            Math.min(self.area.right, (self.sheet.rows[row]?.length ?? 0) - 1),
          )) {
            if (self.sheet.cellAt(row, col)?.formula === undefined) continue;
            const above = found.find((area) => area.left === col && area.bottom === row - 1);
            if (above) found[found.indexOf(above)] = { ...above, bottom: row };
            else found.push({ top: row, left: col, bottom: row, right: col });
          }
        }
        return found.length === 0 ? null : RANGE_AREAS.of({ sheet: self.sheet, areas: found });
      },
    ],
    getRowProperties: [
      "1.9",
      (self, [wanted]) => {
        const keys = Object.keys((wanted ?? {}) as object).map((key) => key.charAt(0).toLowerCase() + key.slice(1));
        if (keys.some((key) => key !== "rowHidden" && key !== "format"))
          throw invalid("Only rowHidden and the fill are emulated.");
        return [...indexes(self.area.top, self.area.bottom)].map((row) => {
          const areas = [{ ...self.area, top: row, bottom: row }];
          return keys.includes("format")
            ? { format: { fill: { color: styles({ sheet: self.sheet, areas }, "fill", "#FFFFFF") ?? "" } } }
            : { rowHidden: self.sheet.isRowHidden(row) };
        });
      },
    ],
    getColumnProperties: [
      "1.9",
      (self, [wanted]) => {
        const keys = Object.keys((wanted ?? {}) as object).map((key) => key.charAt(0).toLowerCase() + key.slice(1));
        if (keys.some((key) => key !== "columnHidden")) throw invalid("Only columnHidden is emulated.");
        return [...indexes(self.area.left, self.area.right)].map((col) => ({
          columnHidden: self.sheet.hiddenCols.has(col),
        }));
      },
    ],
  },
});

const SHEET_PROTECTION = defineType<SheetModel>({
  name: "WorksheetProtection",
  properties: { protected: ["1.2", (self) => self.protected] },
});

interface NameSelf extends OnSheet {
  readonly key: string;
}
const NAMED_ITEM = defineType<NameSelf>({
  name: "NamedItem",
  properties: {
    name: ["1.1", (self) => self.key],
    visible: [
      "1.1",
      (self) => self.sheet.names.get(self.key)?.visible ?? false,
      (self, value) => {
        const item = self.sheet.names.get(self.key);
        if (item) self.sheet.names.set(self.key, { ...item, visible: value === true });
      },
    ],
  },
});
const NAMED_ITEMS = defineType<SheetModel>({
  name: "NamedItemCollection",
  items: (self) => [...self.names.keys()].map((key) => NAMED_ITEM.of({ sheet: self, key })),
  item: (self, key) => (self.names.has(String(key)) ? NAMED_ITEM.of({ sheet: self, key: String(key) }) : null),
  methods: {
    add: [
      "1.4",
      (self, [name, reference]) => {
        allow(self);
        const key = String(name);
        const area = ((reference as ServerObject | null)?.self as RangeSelf | undefined)?.area;
        if (!area) throw invalid("Only names of ranges are emulated.");
        if (!/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(key)) throw invalid("The name is not valid.");
        if (self.names.has(key)) throw new HostFault("ItemAlreadyExists", "The name exists already.");
        self.names.set(key, { area, visible: true });
        return NAMED_ITEM.of({ sheet: self, key });
      },
    ],
    getItemOrNullObject: [
      "1.4",
      (self, [name]) => (self.names.has(String(name)) ? NAMED_ITEM.of({ sheet: self, key: String(name) }) : null),
    ],
  },
});

const AUTO_FILTER = defineType<{ readonly sheet: SheetModel; readonly filter: FilterModel | null }>({
  name: "AutoFilter",
  properties: { isDataFiltered: ["1.9", (self) => (self.filter?.filtered.size ?? 0) > 0] },
  methods: {
    apply: [
      "1.9",
      (self, [range]) => {
        allow(self.sheet);
        const area = ((range as ServerObject | null)?.self as RangeSelf | undefined)?.area;
        if (!area) throw invalid("Only filters of ranges are emulated.");
        self.sheet.autoFilter = { id: "autoFilter", area, filtered: new Set() };
      },
    ],
    clearCriteria: [
      "1.9",
      (self) => {
        allow(self.sheet);
        if (self.filter) self.filter.filtered = new Set();
      },
    ],
    getRangeOrNullObject: [
      "1.9",
      (self) => (self.filter ? RANGE.of({ sheet: self.sheet, area: self.filter.area }) : null),
    ],
  },
});
const PAGE_LAYOUT = defineType<SheetModel>({
  name: "PageLayout",
  properties: {
    orientation: [
      "1.9",
      (self) => self.print.orientation,
      (self, value) => {
        allow(self);
        self.print.orientation = String(value);
      },
    ],
    zoom: [
      "1.9",
      (self) => self.print.zoom,
      (self, value) => {
        allow(self);
        self.print.zoom = value;
      },
    ],
  },
  methods: {
    setPrintTitleRows: [
      "1.9",
      (self, [rows]) => {
        allow(self);
        self.print.titleRows = String(rows);
      },
    ],
  },
});

interface ChartSelf extends OnSheet {
  readonly chart: ChartModel;
}
interface SeriesSelf extends ChartSelf {
  readonly series: ChartModel["series"][number];
}
const nameOfRange = (range: unknown): string => {
  const self = (range as ServerObject | null)?.self as RangeSelf | undefined;
  if (!self) throw invalid("Only ranges are emulated.");
  return `${self.sheet.name}!${areaText(self.area)}`;
};
const areaText = ({ top, left, bottom, right }: Area): string => `${top}:${left}-${bottom}:${right}`;

const CHART_FILL = defineType<SeriesSelf>({
  name: "ChartFill",
  methods: {
    setSolidColor: [
      "1.1",
      (self, [color]) => {
        self.series.fill = String(color);
      },
    ],
  },
});
const CHART_SERIES_FORMAT = defineType<SeriesSelf>({
  name: "ChartSeriesFormat",
  navigations: { fill: ["1.1", (self) => CHART_FILL.of(self)] },
});
const CHART_SERIES = defineType<SeriesSelf>({
  name: "ChartSeries",
  properties: {
    name: [
      "1.1",
      (self) => self.series.name,
      (self, value) => {
        self.series.name = String(value);
      },
    ],
  },
  navigations: { format: ["1.1", (self) => CHART_SERIES_FORMAT.of(self)] },
  methods: {
    setValues: [
      "1.7",
      (self, [range]) => {
        self.series.values = nameOfRange(range);
      },
    ],
    setXAxisValues: [
      "1.7",
      (self, [range]) => {
        self.series.names = nameOfRange(range);
      },
    ],
  },
});
const CHART_SERIES_COLLECTION = defineType<ChartSelf>({
  name: "ChartSeriesCollection",
  methods: {
    getItemAt: [
      "1.1",
      (self, [at]) => {
        const series = self.chart.series[Number(at)];
        if (!series) throw new HostFault("ItemNotFound", "There is no such series.");
        return CHART_SERIES.of({ ...self, series });
      },
    ],
    add: [
      "1.7",
      (self, [name]) => {
        const series = { name: String(name), values: "", names: "", fill: "" };
        self.chart.series.push(series);
        return CHART_SERIES.of({ ...self, series });
      },
    ],
  },
});
const CHART_TITLE = defineType<ChartSelf>({
  name: "ChartTitle",
  properties: {
    text: [
      "1.1",
      (self) => self.chart.title,
      (self, value) => {
        self.chart.title = String(value);
      },
    ],
  },
});
const CHART_AXIS = defineType<ChartSelf>({
  name: "ChartAxis",
  properties: {
    reversePlotOrder: [
      "1.7",
      (self) => self.chart.reversed,
      (self, value) => {
        self.chart.reversed = value === true;
      },
    ],
    maximum: [
      "1.1",
      (self) => self.chart.maximum ?? "",
      (self, value) => {
        self.chart.maximum = Number(value);
      },
    ],
  },
});
const CHART_AXES = defineType<ChartSelf>({
  name: "ChartAxes",
  navigations: {
    categoryAxis: ["1.1", (self) => CHART_AXIS.of(self)],
    valueAxis: ["1.1", (self) => CHART_AXIS.of(self)],
  },
});
const CHART = defineType<ChartSelf>({
  name: "Chart",
  id: (self) => self.chart.name,
  properties: { name: ["1.1", (self) => self.chart.name] },
  navigations: {
    axes: ["1.1", (self) => CHART_AXES.of(self)],
    series: ["1.1", (self) => CHART_SERIES_COLLECTION.of(self)],
    title: ["1.1", (self) => CHART_TITLE.of(self)],
  },
  methods: {
    setPosition: [
      "1.1",
      (self, [from, to]) => {
        self.chart.position = [nameOfRange(from), nameOfRange(to)];
      },
    ],
    delete: [
      "1.1",
      (self) => {
        allow(self.sheet);
        self.sheet.charts = self.sheet.charts.filter((chart) => chart !== self.chart);
      },
    ],
  },
});
const CHARTS = defineType<SheetModel>({
  name: "ChartCollection",
  items: (self) => self.charts.map((chart) => CHART.of({ sheet: self, chart })),
  item: (self, key) => {
    const chart = self.charts.find(({ name }) => name === key);
    return chart ? CHART.of({ sheet: self, chart }) : null;
  },
  methods: {
    add: [
      "1.1",
      (self, [type, range], pane) => {
        allow(self);
        const chart: ChartModel = {
          name: `Chart ${pane.workbook.nextId()}`,
          type: String(type),
          title: "",
          position: null,
          series: [{ name: "", values: nameOfRange(range), names: "", fill: "" }],
          reversed: false,
          maximum: null,
        };
        self.charts = [...self.charts, chart];
        return CHART.of({ sheet: self, chart });
      },
    ],
  },
});

const FREEZE_PANES = defineType<SheetModel>({
  name: "WorksheetFreezePanes",
  methods: {
    freezeRows: [
      "1.7",
      (self, [count]) => {
        allow(self);
        self.frozenRows = Number(count ?? 1);
      },
    ],
  },
});

interface TableSelf extends OnSheet {
  readonly table: FilterModel;
}
const TABLE = defineType<TableSelf>({
  name: "Table",
  id: (self) => self.table.id,
  properties: {
    id: ["1.1", (self) => self.table.id],
    showTotals: ["1.1", (self) => self.table.totals ?? false],
  },
  navigations: { autoFilter: ["1.9", (self) => AUTO_FILTER.of({ sheet: self.sheet, filter: self.table })] },
  methods: {
    getRange: ["1.1", (self) => RANGE.of({ sheet: self.sheet, area: self.table.area })],
    getTotalRowRange: [
      "1.1",
      (self) => {
        const { area, totals } = self.table;
        if (totals !== true) throw new HostFault("ItemNotFound", "The table shows no totals row.");
        return RANGE.of({ sheet: self.sheet, area: { ...area, top: area.bottom } });
      },
    ],
    clearFilters: [
      "1.2",
      (self) => {
        allow(self.sheet);
        self.table.filtered = new Set();
      },
    ],
  },
});
/** Tables of some sheets; office.js asks for a single one through the workbook. */
const TABLES = defineType<readonly SheetModel[]>({
  name: "TableCollection",
  items: (self) => self.flatMap((sheet) => sheet.tables.map((table) => TABLE.of({ sheet, table }))),
  item: (self, key) => {
    const sheet = self.find((one) => one.tables.some((table) => table.id === key));
    const table = sheet?.tables.find((one) => one.id === key);
    return sheet && table ? TABLE.of({ sheet, table }) : null;
  },
});

const WORKSHEET: TypeOf<SheetModel> = defineType<SheetModel>({
  name: "Worksheet",
  id: (self) => self.id,
  properties: {
    id: ["1.1", (self) => self.id],
    name: ["1.1", (self) => self.name],
    visibility: [
      "1.1",
      (self) => self.visibility,
      (self, value, pane) => {
        if (pane.workbook.protected) throw new HostFault("AccessDenied", "The workbook structure is protected.");
        self.visibility = value as SheetModel["visibility"];
      },
    ],
  },
  navigations: {
    autoFilter: ["1.9", (self) => AUTO_FILTER.of({ sheet: self, filter: self.autoFilter })],
    charts: ["1.1", (self) => CHARTS.of(self)],
    pageLayout: ["1.9", (self) => PAGE_LAYOUT.of(self)],
    freezePanes: ["1.7", (self) => FREEZE_PANES.of(self)],
    tables: ["1.1", (self) => TABLES.of([self])],
    protection: ["1.2", (self) => SHEET_PROTECTION.of(self)],
    names: ["1.4", (self) => NAMED_ITEMS.of(self)],
  },
  methods: {
    activate: [
      "1.1",
      (self, _args, pane) => {
        if (self.visibility !== "Visible")
          throw new HostFault("InvalidOperation", "A hidden sheet cannot be activated.");
        pane.workbook.activate(self, pane.actor);
      },
    ],
    delete: [
      "1.1",
      (self, _args, pane) => {
        if (pane.workbook.protected) throw new HostFault("AccessDenied", "The workbook structure is protected.");
        pane.count("undoClears");
        pane.workbook.deleteSheet(self.id, pane.actor);
      },
    ],
    getRange: ["1.1", (self, [address]) => rangeOf(self, address)],
    getRangeByIndexes: [
      "1.7",
      (self, [top, left, rows, cols]) => {
        const area = {
          top: Number(top),
          left: Number(left),
          bottom: Number(top) + Number(rows) - 1,
          right: Number(left) + Number(cols) - 1,
        };
        if (
          area.top < 0 ||
          area.left < 0 ||
          area.bottom < area.top ||
          area.right < area.left ||
          area.bottom >= MAX_ROWS ||
          area.right >= MAX_COLS
        ) {
          throw invalid("The argument is invalid or missing or has an incorrect format.");
        }
        return RANGE.of({ sheet: self, area });
      },
    ],
    getRanges: [
      "1.9",
      (self, [address]) => {
        const text = String(address ?? "");
        if (text.length > ADDRESS_LIMIT) throw invalid("The address is too long.");
        const areas = text.split(",").map((part) => parseArea(part));
        if (!areas.every((area) => area !== null)) throw invalid(`The address ${text} is not valid.`);
        return RANGE_AREAS.of({ sheet: self, areas });
      },
    ],
    getUsedRangeOrNullObject: [
      "1.4",
      (self, [valuesOnly]) => {
        const area = self.usedArea(valuesOnly === true);
        return area ? RANGE.of({ sheet: self, area }) : null;
      },
    ],
  },
});

function event(
  api: string,
  name: string,
): Record<string, readonly [string, (self: WorkbookModel, args: readonly unknown[], pane: PaneContext) => unknown]> {
  const wire = name === "changed" ? "DataChanged" : name.charAt(0).toUpperCase() + name.slice(1);
  return {
    [`_Register${wire}Event`]: [api, (_self, _args, pane) => pane.listen(name, "Workbook")],
    [`_Unregister${wire}Event`]: [api, (_self, _args, pane) => pane.unlisten(name, "Workbook")],
  };
}

const FORBIDDEN_IN_NAMES = /[[\]:*?/\\]/;

const WORKSHEETS = defineType<WorkbookModel>({
  name: "WorksheetCollection",
  items: (self) => self.sheets.map((sheet) => WORKSHEET.of(sheet)),
  item: (self, key) => {
    const sheet = self.sheetOrNull(String(key));
    return sheet ? WORKSHEET.of(sheet) : null;
  },
  methods: {
    add: [
      "1.1",
      (self, [name], pane) => {
        if (self.protected) throw new HostFault("AccessDenied", "The workbook structure is protected.");
        const wanted = name === null || name === undefined ? `Sheet${self.sheets.length + 1}` : String(name);
        if (wanted.length === 0 || wanted.length > 31 || FORBIDDEN_IN_NAMES.test(wanted))
          throw invalid("The sheet name is not valid.");
        if (self.sheetOrNull(wanted))
          throw new HostFault("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
        return WORKSHEET.of(self.addSheet({ name: wanted, values: [] }, pane.actor));
      },
    ],
    getItem: [
      "1.1",
      (self, [key]) => {
        const sheet = self.sheetOrNull(String(key));
        if (!sheet) throw new HostFault("ItemNotFound", "The requested resource doesn't exist.");
        return WORKSHEET.of(sheet);
      },
    ],
    ...event("1.9", "changed"),
    ...event("1.9", "formatChanged"),
    ...event("1.10", "rowSorted"),
    ...event("1.10", "columnSorted"),
    ...event("1.11", "rowHiddenChanged"),
    ...event("1.8", "calculated"),
    ...event("1.7", "added"),
    ...event("1.7", "deleted"),
  },
});

interface PartSelf {
  readonly workbook: WorkbookModel;
  readonly part: XmlPart;
}
const XML_PART = defineType<PartSelf>({
  name: "CustomXmlPart",
  id: (self) => self.part.id,
  properties: { id: ["1.5", (self) => self.part.id] },
  methods: {
    getXml: ["1.5", (self) => self.part.xml],
    setXml: [
      "1.5",
      (self, [xml]) => {
        namespaceOf(String(xml));
        self.part.xml = String(xml);
      },
    ],
    delete: [
      "1.5",
      (self) => {
        self.workbook.xmlParts = self.workbook.xmlParts.filter((part) => part !== self.part);
      },
    ],
  },
});

/** Namespace of a part's root element; what isn't XML is refused, as Excel refuses it. */
function namespaceOf(xml: string): string {
  const root = /^(?:<\?xml[^>]*\?>)?\s*<([A-Za-z_][\w.-]*)(\s[^>]*)?>/.exec(xml);
  if (!root) throw invalid("The XML is not valid.");
  return /\sxmlns="([^"]*)"/.exec(root[2] ?? "")?.[1] ?? "";
}

interface ScopeSelf {
  readonly workbook: WorkbookModel;
  readonly namespace: string;
}
const XML_SCOPE = defineType<ScopeSelf>({
  name: "CustomXmlPartScopedCollection",
  items: (self) =>
    self.workbook.xmlParts
      .filter((part) => namespaceOf(part.xml) === self.namespace)
      .map((part) => XML_PART.of({ workbook: self.workbook, part })),
  item: (self, key) => {
    const part = self.workbook.xmlParts.find((one) => one.id === key);
    return part ? XML_PART.of({ workbook: self.workbook, part }) : null;
  },
});
const XML_PARTS = defineType<WorkbookModel>({
  name: "CustomXmlPartCollection",
  item: (self, key) => {
    const part = self.xmlParts.find((one) => one.id === key);
    return part ? XML_PART.of({ workbook: self, part }) : null;
  },
  methods: {
    add: [
      "1.5",
      (self, [xml]) => {
        namespaceOf(String(xml));
        const part = { id: self.nextPartId(), xml: String(xml) };
        self.xmlParts = [...self.xmlParts, part];
        return XML_PART.of({ workbook: self, part });
      },
    ],
    getByNamespace: ["1.5", (self, [namespace]) => XML_SCOPE.of({ workbook: self, namespace: String(namespace) })],
  },
});

const FUNCTION_RESULT = defineType<{ readonly value: number }>({
  name: "FunctionResult",
  properties: { value: ["1.2", (self) => self.value] },
});
const FUNCTIONS = defineType<WorkbookModel>({
  name: "Functions",
  methods: {
    date: [
      "1.2",
      (self, [year, month, day]) => {
        const days = Math.round(
          (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 86_400_000,
        );
        return FUNCTION_RESULT.of({ value: self.date1904 ? days - 1462 : days });
      },
    ],
  },
});

const RUNTIME = defineType<WorkbookModel>({
  name: "Runtime",
  properties: {
    enableEvents: [
      "1.8",
      (_self, pane) => pane.enableEvents,
      (_self, value, pane) => {
        pane.enableEvents = value === true;
      },
    ],
  },
});

const APPLICATION = defineType<WorkbookModel>({
  name: "Application",
  methods: {
    suspendScreenUpdatingUntilNextSync: ["1.9", (_self, _args, pane) => pane.count("suspensions")],
    suspendApiCalculationUntilNextSync: ["1.6", (_self, _args, pane) => pane.count("suspensions")],
  },
});

export const WORKBOOK = defineType<WorkbookModel>({
  name: "Workbook",
  properties: { name: ["1.7", (self) => self.name] },
  navigations: {
    application: ["1.1", (self) => APPLICATION.of(self)],
    customXmlParts: ["1.5", (self) => XML_PARTS.of(self)],
    functions: ["1.2", (self) => FUNCTIONS.of(self)],
    tables: ["1.1", (self) => TABLES.of(self.sheets)],
    worksheets: ["1.1", (self) => WORKSHEETS.of(self)],
    _Runtime: ["1.5", (self) => RUNTIME.of(self)],
  },
  methods: {
    getActiveCell: [
      "1.7",
      (self) => {
        const first = self.selection[0] ?? { top: 0, left: 0, bottom: 0, right: 0 };
        return RANGE.of({
          sheet: self.active,
          area: { top: first.top, bottom: first.top, left: first.left, right: first.left },
        });
      },
    ],
    _RemoveReference: ["1.1", (_self, [id], pane) => pane.release(String(id))],
  },
});

/** Every type of the emulator, for the comparison with what the source uses and what Microsoft declares. */
export const SERVER_TYPES: readonly ServerType[] = [
  APPLICATION,
  AUTO_FILTER,
  CHART,
  CHARTS,
  CHART_AXES,
  CHART_AXIS,
  CHART_FILL,
  CHART_SERIES,
  CHART_SERIES_COLLECTION,
  CHART_SERIES_FORMAT,
  CHART_TITLE,
  CONDITIONAL_FORMAT,
  CONDITIONAL_FORMATS,
  CUSTOM,
  DATA_VALIDATION,
  FUNCTIONS,
  FUNCTION_RESULT,
  FREEZE_PANES,
  NAMED_ITEM,
  NAMED_ITEMS,
  PAGE_LAYOUT,
  RANGE,
  RANGE_AREAS,
  RANGE_COLLECTION,
  RANGE_FILL,
  RANGE_FONT,
  RANGE_FORMAT,
  RULE,
  RULE_FILL,
  RULE_FONT,
  RULE_FORMAT,
  RUNTIME,
  SHEET_PROTECTION,
  TABLE,
  TABLES,
  WORKBOOK,
  WORKSHEET,
  WORKSHEETS,
  XML_PART,
  XML_PARTS,
  XML_SCOPE,
];
