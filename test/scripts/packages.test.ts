/** What is installed and what is handed on: pinned, with a checksum, under licences that allow it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { ALLOWED } from "../../scripts/third-party.mjs";

const ROOT = path.join(__dirname, "../..");

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const read = <T>(file: string) => JSON.parse(readFileSync(path.join(ROOT, file), "utf8")) as T;
const lock = read<{ readonly packages: Readonly<Record<string, Locked>> }>("package-lock.json");
const locked = Object.entries(lock.packages).filter(([folder, { link }]) => folder !== "" && link !== true);

describe("the lockfile", () => {
  test("has a checksum for every package", () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? "")).map(([folder]) => folder)).toEqual(
      [],
    );
  });

  test("what is handed on comes under an allowed licence", () => {
    // (MIT OR X): one of the ways is enough; (MIT AND Zlib): all are needed.
    const allowed = (license: string) =>
      license
        .replaceAll(/[()]/g, "")
        .split(" OR ")
        .some((way) => way.split(" AND ").every((one) => ALLOWED.includes(one.trim())));
    const handedOn = locked.filter(([, { dev }]) => dev !== true);
    expect(handedOn.length).toBeGreaterThan(50);
    expect(
      handedOn
        .filter(([, { license }]) => !allowed(license ?? ""))
        .map(([folder, { license }]) => `${folder} ${license}`),
    ).toEqual([]);
  });

  test("package.json names exact versions, as the lockfile has them", () => {
    const { dependencies, devDependencies } = read<{
      readonly dependencies: Readonly<Record<string, string>>;
      readonly devDependencies: Readonly<Record<string, string>>;
    }>("package.json");
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect({ name, version }).toEqual({ name, version: lock.packages[`node_modules/${name}`]?.version });
    }
  });
});

describe("the notices beside each bundle", () => {
  const bundles = {
    cli: "dist/cli/THIRD-PARTY-NOTICES.txt",
    core: "dist/core/THIRD-PARTY-NOTICES.txt",
    page: "dist/web/page/THIRD-PARTY-NOTICES.txt",
    taskpane: "dist/web/THIRD-PARTY-NOTICES.txt",
    "one-file": "dist/web/台账助手.html",
  };

  test.each(Object.entries(bundles))(
    "%s: every package in it stands there with the text of its licence",
    (bundle, file) => {
      const packages = read<readonly { readonly name: string; readonly version: string; readonly folder: string }[]>(
        `dist/packages/${bundle}.json`,
      );
      expect(packages.length).toBeGreaterThan(5);
      const whole = readFileSync(path.join(ROOT, file), "utf8");
      const text = bundle === "one-file" ? noticesInside(whole) : whole;
      const sections = text.split(/^={78}$/m);
      for (const { name, version } of packages) {
        const at = sections.findIndex((section) => section.startsWith(`\n${name} ${version}\n`));
        expect({ name, found: at > 0 }).toEqual({ name, found: true });
        // The shortest licence text there is (ISC, 0BSD) has more than five hundred characters.
        expect({ name, long: (sections[at + 1] ?? "").length > 500 }).toEqual({ name, long: true });
      }
      const heads = sections.filter((section) => /^\n\S+ \d+\.\S+\n[^\n]+\n$/.test(section));
      expect(heads.length).toBe(packages.length);
    },
  );

  test("the list is complete: whatever module of a package stands in a bundle is on it", () => {
    // The library's bundle is the one that is left legible, each module under its name.
    const code = readFileSync(path.join(ROOT, "dist/core/index.mjs"), "utf8");
    const heading = /^;?(?:\/\/ |\/\*{3}\/ "?)(?:EXTERNAL MODULE: )?\.\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//gm;
    const named = new Set([...code.matchAll(heading)].map((found) => found[1]));
    const listed = read<readonly { readonly name: string }[]>("dist/packages/core.json").map(({ name }) => name);
    expect(named.size).toBeGreaterThan(3);
    expect([...named].filter((name) => name !== undefined && !listed.includes(name))).toEqual([]);
  });
});

/** The text that the one file shows, as it stands in its script. */
function noticesInside(html: string): string {
  const found = /window\.TAIZHANG_NOTICES=("(?:[^"\\]|\\.)*");/.exec(html);
  if (found === null) throw new Error("the one file has no notices");
  return JSON.parse(found[1]!.replaceAll("<\\/", "</").replaceAll("<\\!--", "<!--")) as string;
}
