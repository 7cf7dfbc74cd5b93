/**
 * Chromium 86 is the oldest browser that the page promises. It is not at hand; what it lacks is: the syntax of every
 * shipped script is held to what it parses, and the page is run with everything taken away that came after it.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "acorn";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { launch, ROOT, serve, type Served } from "./harness";

jest.setTimeout(180_000);

const WEB = path.join(ROOT, "dist/web");
const ONE_FILE = path.join(WEB, "台账助手.html");

describe("syntax", () => {
  const folders = ["page", "taskpane"];
  const scripts = folders.flatMap((folder) =>
    readdirSync(path.join(WEB, folder))
      .filter((name) => name.endsWith(".js"))
      .map((name) => `${folder}/${name}`),
  );
  // Chromium 85 brought the last of ES2021 (??=); class fields, private methods and static blocks came later or in parts.
  const parses = (text: string) => parse(text, { ecmaVersion: 2021, sourceType: "script" });

  test("there are scripts to look at, first ones and lazy ones", () => {
    expect(scripts.filter((name) => name.startsWith("page/")).length).toBeGreaterThan(20);
    expect(scripts.filter((name) => name.startsWith("taskpane/")).length).toBeGreaterThan(10);
  });

  test.each(scripts)("%s", (name) => {
    expect(() => parses(readFileSync(path.join(WEB, name), "utf8"))).not.toThrow();
  });

  test("台账助手.html, and the worker inside it", () => {
    const html = readFileSync(ONE_FILE, "utf8");
    const script = html.slice(html.indexOf("<script>") + "<script>".length, html.lastIndexOf("</script>"));
    expect(() => parses(script)).not.toThrow();
    const worker: unknown = JSON.parse(/window\.TAIZHANG_WORKER=("(?:[^"\\]|\\.)*")/.exec(script)?.[1] ?? "null");
    expect(String(worker).length).toBeGreaterThan(10_000);
    expect(() => parses(String(worker))).not.toThrow();
  });

  test("what came later would be noticed", () => {
    for (const later of ["class A { x = 1 }", "class A { static {} }", "class A { #m() {} }", "/a/v", "await 1"]) {
      expect(() => parses(later)).toThrow();
    }
  });
});

/** Runs in the page and in its worker before their first script: a platform of October 2020. */
function takeAwayWhatIsNewer(): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const own = (path: string): Record<string, unknown> | undefined =>
    path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], scope) as
      Record<string, unknown> | undefined;
  const typed = Object.getPrototypeOf(Int8Array.prototype) as Record<string, unknown>;
  const drop = (from: Record<string, unknown> | undefined, names: string) => {
    if (from) for (const name of names.split(" ")) delete from[name];
  };
  // core-js writes "[native code]" over its own functions: what was taken away is known by itself.
  scope["takenAway"] = [
    Array.prototype.at,
    own("Array.prototype")?.["findLast"],
    Object.hasOwn,
    scope["structuredClone"],
  ];
  drop(own("Array"), "fromAsync");
  drop(own("Array.prototype"), "at findLast findLastIndex toSorted toReversed toSpliced with group groupToMap");
  drop(typed, "at findLast findLastIndex toSorted toReversed with");
  drop(own("String.prototype"), "at isWellFormed toWellFormed");
  drop(own("Object"), "hasOwn groupBy");
  drop(own("Map"), "groupBy");
  drop(own("Map.prototype"), "getOrInsert getOrInsertComputed");
  drop(own("Promise"), "withResolvers try");
  drop(
    own("Set.prototype"),
    "union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom",
  );
  drop(own("ArrayBuffer.prototype"), "resize resizable maxByteLength transfer transferToFixedLength detached");
  drop(own("Uint8Array"), "fromBase64 fromHex");
  drop(own("Uint8Array.prototype"), "toBase64 toHex setFromBase64 setFromHex");
  drop(own("AbortSignal"), "any timeout abort");
  drop(own("AbortSignal.prototype"), "throwIfAborted reason");
  drop(own("Crypto.prototype"), "randomUUID");
  drop(own("URL"), "canParse parse");
  drop(own("Response"), "json");
  drop(own("Blob.prototype"), "bytes");
  drop(own("RegExp"), "escape");
  drop(own("Math"), "sumPrecise f16round");
  drop(own("Intl"), "Segmenter supportedValuesOf DurationFormat");
  drop(own("Element.prototype"), "checkVisibility setHTML getHTML setHTMLUnsafe ariaNotify");
  drop(own("HTMLElement.prototype"), "inert showPopover hidePopover togglePopover popover");
  drop(own("Document.prototype"), "startViewTransition");
  // A worker's global functions stand in the prototypes of its scope.
  for (let at: object | null = scope; at !== null && at !== Object.prototype; at = Reflect.getPrototypeOf(at)) {
    drop(at as Record<string, unknown>, "structuredClone reportError scheduler Iterator EyeDropper Temporal");
    drop(at as Record<string, unknown>, "showOpenFilePicker showSaveFilePicker CompressionStream DecompressionStream");
  }
}

const SOURCE = `(${takeAwayWhatIsNewer.toString()})();\n`;

/** A built-in that came after Chromium 86 and is asked for in a script must be one of ours. */
const LOOK = `({
  takenAway: takenAway.filter((each) => typeof each === "function").length,
  back: [Array.prototype.at, Array.prototype.findLast, Object.hasOwn, globalThis.structuredClone]
    .filter((each) => each !== undefined && takenAway.includes(each)).length,
  usable: [typeof Object.hasOwn, typeof Array.prototype.at],
})`;

describe.each(["localhost", "file"] as const)("without what came after Chromium 86, from %s", (from) => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    served = await serve();
    const context = await browser.newContext({ locale: "zh-CN", acceptDownloads: true, serviceWorkers: "block" });
    page = await context.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.addInitScript(SOURCE);
    if (from === "localhost") {
      // A worker has a platform of its own: its script begins with the same.
      await context.route(/\/taizhang-file\.[0-9a-f]+\.js$/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: SOURCE + (await response.text()) });
      });
      await page.goto(served.url);
    } else {
      await page.addInitScript((source) => {
        const Original = window.Blob;
        window.Blob = class extends Original {
          constructor(parts: BlobPart[] = [], options: BlobPropertyBag = {}) {
            super(options.type === "text/javascript" ? [source, ...parts] : parts, options);
          }
        };
      }, SOURCE);
      await page.goto(pathToFileURL(ONE_FILE).href);
    }
  });

  afterAll(async () => {
    await browser?.close();
    served?.stop();
  });

  test("the sample is opened and checked; what is missing comes from us, in the page and in the worker", async () => {
    await page.click("[data-testid=sample-sampleFaulty]");
    await page.waitForSelector("[data-cell=A16]");
    await page.click("[data-testid=tab-check]");
    await page.waitForSelector("[data-testid=finding][data-rule=unit-missing]");
    expect(await page.evaluate(LOOK)).toEqual({ takenAway: 4, back: 0, usable: ["function", "function"] });
    const workers = page.workers();
    expect(workers).toHaveLength(1);
    expect(await workers[0]?.evaluate(LOOK)).toMatchObject({ takenAway: 4, back: 0 });
  });

  test("jumps, fixes, undoes", async () => {
    await page.locator("[data-testid=finding] button").first().click();
    await page.waitForSelector("[data-cell][aria-selected=true]");
    await page.click("[data-testid=fix-all-space]");
    await page.click("[data-testid=apply-preview]");
    await page.waitForSelector("[data-testid=finding][data-rule=space]", { state: "detached" });
    await page.click("[data-testid=undo]");
    await page.waitForSelector("[data-testid=finding][data-rule=space]");
  });

  test("counts, writes, proofreads, and hands out copies", async () => {
    await page.click("[data-testid=tab-tally]");
    await page.waitForSelector("[data-testid=month-bar]");
    await page.click("[data-testid=tab-summary]");
    await page.waitForSelector("[data-testid=summary-text]");
    await page.check("input[data-testid=write-anyway]");
    await page.click("[data-testid=tab-notice]");
    await page.waitForSelector("[data-testid=notice-text]");
    const [word] = await Promise.all([page.waitForEvent("download"), page.click("[data-testid=export-docx]")]);
    const parts = unzipSync(new Uint8Array(readFileSync(await word.path())));
    expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toContain("巡察");
    await page.click("[data-testid=tab-proofread]");
    await page.fill("[data-testid=paste]", "反馈的12个具体问题，已完成整改9个，正在整改2个。");
    await page.click("[data-testid=proofread]");
    await page.waitForSelector("[data-testid=proof-finding][data-rule=sum-mismatch]");
    await page.click("[data-testid=download]");
    const [copy] = await Promise.all([page.waitForEvent("download"), page.click("[data-testid=download-annotated]")]);
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(await copy.path()))))).toContain("xl/workbook.xml");
  });

  test("without an error", () => {
    expect(errors).toEqual([]);
  });
});
