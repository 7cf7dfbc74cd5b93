/**
 * @jest-environment node
 *
 * The service worker's own logic, run as the browser runs it but with a network and caches made here: what is kept, what
 * is answered from where, what a new build does to the one before.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

const BASE = "https://bureau.example/page/";
const source = readFileSync(path.join(__dirname, "../../src/standalone/service-worker.js"), "utf8");

interface Asked {
  readonly url: string;
  readonly cache: string;
}

/** What all service workers of an origin share: the caches, and a network that can be gone. */
function makeOrigin() {
  const stores = new Map<string, Map<string, Response>>();
  const online = new Map<string, string>();
  const asked: Asked[] = [];
  const state = { connected: true };

  class ScopedRequest extends Request {
    constructor(input: string | Request, init?: RequestInit) {
      super(typeof input === "string" ? new URL(input, BASE) : input, init);
    }
  }
  const urlOf = (input: string | Request) => new URL(typeof input === "string" ? input : input.url, BASE).href;

  async function fetchFrom(input: string | Request): Promise<Response> {
    const url = urlOf(input);
    asked.push({ url, cache: typeof input === "string" ? "default" : input.cache });
    if (!state.connected) throw new TypeError("Failed to fetch");
    const body = online.get(url);
    return body === undefined ? new Response("404", { status: 404 }) : new Response(body);
  }

  const cacheOf = (store: Map<string, Response>) => ({
    match: async (input: string | Request) => store.get(urlOf(input))?.clone(),
    put: async (input: string | Request, response: Response) => void store.set(urlOf(input), response),
    addAll: async (requests: readonly Request[]) => {
      const answers = await Promise.all(requests.map(async (each) => ({ each, got: await fetchFrom(each) })));
      if (answers.some(({ got }) => !got.ok)) throw new TypeError("Request failed");
      for (const { each, got } of answers) store.set(urlOf(each), got);
    },
  });
  const caches = {
    open: async (name: string) => {
      const store = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, store);
      return cacheOf(store);
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (input: string | Request) => {
      for (const store of stores.values()) {
        const hit = store.get(urlOf(input));
        if (hit) return hit.clone();
      }
      return undefined;
    },
  };
  return { stores, online, asked, state, caches, fetchFrom, ScopedRequest };
}

type Origin = ReturnType<typeof makeOrigin>;

/** The worker of one build, loaded but not yet installed. */
function load(origin: Origin, version: string, files: readonly string[]) {
  const text = source.replace('"%VERSION%"', JSON.stringify(version)).replace('"%FILES%"', JSON.stringify(files));
  const handlers = new Map<string, (event: unknown) => void>();
  const calls: string[] = [];
  const told: string[] = [];
  const client = { postMessage: (message: string) => void told.push(message) };
  const self = {
    location: new URL(BASE),
    addEventListener: (type: string, handler: (event: unknown) => void) => handlers.set(type, handler),
    skipWaiting: async () => void calls.push("skipWaiting"),
    clients: { claim: async () => void calls.push("claim"), matchAll: async () => [client] },
  };
  vm.runInNewContext(text, {
    self,
    caches: origin.caches,
    fetch: origin.fetchFrom,
    Request: origin.ScopedRequest,
    Response,
    URL,
    TypeError,
  });
  const lifecycle = async (type: "install" | "activate") => {
    let waited: Promise<unknown> = Promise.reject(new Error(`${type} is not handled`));
    waited.catch(() => undefined);
    handlers.get(type)?.({ waitUntil: (promise: Promise<unknown>) => (waited = promise) });
    await waited;
  };
  const say = async (data: string) => {
    let waited: Promise<unknown> = Promise.resolve();
    handlers.get("message")?.({ data, source: client, waitUntil: (promise: Promise<unknown>) => (waited = promise) });
    await waited;
  };
  return {
    calls,
    told,
    say,
    install: () => lifecycle("install"),
    activate: () => lifecycle("activate"),
    /** The text answered; null where the worker leaves the request alone. */
    ask: async (url: string, more: { mode?: string; method?: string } = {}): Promise<string | null> => {
      let answered: Promise<Response> | null = null;
      const request = new Request(new URL(url, BASE), { method: more.method ?? "GET" });
      // Only a browser may make a request of this mode.
      if (more.mode) Object.defineProperty(request, "mode", { value: more.mode });
      handlers.get("fetch")?.({ request, respondWith: (promise: Promise<Response>) => (answered = promise) });
      if (answered === null) return null;
      const response: Response = await (answered as Promise<Response>);
      return response.type === "error" ? "error" : response.text();
    },
  };
}

const FIRST = ["./index.html", "./page.aaaaaaaaaa.js", "./lazy.aaaaaaaaaa.js"];
const SECOND = ["./index.html", "./page.bbbbbbbbbb.js", "./lazy.bbbbbbbbbb.js"];

/** Puts a build on the server, in place of the one before. */
function publish(origin: Origin, files: readonly string[], mark: string): void {
  origin.online.clear();
  for (const file of files) origin.online.set(new URL(file, BASE).href, `${mark} ${file}`);
  origin.online.set(BASE, `${mark} ./index.html`);
}

async function firstBuild() {
  const origin = makeOrigin();
  publish(origin, FIRST, "first");
  const worker = load(origin, "v1", FIRST);
  await worker.install();
  await worker.activate();
  return { origin, worker };
}

const buildsOf = (origin: Origin) => [...origin.stores.keys()].filter((name) => name !== "taizhang-choice").sort();

test("keeps every file of its build, asked of the server, and takes over the open page", async () => {
  const { origin, worker } = await firstBuild();
  expect(buildsOf(origin)).toEqual(["taizhang-page-v1"]);
  expect([...(origin.stores.get("taizhang-page-v1")?.keys() ?? [])]).toEqual(FIRST.map((f) => new URL(f, BASE).href));
  expect(origin.asked.map((each) => each.cache)).toEqual(["no-cache", "no-cache", "no-cache"]);
  expect(worker.calls).toEqual(["skipWaiting", "claim"]);
  await worker.say("taizhang:newer?");
  expect(worker.told).toEqual([]);
});

test("without a network the page and all its files are there", async () => {
  const { origin, worker } = await firstBuild();
  origin.state.connected = false;
  expect(await worker.ask("./", { mode: "navigate" })).toBe("first ./index.html");
  expect(await worker.ask("./?do=check", { mode: "navigate" })).toBe("first ./index.html");
  for (const file of FIRST) expect(await worker.ask(file)).toBe(`first ${file}`);
});

/** Publishes another build and lets its worker come. */
async function nextBuild(origin: Origin, version: string) {
  publish(origin, SECOND, version);
  const worker = load(origin, version, SECOND);
  await worker.install();
  await worker.activate();
  return worker;
}

test("with a network, too, everything comes from what is kept", async () => {
  const { origin, worker } = await firstBuild();
  origin.asked.length = 0;
  publish(origin, SECOND, "second");
  expect(await worker.ask("./", { mode: "navigate" })).toBe("first ./index.html");
  for (const file of FIRST) expect(await worker.ask(file)).toBe(`first ${file}`);
  expect(origin.asked).toEqual([]);
  // What is not the page's own is asked of the server.
  expect(await worker.ask("./page.bbbbbbbbbb.js")).toBe("second ./page.bbbbbbbbbb.js");
  origin.online.set(new URL("./guide.html", BASE).href, "guide");
  expect(await worker.ask("./guide.html", { mode: "navigate" })).toBe("guide");
});

test("a new build waits for a word: pages are told, and opened anew they are the old build still, whole", async () => {
  const { origin } = await firstBuild();
  const second = await nextBuild(origin, "v2");
  expect(second.told).toEqual(["taizhang:newer"]);
  for (const connected of [true, false]) {
    origin.state.connected = connected;
    expect(await second.ask("./", { mode: "navigate" })).toBe("first ./index.html");
    for (const file of FIRST) expect(await second.ask(file)).toBe(`first ${file}`);
  }
  // A page that is opened later asks, and is told.
  await second.say("taizhang:newer?");
  expect(second.told).toEqual(["taizhang:newer", "taizhang:newer"]);
});

test("agreed to, the new build is whole; a page of the old one still gets its lazy parts", async () => {
  const { origin } = await firstBuild();
  const second = await nextBuild(origin, "v2");
  await second.say("taizhang:update");
  expect(second.told.at(-1)).toBe("taizhang:updated");
  origin.state.connected = false;
  expect(await second.ask("./", { mode: "navigate" })).toBe("v2 ./index.html");
  expect(await second.ask("./index.html")).toBe("v2 ./index.html");
  for (const file of SECOND) expect(await second.ask(file)).toBe(`v2 ${file}`);
  expect(await second.ask("./lazy.aaaaaaaaaa.js")).toBe("first ./lazy.aaaaaaaaaa.js");
  await second.say("taizhang:newer?");
  expect(second.told.at(-1)).toBe("taizhang:updated");
});

test("of builds that nobody agreed to only the newest is kept; other people's caches are left alone", async () => {
  const { origin } = await firstBuild();
  await origin.caches.open("somebody-else");
  for (const version of ["v2", "v3"]) await nextBuild(origin, version);
  expect(buildsOf(origin)).toEqual(["somebody-else", "taizhang-page-v1", "taizhang-page-v3"]);
});

test("two builds agreed to and one that waits are kept at most", async () => {
  const { origin } = await firstBuild();
  for (const version of ["v2", "v3"]) await (await nextBuild(origin, version)).say("taizhang:update");
  await nextBuild(origin, "v4");
  expect(buildsOf(origin)).toEqual(["taizhang-page-v2", "taizhang-page-v3", "taizhang-page-v4"]);
});

test("where the browser has thrown the chosen build away, the newer one is taken", async () => {
  const { origin } = await firstBuild();
  await origin.caches.delete("taizhang-page-v1");
  const second = await nextBuild(origin, "v2");
  expect(await second.ask("./", { mode: "navigate" })).toBe("v2 ./index.html");
  expect(second.told).toEqual([]);
});

test("a program from before there was a choice: the new build is taken, and its pages keep their lazy parts", async () => {
  const { origin } = await firstBuild();
  await origin.caches.delete("taizhang-choice");
  const second = await nextBuild(origin, "v2");
  expect(await second.ask("./", { mode: "navigate" })).toBe("v2 ./index.html");
  expect(await second.ask("./lazy.aaaaaaaaaa.js")).toBe("first ./lazy.aaaaaaaaaa.js");
});

test("a build of which a file is missing is not installed", async () => {
  const { origin } = await firstBuild();
  publish(origin, SECOND.slice(0, 2), "second");
  const second = load(origin, "v2", SECOND);
  await expect(second.install()).rejects.toThrow("Request failed");
  expect(second.calls).toEqual([]);
  expect(buildsOf(origin)).toEqual(["taizhang-page-v1"]);
});

test("nothing but reading, and nothing of other places, is touched", async () => {
  const { origin, worker } = await firstBuild();
  origin.asked.length = 0;
  expect(await worker.ask("./index.html", { method: "POST" })).toBeNull();
  expect(await worker.ask("https://elsewhere.example/page/index.html")).toBeNull();
  expect(origin.asked).toEqual([]);
});
