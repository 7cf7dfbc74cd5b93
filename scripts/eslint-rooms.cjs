"use strict";
/**
 * ESLint rule: a room of src imports only what scripts/rooms.cjs lets it, and only by faces. Paths are resolved, so a file
 * or folder elsewhere may bear a room's name.
 */
const path = require("node:path");
const ROOMS = require("./rooms.cjs");

const SRC = path.join(__dirname, "../src");
// The innermost room first: zh/words before zh.
const NAMES = Object.keys(ROOMS).sort((a, b) => b.length - a.length);

/** The room a path below src stands in, and the path within it. */
function placeOf(file) {
  const below = path
    .relative(SRC, file)
    .split(path.sep)
    .join("/")
    .replace(/\.tsx?$/, "");
  const room = NAMES.find((name) => below === name || below.startsWith(`${name}/`));
  return room === undefined ? null : { room, within: below.slice(room.length + 1) };
}

function isFace(room, within) {
  const { face } = ROOMS[room];
  const file = within === "" ? "index" : within;
  if (face.includes(file) || face.includes(`${file}/index`)) return true;
  return face.includes("**") || (face.includes("*") && !file.includes("/"));
}

/** Why an import is refused, or null. */
function refusal(from, source, typesOnly) {
  const here = placeOf(from);
  const there = placeOf(path.resolve(path.dirname(from), source));
  if (here === null || there === null || here.room === there.room) return null;
  const may = ROOMS[here.room].may[there.room];
  if (may === undefined) return "direction";
  if (may === "types" && !typesOnly) return "types";
  return isFace(there.room, there.within) ? null : "inside";
}

module.exports = {
  meta: {
    type: "problem",
    docs: { description: "Imports run downward, and enter a room by its face (scripts/rooms.cjs)." },
    messages: {
      direction: "src/{{here}} must not import src/{{there}} (scripts/rooms.cjs).",
      types: "src/{{here}} may import only types of src/{{there}} (scripts/rooms.cjs).",
      inside: "{{source}} is inside of src/{{there}}: import what its face exports (scripts/rooms.cjs).",
    },
    schema: [],
  },
  create(context) {
    const look = (node, source, typesOnly) => {
      if (typeof source !== "string" || !source.startsWith(".")) return;
      const messageId = refusal(context.filename, source, typesOnly);
      if (messageId === null) return;
      const { room: here } = placeOf(context.filename);
      const { room: there } = placeOf(path.resolve(path.dirname(context.filename), source));
      context.report({ node, messageId, data: { here, there, source } });
    };
    const areTypes = (kind, specifiers, own) =>
      kind === "type" || (specifiers.length > 0 && specifiers.every((each) => each[own] === "type"));
    return {
      ImportDeclaration: (node) =>
        look(node, node.source.value, areTypes(node.importKind, node.specifiers, "importKind")),
      ExportNamedDeclaration: (node) =>
        look(node, node.source?.value, areTypes(node.exportKind, node.specifiers, "exportKind")),
      ExportAllDeclaration: (node) => look(node, node.source.value, node.exportKind === "type"),
      ImportExpression: (node) => look(node, node.source.value, false),
      TSImportType: (node) => look(node, (node.source ?? node.argument?.literal)?.value, true),
    };
  },
};
