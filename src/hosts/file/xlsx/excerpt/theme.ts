/** The theme of an excerpt: the colours and fonts that its cells refer to, and no name, picture or extension of the source. */
import { DRAWING } from "../../book/names";
import { childOf, type Element } from "../outline";
import { tag } from "./plain-xml";

/** Slots of a colour scheme in the order of the schema (ECMA-376 part 1, 20.1.6.2). */
const SLOTS = [
  ...["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"],
  ...["hlink", "folHlink"],
];
/** A colour by its digits, and one of the system's by its name (ECMA-376 part 1, 20.1.2.3.32 and 33). */
const DIGITS = /^[0-9A-Fa-f]{6}$/;
const SYSTEM_NAME = /^[A-Za-z0-9]{1,24}$/;
const NAME = { name: "Office" };

const three = (entry: string): string => entry.repeat(3);
const PLAIN_FILL = tag("a:solidFill", {}, tag("a:schemeClr", { val: "phClr" }));
const LOOKS = tag(
  "a:fmtScheme",
  NAME,
  tag("a:fillStyleLst", {}, three(PLAIN_FILL)) +
    tag("a:lnStyleLst", {}, three(tag("a:ln", { w: 6350 }, PLAIN_FILL))) +
    tag("a:effectStyleLst", {}, three(tag("a:effectStyle", {}, tag("a:effectLst", {})))) +
    tag("a:bgFillStyleLst", {}, three(PLAIN_FILL)),
);

/** @returns null where the source has no colours and fonts to take over */
export function themeXml(root: Element): string | null {
  const elements = childOf(root, "themeElements");
  const colours = elements && childOf(elements, "clrScheme");
  const fonts = elements && childOf(elements, "fontScheme");
  if (!colours || !fonts) return null;
  const slots = SLOTS.map((slot) => {
    const colour = childOf(colours, slot)?.children[0];
    const { val, lastClr } = Object.fromEntries(colour?.attributes ?? []);
    if (colour?.local === "srgbClr" && DIGITS.test(val ?? "")) return tag(`a:${slot}`, {}, tag("a:srgbClr", { val }));
    if (colour?.local !== "sysClr" || !SYSTEM_NAME.test(val ?? "") || !DIGITS.test(lastClr ?? "000000")) return null;
    return tag(`a:${slot}`, {}, tag("a:sysClr", { val, lastClr }));
  });
  const families = (["majorFont", "minorFont"] as const).map((name) => {
    const family = childOf(fonts, name);
    const faces = ["latin", "ea", "cs"].map((script) => {
      const face = family && childOf(family, script)?.attributes.get("typeface");
      return tag(`a:${script}`, { typeface: face ?? "" });
    });
    const others = (family?.children ?? []).filter(({ local }) => local === "font");
    const scripts = others.map(({ attributes }) =>
      tag("a:font", { script: attributes.get("script") ?? "", typeface: attributes.get("typeface") ?? "" }),
    );
    return tag(`a:${name}`, {}, [...faces, ...scripts].join(""));
  });
  if (slots.includes(null)) return null;
  const scheme = tag("a:clrScheme", NAME, slots.join("")) + tag("a:fontScheme", NAME, families.join("")) + LOOKS;
  return tag("a:theme", { "xmlns:a": `${DRAWING}/main`, ...NAME }, tag("a:themeElements", {}, scheme));
}
