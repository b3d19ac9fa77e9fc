// Everything, for the API. The console imports from here only as types, and its constants from ./enums.
export * from "./audit/audit.dto.js";
export * from "./auth/auth.dto.js";
export * from "./auth/auth.fields.js";
export * from "./auth/roles.dto.js";
export * from "./auth/users.dto.js";
export * from "./billing/prints.dto.js";
export * from "./common/fields.js";
export * from "./common/label.js";
export * from "./common/page.dto.js";
export * from "./customer/customer.dto.js";
export * from "./enums.js";
export * from "./files/pictures.dto.js";
export * from "./jobs/jobs.dto.js";
export * from "./property/directory.dto.js";
export * from "./property/projects.dto.js";
export * from "./property/property.dto.js";
export * from "./property/rooms.dto.js";
