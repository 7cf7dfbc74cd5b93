/** docs/nginx.conf in a real nginx. The header sets are held to those of scripts/headers.mjs, which `npm start` uses. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { cacheFor, CONTENT_TYPES, headersFor, PAGE_CSP, taskpaneCsp } from "../../scripts/headers.mjs";
import { HOST, nginxProgram, startNginx, type RunningNginx } from "./real-nginx";

const conf = readFileSync(path.join(__dirname, "../../docs/nginx.conf"), "utf8");

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
let server: RunningNginx;

function ask(pathname: string, options: https.RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        host: "127.0.0.1",
        port: server.ports.secure,
        servername: HOST,
        ca: server.certificate,
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

beforeAll(async () => {
  // A missing nginx is a failure, never a reason to test nothing.
  const nginx = nginxProgram();
  if (nginx === null) throw new Error("nginx is not installed: install nginx-light, or name the program in NGINX");
  folder = mkdtempSync(path.join(tmpdir(), "taizhang-web-"));
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  server = await startNginx(nginx, conf, folder);
});

afterAll(async () => {
  await server?.stop();
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
  const warnings = server
    .said()
    .split("\n")
    .filter((line) => /\[(?:warn|alert|emerg)\]/.test(line) && !/http2/.test(line));
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
  const session = http2.connect(`https://127.0.0.1:${server.ports.secure}`, {
    ca: server.certificate,
    servername: HOST,
  });
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
      .get({ host: "127.0.0.1", port: server.ports.plain, path: "/page/?x=1", headers: { host: HOST } }, resolve)
      .on("error", reject);
  });
  plain.resume();
  expect([plain.statusCode, plain.headers.location]).toEqual([301, `https://${HOST}/page/?x=1`]);
});

describe("asked under another name", () => {
  const plainly = (host: string): Promise<string> =>
    new Promise((resolve) => {
      http
        .get({ host: "127.0.0.1", port: server.ports.plain, path: "/page/", headers: { host } }, (response) => {
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
