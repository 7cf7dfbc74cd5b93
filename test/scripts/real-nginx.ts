/**
 * docs/nginx.conf in a real nginx, rewritten only in what a server of one's own rewrites: addresses of listening sockets,
 * certificate, root.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** The name that docs/nginx.conf answers to. */
export const HOST = "taizhang.example";

/** Where nginx is, Debian's place first; null where there is none. */
export function nginxProgram(): string | null {
  const places = [
    process.env["NGINX"],
    "/usr/sbin/nginx",
    "/usr/local/sbin/nginx",
    "/usr/local/bin/nginx",
    "/opt/homebrew/bin/nginx",
  ];
  return places.find((place) => place !== undefined && place !== "" && existsSync(place)) ?? null;
}

export interface RunningNginx {
  readonly ports: { readonly plain: number; readonly secure: number };
  readonly certificate: Buffer;
  /** What it wrote to its log so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** What a person setting up the server changes; each place must be there to be changed. */
function rewrite(source: string, folder: string, root: string, ports: RunningNginx["ports"]): string {
  const change = (text: string, from: string, to: string): string => {
    if (!text.includes(from)) throw new Error(`nginx.conf no longer has: ${from}`);
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
  return change(text, "root  /srv/taizhang;", `root  ${root};`);
}

const main = (folder: string): string => `
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

/**
 * @param conf the file as it is handed on
 * @param root folder to be served
 * @throws Error with what nginx says, where the configuration is not good
 */
export async function startNginx(nginx: string, conf: string, root: string): Promise<RunningNginx> {
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-nginx-"));
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${HOST}`]
      .concat(["-addext", `subjectAltName=DNS:${HOST}`])
      .concat(["-keyout", `${folder}/taizhang.key`, "-out", `${folder}/taizhang.crt`]),
    { stdio: "pipe" },
  );
  const ports = { plain: await freePort(), secure: await freePort() };
  writeFileSync(`${folder}/taizhang.conf`, rewrite(conf, folder, root, ports));
  writeFileSync(`${folder}/nginx.conf`, main(folder));
  const use = ["-p", folder, "-c", `${folder}/nginx.conf`, "-e", "stderr"];
  execFileSync(nginx, ["-t", ...use], { stdio: "pipe" });
  const server = spawn(nginx, use, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  while (!(await answers(ports.secure))) {
    if (server.exitCode !== null) throw new Error(`nginx ended with ${server.exitCode}: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    ports,
    certificate: readFileSync(`${folder}/taizhang.crt`),
    said: () => said,
    stop: async () => {
      if (server.exitCode === null) {
        const ended = new Promise((resolve) => server.once("exit", resolve));
        server.kill("SIGTERM");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether somebody listens. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
