// Everything, for the API. The console imports from here only as types, and its constants from ./enums.
export * from "./billing/prints.dto.js";
export * from "./common/fields.js";
export * from "./common/label.js";
export * from "./common/page.dto.js";
export * from "./enums.js";
export * from "./jobs/jobs.dto.js";
export * from "./property/property.dto.js";
