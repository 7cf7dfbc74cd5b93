import { textOf } from "../../ledger";
import { labelsIn, placeOf, type Place } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { FIGURES_GROUND } from "./words";

type UnitData = { readonly written: string; readonly ledger: string };

/** 责任单位：… of an item against the ledger's units. */
function* units(context: ProofContext): Generator<ProofHit<UnitData>> {
  const { ledger, document } = context;
  if (!ledger) return;
  for (const { matches } of ledger.matches.values()) {
    for (const match of matches) {
      const names = new Set(
        match.ledger.rows.flatMap((row) =>
          [row.units, row.coUnits].flatMap((read) =>
            (read?.units ?? []).flatMap((unit) => [unit.name, unit.text, context.unitName(unit.name)]),
          ),
        ),
      );
      if (names.size === 0) continue;
      // 生产部/甲某: what the cell itself says is no other unit, a unit or a person.
      const cells = match.ledger.rows.map((row) => textOf(match.ledger.ledger, row, "unit")).join("\n");
      for (const label of labelsIn(document.labels, match.notice.firstLine, match.notice.lastLine)) {
        if (label.name !== "unit") continue;
        const line = document.lines[label.line];
        if (!line) continue;
        yield* unitsOfLabel(line.text, label, names, context.unitName, cells);
      }
    }
  }
}

function* unitsOfLabel(
  text: string,
  label: Place,
  names: ReadonlySet<string>,
  unitName: ProofContext["unitName"],
  cells: string,
): Generator<ProofHit<UnitData>> {
  const stop = /[。；;]/u.exec(text.slice(label.end));
  const end = stop ? label.end + stop.index : text.trimEnd().length;
  let from = label.end;
  for (const part of text.slice(label.end, end).split(/[、，,/]/u)) {
    const name = part.replace(/[（(][^（）()]*[）)]/gu, "").trim();
    if (name !== "" && !names.has(name) && !names.has(unitName(name)) && !partOfCell(cells, name))
      yield {
        place: placeOf(label.line, from, from + part.length),
        data: { written: name, ledger: [...names].slice(0, 3).join("、") },
      };
    from += part.length + 1;
  }
}

/** Whether a part of a cell is written so, between its marks. */
function partOfCell(cells: string, name: string): boolean {
  return cells.split(/[、，,/\n（）()：:；;\s]/u).includes(name);
}

export const ledgerItemUnit = defineProofRule<UnitData>({
  alias: "ledger-item-unit",
  code: "P811",
  severity: "warning",
  name: { zh: "责任单位与台账不同", en: "unit differs from the ledger" },
  messages: {
    zh: ({ written, ledger }) => `台账同一事项没有责任单位“${written}”，台账写的是${ledger}。`,
    en: ({ written, ledger }) => `The ledger doesn't name “${written}” for this item; it has ${ledger}.`,
  },
  find: units,
  page: {
    what: "条目里“责任单位：”所写单位与台账同一事项的责任单位。",
    why: "责任单位写错，责任就落空。",
    bad: "通报：责任单位：人事科；台账：财务科。",
    good: "两处一致。",
    todo: "核实后统一。",
    en: "The units told of an item against the ledger's.",
  },
  ground: FIGURES_GROUND,
});
