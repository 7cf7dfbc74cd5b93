/**
 * docs/nginx.conf in a real nginx, rewritten only in what a server of one's own rewrites: addresses of listening sockets,
 * certificate, root. The header sets are held to those of scripts/headers.mjs, which `npm start` uses.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { cacheFor, CONTENT_TYPES, headersFor, PAGE_CSP, taskpaneCsp } from "../../scripts/headers.mjs";

const HOST = "taizhang.example";
const conf = readFileSync(path.join(__dirname, "../../docs/nginx.conf"), "utf8");

/** Debian's place first; a missing nginx is a failure, never a reason to test nothing. */
function findNginx(): string {
  const places = [
    process.env["NGINX"],
    "/usr/sbin/nginx",
    "/usr/local/sbin/nginx",
    "/usr/local/bin/nginx",
    "/opt/homebrew/bin/nginx",
  ];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error("nginx is not installed: install nginx-light, or name the program in NGINX");
  return found;
}

/** One big enough to be worth compressing. */
const script = `const words=${JSON.stringify("台账".repeat(800))};\n`;

/** A folder as the build leaves it, a file of each kind. */
const FILES: Readonly<Record<string, string>> = {
  "page/index.html": "<!doctype html><title>page</title>",
  "page/page.0123456789.js": script,
  "page/service-worker.js": script,
  "page/app.webmanifest": "{}",
  "page/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "page/icon-192.png": "png",
  "page/samples/tidy.xlsx": "xlsx",
  "taskpane.html": "<!doctype html><title>pane</title>",
  "commands.html": "<!doctype html><title>commands</title>",
  "taskpane/taskpane.89abcdef01.js": script,
  "taskpane/boot.js": script,
  "taskpane/messages.css": "p{margin:0}",
  "assets/icon-16.png": "png",
  "manifest.xml": "<OfficeApp/>",
  "office/LICENSE.md": "licence",
  "台账助手.html": "<!doctype html><title>one file</title>",
};

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

let folder: string;
let server: ChildProcess;
let said = "";
let ports: { readonly plain: number; readonly secure: number };
let certificate: Buffer;

async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** What a person setting up the server changes; each place must be there to be changed. */
function rewrite(source: string): string {
  const change = (text: string, from: string, to: string): string => {
    if (!text.includes(from)) throw new Error(`docs/nginx.conf no longer has: ${from}`);
    return text.replaceAll(from, () => to);
  };
  let text = source;
  text = change(text, "listen 80", `listen 127.0.0.1:${ports.plain}`);
  // Not every machine of the tests has IPv6; a socket file stands in for it.
  text = change(text, "listen [::]:80", `listen unix:${folder}/plain.sock`);
  text = change(text, "listen 443 ssl http2", `listen 127.0.0.1:${ports.secure} ssl http2`);
  text = change(text, "listen [::]:443 ssl http2", `listen unix:${folder}/secure.sock ssl http2`);
  text = change(text, "/etc/nginx/taizhang.crt", `${folder}/taizhang.crt`);
  text = change(text, "/etc/nginx/taizhang.key", `${folder}/taizhang.key`);
  return change(text, "root  /srv/taizhang;", `root  ${folder}/web;`);
}

const main = () => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/taizhang.conf;
}
`;

function ask(pathname: string, options: https.RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        host: "127.0.0.1",
        port: ports.secure,
        servername: HOST,
        ca: certificate,
        path: encodeURI(pathname),
        ...options,
        headers: { host: HOST, ...options.headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
        response.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end();
  });
}

async function untilItAnswers(): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`nginx ended with ${server.exitCode}: ${said}`);
    try {
      await ask("/manifest.xml");
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ECONNREFUSED") throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

beforeAll(async () => {
  const nginx = findNginx();
  folder = mkdtempSync(path.join(tmpdir(), "taizhang-nginx-"));
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(folder, "web", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${HOST}`]
      .concat(["-addext", `subjectAltName=DNS:${HOST}`])
      .concat(["-keyout", `${folder}/taizhang.key`, "-out", `${folder}/taizhang.crt`]),
    { stdio: "pipe" },
  );
  certificate = readFileSync(`${folder}/taizhang.crt`);
  ports = { plain: await freePort(), secure: await freePort() };
  writeFileSync(`${folder}/taizhang.conf`, rewrite(conf));
  writeFileSync(`${folder}/nginx.conf`, main());
  const use = ["-p", folder, "-c", `${folder}/nginx.conf`, "-e", "stderr"];
  // Throws, with what nginx says, where the configuration is not good.
  execFileSync(nginx, ["-t", ...use], { stdio: "pipe" });
  server = spawn(nginx, use, { stdio: ["ignore", "ignore", "pipe"] });
  server.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await untilItAnswers();
});

afterAll(async () => {
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Every header that a header set of ours may have: one that is missing there must be missing here. */
const NAMES = [
  ...new Set(
    ["/page/", "/assets/a.png", "/taskpane.html", "/台账助手.html"].flatMap((at) => Object.keys(headersFor(at))),
  ),
];

const wanted = (pathname: string) =>
  Object.fromEntries(NAMES.map((name) => [name.toLowerCase(), headersFor(pathname)[name]]));
const got = (answer: Answer) =>
  Object.fromEntries(NAMES.map((name) => [name.toLowerCase(), answer.headers[name.toLowerCase()]]));

test("the policies written into the file are those of scripts/headers.mjs", () => {
  expect(conf).toContain(`"~^/page/"  "${PAGE_CSP}";`);
  expect(conf).toContain(`default     "${taskpaneCsp()}";`);
});

test("nginx took the file without a warning", () => {
  // Since 1.25.1 nginx would rather have a line "http2 on;", which older ones, like Debian's, don't know.
  const warnings = said.split("\n").filter((line) => /\[(?:warn|alert|emerg)\]/.test(line) && !/http2/.test(line));
  expect(warnings).toEqual([]);
});

test.each(Object.keys(FILES).map((name) => `/${name}`))(
  "%s: type, cache and header set as npm start sends",
  async (at) => {
    const answer = await ask(at);
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toBe(FILES[at.slice(1)]);
    expect(answer.headers["content-type"]).toBe(CONTENT_TYPES[path.extname(at)] ?? "application/octet-stream");
    expect(answer.headers["cache-control"]).toBe(cacheFor(at));
    expect(answer.headers["strict-transport-security"]).toMatch(/^max-age=\d{7,}/);
    expect(answer.headers.server).toBe("nginx");
    expect(got(answer)).toEqual(wanted(at));
  },
);

test("the page opens under its folder, and the bare address leads there", async () => {
  const page = await ask("/page/");
  expect(page.body.toString()).toBe(FILES["page/index.html"]);
  expect(page.headers["cache-control"]).toBe("no-cache");
  expect(got(page)).toEqual(wanted("/page/index.html"));
  const bare = await ask("/");
  expect(bare.status).toBe(302);
  expect(new URL(bare.headers.location ?? "").pathname).toBe("/page/");
  const slashless = await ask("/page");
  expect(slashless.status).toBe(301);
  expect(new URL(slashless.headers.location ?? "").pathname).toBe("/page/");
});

test("nobody may frame the page; Excel may frame the pane", async () => {
  const page = (await ask("/page/")).headers;
  const pane = (await ask("/taskpane.html")).headers;
  expect(page["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(pane["content-security-policy"]).toContain("https://*.officeapps.live.com");
  expect(page["cross-origin-opener-policy"]).toBe("same-origin");
  // With it, dialogs of Excel could not talk to the pane.
  expect(pane["cross-origin-opener-policy"]).toBeUndefined();
  expect(pane["x-frame-options"]).toBeUndefined();
});

test.each(["/page/gone.html", "/page/gone.0123456789.js", "/gone.js", "/page/samples/", "/../nginx.conf"])(
  "%s is not found, under the same header set, and nobody keeps the answer",
  async (at) => {
    const answer = await ask(at);
    expect(answer.status).toBe(at.endsWith("/") ? 403 : at.startsWith("/..") ? 400 : 404);
    if (answer.status === 400) return;
    expect(got(answer)).toEqual(wanted(at));
    expect(answer.headers["cache-control"]).toBe("no-cache");
  },
);

test("what is not known by name is not listed, run or written", async () => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
    const answer = await ask("/page/index.html", { method });
    expect({ method, status: answer.status }).toEqual({ method, status: 403 });
    expect(answer.headers["content-security-policy"]).toBe(PAGE_CSP);
  }
  const head = await ask("/page/index.html", { method: "HEAD" });
  expect([head.status, head.body.length]).toEqual([200, 0]);
});

test("scripts go compressed to whoever takes it, pictures and workbooks as they are", async () => {
  const headers = { "accept-encoding": "gzip" };
  const packed = await ask("/page/page.0123456789.js", { headers });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(packed.headers.vary).toMatch(/accept-encoding/i);
  expect(gunzipSync(packed.body).toString()).toBe(script);
  expect(packed.body.length).toBeLessThan(Buffer.byteLength(script) / 4);
  expect((await ask("/page/samples/tidy.xlsx", { headers })).headers["content-encoding"]).toBeUndefined();
});

test("a file that has not changed is not sent again", async () => {
  const first = await ask("/page/index.html");
  const again = await ask("/page/index.html", { headers: { "if-none-match": first.headers.etag ?? "" } });
  expect(again.status).toBe(304);
  expect(again.headers["content-security-policy"]).toBe(PAGE_CSP);
});

test("speaks HTTP/2, refuses old TLS, and leads from http to https", async () => {
  const session = http2.connect(`https://127.0.0.1:${ports.secure}`, { ca: certificate, servername: HOST });
  const stream = session.request({ ":path": "/taskpane.html", ":authority": HOST });
  const headers = await new Promise<http2.IncomingHttpHeaders>((resolve, reject) => {
    stream.once("response", resolve);
    stream.once("error", reject);
    session.once("error", reject);
  });
  session.close();
  expect(headers[":status"]).toBe(200);
  expect(headers["content-security-policy"]).toBe(taskpaneCsp());
  await expect(
    ask("/page/", { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ALL:@SECLEVEL=0" }),
  ).rejects.toThrow(/alert|protocol/i);
  const plain = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http
      .get({ host: "127.0.0.1", port: ports.plain, path: "/page/?x=1", headers: { host: HOST } }, resolve)
      .on("error", reject);
  });
  plain.resume();
  expect([plain.statusCode, plain.headers.location]).toEqual([301, `https://${HOST}/page/?x=1`]);
});

describe("asked under another name", () => {
  const plainly = (host: string): Promise<string> =>
    new Promise((resolve) => {
      http
        .get({ host: "127.0.0.1", port: ports.plain, path: "/page/", headers: { host } }, (response) => {
          response.resume();
          resolve(`${response.statusCode} ${response.headers.location}`);
        })
        .on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? ""));
    });

  test.each(["evil.example", "127.0.0.1", "taizhang.example.evil.example", ""])(
    "%s: no answer, no way on",
    async (name) => {
      expect(await plainly(name)).toMatch(/^(?:ECONNRESET$|400 undefined)/);
      await expect(ask("/page/", { headers: { host: name } })).rejects.toThrow(/hang up|ECONNRESET/);
    },
  );

  test("a handshake for another name fails", async () => {
    await expect(ask("/page/", { servername: "evil.example", rejectUnauthorized: false })).rejects.toThrow(
      /alert|unrecognized/i,
    );
  });
});
