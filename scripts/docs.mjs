/**
 * `npm run docs`: writes the generated pages anew, docs/rules.md, docs/proofread-rules.md, docs/settings.md and
 * docs/settings.schema.json. The tests that hold them to the code do it, so that both use the same text.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const jest = fileURLToPath(new URL("../node_modules/jest/bin/jest.js", import.meta.url));
const tests = ["test/check/docs.test.ts", "test/proofread/docs.test.ts", "test/app/settings-docs.test.ts"];
const { status } = spawnSync(process.execPath, [jest, ...tests, "--selectProjects", "node", "--runInBand"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, UPDATE_DOCS: "1" },
});
process.exit(status ?? 1);
