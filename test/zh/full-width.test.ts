import { inFullWidth } from "../../src/zh/full-width";

it.each([
  ["推行‘甲’办法", "推行“甲”办法"],
  ["推行“甲‘乙’丙”办法", "推行“甲‘乙’丙”办法"],
  ["推行‘甲“乙‘丙’丁”戊’办法", "推行“甲“乙‘丙’丁”戊”办法"],
  ["甲’乙", "甲’乙"],
])("outer quotes are double ones: %s", (written, meant) => expect(inFullWidth(written)).toBe(meant));
