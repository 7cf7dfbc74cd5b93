/*
 * Offline use of the page. Keeps exactly the files of one build, and asks nothing of any other place. Pages are answered from
 * the build that the person has agreed to: a newer one is fetched and kept beside it, the pages are told, and it takes
 * the other's place when one of them says so. The build fills in the version and the list.
 */
"use strict";

const PREFIX = "taizhang-page-";
const VERSION = "%VERSION%";
const CACHE = `${PREFIX}${VERSION}`;
const FILES = "%FILES%";
/** Holds the versions that pages are answered from: the present one, and the one before for pages that are still open. */
const CHOICE = "taizhang-choice";

self.addEventListener("install", (event) => {
  event.waitUntil(keepFiles().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(settle().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  event.respondWith(answer(request));
});

self.addEventListener("message", (event) => {
  if (event.data === "taizhang:newer?") event.waitUntil(tellIfNewer([event.source]));
  if (event.data === "taizhang:update") event.waitUntil(update(event.source));
});

/** All or nothing: a build of which a file cannot be had is not installed, and the one before stays. */
async function keepFiles() {
  const cache = await caches.open(CACHE);
  // Asked of the server, whatever the browser's own cache thinks: files without a hash keep their names.
  try {
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Versions that are chosen, the present one first, as far as their files are still kept. */
async function chosen() {
  const said = await (await caches.open(CHOICE)).match("./choice");
  const versions = said === undefined ? [] : (await said.text()).split("\n");
  const kept = await caches.keys();
  return versions.filter((version) => kept.includes(`${PREFIX}${version}`));
}

async function choose(versions) {
  await (await caches.open(CHOICE)).put("./choice", new Response(versions.join("\n")));
}

/** The first build is agreed to by opening the page; a later one waits for a word. What nobody can want any more goes. */
async function settle() {
  let versions = await chosen();
  if (versions.length === 0) {
    // A program from before there was a choice has kept one build: its pages may want lazy parts of it.
    const before = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    versions = [VERSION, ...before.slice(-1).map((name) => name.slice(PREFIX.length))];
    await choose(versions);
  }
  await dropOthers(versions);
  await tellIfNewer(await self.clients.matchAll());
}

async function dropOthers(versions) {
  const wanted = new Set([CACHE, ...versions.map((version) => `${PREFIX}${version}`)]);
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !wanted.has(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function tellIfNewer(clients) {
  const [present] = await chosen();
  if (present === VERSION) return;
  for (const client of clients) client?.postMessage("taizhang:newer");
}

async function update(client) {
  const [present] = await chosen();
  if (present !== VERSION) await choose(present === undefined ? [VERSION] : [VERSION, present]);
  client?.postMessage("taizhang:updated");
}

/** Everything of the chosen build from what is kept; the parts of another page's build, too. */
async function answer(request) {
  const [present] = await chosen();
  if (present === undefined) return fetch(request);
  const cache = await caches.open(`${PREFIX}${present}`);
  const own = await cache.match(request);
  if (own) return own;
  if (request.mode === "navigate") {
    const page = await cache.match("./index.html");
    const { pathname } = new URL(request.url);
    // The page's own address, with or without its name; anything else below it is not ours to answer.
    if (page && (pathname.endsWith("/") || pathname.endsWith("/index.html"))) return page;
    return fetch(request);
  }
  return (await caches.match(request)) ?? fetch(request);
}
