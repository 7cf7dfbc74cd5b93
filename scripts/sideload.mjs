/**
 * `npm run sideload`: opens Excel with the add-in, through Microsoft's own tool (office-addin-debugging, fetched by npx
 * at this moment; it is not a dependency). Windows and Mac. `npm run sideload -- stop` takes the add-in away again,
 * `npm run sideload -- --document FILE` opens a ledger with it.
 *
 * The pane's files must be served over https at the address in dist/web/manifest.xml (docs/install-excel.md).
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const TOOL = "office-addin-debugging@6";
const MANIFEST = "dist/web/manifest.xml";
const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = path.join(root, MANIFEST);

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { document: { type: "string" } },
});
const command = positionals[0] ?? "start";
if (command !== "start" && command !== "stop") fail(`${command}：只有 start 和 stop / only start and stop are known`);
if (process.platform !== "win32" && process.platform !== "darwin") {
  fail(
    "这台电脑上没有可以加载加载项的 Excel：请在 Windows 或 Mac 上运行，或按 docs/install-excel.md 在网页版 Excel 中上传 dist/web/manifest.xml。\n" +
      "There is no desktop Excel on this system: run this on Windows or a Mac, or upload dist/web/manifest.xml to Excel on the web (docs/install-excel.md).",
  );
}
if (!existsSync(manifest)) fail("dist/web/manifest.xml 还没有生成，请先运行 npm run build / run npm run build first");
const address = /<SourceLocation DefaultValue="([^"]+)"/.exec(readFileSync(manifest, "utf8"))?.[1];
process.stdout.write(`任务窗格地址 / address of the pane: ${address}\n`);

const windows = process.platform === "win32";
// npx is a .cmd on Windows and needs the shell, which splits at blanks.
const quoted = (text) => (windows ? `"${text}"` : text);
const document = values.document ? ["--document", quoted(path.resolve(values.document))] : [];
const args = command === "stop" ? ["stop", MANIFEST] : ["start", MANIFEST, "desktop", "--app", "excel", ...document];
const ran = spawnSync("npx", ["--yes", TOOL, ...args], { cwd: root, stdio: "inherit", shell: windows });
process.exit(ran.status ?? 1);
