/**
 * What Office demands of a manifest, held without its validator, which asks a service of Microsoft's. Limits and order:
 * office-js-docs-reference, docs/manifest; [MS-OWEMXML] for the order of elements.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { listMembers } from "../excel-host/list-members.mjs";

const ROOT = path.join(__dirname, "../..");
const PLACEHOLDER = "https://localhost:3000";
const APP = "http://schemas.microsoft.com/office/appforoffice/1.1";
const OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
const TYPES = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

/** Children in the order the schema wants them; those that we don't use are there to show where they would stand. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  [`${APP} OfficeApp`]: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
    "ExtendedOverrides",
  ],
  [`${OVERRIDES} VersionOverrides`]: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo"],
  [`${OVERRIDES} Host`]: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  [`${OVERRIDES} DesktopFormFactor`]: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  [`${OVERRIDES} GetStarted`]: ["Title", "Description", "LearnMoreUrl"],
  [`${OVERRIDES} Group`]: ["OverriddenByRibbonApi", "Label", "Icon", "Control"],
  [`${OVERRIDES} Control`]: ["OverriddenByRibbonApi", "Label", "Supertip", "Icon", "Action", "Enabled"],
  [`${OVERRIDES} Supertip`]: ["Title", "Description"],
  [`${OVERRIDES} Action`]: ["TaskpaneId", "SourceLocation", "Title", "FunctionName"],
  [`${OVERRIDES} Resources`]: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

function parse(text: string): Element {
  const problems: string[] = [];
  const note = (message: unknown): void => void problems.push(String(message));
  const parser = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } });
  const root = parser.parseFromString(text, "text/xml").documentElement;
  expect(problems).toEqual([]);
  return root as unknown as Element;
}

const children = (element: Element): Element[] =>
  Array.from(element.childNodes as unknown as ArrayLike<Element>).filter((node) => node.nodeType === 1);
const descendants = (element: Element): Element[] =>
  children(element).flatMap((child) => [child, ...descendants(child)]);
const named = (element: Element, name: string): Element[] =>
  descendants(element).filter((one) => one.localName === name);
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";

/** Width and height from a PNG's header. */
function pngSize(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const source = readFileSync(path.join(ROOT, "manifest.xml"), "utf8");
const root = parse(source);
const resources = children(named(root, "Resources")[0] as Element);
const resource = (group: string): Map<string, Element> => {
  const holder = resources.find((one) => one.localName === group);
  return new Map(holder ? children(holder).map((one) => [attribute(one, "id"), one]) : []);
};
const images = resource("Images");
const urls = resource("Urls");
const shortStrings = resource("ShortStrings");
const longStrings = resource("LongStrings");

describe("manifest.xml", () => {
  test("is a task pane for workbooks that may write", () => {
    expect(root.getAttribute("xsi:type")).toBe("TaskPaneApp");
    const [hosts, overridden] = named(root, "Hosts");
    expect(children(hosts as Element).map((host) => attribute(host, "Name"))).toEqual(["Workbook"]);
    expect(children(overridden as Element).map((host) => host.getAttribute("xsi:type"))).toEqual(["Workbook"]);
    expect(named(root, "Permissions").map((one) => one.textContent)).toEqual(["ReadWriteDocument"]);
    expect(named(root, "Id")[0]?.textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(named(root, "Version")[0]?.textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  test("keeps the order of elements that the schema fixes", () => {
    let seen = 0;
    for (const element of [root, ...descendants(root)]) {
      const order = ORDER[`${element.namespaceURI} ${element.localName}`];
      if (!order) continue;
      seen += 1;
      const names = children(element).map((child) => child.localName);
      expect({ element: element.localName, unknown: names.filter((name) => !order.includes(name)) }).toEqual({
        element: element.localName,
        unknown: [],
      });
      expect(names).toEqual([...names].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    }
    expect(seen).toBeGreaterThan(15);
  });

  test("names only resources that exist, of the right kind, each used", () => {
    const used = new Map<string, Set<string>>();
    for (const element of descendants(root)) {
      if (!element.hasAttribute("resid")) continue;
      const id = attribute(element, "resid");
      expect(id.length).toBeLessThanOrEqual(32);
      const kind =
        element.localName === "Image"
          ? "Images"
          : /Url$|SourceLocation|FunctionFile/.test(element.localName)
            ? "Urls"
            : element.localName === "Description"
              ? "LongStrings"
              : "ShortStrings";
      used.set(kind, (used.get(kind) ?? new Set()).add(id));
    }
    expect([...(used.get("Images") ?? [])].sort()).toEqual([...images.keys()].sort());
    expect([...(used.get("Urls") ?? [])].sort()).toEqual([...urls.keys()].sort());
    expect([...(used.get("ShortStrings") ?? [])].sort()).toEqual([...shortStrings.keys()].sort());
    expect([...(used.get("LongStrings") ?? [])].sort()).toEqual([...longStrings.keys()].sort());
  });

  test("keeps within the documented lengths, and has English for every string", () => {
    expect(named(root, "DefaultLocale")[0]?.textContent).toBe("zh-CN");
    const limits: [Element, number][] = [
      ...children(root)
        .filter((one) => one.localName === "DisplayName")
        .map((one): [Element, number] => [one, 125]),
      ...children(root)
        .filter((one) => one.localName === "Description" && one.namespaceURI === APP)
        .map((one): [Element, number] => [one, 250]),
      ...[...shortStrings.values()].map((one): [Element, number] => [one, 125]),
      ...[...longStrings.values()].map((one): [Element, number] => [one, 250]),
    ];
    expect(limits.length).toBeGreaterThan(10);
    for (const [element, limit] of limits) {
      const overrides = children(element);
      expect(overrides.map((one) => [one.localName, attribute(one, "Locale")])).toEqual([["Override", "en-US"]]);
      for (const text of [attribute(element, "DefaultValue"), attribute(overrides[0] as Element, "Value")]) {
        expect(text.trim()).toBe(text);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(limit);
      }
    }
    for (const element of [...named(root, "Group"), ...named(root, "Control")])
      expect(attribute(element, "id").length).toBeLessThanOrEqual(125);
    expect((named(root, "ProviderName")[0]?.textContent ?? "").length).toBeLessThanOrEqual(125);
  });

  test("has addresses of one https server, and pages that the build makes", () => {
    const addresses = descendants(root).flatMap((one) => (one.hasAttribute("DefaultValue") ? [one] : []));
    const values = addresses.map((one) => attribute(one, "DefaultValue")).filter((value) => /:\/\//.test(value));
    expect(values.length).toBeGreaterThan(10);
    const pages = new Set<string>();
    for (const value of values) {
      expect(value.startsWith(`${PLACEHOLDER}/`)).toBe(true);
      expect(value.length).toBeLessThanOrEqual(2048);
      pages.add(new URL(value).pathname);
    }
    expect([...pages].filter((page) => page.endsWith(".html")).sort()).toEqual([
      "/commands.html",
      "/page/index.html",
      "/taskpane.html",
    ]);
  });

  test("has icons whose pixels are the size they are said to be", () => {
    const fileOf = (url: string) => path.join(ROOT, new URL(url).pathname);
    const icon = (name: string) => attribute(named(root, name)[0] as Element, "DefaultValue");
    expect(pngSize(fileOf(icon("IconUrl")))).toEqual([32, 32]);
    expect(pngSize(fileOf(icon("HighResolutionIconUrl")))).toEqual([64, 64]);
    const holders = descendants(root).filter((one) => one.localName === "Icon");
    expect(holders).toHaveLength(5);
    for (const holder of holders) {
      const sizes = children(holder).map((one) => Number(attribute(one, "size")));
      // 16, 32 and 80 must be there, the others may.
      expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
      for (const image of children(holder)) {
        expect(image.namespaceURI).toBe(TYPES);
        const size = Number(attribute(image, "size"));
        const url = attribute(images.get(attribute(image, "resid")) as Element, "DefaultValue");
        expect(pngSize(fileOf(url))).toEqual([size, size]);
      }
    }
  });

  test("one group of four buttons; three share the pane, one runs without it", () => {
    const controls = named(root, "Control");
    expect(named(root, "Group")).toHaveLength(1);
    expect(new Set(controls.map((one) => attribute(one, "id"))).size).toBe(4);
    const label = (control: Element) =>
      attribute(shortStrings.get(attribute(children(control)[0] as Element, "resid")) as Element, "DefaultValue");
    expect(controls.map(label)).toEqual(["打开台账助手", "一键核验", "生成综述", "清除标记"]);
    expect(new Set(named(root, "TaskpaneId").map((one) => one.textContent))).toEqual(new Set(["Taizhang.Pane"]));
    const actions = named(root, "Action").map((one) => one.getAttribute("xsi:type"));
    expect(actions).toEqual(["ShowTaskpane", "ShowTaskpane", "ShowTaskpane", "ExecuteFunction"]);
    const commands = readFileSync(path.join(ROOT, "src/taskpane/commands.ts"), "utf8");
    for (const name of named(root, "FunctionName").map((one) => one.textContent))
      expect(commands).toContain(`Office.actions.associate("${name}"`);
  });

  test("asks for the requirement set that the members always used need", () => {
    const sets = named(root, "Set").map((one) => [attribute(one, "Name"), attribute(one, "MinVersion")]);
    expect(sets).toEqual([["ExcelApi", "1.13"]]);
    const needed = listMembers(ROOT)
      .map(({ api }) => /^ExcelApi 1\.(\d+)$/.exec(api)?.[1])
      .map(Number)
      .filter((minor) => minor > 0);
    // Members of later sets are asked for first (isSetSupported); the port's tests run at 1.13 without them.
    expect(Math.max(...needed.filter((minor) => minor <= 13))).toBe(13);
  });
});

describe("the manifest of a build", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "manifest-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** `npm run manifest -- …`, as a process of its own. */
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(ROOT, "scripts/manifest.mjs"), ...args], { encoding: "utf8" });

  test("has the server's addresses, the version and the id", () => {
    const out = path.join(folder, "manifest.xml");
    const id = "11111111-2222-4333-8444-555555555555";
    const ran = run("--base-url", "https://taizhang.example/office/", "--id", id, "--out", out);
    expect(ran.stderr).toBe("");
    const text = readFileSync(out, "utf8");
    const built = parse(text);
    expect(text).not.toContain(PLACEHOLDER);
    expect(text).toContain('"https://taizhang.example/office/taskpane.html?do=check"');
    expect(named(built, "Id")[0]?.textContent).toBe(id);
    const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(named(built, "Version")[0]?.textContent).toBe(`${version}.0`);
    // Nothing else is different, and in the same order.
    const shape = (element: Element): string[] => descendants(element).map((one) => one.nodeName);
    expect(shape(built)).toEqual(shape(root));
  });

  test.each(["http://taizhang.example", "taizhang.example", "https://a.example/?x=1", 'https://a.example/"'])(
    "%s is refused as an address, in one sentence",
    (address) => {
      const ran = run("--base-url", address, "--out", path.join(folder, "refused.xml"));
      expect(ran.status).toBe(2);
      expect(ran.stderr.trim().split("\n")).toHaveLength(1);
      expect(ran.stderr).toContain("cannot be the address");
    },
  );

  test("a wrong id is refused", () => {
    const ran = run("--id", "x", "--out", path.join(folder, "refused.xml"));
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("GUID");
  });
});
