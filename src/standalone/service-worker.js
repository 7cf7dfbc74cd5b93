/*
 * Offline use of the page. Keeps exactly the files of one build, and those of the build before for pages that are still
 * open; asks nothing of any other place. The build fills in the version and the list.
 */
"use strict";

const PREFIX = "taizhang-page-";
const CACHE = `${PREFIX}${"%VERSION%"}`;
const FILES = "%FILES%";

self.addEventListener("install", (event) => {
  event.waitUntil(keepFiles().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldBuilds().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  event.respondWith(answer(request));
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

/** A page of the build before may still want one of its lazy parts, which the server has no longer. */
async function dropOldBuilds() {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** Pages come from the network while there is one, so that a new build shows at once; everything else from the cache. */
async function answer(request) {
  const cache = await caches.open(CACHE);
  if (request.mode === "navigate") {
    try {
      return await fetch(request);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return (await cache.match(request)) ?? (await cache.match("./index.html")) ?? Response.error();
    }
  }
  return (await cache.match(request)) ?? (await caches.match(request)) ?? fetch(request);
}
