/**
 * A small static server for dist/web on this computer only (127.0.0.1). No dependency, no directory listing, nothing
 * outside the folder, and no answer under a name that isn't this computer's: a page elsewhere whose name leads here (DNS
 * rebinding) gets nothing.
 */
import { open, realpath } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { cacheFor, COMMON_HEADERS, CONTENT_TYPES, headersFor } from "./headers.mjs";

/** Names under which a browser on this computer reaches it. */
const OWN_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** What a path may be that leads to no file of ours: missing, a folder in its middle, too long, a circle of links. */
const NO_FILE = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "EISDIR", "EINVAL"]);
/** There, and not for this server to read. */
const NOT_OURS = new Set(["EACCES", "EPERM"]);

/**
 * @param {string} folder served as /
 * @returns a server, not yet listening
 */
export function createStaticServer(folder) {
  const root = path.resolve(folder);
  return createServer((request, response) => {
    answer(root, request, response).catch((error) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      end(response, 500);
    });
  });
}

/** An answer without a file; one that has begun can only be cut off. */
function end(response, status, headers = {}) {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { ...COMMON_HEADERS, "Content-Type": "text/plain; charset=utf-8", ...headers }).end();
}

async function answer(root, request, response) {
  const host = /^(.*?)(?::\d+)?$/.exec(request.headers.host ?? "")?.[1].toLowerCase();
  if (!OWN_NAMES.has(host)) return end(response, 421);
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, { Allow: "GET, HEAD" });
  let pathname;
  try {
    pathname = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  } catch (error) {
    if (!(error instanceof URIError) && !(error instanceof TypeError)) throw error;
    return end(response, 400);
  }
  if (pathname === "/" || pathname === "/page") return end(response, 302, { Location: "/page/" });
  if (pathname.endsWith("/")) pathname += "index.html";
  const file = pathname.includes("\0") ? null : await openInside(root, path.join(root, pathname));
  if (typeof file !== "object" || file === null) return end(response, file ?? 404);
  try {
    const { size } = await file.stat();
    response.writeHead(200, {
      ...headersFor(pathname),
      "Content-Type": CONTENT_TYPES[path.extname(pathname)] ?? "application/octet-stream",
      "Content-Length": size,
      "Cache-Control": cacheFor(pathname),
    });
    if (request.method === "HEAD") response.end();
    else await send(file, response);
  } finally {
    await file.close();
  }
}

/** The open file, wherever links lead, if that is inside the folder; else the status that says why not. */
async function openInside(root, wanted) {
  try {
    const [base, real] = await Promise.all([realpath(root), realpath(wanted)]);
    if (!real.startsWith(base + path.sep)) return 404;
    const file = await open(real);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    return 404;
  } catch (error) {
    if (NO_FILE.has(error.code)) return 404;
    if (NOT_OURS.has(error.code)) return 403;
    throw error;
  }
}

/** Resolves when all is sent, or whoever asked has gone. */
function send(file, response) {
  return new Promise((resolve, reject) => {
    const stream = file.createReadStream({ autoClose: false });
    stream.once("error", reject);
    response.once("close", () => {
      stream.destroy();
      resolve();
    });
    stream.pipe(response);
  });
}

/**
 * The first port to try, as PORT in the environment says.
 * @param {string | undefined} value
 * @param {number} usual
 * @throws {Error} with one sentence, in both languages, for what is no port
 */
export function portFrom(value, usual) {
  if (value === undefined || value === "") return usual;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (port <= 65_535) return port;
  throw new Error(
    `PORT 应为 0 到 65535 的整数，现在是「${value.slice(0, 40)}」；例如 PORT=3000。 / PORT must be a whole number from 0 to 65535, for example 3000.`,
  );
}

/**
 * Listens on the first free port from `port` on.
 * @param {string} folder
 * @param {number} port 0 for any
 * @returns {Promise<{server: import("node:http").Server, url: string}>}
 * @throws {Error} with one sentence, in both languages
 */
export async function listen(folder, port = 3000, tries = 20) {
  const last = Math.min(port + tries - 1, 65_535);
  for (let wanted = port; wanted <= last; wanted++) {
    const server = createStaticServer(folder);
    const failure = await new Promise((resolve) => {
      server.once("error", resolve);
      server.listen(wanted, "127.0.0.1", () => resolve(null));
    });
    if (failure === null) return { server, url: `http://localhost:${server.address().port}/page/` };
    if (failure.code !== "EADDRINUSE" && failure.code !== "EACCES") throw failure;
  }
  throw new Error(
    `端口 ${port} 到 ${last} 都不能用；请用 PORT 指定别的端口，例如 PORT=8080。 / None of the ports ${port} to ${last} can be used; name another with PORT.`,
  );
}

/**
 * The same for a program that is started by hand: a failure is one sentence and status 2.
 * @param {string} folder
 * @param {number} usual port to try first where PORT says nothing
 */
export async function listenAsAsked(folder, usual) {
  try {
    return await listen(folder, portFrom(process.env.PORT, usual));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}
