import { addRules, parseOwnHtml, splitRules } from "../../../src/panes/shell/own-html";

test("styles of elements are set by script, texts that look like styles stay texts", () => {
  const { nodes } = parseOwnHtml('<p style="color: red">a style="b" &lt;i style="c"&gt;</p>', document);
  const [p] = nodes as HTMLElement[];
  expect(p?.style.color).toBe("red");
  expect(p?.textContent).toBe('a style="b" <i style="c">');
  expect(p?.outerHTML).not.toContain("data-held");
});

test("style sheets become rules", () => {
  const html =
    "<html><head><title>T</title><style>@media print{p{margin:0}} p { color: red }</style></head><body><p>x</p></body></html>";
  const { nodes, rules, title } = parseOwnHtml(html, document);
  expect(title).toBe("T");
  expect(nodes.map((node) => node.nodeName)).toEqual(["P"]);
  expect(rules).toEqual(["@media print{p{margin:0}}", "p { color: red }"]);
  addRules(document, rules);
  expect(document.styleSheets[document.styleSheets.length - 1]?.cssRules).toHaveLength(2);
});

test("an unfinished rule is none", () => {
  expect(splitRules("p{color:red} q{")).toEqual(["p{color:red}"]);
});
