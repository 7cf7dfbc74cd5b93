/** What holds a paragraph back rests on the reading alone: no level of a rule changes it, on any surface. */
import { createSession } from "../../src/app/session/session";
import { check } from "../../src/check/check";
import { heldBy, holds, HOLDING_RULES } from "../../src/check/holding";
import { RULES } from "../../src/check/list";
import { DEFAULT_CHECK_SETTINGS } from "../../src/check/settings";
import type { SeverityChoice } from "../../src/rule/pipeline/severity";
import { isoDate } from "../../src/zh/civil-date";
import type { Grid } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { makeFolder, put, putLedger, runCli } from "../cli/run-cli";
import { environment } from "../app/session/environment";
import { loadFixtures } from "../fixtures/ledger-fixture";
import { createMemoryHost } from "../hosts/memory-host";

const ALIASES = RULES.map((rule) => rule.alias);
const LEVELS: readonly SeverityChoice[] = ["off", "info", "error"];
const levelsOf = (level: SeverityChoice) => new Map(ALIASES.map((alias) => [alias, level]));

describe("holds", () => {
  it("holds by the rules of its list only", () => {
    expect(ALIASES.filter((rule) => holds({ rule, field: "status" })).sort()).toEqual([...HOLDING_RULES].sort());
  });

  it("holds for an error cell only in a status", () => {
    expect(holds({ rule: "cell-error", field: "deadline" })).toBe(false);
    expect(holds({ rule: "cell-error", field: null })).toBe(false);
    expect(holds({ rule: "cell-error", field: "signOff" })).toBe(true);
  });
});

describe("heldBy", () => {
  it("names each rule once, in the order of the list", () => {
    const held = ["number-duplicate", "status-missing", "number-duplicate"].map((rule) => ({ rule }));
    expect(heldBy(held)).toEqual(["status-missing", "number-duplicate"]);
  });
});

const held = loadFixtures().flatMap((fixture) => {
  const reading = readWorkbook(fixture.grids, { today: fixture.asOf, asOf: fixture.asOf });
  const report = check(reading);
  return report.held.length === 0 ? [] : [{ fixture, reading, report }];
});

it("is drawn in fixtures by nearly every rule that holds", () => {
  const seen = new Set(held.flatMap(({ report }) => report.held.map((finding) => finding.rule)));
  expect(held.length).toBeGreaterThanOrEqual(5);
  expect(HOLDING_RULES.filter((rule) => !seen.has(rule)).length).toBeLessThanOrEqual(2);
});

describe.each(held.map((each) => [each.fixture.name, each] as const))("%s", (_name, { fixture, reading, report }) => {
  it.each(LEVELS)("holds the same findings with every rule at %s", (level) => {
    const other = check(reading, { ...DEFAULT_CHECK_SETTINGS, rules: levelsOf(level) });
    expect(other.held.map((finding) => finding.id).sort()).toEqual(report.held.map((finding) => finding.id).sort());
    if (level === "off") expect(other).toMatchObject({ findings: [], counts: { error: 0, warning: 0, info: 0 } });
    else expect(new Set(other.findings.map((finding) => finding.severity))).toEqual(new Set([level]));
  });

  it("holds the session's paragraph with every rule off, and lets it go by ignoring", async () => {
    const session = createSession(environment());
    await session.open(createMemoryHost(fixture.grids.map(toSheet)));
    await session.changeSettings({ asOf: fixture.asOf });
    await session.check();
    const before = session.held()?.held;
    expect(before).toEqual(heldBy(report.held));
    await session.changeSettings({ rules: levelsOf("off") });
    await session.check();
    expect(session.findings()?.findings).toEqual([]);
    expect(session.held()).toMatchObject({ held: before, blocked: true });
    for (const { id } of session.findings()?.held ?? []) await session.ignore(id, "已核对");
    expect(session.held()).toMatchObject({ held: [], blocked: false });
  });

  it("holds the command line's summary with every rule off", async () => {
    const folder = await makeFolder();
    try {
      const file = await putLedger(folder.path("台账.xlsx"), fixture.grids.map(toSheet));
      const settings = folder.path("设置.json");
      await put(settings, JSON.stringify({ rules: Object.fromEntries(levelsOf("off")) }));
      const args = ["summary", "--format", "json", "--as-of", isoDate(fixture.asOf), file];
      const [plain, off] = [await runCli(args), await runCli([...args, "--settings", settings, "--strict"])];
      expect(JSON.parse(off.out).held).toEqual(JSON.parse(plain.out).held);
      expect(JSON.parse(off.out).held).toEqual(heldBy(report.held));
      expect(off.status).toBe(1);
      expect(off.err).toContain("先在设置 rules 里恢复");
    } finally {
      await folder.remove();
    }
  });
});

function toSheet(grid: Grid) {
  return { name: grid.sheet, values: grid.values, merges: grid.merges, hiddenRows: [...grid.hiddenRows] };
}
