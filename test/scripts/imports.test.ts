/** No file of src imports itself by way of others, types included. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const SRC = path.join(__dirname, "../../src");
type Graph = ReadonlyMap<string, readonly string[]>;

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Files that a file imports: statically, on demand, or for types. */
function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => {
      const base = path.resolve(path.dirname(file), fileName);
      const found = [".ts", ".tsx", "/index.ts"].map((end) => base + end).find((each) => existsSync(each));
      if (found === undefined) throw new Error(`${file} imports ${fileName}, which is nowhere`);
      return found;
    });
}

/** Circles, each as the files it runs through; one for each way back. */
function circles(graph: Graph): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) return void found.push([...way.slice(at), file]);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}

test("src has no circle of imports", () => {
  const files = sources(SRC);
  expect(files.length).toBeGreaterThan(300);
  const graph = new Map(files.map((file) => [file, importsOf(file)]));
  const named = circles(graph).map((circle) => circle.map((file) => path.relative(SRC, file)).join(" → "));
  expect(named).toEqual([]);
});

test.each<[Record<string, string[]>, string[]]>([
  [{ a: ["b"], b: ["c"], c: [] }, []],
  [{ a: ["b", "c"], b: ["c"], c: [] }, []],
  [{ a: ["a"] }, ["a a"]],
  [{ a: ["b"], b: ["c"], c: ["b"] }, ["b c b"]],
  [{ a: ["b", "c"], b: ["a"], c: ["a"] }, ["a b a", "a c a"]],
])("circles of %j", (graph, expected) => {
  expect(circles(new Map(Object.entries(graph))).map((circle) => circle.join(" "))).toEqual(expected);
});
