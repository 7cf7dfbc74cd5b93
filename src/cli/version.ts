/** Version, build stamp and version of the rules. */
import type { Versions } from "../app/session";
import { RULES_VERSION } from "../rule";

/** Put in by webpack; absent when the sources run directly (tests). */
declare const __TAIZHANG_BUILD__: { readonly version: string; readonly commit: string; readonly date: string };

export function versions(): Versions {
  const stamp =
    typeof __TAIZHANG_BUILD__ === "undefined" ? { version: "0.0.0", commit: "source", date: "" } : __TAIZHANG_BUILD__;
  const build = stamp.date === "" ? stamp.commit : `${stamp.commit} ${stamp.date}`;
  return { version: stamp.version, build, rules: RULES_VERSION };
}

/** What `taizhang --version` prints. */
export function versionText(json: boolean): string {
  const { version, build, rules } = versions();
  return json
    ? `${JSON.stringify({ schema: 1, name: "taizhang", version, build, rules, node: process.versions.node })}\n`
    : `taizhang ${version} (${build}, rules ${rules})\n`;
}
