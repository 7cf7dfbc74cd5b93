/** What is handed on: complete, checked by sums that are the right ones, its parts listed as CycloneDX asks for it. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { makeRelease, VERSION, type ReleaseFolder } from "./release-folder";

const ROOT = path.join(__dirname, "../..");
let release: ReleaseFolder;

beforeAll(() => {
  release = makeRelease();
});
afterAll(() => release?.remove());

interface Package {
  readonly name: string;
  readonly version: string;
}
const bundled = (): readonly Package[] =>
  ["cli", "core", "page", "taskpane", "one-file"].flatMap(
    (bundle) => JSON.parse(readFileSync(path.join(ROOT, "dist/packages", `${bundle}.json`), "utf8")) as Package[],
  );

test("the folder holds the zip, the one file, the package, licences, parts and sums", () => {
  expect(readdirSync(release.at()).sort()).toEqual(
    [
      `taizhang-${VERSION}.zip`,
      `taizhang-${VERSION}.tgz`,
      "台账助手.html",
      "THIRD-PARTY-NOTICES.txt",
      "sbom.cdx.json",
      "SHA256SUMS",
      "SM3SUMS",
    ].sort(),
  );
});

describe("the zip", () => {
  test("has page, pane, manifest, one file, samples, guide and installation, and nothing beside its own folder", () => {
    const samples = readdirSync(path.join(ROOT, "samples")).map((name) => `samples/${name}`);
    const wanted = ["web/page/index.html", "web/page/service-worker.js", "web/taskpane.html", "web/manifest.xml"]
      .concat(["台账助手.html", "nginx.conf", "LICENSE", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"])
      .concat(["guide/index.html", "guide/guide.html", "guide/install-admin.html", "guide/security.html"], samples);
    expect(wanted.filter((name) => !release.names.includes(name))).toEqual([]);
    expect(release.names.filter((name) => name.startsWith("outside"))).toEqual([]);
    expect(release.names.filter((name) => /\.map$|node_modules|\.tsx?$/.test(name))).toEqual([]);
  });

  test("every picture and page that the guide leads to is there", () => {
    const pages = release.names.filter((name) => /^guide\/.*\.html$/.test(name));
    expect(pages.length).toBeGreaterThan(8);
    const lost = pages.flatMap((page) => {
      const html = readFileSync(path.join(release.unpacked, page), "utf8");
      return [...html.matchAll(/(?:href|src)="([^"#]+)(?:#[^"]*)?"/g)]
        .map(([, to = ""]) => to)
        .filter((to) => !/^(?:https?|mailto):/.test(to))
        .map((to) => path.posix.join(path.posix.dirname(page), decodeURI(to)))
        .filter((to) => !release.names.includes(to))
        .map((to) => `${page} → ${to}`);
    });
    expect(lost).toEqual([]);
  });

  test("the one file is the same in both places, and says its version", () => {
    const one = readFileSync(release.at("台账助手.html"), "utf8");
    expect(readFileSync(path.join(release.unpacked, "台账助手.html"), "utf8")).toBe(one);
    expect(/<meta name="generator" content="taizhang ([^ ]+) \(.+\)" \/>/.exec(one)?.[1]).toBe(VERSION);
  });
});

describe("sums", () => {
  const algorithms = [
    ["SHA256SUMS", "sha256"],
    ["SM3SUMS", "sm3"],
  ] as const;

  test.each(algorithms)("%s name every other file with its sum", (name, algorithm) => {
    const lines = readFileSync(release.at(name), "utf8").trimEnd().split("\n");
    const files = readdirSync(release.at()).filter((file) => !file.endsWith("SUMS"));
    expect(lines).toEqual(
      files.sort().map((file) => {
        const sum = createHash(algorithm)
          .update(readFileSync(release.at(file)))
          .digest("hex");
        return `${sum}  ${file}`;
      }),
    );
  });

  // GB/T 32905-2016, appendix A.
  test.each([
    ["abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"],
    ["abcd".repeat(16), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"],
  ])("SM3 of %s is the standard's", (text, sum) => {
    expect(createHash("sm3").update(text).digest("hex")).toBe(sum);
  });
});

describe("licences", () => {
  /** Packages of the bundles that a text of notices does not give with a licence. */
  const missing = (notices: string): readonly string[] =>
    bundled()
      .filter(({ name, version }) => {
        const at = notices.indexOf(`\n${"=".repeat(78)}\n${name} ${version}\n`);
        const section = at < 0 ? "" : notices.slice(at).split(/^={78}$/m, 4)[2];
        // The shortest licence there is has more than five hundred characters.
        return (section ?? "").trim().length < 500;
      })
      .map(({ name }) => name);

  test("every package of every bundle is in THIRD-PARTY-NOTICES with its text; one taken out is missed", () => {
    const notices = readFileSync(release.at("THIRD-PARTY-NOTICES.txt"), "utf8");
    expect(missing(notices)).toEqual([]);
    for (const { name, version } of bundled()) {
      const head = `\n${"=".repeat(78)}\n${name} ${version}\n`;
      const from = notices.indexOf(head);
      const next = notices.indexOf(`\n\n${"=".repeat(78)}\n`, from + head.length);
      const without = notices.slice(0, from) + (next < 0 ? "" : notices.slice(next + 1));
      expect(missing(without)).toContain(name);
    }
  });

  test("whatever our sources ask for by name is in a bundle", () => {
    const names = new Set(bundled().map(({ name }) => name));
    const asked = new Set<string>();
    const sources = readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" });
    for (const file of sources.filter((name) => /\.(?:ts|tsx|js)$/.test(name))) {
      const text = readFileSync(path.join(ROOT, "src", file), "utf8");
      // Types alone are in no bundle.
      for (const [, to = ""] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from "([^".][^"]*)";/gm))
        asked.add(to);
      for (const [, to = ""] of text.matchAll(/await import\((?:\/\*.*?\*\/ )?"([^".][^"]*)"\)/g)) asked.add(to);
    }
    const packages = [...asked]
      .filter((name) => !name.startsWith("node:"))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
    expect(packages).toContain("react");
    expect([...new Set(packages)].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe("the list of parts", () => {
  type Json = Readonly<Record<string, unknown>>;
  const read = () => JSON.parse(readFileSync(release.at("sbom.cdx.json"), "utf8")) as Json;
  const PROPERTIES = {
    top: ["$schema", "bomFormat", "specVersion", "serialNumber", "version", "metadata", "components", "dependencies"],
    // bom-1.5.schema.json, definitions/component.
    component: ["type", "mime-type", "bom-ref", "supplier", "author", "publisher", "group", "name", "version"]
      .concat(["description", "scope", "hashes", "licenses", "copyright", "cpe", "purl", "swid", "modified"])
      .concat(["pedigree", "externalReferences", "components", "evidence", "releaseNotes", "properties"]),
  };
  const TYPES = ["application", "framework", "library", "container", "platform", "operating-system", "device"].concat([
    "device-driver",
    "firmware",
    "file",
    "machine-learning-model",
    "data",
  ]);
  const REFERENCES = ["vcs", "issue-tracker", "website", "advisories", "bom", "mailing-list", "social", "chat"]
    .concat(["documentation", "support", "distribution", "distribution-intake", "license", "build-meta"])
    .concat(["build-system", "release-notes", "source-distribution", "other"]);

  test("is a CycloneDX document", () => {
    const bom = read();
    expect(Object.keys(bom).filter((key) => !PROPERTIES.top.includes(key))).toEqual([]);
    expect(bom).toMatchObject({ bomFormat: "CycloneDX", version: 1 });
    expect(bom["specVersion"]).toMatch(/^1\.[4-6]$/);
    expect(bom["serialNumber"]).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const metadata = bom["metadata"] as Json;
    expect(metadata["timestamp"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(metadata["component"]).toMatchObject({ type: "application", name: "taizhang", version: VERSION });
  });

  test("each part is one of the schema's, once, with licence, address and checksum", () => {
    const components = read()["components"] as readonly Json[];
    expect(new Set(components.map((one) => one["bom-ref"])).size).toBe(components.length);
    for (const one of components) {
      expect(Object.keys(one).filter((key) => !PROPERTIES.component.includes(key))).toEqual([]);
      expect(TYPES).toContain(one["type"]);
      expect(["required", "optional", "excluded"]).toContain(one["scope"]);
      expect(one["purl"]).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@[\w.+-]+$/);
      const licences = one["licenses"] as readonly Json[];
      expect(licences.length).toBeGreaterThan(0);
      for (const choice of licences) {
        // A licence by its SPDX name or another, or one expression, never both.
        const { license, expression } = choice as { license?: { id?: string; name?: string }; expression?: string };
        const said = [license?.id, license?.name, expression].filter((text) => text !== undefined);
        expect({ name: one["name"], said: said.length }).toEqual({ name: one["name"], said: 1 });
      }
      for (const { alg, content } of one["hashes"] as readonly { alg: string; content: string }[]) {
        expect(alg).toBe("SHA-512");
        expect(content).toMatch(/^[a-f0-9]{128}$/);
      }
      for (const reference of (one["externalReferences"] ?? []) as readonly Json[]) {
        expect(REFERENCES).toContain(reference["type"]);
        expect(typeof reference["url"]).toBe("string");
      }
    }
  });

  test("names the packages of the bundles and no others, and who needs whom", () => {
    const bom = read();
    const refs = (bom["components"] as readonly Json[]).map((one) => String(one["bom-ref"]));
    expect([...refs].sort()).toEqual([...new Set(bundled().map(({ name, version }) => `${name}@${version}`))].sort());
    const known = new Set([...refs, `taizhang@${VERSION}`]);
    const dependencies = bom["dependencies"] as readonly { ref: string; dependsOn: readonly string[] }[];
    expect(new Set(dependencies.map(({ ref }) => ref)).size).toBe(dependencies.length);
    for (const { ref, dependsOn } of dependencies) {
      expect([ref, ...dependsOn].filter((one) => !known.has(one))).toEqual([]);
      expect(new Set(dependsOn).size).toBe(dependsOn.length);
    }
  });
});

describe("the package of the command line", () => {
  test("asks for no other package, and works where it is unpacked", () => {
    const folder = release.at("..", "package-of-cli");
    mkdirSync(folder);
    execFileSync("tar", ["-xzf", release.at(`taizhang-${VERSION}.tgz`), "-C", folder]);
    const manifest = JSON.parse(readFileSync(path.join(folder, "package/package.json"), "utf8")) as Record<
      string,
      unknown
    >;
    expect(manifest).toMatchObject({ name: "taizhang", version: VERSION, license: "MIT" });
    for (const key of ["dependencies", "devDependencies", "scripts", "private"])
      expect(manifest).not.toHaveProperty(key);
    expect(existsSync(path.join(folder, "package/dist/core/index.d.mts"))).toBe(true);
    const bin = path.join(folder, "package/bin/taizhang.js");
    const said = execFileSync(process.execPath, [bin, "--version"], { encoding: "utf8" });
    expect(said).toMatch(new RegExp(`^taizhang ${VERSION.replaceAll(".", "\\.")} \\(`));
    const walk = execFileSync(process.execPath, [bin, "demo", "-o", path.join(folder, "demo")], { encoding: "utf8" });
    expect(walk).toContain("走完了");
  });
});
