import { bindingsTemplate } from "./bindings-template.js";
import { customersTemplate } from "./customers-template.js";
import { payersTemplate } from "./payers-template.js";
import { roomsTemplate } from "./rooms-template.js";
import { spacesTemplate } from "./spaces-template.js";
import { vehiclesTemplate } from "./vehicles-template.js";
import type { Template } from "./template.js";

/** Our own templates by kind of import. */
export const templates = {
  ROOMS: roomsTemplate,
  CUSTOMERS: customersTemplate,
  PAYERS: payersTemplate,
  SPACES: spacesTemplate,
  BINDINGS: bindingsTemplate,
  VEHICLES: vehiclesTemplate,
} as const satisfies Record<string, Template>;
export type TemplateKind = keyof typeof templates;
