import { v7 } from "uuid";

/** A new id, ordered by time. Made in code so that every PostgreSQL from 15 on serves. */
export const newId = (): string => v7();

/** The project id of rows that concern the whole company. */
export const COMPANY = "00000000-0000-0000-0000-000000000000";
