/**
 * The SQL of `taizhang facts` on a distributed engine: Debian's clickhouse-server twice on loopback, one cluster of two
 * shards, Distributed tables over both. A million made-up facts (or as many as the argument says) go in as lines of JSON, a
 * file's facts to one shard; rates.sql must give what counting the same rows one by one gives.
 *
 * node scripts/test-scale.mjs [items]
 */
import { spawn } from "node:child_process";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { loadSources } from "./sources.mjs";

const ITEMS = Number(process.argv[2] ?? 1_000_000);
const PER_FILE = 200;
const HTTP = [18_123, 28_123];
const TCP = [19_000, 29_000];
const SERVER = ["/usr/bin/clickhouse-server", "/usr/sbin/clickhouse-server"].find((place) => existsSync(place));

if (SERVER === undefined) {
  console.log("clickhouse-server is not installed (apt-get install clickhouse-server): nothing was tested.");
  process.exit(0);
}

const require = createRequire(import.meta.url);
loadSources();
const root = fileURLToPath(new URL("..", import.meta.url));
const { FACTS_COLUMNS, UNITS_COLUMNS, ratesSql } = require(path.join(root, "src/month/facts"));

const folder = mkdtempSync(path.join(tmpdir(), "taizhang-scale-"));
const servers = [];
try {
  await run();
} finally {
  for (const server of servers) server.kill();
  await Promise.all(servers.map((server) => server.exitCode ?? new Promise((done) => server.once("exit", done))));
  rmSync(folder, { recursive: true, force: true });
}

async function run() {
  const counted = await writeFacts();
  for (const shard of [0, 1]) servers.push(start(shard));
  await Promise.all(HTTP.map(answers));
  const relations = { facts: FACTS_COLUMNS, units: UNITS_COLUMNS };
  for (const [name, columns] of Object.entries(relations)) {
    const list = columns.map(({ name: column, type, nullable }) => `${column} ${typeOf(type, nullable)}`).join(", ");
    for (const port of HTTP) {
      await query(port, `CREATE TABLE ${name}_local (${list}) ENGINE = MergeTree() ORDER BY id`);
      await query(port, `CREATE TABLE ${name} AS ${name}_local ENGINE = Distributed(two, default, ${name}_local)`);
    }
    const before = performance.now();
    for (const [shard, port] of HTTP.entries()) await load(port, name, path.join(folder, `${name}-${shard}.ndjson`));
    console.log(`${name}: loaded in ${Math.round(performance.now() - before)} ms`);
  }
  const statements = ratesSql("done")
    .split(";")
    .filter((statement) => statement.trim() !== "");
  for (const [index, statement] of statements.entries()) {
    const before = performance.now();
    // The two tables are joined where both are whole: the right side is fetched from all shards.
    const text = await query(HTTP[0], `${statement} FORMAT TabSeparated`, "distributed_product_mode=global");
    const expected = counted[index];
    if (text !== expected) throw new Error(`statement ${index + 1} differs:\n${text}\ninstead of\n${expected}`);
    const rows = text.trimEnd().split("\n").length;
    console.log(`statement ${index + 1}: ${rows} rows, equal, ${Math.round(performance.now() - before)} ms`);
  }
  console.log(`${ITEMS} items on two shards: equal.`);
}

function typeOf(type, nullable) {
  const name = { STRING: "String", DATE: "Date", INT: "Int32" }[type];
  return nullable ? `Nullable(${name})` : name;
}

/** Made-up facts by shard, and what both statements must say of them. */
async function writeFacts() {
  const out = Object.fromEntries(
    ["facts", "units"].map((name) => [
      name,
      [0, 1].map((shard) => createWriteStream(path.join(folder, `${name}-${shard}.ndjson`))),
    ]),
  );
  const kinds = ["problem", "letter", "matter"];
  const statuses = ["done", "ongoing", "notDone", "basic", "excluded", "longTerm", "unknown"];
  const byKind = new Map();
  const byUnit = new Map();
  const add = (map, key, status, overdue) => {
    const counts = map.get(key) ?? [0, 0, 0, 0, 0];
    counts[0] += 1;
    if (status === "done") counts[1] += 1;
    if (overdue) counts[2] += 1;
    if (status === "done") counts[3] += 1;
    if (status !== "excluded") counts[4] += 1;
    map.set(key, counts);
  };
  let seed = 1;
  const next = (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 4_294_967_296) * below);
  };
  for (let item = 0; item < ITEMS; item += 1) {
    const number = Math.floor(item / PER_FILE);
    const file = `收表/${number}.xlsx`;
    const cell = `A${(item % PER_FILE) + 3}`;
    const id = `${file}#台账!${cell}`;
    const kind = kinds[next(kinds.length)];
    const status = statuses[next(statuses.length)];
    const overdue = status !== "done" && status !== "excluded" && next(4) === 0 ? 1 : 0;
    const first = next(300);
    const units = next(5) === 0 ? [first, (first + 1) % 300] : [first];
    const names = units.map((unit) => `第${unit}单位`);
    const day = `2025-${String(next(12) + 1).padStart(2, "0")}-${String(next(28) + 1).padStart(2, "0")}`;
    const fact = {
      id,
      file,
      sheet: "台账",
      cell,
      kind,
      number: String(item),
      unit: names[0],
      section: "",
      status,
      deadline: next(9) === 0 ? null : day,
      done_date: status === "done" ? day : null,
      as_of: "2025-11-30",
      overdue,
      due_soon: 0,
      on_time: 0,
      measures: next(2) === 0 ? null : 3,
      measures_done: null,
    };
    const shard = number % 2;
    if (!out.facts[shard].write(`${JSON.stringify(fact)}\n`)) await once(out.facts[shard]);
    add(byKind, kind, status, overdue);
    for (const unit of names) {
      if (!out.units[shard].write(`${JSON.stringify({ id, kind, unit })}\n`)) await once(out.units[shard]);
      add(byUnit, `${unit}\t${kind}`, status, overdue);
    }
  }
  for (const streams of Object.values(out)) for (const stream of streams) await new Promise((done) => stream.end(done));
  const bytewise = ([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const text = (map) =>
    [...map]
      .sort(bytewise)
      .map(([key, counts]) => `${key}\t${counts.join("\t")}\n`)
      .join("");
  return [text(byKind), text(byUnit)];
}

function once(stream) {
  return new Promise((done) => stream.once("drain", done));
}

function start(shard) {
  const own = path.join(folder, `shard${shard}`);
  mkdirSync(path.join(own, "tmp"), { recursive: true });
  const replica = (port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`;
  writeFileSync(
    path.join(own, "users.xml"),
    `<yandex><profiles><default><max_memory_usage>2000000000</max_memory_usage></default></profiles>
<users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile>
<quota>default</quota></default></users><quotas><default></default></quotas></yandex>`,
  );
  writeFileSync(
    path.join(own, "config.xml"),
    `<yandex><logger><level>warning</level><log>${own}/log</log><errorlog>${own}/errors</errorlog></logger>
<http_port>${HTTP[shard]}</http_port><tcp_port>${TCP[shard]}</tcp_port><listen_host>127.0.0.1</listen_host>
<path>${own}/</path><tmp_path>${own}/tmp/</tmp_path><users_config>${own}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>268435456</mark_cache_size>
<remote_servers><two>${TCP.map(replica).join("")}</two></remote_servers></yandex>`,
  );
  const server = spawn(SERVER, [`--config-file=${own}/config.xml`], {
    cwd: own,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return server;
}

/** Waits for a server, which may take a while on a busy machine; one that has ended will never answer. */
async function answers(port, shard) {
  for (;;) {
    if (servers[shard].exitCode !== null) throw new Error(`the server on port ${port} has ended`);
    try {
      if ((await query(port, "SELECT 1")) === "1\n") return;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    await pause(200);
  }
}

async function query(port, sql, settings = "") {
  const response = await fetch(`http://127.0.0.1:${port}/?${settings}`, { method: "POST", body: sql });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

async function load(port, table, file) {
  const sql = encodeURIComponent(`INSERT INTO ${table}_local FORMAT JSONEachRow`);
  const response = await fetch(`http://127.0.0.1:${port}/?query=${sql}`, {
    method: "POST",
    body: createReadStream(file),
    duplex: "half",
  });
  if (!response.ok) throw new Error(await response.text());
  await response.text();
}
