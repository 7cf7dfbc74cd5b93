/** Machines that do other things, too, are slow; a test that hangs still ends. Jest takes no `testTimeout` of a project. */
jest.setTimeout(60_000);
