"use strict";
/**
 * ESLint rule: words are data. A regular expression outside of src/zh/words that lists two or more Chinese alternatives
 * (完成|办结) is refused, and so is a string or template that spells such a list; `re` of src/zh/pattern.ts takes lists.
 * With `lists`, where texts are read, a list of words is refused in whatever form it stands: two Chinese strings in one array
 * literal, a value compared with three Chinese words, a string of words apart by blanks.
 */
const { RegExpParser } = require("@eslint-community/regexpp");

const HAN = /[\u3400-\u9fff]/;
const SPELLED = /[\u3400-\u9fff][^\s|]{0,60}\|[^\s|]{0,60}[\u3400-\u9fff]/;
/** A string that is words apart by blanks. */
const BLANKS = /^\S*[\u3400-\u9fff]\S*(?: \S+)* \S*[\u3400-\u9fff]\S*$/;
const WORD = /[\u3400-\u9fff]{2}/;
const parser = new RegExpParser();

const isText = (node, pattern) =>
  node?.type === "Literal" && typeof node.value === "string" && pattern.test(node.value);

/** Chinese words that something is compared with, in a chain of || or &&. */
function compared(node) {
  if (node.type === "LogicalExpression") return compared(node.left) + compared(node.right);
  return node.type === "BinaryExpression" && /^[!=]==$/.test(node.operator) && isText(node.right, WORD) ? 1 : 0;
}

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
    schema: [{ type: "object", properties: { lists: { type: "boolean" } }, additionalProperties: false }],
  },
  create(context) {
    const lists = context.options[0]?.lists === true;
    const refuse = (node) => context.report({ node, messageId: "data" });
    return {
      Literal(node) {
        if (node.regex) {
          const { pattern, flags } = node.regex;
          if (HAN.test(pattern) && listsChinese(parser.parsePattern(pattern, 0, pattern.length, flags.includes("u"))))
            refuse(node);
        } else if (typeof node.value === "string" && SPELLED.test(node.value)) refuse(node);
      },
      ArrayExpression(node) {
        if (lists && node.elements.filter((element) => isText(element, HAN)).length >= 2) refuse(node);
      },
      LogicalExpression(node) {
        if (lists && node.parent.type !== "LogicalExpression" && compared(node) >= 3) refuse(node);
      },
      "CallExpression > MemberExpression.callee[property.name='split']"({ object }) {
        if (lists && isText(object, BLANKS)) refuse(object);
      },
      TemplateElement(node) {
        if (SPELLED.test(node.value.raw)) refuse(node);
      },
    };
  },
};
