/**
 * Traditional characters are read like simplified ones: whatever a pair's texts give, they give written in traditional
 * characters, by the same rules, at the same places, as severely.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { proofread } from "../../src/proofread";
import { CLAIM_PAIRS } from "./claims-pairs";
import { inTraditional } from "./traditional-characters";

const FOLDER = join(__dirname, "pairs");

/** All texts of a table, whatever its shape. */
function textsIn(table: unknown): readonly string[] {
  if (typeof table === "string") return [table];
  return table !== null && typeof table === "object" ? Object.values(table).flatMap(textsIn) : [];
}

/** Both texts of `{right|wrong}`. */
function sidesOf(text: string): readonly string[] {
  const row = /\{([^{}|]*)\|([^{}]*)\}/gu;
  return [text.replace(row, "$1"), text.replace(row, "$2")];
}

function found(text: string): readonly string[] {
  return proofread(text.split("\n"), {}).findings.map(
    ({ rule, severity, line, start, end }) => `${severity} ${rule} ${line}:${start}-${end}`,
  );
}

test.each(["claims-pairs", ...readdirSync(FOLDER).filter((name) => name !== "types.ts")])("%s", (name) => {
  const table: unknown = name === "claims-pairs" ? CLAIM_PAIRS : jest.requireActual(join(FOLDER, name));
  const texts = [...new Set(textsIn(table).flatMap(sidesOf))];
  expect(texts.length).toBeGreaterThan(0);
  const differing = texts.filter((text) => String(found(inTraditional(text))) !== String(found(text)));
  expect(differing).toEqual([]);
});
