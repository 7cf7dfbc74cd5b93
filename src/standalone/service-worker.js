/*
 * Offline use of the page. Keeps exactly the files of one build; asks nothing of any other place. The build fills in the
 * version and the list.
 */
"use strict";

const CACHE = `taizhang-page-${"%VERSION%"}`;
const FILES = "%FILES%";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith("taizhang-page-") && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  event.respondWith(answer(request));
});

/** Pages come from the network while there is one, so that a new build shows at once; everything else from the cache. */
async function answer(request) {
  const cache = await caches.open(CACHE);
  if (request.mode === "navigate") {
    try {
      return await fetch(request);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return (await cache.match("./index.html")) ?? Response.error();
    }
  }
  return (await cache.match(request)) ?? fetch(request);
}
