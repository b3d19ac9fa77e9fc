import { bindingsTemplate } from "./bindings-template.js";
import { customersTemplate } from "./customers-template.js";
import { roomsTemplate } from "./rooms-template.js";
import type { Template } from "./template.js";

/** Our own templates by kind of import. */
export const templates = {
  ROOMS: roomsTemplate,
  CUSTOMERS: customersTemplate,
  BINDINGS: bindingsTemplate,
} as const satisfies Record<string, Template>;
export type TemplateKind = keyof typeof templates;
