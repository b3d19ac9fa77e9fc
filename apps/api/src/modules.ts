import type { Type } from "@nestjs/common";
import { PropertyModule } from "./property/property.module.js";

/** The business domains, in the order of their dependency. */
export const domainModules: Type[] = [PropertyModule];
