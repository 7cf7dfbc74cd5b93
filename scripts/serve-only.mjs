/** Serves dist/web on a free port of this computer and prints the address. PORT sets the first port to try (0: any). */
import { fileURLToPath } from "node:url";
import { listenAsAsked } from "./serve.mjs";

const { url } = await listenAsAsked(fileURLToPath(new URL("../dist/web", import.meta.url)), 0);
process.stdout.write(`${url}\n`);
