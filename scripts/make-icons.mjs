/**
 * Draws assets/icon.svg at the sizes that Excel, the ribbon and the installed page ask for, with a Chromium (set CHROMIUM
 * or have it at /usr/bin/chromium). Run by hand after a change of the drawing: node scripts/make-icons.mjs
 */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const at = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const svg = readFileSync(at("assets/icon.svg"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
for (const size of [16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 192, 512]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const file = size > 128 ? at(`src/standalone/public/icon-${size}.png`) : at(`assets/icon-${size}.png`);
  writeFileSync(file, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
copyFileSync(at("assets/icon.svg"), at("src/standalone/public/icon.svg"));
