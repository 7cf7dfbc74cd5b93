/**
 * A small static server for dist/web on this computer only (127.0.0.1). No dependency, no directory listing, nothing
 * outside the folder.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { cacheFor, COMMON_HEADERS, CONTENT_TYPES, headersFor } from "./headers.mjs";

/**
 * @param {string} folder served as /
 * @returns a server, not yet listening
 */
export function createStaticServer(folder) {
  const root = path.resolve(folder);
  return createServer((request, response) => {
    answer(root, request, response).catch((error) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      if (!response.headersSent) response.writeHead(500, COMMON_HEADERS);
      response.end();
    });
  });
}

async function answer(root, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { ...COMMON_HEADERS, Allow: "GET, HEAD" }).end();
    return;
  }
  let pathname;
  try {
    pathname = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  } catch (error) {
    if (!(error instanceof URIError) && !(error instanceof TypeError)) throw error;
    response.writeHead(400, COMMON_HEADERS).end();
    return;
  }
  if (pathname === "/" || pathname === "/page") {
    response.writeHead(302, { ...COMMON_HEADERS, Location: "/page/" }).end();
    return;
  }
  if (pathname.endsWith("/")) pathname += "index.html";
  const file = path.join(root, pathname);
  if (!file.startsWith(root + path.sep) || pathname.includes("\0")) {
    response.writeHead(404, COMMON_HEADERS).end();
    return;
  }
  const info = await stat(file).catch((error) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  if (!info?.isFile()) {
    response.writeHead(404, { ...COMMON_HEADERS, "Content-Type": "text/plain; charset=utf-8" }).end("404");
    return;
  }
  response.writeHead(200, {
    ...headersFor(pathname),
    "Content-Type": CONTENT_TYPES[path.extname(file)] ?? "application/octet-stream",
    "Content-Length": info.size,
    "Cache-Control": cacheFor(pathname),
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

/**
 * Listens on the first free port from `port` on.
 * @returns {Promise<{server: import("node:http").Server, url: string}>}
 */
export async function listen(folder, port = 3000, tries = 20) {
  for (let attempt = 0; attempt < tries; attempt++) {
    const server = createStaticServer(folder);
    const wanted = port === 0 ? 0 : port + attempt;
    const bound = await new Promise((resolve, reject) => {
      server.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error)));
      server.listen(wanted, "127.0.0.1", () => resolve(true));
    });
    if (bound) return { server, url: `http://localhost:${server.address().port}/page/` };
  }
  throw new Error(`no free port between ${port} and ${port + tries - 1}`);
}
