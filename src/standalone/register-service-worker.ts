/**
 * Offline use of the served page, and the word that there is a newer build; nothing of it in the one-file page, nor without
 * HTTPS or localhost.
 */
let newer = false;
const listeners = new Set<() => void>();

export function registerServiceWorker(): void {
  if (__TAIZHANG_ONE_FILE__ || !("serviceWorker" in navigator) || !window.isSecureContext) return;
  if (process.env.NODE_ENV !== "production") return;
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (data === "taizhang:newer") {
      newer = true;
      for (const listener of listeners) listener();
    } else if (data === "taizhang:updated") {
      window.location.reload();
    }
  });
  serviceWorker.controller?.postMessage("taizhang:newer?");
  serviceWorker.register("./service-worker.js", { scope: "./" }).catch((error: unknown) => {
    // Refused by policy or a private window: the page works all the same, only not offline.
    document.documentElement.dataset.offline = error instanceof Error ? error.name : "refused";
  });
}

/** Whether a newer build is kept and waits for a word. */
export const newerVersion = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: (): boolean => newer,
  /** The page opens anew with it; other pages stay with theirs until they are opened anew. */
  take: (): void => navigator.serviceWorker.controller?.postMessage("taizhang:update"),
};
