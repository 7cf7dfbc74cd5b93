import { baseId, rankedId } from "../../src/rule/ids";

describe("ids", () => {
  it("join rule, kind, item, ordinal and hash", () => {
    expect(baseId({ rule: "overdue", kind: "problem", item: "9", ordinal: 1, hash: "0k3j", twin: "" })).toBe(
      "overdue:problem:9:1:0k3j",
    );
  });

  it("cannot run together, whatever an item number holds", () => {
    const one = baseId({ rule: "r", kind: "problem", item: "1:0", ordinal: 2, hash: "h", twin: "" });
    const other = baseId({ rule: "r", kind: "problem", item: "1", ordinal: 0, hash: "2:h", twin: "" });
    expect(one).not.toBe(other);
    const escaped = baseId({ rule: "r", kind: "problem", item: "1%3A0", ordinal: 2, hash: "h", twin: "" });
    expect(escaped).not.toBe(one);
  });

  it("tell collisions apart by their rank", () => {
    expect([1, 2, 3].map((rank) => rankedId("x", rank))).toEqual(["x", "x~2", "x~3"]);
  });
});
