/** A rule in words, and a query that finds what breaks it: a project in order finds nothing. $1 is the project. */
export type Rule = readonly [rule: string, sql: string];
