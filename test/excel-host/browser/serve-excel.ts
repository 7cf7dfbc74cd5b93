/**
 * Serves the emulated Excel and a pane to Chromium: https on this computer with a certificate made on the spot, Excel and
 * the pane on different ports of the same host name, as office.js demands of a web client.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import https from "node:https";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import webpack from "webpack";

export interface ServedExcel {
  /** Page of the emulated Excel. */
  readonly url: string;
  /** Origin of the panes' folder. */
  readonly panes: string;
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** Folder with the pane: the built dist/web. */
  readonly folder: string;
  /** Further files of the pane's origin, by path ("/office/" is office.js's folder). */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Headers the pane's pages are served with, told the origin of Excel that frames them. */
  readonly headers?: (excel: string) => Readonly<Record<string, string>>;
}

const OFFICE_JS = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

export async function serveExcel(options: ServeOptions): Promise<ServedExcel> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "emulated-excel-"));
  await bundle(folder);
  fs.copyFileSync(path.join(__dirname, "host-page.html"), path.join(folder, "index.html"));
  const credentials = certificate(folder);
  const excel = await listen(credentials, { "/": folder }, {});
  const panes = await listen(
    credentials,
    { "/office/": OFFICE_JS, ...options.aliases, "/": options.folder },
    options.headers?.(`https://localhost:${excel.port}`) ?? {},
  );
  return {
    url: `https://localhost:${excel.port}/index.html`,
    panes: `https://localhost:${panes.port}`,
    async stop() {
      await Promise.all([excel.close(), panes.close()]);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function bundle(folder: string): Promise<void> {
  const compiler = webpack({
    mode: "development",
    devtool: false,
    entry: path.join(__dirname, "host-page.ts"),
    output: { path: folder, filename: "host-page.js" },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: { loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } } },
        },
      ],
    },
  });
  return new Promise((resolve, reject) => {
    compiler?.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}

interface Credentials {
  readonly key: Buffer;
  readonly cert: Buffer;
}

/** A certificate for localhost that only this run knows. */
function certificate(folder: string): Credentials {
  const key = path.join(folder, "key.pem");
  const cert = path.join(folder, "cert.pem");
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject],
    {
      stdio: "ignore",
    },
  );
  const credentials = { key: fs.readFileSync(key), cert: fs.readFileSync(cert) };
  fs.rmSync(key);
  return credentials;
}

async function listen(
  credentials: Credentials,
  folders: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = https.createServer(credentials, (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    const file = fileAt(folders, decodeURIComponent(pathname));
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream", ...headers });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The file behind a path: the first folder whose prefix fits and that holds it. */
function fileAt(folders: Readonly<Record<string, string>>, pathname: string): string | null {
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!pathname.startsWith(prefix)) continue;
    const file = path.join(folder, pathname.slice(prefix.length));
    if (file.startsWith(folder + path.sep) && fs.existsSync(file) && fs.statSync(file).isFile()) return file;
  }
  return null;
}
