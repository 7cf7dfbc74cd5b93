/** 要素数据: rows for data bases and the SQL that counts them. */
export { FACTS_COLUMNS, type FactsColumn, factsSchema, ratesSql, UNITS_COLUMNS } from "./columns";
export { type FactRow, factsOf, type FactsOptions, type UnitRow } from "./rows";
