"use strict";
/**
 * The rooms of src, from the floor up: what each may import, and the files by which it is entered (its face). Everything
 * else in a room is its inside. ESLint (eslint-rooms.cjs) holds the code to this table; docs/architecture.md draws it.
 *
 * - may: rooms whose faces it may import; "types": of that room, types only.
 * - face: files an outsider may import, without extension, relative to the room; "*" is every file directly in it.
 */
const FLOOR = { zh: "all", grid: "all" };
const TYPES_OF_CORE = {
  rule: "types",
  ledger: "types",
  check: "types",
  tally: "types",
  notice: "types",
  reading: "types",
  proofread: "types",
  paragraph: "types",
  month: "types",
};

module.exports = {
  "zh/words": { may: { zh: "types" }, face: ["*"] },
  zh: {
    may: { "zh/words": "all" },
    // One file a subject; the rest (pairs, ticks) serves these.
    face: [
      "bodies",
      "civil-date",
      "clause",
      "decimal",
      "done-claim",
      "full-width",
      "lexicon",
      "list-number",
      "mask",
      "measure-words",
      "numerals",
      "pattern",
      "pending",
      "plain",
      "signs",
      "status-clause",
      "status-sentence",
      "status",
      "terms",
      "text",
      "trigger-scan",
      "written-date",
    ],
  },
  grid: { may: { zh: "all" }, face: ["index"] },
  rule: { may: { zh: "all", grid: "types" }, face: ["index"] },
  ledger: { may: { ...FLOOR, "zh/words": "all" }, face: ["index"] },
  check: { may: { ...FLOOR, "zh/words": "all", ledger: "all", rule: "all" }, face: ["index"] },
  tally: { may: { ...FLOOR, "zh/words": "all", ledger: "all" }, face: ["index"] },
  // Of rule the names of languages and the words of severities, which its messages and its sign-off sheet are printed with.
  notice: {
    may: { ...FLOOR, "zh/words": "all", ledger: "all", tally: "all", rule: "all" },
    // What needs docx or easy-template-x is entered apart, so that it is loaded when a document is asked for.
    face: ["index", "docx/index", "signoff/index"],
  },
  reading: { may: { ...FLOOR, "zh/words": "all", ledger: "all" }, face: ["index"] },
  proofread: {
    may: { ...FLOOR, "zh/words": "all", ledger: "all", tally: "all", rule: "all", reading: "all" },
    face: ["index"],
  },
  // A paragraph is read like a notice, and becomes a template of the summary.
  paragraph: {
    may: { ...FLOOR, "zh/words": "all", ledger: "all", tally: "all", notice: "all", reading: "all", rule: "types" },
    face: ["index"],
  },
  // The work between two reports: a folder a command, and common/ for what they share.
  month: {
    may: {
      ...FLOOR,
      "zh/words": "all",
      ledger: "all",
      check: "all",
      tally: "all",
      notice: "all",
      // Public lists are held to the rules of personal data.
      proofread: "all",
      rule: "types",
    },
    face: ["index"],
  },
  hosts: { may: FLOOR, face: ["*"] },
  "hosts/file": {
    may: { ...FLOOR, "zh/words": "all", hosts: "all" },
    // By where it runs: the page's worker, drafts in a browser, Node.
    face: ["browser", "browser-drafts", "node", "in-memory"],
  },
  "hosts/excel": { may: { ...FLOOR, "zh/words": "all", hosts: "all" }, face: ["index"] },
  app: {
    may: {
      ...FLOOR,
      rule: "all",
      ledger: "all",
      check: "all",
      tally: "all",
      notice: "all",
      reading: "all",
      proofread: "all",
      paragraph: "all",
      month: "all",
      hosts: "all",
    },
    // The session's data apart from the session itself, which is loaded when there is a workbook to open.
    face: ["*", "session/index", "session/session", "collect/index"],
  },
  panes: { may: { ...FLOOR, ...TYPES_OF_CORE, hosts: "all", app: "all" }, face: ["*", "**"] },
  taskpane: {
    may: {
      ...FLOOR,
      ...TYPES_OF_CORE,
      hosts: "all",
      "hosts/file": "all",
      "hosts/excel": "all",
      app: "all",
      panes: "all",
    },
    face: [],
  },
  standalone: {
    may: { ...FLOOR, ...TYPES_OF_CORE, hosts: "all", "hosts/file": "all", app: "all", panes: "all" },
    face: [],
  },
  // What other programs import as taizhang/core: the sessions and documents of app behind five functions on plain data.
  library: {
    may: { ...FLOOR, ...TYPES_OF_CORE, tally: "all", proofread: "all", hosts: "all", "hosts/file": "all", app: "all" },
    face: [],
  },
  // It prints the reports of rules and counts itself; documents come from app.
  cli: {
    may: {
      ...FLOOR,
      ...TYPES_OF_CORE,
      rule: "all",
      ledger: "all",
      check: "all",
      tally: "all",
      proofread: "all",
      month: "all",
      hosts: "all",
      "hosts/file": "all",
      app: "all",
    },
    face: [],
  },
};
