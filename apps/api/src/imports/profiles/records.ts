import type {
  CustomerKind,
  IdType,
  Kinship,
  Orientation,
  RelationRole,
  RoomPurpose,
  RoomState,
  Sex,
  SpaceOwnership,
  SpaceType,
  VehicleKind,
  VehicleRank,
  VehicleRole,
  VehicleState,
} from "@linli/contracts/enums";

/** Values of user-defined attributes by the id of the definition, in their stored form. */
export type GivenAttributes = Record<string, string[]>;

/**
 * REFUSE: the row cannot be imported as it is. LINK: the row can, what it points to cannot. INCOMPLETE: a compulsory (M)
 * field is missing; imported, counted and listed. NOTE: worth knowing. REFUSE and LINK block until corrected or decided.
 */
export type Severity = "REFUSE" | "LINK" | "INCOMPLETE" | "NOTE";

/** One thing to say about a record. */
export interface Issue {
  severity: Severity;
  /** Property of the record, null for the row as a whole. */
  field: string | null;
  code: string;
  /** A Chinese sentence. */
  message: string;
}

/** Where a record comes from, and what is to be said about it. */
export interface Sourced {
  sheet: string;
  /** Row number as the spreadsheet shows it. */
  rowNo: number;
  issues: Issue[];
  /** Number within the import, given once all rows are read; records keep it while decisions are applied. */
  uid?: number;
}

/** A unit of a building; several rows make a building. */
export interface UnitRecord extends Sourced {
  /** `building/unit`. */
  key: string;
  building: string;
  unit: string;
  floors: number | null;
  lift: boolean | null;
  /** Not a row of its own: known from the rooms in it, and there as long as one of them is. */
  implied: boolean;
}

export interface RoomRecord extends Sourced {
  /** `building/unit/code` when the source numbers rooms inside units, else the code. */
  key: string;
  building: string;
  unit: string;
  code: string;
  name: string | null;
  floor: number | null;
  /** Areas in m², decimal strings. */
  buildingArea: string | null;
  chargeArea: string | null;
  innerArea: string | null;
  usableArea?: string | null;
  /** 户型, as the source writes it. */
  layout: string | null;
  orientation: Orientation | null;
  purpose: RoomPurpose | null;
  state: RoomState | null;
  /** Rent a month in fen. */
  rentFen: number | null;
  handoverNoticedOn?: string | null;
  handedOverOn?: string | null;
  movedInOn?: string | null;
  /** First day of the areas, of a room that is there. */
  areasFrom?: string | null;
  remark: string | null;
  /** User-defined attributes the file names, by definition. */
  attributes?: GivenAttributes;
  /** From a sales list: named as people name it; what the project knows of state and remark stays. */
  loose?: boolean;
}

export interface CustomerRecord extends Sourced {
  /** The number in the source, or name and document; unique within the import. */
  key: string;
  name: string;
  kind: CustomerKind;
  sex: Sex | null;
  /** Years, as the source claims; kept for the report only. */
  age: number | null;
  idType: IdType | null;
  idNumber: string | null;
  /** 户口所在地. */
  registeredResidence: string | null;
  emergencyName: string | null;
  emergencyPhone: string | null;
  homePhone: string | null;
  mobile: string | null;
  /** 客户编号 of the project, as our own exports write it. */
  number?: string | null;
  birthday?: string | null;
  otherPhones?: string[] | null;
  contactName?: string | null;
  address?: string | null;
  remark?: string | null;
  /** User-defined attributes the file names, by definition. */
  attributes?: GivenAttributes;
  /** Labels of the numbers the file shows masked: unchanged for a customer who is known, refused for a new one. */
  masked?: string[];
  /** The strictest role the person has here decides which fields are compulsory (CUS-05 to CUS-07). */
  role: RelationRole;
}

/** A relation of a customer to a room (客房关系). */
export interface RelationRecord extends Sourced {
  roomKey: string;
  customerKey: string;
  role: RelationRole;
  /** Fraction, a decimal string: "0.5". */
  share: string | null;
  from: string | null;
  to: string | null;
  kinship: Kinship | null;
  /** Null says nothing. */
  isPrimaryContact?: boolean | null;
}

/** Who pays for a room (收费对象, CUS-09). */
export interface PayerRecord extends Sourced {
  roomKey: string;
  /** Name of the fee item; null for all. */
  fee: string | null;
  /** 客户编号; without one the person is found among those of the room by name. */
  number: string | null;
  name: string;
  from: string | null;
  to: string | null;
}

export interface FeeRecord extends Sourced {
  /** The number in the source. */
  key: string;
  name: string;
  /** 费用类型, e.g. 物业费. */
  category: string | null;
  recurring: boolean;
  prepaid: boolean;
  /** Months in one payment. */
  cycleMonths: number;
  /** 出账类型, as the source writes it. */
  posting: string | null;
  from: string | null;
  to: string | null;
  /** Area × price + surcharge, or a fixed amount; a month. */
  formula: "AREA_PRICE_PLUS" | "FIXED";
  /** Yuan per m² and month, a decimal string. */
  price: string | null;
  surchargeFen: number;
  fixedFen: number | null;
}

/** A fee item bound to a room. */
export interface BindingRecord extends Sourced {
  roomKey: string;
  /** `FeeRecord.key`, or the name of a fee item of the project. */
  feeKey: string;
  /** Name of the rate (收费标准) where the source names one. */
  rateName: string | null;
  from: string | null;
  to: string | null;
  /** Overrides of the rate: yuan, decimal strings. */
  price: string | null;
  quantity: string | null;
  /** What it holds for beside the room, as the file calls it (BIL-05); null for the room itself. */
  object: string | null;
}

export interface SpaceRecord extends Sourced {
  key: string;
  /** 停车场编号. */
  lot: string;
  code: string;
  name?: string | null;
  type: SpaceType | null;
  /** 车位位置; known by the number of the car park when left out. */
  place?: string | null;
  /** 车位权属; follows from the tenure when left out. */
  ownership?: SpaceOwnership | null;
  /** m², a decimal string. */
  area: string | null;
  customerKey: string | null;
  plate: string | null;
  vehicle: string | null;
  colour: string | null;
  /** Sold or let to the customer. */
  tenure: "SOLD" | "LET" | null;
  from: string | null;
  to: string | null;
}

/** A vehicle, and what one person is to it (SCN-09). */
export interface VehicleRecord extends Sourced {
  /** Plate, role and name. */
  key: string;
  /** Capitals without blanks and dots. */
  plate: string;
  model: string | null;
  color: string | null;
  remark: string | null;
  /** As an export shows it; null says nothing. */
  state: VehicleState | null;
  role: VehicleRole;
  /** 客户编号; without one the person is found among those of the room by name. */
  number: string | null;
  name: string;
  roomKey: string | null;
  spaceCode: string | null;
  rank: VehicleRank | null;
  kind: VehicleKind | null;
  from: string | null;
  to: string | null;
}

/** The records of an import by kind, in the order in which they are written. */
export interface ImportRecords {
  units: UnitRecord[];
  rooms: RoomRecord[];
  customers: CustomerRecord[];
  relations: RelationRecord[];
  payers: PayerRecord[];
  fees: FeeRecord[];
  bindings: BindingRecord[];
  spaces: SpaceRecord[];
  vehicles: VehicleRecord[];
  /** Rows of which no record, or no record of their own, was made, with what is to be said about them. */
  refused: Sourced[];
}

/** The kinds of records, in that order. */
export const RECORD_KINDS = [
  "units",
  "rooms",
  "customers",
  "relations",
  "payers",
  "fees",
  "bindings",
  "spaces",
  "vehicles",
  "refused",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** All records of every kind. */
export const allRecords = (records: ImportRecords): Sourced[] => RECORD_KINDS.flatMap((kind) => records[kind]);

/** Numbers the records, so that they are found again after decisions left some of them out. */
export function numberRecords(records: ImportRecords): void {
  allRecords(records).forEach((record, index) => (record.uid = index + 1));
}

/** Whether a record cannot be imported as it is. */
export const isRefused = ({ issues }: Sourced): boolean => issues.some(({ severity }) => severity === "REFUSE");

/** Notes an issue once per record. */
export function addIssue(
  record: Sourced,
  severity: Severity,
  field: string | null,
  code: string,
  message: string,
): void {
  if (!record.issues.some((issue) => issue.code === code && issue.field === field))
    record.issues.push({ severity, field, code, message });
}
