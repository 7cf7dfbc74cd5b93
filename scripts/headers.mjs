/**
 * The header sets of what we serve, in one place: the local server, the nginx configuration and the tests use these.
 * The hash is that of an empty style element: Griffel (Fluent's style engine) adds empty <style> elements and fills them
 * by insertRule; without it Fluent silently loses all its styles.
 */
export const EMPTY_STYLE_HASH = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** @param {Record<string, string[]>} directives */
function policy(directives) {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

const base = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'", EMPTY_STYLE_HASH],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
};

/** Content security policy of the page; `frame-ancestors` only counts as a header. */
export const PAGE_CSP = policy({ ...base, "frame-ancestors": ["'none'"] });
/** The same for the page's <meta>, where frame-ancestors is not allowed. */
export const PAGE_META_CSP = policy(base);

/** Excel frames the task pane from these (Excel on the web, desktop shells use none). */
const OFFICE_FRAMES = [
  "'self'",
  "https://*.officeapps.live.com",
  "https://*.office.com",
  "https://*.office365.com",
  "https://*.office.net",
  "https://*.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.sharepoint.com",
  "https://*.partner.office365.cn",
  "https://*.partner.officewebapps.cn",
  "https://*.sharepoint.cn",
];

/** Where Microsoft serves office.js: everywhere, and for Office 365 operated by 21Vianet. */
export const OFFICE_JS_ORIGINS = [
  "https://appsforoffice.microsoft.com",
  "https://appsforoffice.cdn.partner.office365.cn",
];

/** @param {string[]} officeOrigins */
function officePolicy(officeOrigins) {
  return {
    ...base,
    "script-src": ["'self'", ...officeOrigins],
    "connect-src": ["'self'", ...officeOrigins],
  };
}

/**
 * Sent as header with the task pane. It allows both of Microsoft's addresses, so that one server set-up serves any
 * build; the policy in the pane itself allows only the address it was built with.
 * @param {string} [officeJs] another address of office.js
 */
export function taskpaneCsp(officeJs, frames = OFFICE_FRAMES) {
  const own = officeJs && /^https:\/\//.test(officeJs) ? [new URL(officeJs).origin] : [];
  return policy({ ...officePolicy([...new Set([...OFFICE_JS_ORIGINS, ...own])]), "frame-ancestors": frames });
}

/**
 * For the pane's <meta>, where frame-ancestors is not allowed.
 * @param {string} officeJs address of office.js as built in
 */
export function taskpaneMetaCsp(officeJs) {
  return policy(officePolicy(/^https:\/\//.test(officeJs) ? [new URL(officeJs).origin] : []));
}

/** @param {string[]} scriptHashes of the inline scripts of the one-file page */
export function singleFileCsp(scriptHashes) {
  return policy({
    "default-src": ["'none'"],
    "script-src": [...scriptHashes.map((hash) => `'${hash}'`), "blob:"],
    "style-src": [EMPTY_STYLE_HASH],
    "img-src": ["data:", "blob:"],
    "worker-src": ["blob:"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  });
}

/** Sent with everything. */
export const COMMON_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
};

export const PAGE_HEADERS = {
  ...COMMON_HEADERS,
  "Content-Security-Policy": PAGE_CSP,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** Sent for each ending; everything else goes as bytes to be saved. */
export const CONTENT_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xml": "text/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** The one file is handed out to be kept and opened by double click; it brings its own policy with it. */
const ONE_FILE = "/台账助手.html";

/**
 * The header set of a path, without type and cache.
 * @param {string} pathname decoded, beginning with a slash
 */
export function headersFor(pathname) {
  if (pathname.startsWith("/page/")) return PAGE_HEADERS;
  // Excel on the web shows the icons of the manifest in its own pages.
  if (pathname.startsWith("/assets/")) return { ...COMMON_HEADERS, "Cross-Origin-Resource-Policy": "cross-origin" };
  if (pathname === ONE_FILE) return { ...COMMON_HEADERS, "Content-Disposition": "attachment" };
  return { ...COMMON_HEADERS, "Content-Security-Policy": taskpaneCsp() };
}

/** Names with a content hash may be kept for ever; everything else is asked for again. */
export function cacheFor(pathname) {
  return /\.[0-9a-f]{8,}\.(js|css)$/.test(pathname) ? "public, max-age=31536000, immutable" : "no-cache";
}
