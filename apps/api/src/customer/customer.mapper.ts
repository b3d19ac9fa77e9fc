import type {
  CustomerDetailDto,
  CustomerDto,
  CustomerTagDto,
  GuardianConsentDto,
  PayerDto,
  RelationDto,
} from "@linli/contracts";
import { maskPhone } from "../common/crypto.js";
import { type AttributeValues, toAttributeValueDtos } from "../property/attributes/attribute-values.js";
import { MISSING_CONSENT } from "./incomplete.js";

/** Columns of `customer` as the queries read them. */
export interface CustomerRow {
  id: string;
  number: string;
  name: string;
  kind: string;
  sex: string | null;
  id_type: string | null;
  id_number_masked: string | null;
  mobile: string | null;
  home_phone: string | null;
  other_phones: string[];
  birthday: string | null;
  registered_place: string | null;
  emergency_name: string | null;
  emergency_phone: string | null;
  address: string | null;
  remark: string | null;
  incomplete: string[];
  confirmed_on: string | null;
  attributes: AttributeValues;
  confirmed_by_name: string | null;
  merged_into_id: string | null;
  tags: CustomerTagDto[];
  room_codes: string[] | null;
  room_count: number | null;
}

/** The list's row; `today` decides who is younger than 14. */
export function toCustomerDto(row: CustomerRow, today: string): CustomerDto {
  const under14 = isUnder14(row.birthday, today);
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    kind: row.kind as CustomerDto["kind"],
    sex: row.sex as CustomerDto["sex"],
    idType: row.id_type as CustomerDto["idType"],
    idNumberMasked: row.id_number_masked,
    mobileMasked: maskPhone(row.mobile),
    roomCodes: row.room_codes ?? [],
    roomCount: Number(row.room_count ?? 0),
    attributes: toAttributeValueDtos(row.attributes),
    // the consent is no longer missing once the child has grown up
    incomplete: row.incomplete.filter((name) => under14 || name !== MISSING_CONSENT),
    under14,
    tags: row.tags,
  };
}

/** Children under 14 need a guardian's consent (LAW-33). */
export const isUnder14 = (birthday: string | null, today: string): boolean =>
  birthday !== null && today < `${Number(birthday.slice(0, 4)) + 14}${birthday.slice(4)}`;

export function toCustomerDetailDto(
  row: CustomerRow,
  {
    today,
    relations,
    payers,
    guardianConsents,
    openFen,
  }: {
    today: string;
    relations: RelationDto[];
    payers: PayerDto[];
    guardianConsents: GuardianConsentDto[];
    openFen: number;
  },
): CustomerDetailDto {
  return {
    ...toCustomerDto(row, today),
    birthday: row.birthday,
    registeredPlace: row.registered_place,
    homePhoneMasked: maskPhone(row.home_phone),
    otherPhonesMasked: row.other_phones.map((phone) => maskPhone(phone)!),
    emergencyName: row.emergency_name,
    emergencyPhoneMasked: maskPhone(row.emergency_phone),
    address: row.address,
    remark: row.remark,
    confirmedOn: row.confirmed_on,
    confirmedByName: row.confirmed_by_name,
    mergedIntoId: row.merged_into_id,
    relations,
    payers,
    guardianConsents,
    openFen,
  };
}

/** A relation with the names of both sides. */
export interface RelationRow {
  id: string;
  room_id: string;
  room_code: string;
  room_name: string;
  customer_id: string;
  customer_number: string;
  customer_name: string;
  customer_kind: string;
  mobile: string | null;
  role: string;
  share: string | null;
  kinship: string | null;
  head_id: string | null;
  head_name: string | null;
  authority: string | null;
  is_primary_contact: boolean;
  starts_on: string;
  ends_on: string | null;
  end_reason: string | null;
  previous_id: string | null;
  corrected_at: Date | null;
}

export function toRelationDto(row: RelationRow): RelationDto {
  return {
    id: row.id,
    roomId: row.room_id,
    roomCode: row.room_code,
    roomName: row.room_name,
    customerId: row.customer_id,
    customerNumber: row.customer_number,
    customerName: row.customer_name,
    customerKind: row.customer_kind as RelationDto["customerKind"],
    mobileMasked: maskPhone(row.mobile),
    role: row.role as RelationDto["role"],
    share: row.share && row.share.replace(/\.?0+$/, ""),
    kinship: row.kinship as RelationDto["kinship"],
    headId: row.head_id,
    headName: row.head_name,
    authority: row.authority,
    isPrimaryContact: row.is_primary_contact,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    endReason: row.end_reason,
    previousId: row.previous_id,
    correctedAt: row.corrected_at?.toISOString() ?? null,
  };
}

export interface PayerRow {
  id: string;
  room_id: string;
  room_code: string;
  customer_id: string;
  customer_number: string;
  customer_name: string;
  fee_item_id: string | null;
  fee_item_name: string | null;
  starts_on: string;
  ends_on: string | null;
}

export function toPayerDto(row: PayerRow): PayerDto {
  return {
    id: row.id,
    roomId: row.room_id,
    roomCode: row.room_code,
    customerId: row.customer_id,
    customerNumber: row.customer_number,
    customerName: row.customer_name,
    feeItemId: row.fee_item_id,
    feeItemName: row.fee_item_name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  };
}
