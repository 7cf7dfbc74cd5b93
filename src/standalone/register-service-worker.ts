/** Offline use of the served page; nothing of it in the one-file page, nor without HTTPS or localhost. */
export function registerServiceWorker(): void {
  if (__TAIZHANG_ONE_FILE__ || !("serviceWorker" in navigator) || !window.isSecureContext) return;
  if (process.env.NODE_ENV !== "production") return;
  navigator.serviceWorker.register("./service-worker.js", { scope: "./" }).catch((error: unknown) => {
    // Refused by policy or a private window: the page works all the same, only not offline.
    document.documentElement.dataset.offline = error instanceof Error ? error.name : "refused";
  });
}
