/** The browser's own Back, from a server and from a file: the section before, the dialog that is open, a reload. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openCard, openPage, reloadAsked, ROOT, serve, suiteOf } from "./harness";

jest.setTimeout(120_000);

const FAULTY = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");
const at = (testid: string) => `[data-testid=${testid}]`;
const suite = suiteOf(serve);

test.each(["server", "file"])(
  "from a %s: Back goes through sections and dialogs, and the ledger stays",
  async (from) => {
    const url = from === "server" ? suite.served.url : pathToFileURL(path.join(ROOT, "dist/web/台账助手.html")).href;
    const watched = await openPage(suite.browser, url, { viewport: { width: 1280, height: 800 } });
    const { page } = watched;
    const section = (name: string) => page.waitForSelector(`${at(`tab-${name}`)}[aria-selected=true]`);
    const gone = (selector: string) => page.waitForSelector(selector, { state: "detached" });

    // Before a ledger is open, too.
    await page.click(at("start-proofread"));
    await page.waitForSelector(at("back-to-start"));
    await page.goBack();
    await page.waitForSelector(at("drop-zone"));

    await page.setInputFiles(at("file-input"), FAULTY);
    await page.waitForSelector(at("ledger-pane"));
    for (const name of ["check", "tally", "summary"]) {
      await page.click(at(`tab-${name}`));
      await page.waitForSelector(at(`${name}-pane`));
    }
    await page.goBack();
    await section("tally");
    await page.waitForSelector(at("tally-pane"));

    // A dialog, a menu, and a question asked from the menu: each is closed, and one stays in the section.
    await page.click("[data-testid^=rate-]");
    await page.waitForSelector(at("evidence"));
    await page.goBack();
    await gone(at("evidence"));
    await section("tally");
    await page.click(at("menu"));
    await page.waitForSelector(at("forget"));
    await page.goBack();
    await gone(at("forget"));
    await page.click(at("menu"));
    await page.click(at("forget"));
    await page.waitForSelector(at("forget-question"));
    await page.goBack();
    await gone(at("forget-question"));
    await section("tally");
    // Closed by hand, a dialog costs no press.
    await page.click(at("help-open"));
    await page.waitForSelector(at("help"));
    await page.keyboard.press("Escape");
    await gone(at("help"));
    await page.goBack();
    await section("check");

    // What is mended stays mended, and the browser asks before a reload; the reload comes back to where one was.
    const card = await openCard(page, "unit-missing");
    await card.locator(`input${at("mend-value")}`).fill("组织人事科");
    await card.locator(at("mend-apply")).click();
    await page.waitForSelector(at("unsaved"));
    await page.goBack();
    await section("ledger");
    await page.goForward();
    await section("check");
    expect(await page.textContent("[data-cell=E7]")).toBe("组织人事科");
    expect(await reloadAsked(page)).toBe("beforeunload");
    await page.waitForSelector(at("drop-zone"));
    await page.setInputFiles(at("file-input"), FAULTY);
    await page.waitForSelector(at("check-pane"));
    await section("check");
    await page.waitForSelector(at("recovery"));
    await page.goBack();
    await section("ledger");
    expect(watched.errors).toEqual([]);
    await watched.close();
  },
);
