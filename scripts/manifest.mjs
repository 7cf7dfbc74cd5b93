/**
 * Writes dist/web/manifest.xml from manifest.xml: the addresses of the server that holds dist/web, the id, and the
 * version of package.json. The build calls it; by hand after moving to another server:
 *
 *   npm run manifest -- --base-url https://taizhang.example/office [--id GUID] [--out FILE]
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import officeAddinManifest from "office-addin-manifest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Address in manifest.xml, replaced by that of the server. */
export const PLACEHOLDER = "https://localhost:3000";

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** "1.0.0" → "1.0.0.0": Office compares four whole numbers. */
export function manifestVersion(version) {
  const numbers = /^(\d+)\.(\d+)\.(\d+)/.exec(version);
  if (!numbers) throw new Error(`package.json: version ${version} is not like 1.2.3`);
  return `${numbers[1]}.${numbers[2]}.${numbers[3]}.0`;
}

/** @param {string} value checked, without a slash at its end */
export function checkedBaseUrl(value) {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== "https:" || url.search !== "" || url.hash !== "" || /["'<>&\s]/.test(value)) {
    throw new Error(`${value} cannot be the address of the add-in: give one like https://taizhang.example/office`);
  }
  return value.replace(/\/+$/, "");
}

/**
 * @param {{baseUrl?: string, id?: string, out?: string}} options id: another one than manifest.xml's, for an
 *   installation that must stand beside another
 * @returns {Promise<string>} the file that was written
 */
export async function writeManifest({
  baseUrl = PLACEHOLDER,
  id,
  out = path.join(root, "dist/web/manifest.xml"),
} = {}) {
  const base = checkedBaseUrl(baseUrl);
  if (id !== undefined && !GUID.test(id)) throw new Error(`${id} is not a GUID like the one in manifest.xml`);
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const source = readFileSync(path.join(root, "manifest.xml"), "utf8");
  const text = source
    .replaceAll(PLACEHOLDER, () => base)
    .replace(/<Version>[^<]*<\/Version>/, () => `<Version>${manifestVersion(version)}</Version>`);
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, text);
  const own = /<Id>([^<]*)<\/Id>/.exec(source)?.[1];
  await officeAddinManifest.OfficeAddinManifest.modifyManifestFile(out, id ?? own);
  return out;
}

async function main() {
  const { values } = parseArgs({
    options: { "base-url": { type: "string" }, id: { type: "string" }, out: { type: "string" } },
  });
  const written = await writeManifest({ baseUrl: values["base-url"], id: values.id, out: values.out });
  process.stdout.write(`${path.relative(process.cwd(), written)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  });
}
