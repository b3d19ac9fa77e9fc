import { Injectable } from "@nestjs/common";
import type { AttributeDto, ExportColumnDto, ExportKind } from "@linli/contracts";
import { PersonalData } from "../common/crypto.js";
import { CustomerQueries } from "../customer/customer.queries.js";
import { isAttributeField, templateOf } from "../imports/profiles/templates/attribute-fields.js";
import { type AttributeValues, attributeText } from "../property/attributes/attribute-values.js";
import { AttributesQueries } from "../property/attributes/attributes.queries.js";
import { RoomQueries } from "../property/rooms/room.queries.js";
import { columnsUnknown } from "./exports.errors.js";
import { bindingsSource } from "./sources/bindings-source.js";
import { customersSource } from "./sources/customers-source.js";
import type { ExportSource } from "./sources/export-source.js";
import { payersSource } from "./sources/payers-source.js";
import { roomsSource } from "./sources/rooms-source.js";
import { spacesSource } from "./sources/spaces-source.js";
import { vehiclesSource } from "./sources/vehicles-source.js";

/** The kinds of export and where their rows come from. */
@Injectable()
export class ExportSources {
  private readonly sources: Readonly<Record<ExportKind, ExportSource>>;

  constructor(
    rooms: RoomQueries,
    customers: CustomerQueries,
    personal: PersonalData,
    private readonly attributes: AttributesQueries,
  ) {
    this.sources = {
      ROOMS: roomsSource(rooms),
      CUSTOMERS: customersSource(customers, personal),
      PAYERS: payersSource(customers),
      SPACES: spacesSource,
      BINDINGS: bindingsSource,
      VEHICLES: vehiclesSource,
    };
  }

  of(kind: ExportKind): ExportSource {
    return this.sources[kind];
  }

  /** The kind with a column for each user-defined attribute of the project that is in use. */
  async forProject(kind: ExportKind, projectId: string): Promise<ExportSource> {
    const source = this.sources[kind];
    if (!source.attributes) return source;
    return withAttributes(source, await this.attributes.list(projectId, source.attributes));
  }
}

/** Attributes are columns of the template, and texts as people read them. */
function withAttributes(source: ExportSource, definitions: readonly AttributeDto[]): ExportSource {
  const template = templateOf(source.kind, definitions);
  const fields = template.fields.filter(isAttributeField);
  return {
    ...source,
    template,
    valuesOf: (row, whole) => {
      const values = source.valuesOf(row, whole);
      const { attributes } = row as { attributes: AttributeValues };
      for (const { key, attribute } of fields) values[key] = attributeText(attribute, attributes[attribute.id]) || null;
      return values;
    },
  };
}

/** All columns of a kind, those of the template first. */
export const columnsOf = ({ template, further, masked }: ExportSource): ExportColumnDto[] => [
  ...template.fields.map(({ key, label, required }) => ({
    key,
    label,
    required: required ?? false,
    masked: masked.includes(key),
  })),
  ...further.map(({ key, label }) => ({ key, label, required: false, masked: false })),
];

/** The columns left in, in the order of the template; those an import needs are always there. @throws EXPORT_COLUMNS */
export function chosenColumns(source: ExportSource, keys: readonly string[] | null): ExportColumnDto[] {
  const columns = columnsOf(source);
  if (keys === null || keys.length === 0) return columns;
  const unknown = keys.filter((key) => !columns.some((column) => column.key === key));
  if (unknown.length > 0) throw columnsUnknown(unknown);
  return columns.filter(({ key, required }) => required || keys.includes(key));
}
