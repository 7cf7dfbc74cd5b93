/**
 * The emulated Excel has exactly the members that our source uses, each from the requirement set that Microsoft's
 * declarations name; and the source uses none that the required set lacks.
 */
import path from "node:path";
import { listMembers } from "./list-members.mjs";
import { SERVER_TYPES } from "./objects";
import { reaches } from "./server-object";

const REQUIRED = "1.13";

/** Members that live in office.js and never reach Excel. */
const CLIENT_ONLY = new Set(["load", "items", "isNullObject", "context", "untrack"]);
/** Members that office.js goes through by itself. */
const PROTOCOL = new Set(["Range.getRow", "Range.getBoundingRect", "Workbook.application", "Workbook.tables"]);
/** Members asked for only where Excel says that it has them; newer than the office.js of the package, too. */
const GUARDED = new Map([["RangeAreas.select", "ExcelApi 1.18"]]);
/** Types that are plain data of events and options. */
const isData = (type: string): boolean =>
  /EventArgs$|Properties(?:Fill|Format)?$|^RequestContext$|^(?:DataValidationRule|ListDataValidation)$/.test(type);

const all = listMembers(path.join(__dirname, "../..")).filter(({ type }) => !isData(type));
const used = all.filter(({ type, member }) => !GUARDED.has(`${type}.${member}`));
const emulated = new Map(
  SERVER_TYPES.flatMap(({ name, members }) =>
    [...members].flatMap(([member, { api }]) => {
      const event = /^_Register(.+)Event$/.exec(member);
      if (event) return [[`${name}.on${event[1] === "DataChanged" ? "Changed" : event[1]}`, api] as const];
      return member.startsWith("_") ? [] : [[`${name}.${member}`, api] as const];
    }),
  ),
);

describe("members of Excel", () => {
  it("are found in the source", () => {
    expect(used.length).toBeGreaterThan(50);
    expect(used.map(({ type, member }) => `${type}.${member}`)).toContain("Range.getMergedAreasOrNullObject");
  });

  it("are documented, and none is newer than the required set", () => {
    for (const { type, member, api, where } of used) {
      const version = /^ExcelApi (\d+\.\d+)$/.exec(api)?.[1];
      expect([`${type}.${member}`, where, version !== undefined && reaches(REQUIRED, version)]).toEqual([
        `${type}.${member}`,
        where,
        true,
      ]);
    }
  });

  it("are named here when they are newer, with their set", () => {
    const guarded = all.filter(({ type, member }) => GUARDED.has(`${type}.${member}`));
    expect(guarded.map(({ type, member, api }) => [`${type}.${member}`, api])).toEqual([...GUARDED]);
  });

  it("are emulated, from the same requirement set", () => {
    for (const { type, member, api } of used) {
      if (CLIENT_ONLY.has(member) || member === "getItem") continue;
      expect([`${type}.${member}`, `ExcelApi ${emulated.get(`${type}.${member}`)}`]).toEqual([
        `${type}.${member}`,
        api,
      ]);
    }
  });

  it("are all that is emulated", () => {
    const names = new Set(used.map(({ type, member }) => `${type}.${member}`));
    const idle = [...emulated.keys()].filter((name) => !names.has(name) && !PROTOCOL.has(name));
    expect(idle).toEqual([]);
  });
});
