/** Before every suite. */
import { configureGlobal } from "fast-check";

/** Machines that do other things, too, are slow; a test that hangs still ends. Jest takes no `testTimeout` of a project. */
jest.setTimeout(60_000);

/** A commit that passed passes again: properties draw from one seed. TAIZHANG_SEED draws from another (before a release). */
configureGlobal({ seed: Number(process.env["TAIZHANG_SEED"] ?? 1) });
