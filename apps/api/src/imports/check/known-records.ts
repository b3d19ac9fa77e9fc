import type { AttributeDto } from "@linli/contracts";
import type { KnownObject } from "../../billing/objects/charge-objects.js";
import type { KnownVehicles } from "./known-vehicles.js";
import type { Areas } from "../../property/room-areas/areas-of-day.js";

/** What an import needs to know of the project, read by a few statements whatever its size. */
export interface KnownProject {
  /** First day the project bills: where a relation or binding begins when nobody says. */
  firstDay: string;
  /** Whether the rooms belong to a developer while nobody owns them. */
  hasDeveloper: boolean;
  prefixes: string[];
  /** User-defined attributes of rooms and customers. */
  attributes: readonly AttributeDto[];
  buildings: ReadonlySet<string>;
  /** By `building/unit`. */
  units: ReadonlyMap<string, KnownUnit>;
  /** By code. */
  rooms: ReadonlyMap<string, KnownRoom>;
  /** By name. */
  items: ReadonlyMap<string, KnownItem>;
  itemCodes: ReadonlySet<string>;
  /** By fee item and the thing, or the room, that each holds for. */
  bindings: ReadonlyMap<string, KnownBinding[]>;
  /** What bindings call things, or why nobody can say which. */
  objects: ReadonlyMap<string, KnownObject | string>;
  /** By room id. */
  relations: ReadonlyMap<string, KnownRelation[]>;
  /** By room id. */
  payers: ReadonlyMap<string, KnownPayer[]>;
  /** Whom the payers and vehicles of the file name by 客户编号; under the number of a merged entry, the one he went into. */
  customers: ReadonlyMap<string, KnownPerson>;
  vehicles: KnownVehicles;
  /** By code. */
  spaces: ReadonlyMap<string, KnownSpace>;
}

export interface KnownUnit {
  floors: number | null;
  hasLift: boolean | null;
}

export interface KnownRoom {
  id: string;
  code: string;
  building: string;
  unit: string;
  name: string;
  floor: number;
  buildingArea: string;
  chargeArea: string;
  innerArea: string | null;
  usableArea: string | null;
  layout: string | null;
  orientation: string | null;
  purpose: string;
  state: string;
  handoverNoticedOn: string | null;
  handedOverOn: string | null;
  movedInOn: string | null;
  remark: string | null;
  /** First and last day of the room, where it came from or went into others. */
  startsOn: string | null;
  endedOn: string | null;
  /** What its areas were from when on, by day; loaded where the file names such a day. */
  areas?: KnownAreas[];
}

/** Areas of a room from a day on, as decimal text. */
export interface KnownAreas extends Areas {
  from: string;
}

export interface KnownItem {
  id: string;
  name: string;
  kind: string;
  active: boolean;
  collectedForOthers: boolean;
  rates: KnownRate[];
}

export interface KnownRate {
  id: string;
  name: string;
  base: string;
  formula: string | null;
  active: boolean;
  versions: { startsOn: string; endsOn: string | null; unitPrice: string; surcharge: string }[];
}

export interface KnownBinding {
  roomId: string;
  roomCode: string;
  objectId: string | null;
  rateId: string;
  rateName: string;
  startsOn: string;
  endsOn: string | null;
  unitPrice: string | null;
  quantity: string | null;
}

export interface KnownRelation {
  id: string;
  customerId: string;
  customerName: string;
  role: string;
  /** Per cent. */
  share: string | null;
  kinship: string | null;
  isPrimaryContact: boolean;
  startsOn: string;
  endsOn: string | null;
}

export interface KnownPerson {
  id: string;
  name: string;
}

export interface KnownPayer {
  id: string;
  customerId: string;
  customerName: string;
  feeItemId: string | null;
  startsOn: string;
  endsOn: string | null;
}

export interface KnownSpace {
  code: string;
  name: string;
  type: string;
  place: string;
  ownership: string | null;
  area: string | null;
}
