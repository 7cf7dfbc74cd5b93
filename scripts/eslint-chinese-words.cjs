"use strict";
/**
 * ESLint rule: words are data. A regular expression outside of src/zh/words that lists two or more Chinese alternatives
 * (完成|办结) is refused, and so is a string or template that spells such a list; `re` of src/zh/pattern.ts takes lists.
 */
const { RegExpParser } = require("@eslint-community/regexpp");

const HAN = /[\u3400-\u9fff]/;
const SPELLED = /[\u3400-\u9fff][^\s|]{0,60}\|[^\s|]{0,60}[\u3400-\u9fff]/;
const parser = new RegExpParser();

/** Whether a pattern, or a group anywhere in it, has two alternatives with Chinese characters. */
function listsChinese(node) {
  if (node.alternatives?.filter(({ raw }) => HAN.test(raw)).length >= 2) return true;
  const children = [...(node.alternatives ?? []), ...(Array.isArray(node.elements) ? node.elements : [])];
  if (node.element) children.push(node.element);
  return children.some(listsChinese);
}

module.exports = {
  meta: {
    type: "problem",
    docs: { description: "Chinese words are data in src/zh/words, not alternatives of a regular expression." },
    messages: {
      data: "Chinese alternatives are data: put the words into src/zh/words and use re`${list}` (zh/pattern).",
    },
    schema: [],
  },
  create(context) {
    const refuse = (node) => context.report({ node, messageId: "data" });
    return {
      Literal(node) {
        if (node.regex) {
          const { pattern, flags } = node.regex;
          if (HAN.test(pattern) && listsChinese(parser.parsePattern(pattern, 0, pattern.length, flags.includes("u"))))
            refuse(node);
        } else if (typeof node.value === "string" && SPELLED.test(node.value)) refuse(node);
      },
      TemplateElement(node) {
        if (SPELLED.test(node.value.raw)) refuse(node);
      },
    };
  },
};
