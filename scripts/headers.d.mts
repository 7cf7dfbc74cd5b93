export const EMPTY_STYLE_HASH: string;
export const PAGE_CSP: string;
export const PAGE_META_CSP: string;
export const OFFICE_JS_ORIGINS: readonly string[];
export const COMMON_HEADERS: Readonly<Record<string, string>>;
export const PAGE_HEADERS: Readonly<Record<string, string>>;
export function taskpaneCsp(officeJs?: string, frames?: readonly string[]): string;
export function taskpaneMetaCsp(officeJs: string): string;
export function singleFileCsp(scriptHashes: readonly string[]): string;
