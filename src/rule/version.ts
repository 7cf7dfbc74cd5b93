/** Version of the rules, of ledgers and notices: goes up with a release in which one comes, goes or judges differently. */
export const RULES_VERSION = "1.0.0";
