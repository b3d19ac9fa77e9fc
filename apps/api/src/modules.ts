import type { Type } from "@nestjs/common";

/** The business domains, in the order of their dependency. */
export const domainModules: Type[] = [];
