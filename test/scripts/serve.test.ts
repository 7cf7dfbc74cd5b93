/** The local server: its own names only, its own folder only, and one sentence for what cannot be. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { listen, portFrom } from "../../scripts/serve.mjs";

let folder: string;
let served: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "taizhang-serve-"));
  mkdirSync(path.join(folder, "web", "page"), { recursive: true });
  writeFileSync(path.join(folder, "secret.txt"), "secret");
  writeFileSync(path.join(folder, "web", "page", "index.html"), "page");
  writeFileSync(path.join(folder, "web", "page", "closed.js"), "closed");
  chmodSync(path.join(folder, "web", "page", "closed.js"), 0);
  symlinkSync(path.join(folder, "secret.txt"), path.join(folder, "web", "page", "out.txt"));
  symlinkSync(folder, path.join(folder, "web", "page", "up"));
  symlinkSync("round", path.join(folder, "web", "page", "round"));
  symlinkSync("index.html", path.join(folder, "web", "page", "same.html"));
  served = await listen(path.join(folder, "web"), 0);
});
afterAll(async () => {
  await new Promise((resolve) => served.server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

function ask(at: string, host = "localhost", method = "GET"): Promise<{ status: number; body: string }> {
  const { port } = new URL(served.url);
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: "127.0.0.1",
        port,
        path: at,
        method,
        agent: false,
        headers: { host: `${host}:${port}` },
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (text: string) => (body += text));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    request.on("error", reject).end();
  });
}

test.each(["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])("answers as %s", async (host) => {
  expect(await ask("/page/", host)).toEqual({ status: 200, body: "page" });
});

test.each(["evil.example", "localhost.evil.example", "192.168.1.2", "localhost@evil.example"])(
  "does not answer as %s",
  async (host) => {
    const { status, body } = await ask("/page/", host);
    expect([400, 421]).toContain(status);
    expect(body).not.toContain("page");
  },
);

test.each([
  "/page/out.txt",
  "/page/up/secret.txt",
  "/page/round",
  "/../secret.txt",
  "/page/..%2f..%2fsecret.txt",
  "/page/%00",
  "/page/up",
  `/page/${"x".repeat(5000)}`,
  `/${"a/".repeat(3000)}`,
])("%.40s leads nowhere", async (at) => {
  expect((await ask(at)).status).toBe(404);
});

test("links inside the folder are followed, files it may not read are refused, and it goes on", async () => {
  expect((await ask("/page/same.html")).body).toBe("page");
  // Whoever runs the tests as root may read everything.
  expect((await ask("/page/closed.js")).status).toBe(process.getuid?.() === 0 ? 200 : 403);
  expect((await ask("/%E0%A4%A")).status).toBe(400);
  expect((await ask("/page/", "localhost", "POST")).status).toBe(405);
  expect((await ask("/page/")).status).toBe(200);
});

test.each(["abc", "-1", "65536", "1e3", "3000.5", " 3000", "9".repeat(50)])(
  "PORT=%s is told in one sentence",
  (value) => {
    expect(() => portFrom(value, 3000)).toThrow(/^PORT 应为[^\n]+PORT must be[^\n]+\.$/);
    const script = path.join(__dirname, "../../scripts/serve-only.mjs");
    const run = spawnSync(process.execPath, [script], { env: { ...process.env, PORT: value }, encoding: "utf8" });
    expect({ status: run.status, out: run.stdout, lines: run.stderr.trim().split("\n").length }).toEqual({
      status: 2,
      out: "",
      lines: 1,
    });
  },
);

test("ports from PORT, and none that is left", async () => {
  expect([portFrom(undefined, 3000), portFrom("", 3000), portFrom("0", 3000), portFrom("8080", 3000)]).toEqual([
    3000, 3000, 0, 8080,
  ]);
  const port = Number(new URL(served.url).port);
  await expect(listen(folder, port, 1)).rejects.toThrow(/都不能用/);
});
