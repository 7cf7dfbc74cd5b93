import { readAmount } from "../../src/tally/amount";

it.each([
  ["3万元", "万元", "number"],
  ["3万元", "元", "number"],
  ["3个", "万元", "other"],
  ["3万元", "", "other"],
])("%s in a column of “%s” is a %s", (cell, unit, type) => expect(readAmount(cell, unit).type).toBe(type));
