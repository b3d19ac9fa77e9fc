// The half without decorators: constants and their Chinese labels, safe in the browser bundle.
export * from "./approvals/approvals.enums.js";
export * from "./audit/audit.enums.js";
export * from "./auth/auth.enums.js";
export * from "./auth/password-rules.js";
export * from "./auth/permissions.js";
export * from "./billing/billing.enums.js";
export * from "./common/documents.js";
export * from "./customer/customer.enums.js";
export * from "./customer/recipients.enums.js";
export * from "./exports/exports.enums.js";
export * from "./imports/imports.enums.js";
export * from "./jobs/jobs.enums.js";
export * from "./parking/parking.enums.js";
export * from "./property/attributes.enums.js";
export * from "./property/property.enums.js";
export * from "./query/query.enums.js";
export * from "./property/restructures.enums.js";
