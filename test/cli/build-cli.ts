/** Builds the command line into a folder, as `npm run build` does, and returns its program. */
import { cp, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import webpack from "webpack";

const root = resolve(__dirname, "../..");

/** @returns path of bin/taizhang.js */
export async function buildCli(folder: string): Promise<string> {
  await mkdir(join(folder, "bin"), { recursive: true });
  const bin = join(folder, "bin", "taizhang.js");
  await cp(join(root, "bin/taizhang.js"), bin);
  type Configure = (env: object, argv: { mode: string }) => Promise<webpack.Configuration[]>;
  const configure = jest.requireActual<Configure>("../../webpack.config.js");
  const cli = (await configure({}, { mode: "production" })).find((config) => config.name === "cli");
  if (!cli) throw new Error("webpack.config.js has no configuration cli");
  const path = join(folder, "dist", "cli");
  const compiler = webpack({ ...cli, output: { ...cli.output, path }, optimization: { minimize: false } });
  await new Promise<void>((done, fail) => {
    compiler.run((error, stats) => {
      const problem = error ?? (stats?.hasErrors() ? new Error(stats.toString("errors-only")) : null);
      compiler.close(() => (problem ? fail(problem) : done()));
    });
  });
  return bin;
}
