import {
  customerKindLabels,
  CustomerQueryDto,
  idTypeLabels,
  kinshipLabels,
  relationRoleLabels,
  sexLabels,
} from "@linli/contracts";
import { maskPhone, type PersonalData } from "../../common/crypto.js";
import { NATURAL } from "../../database/natural-order.js";
import type { CustomerQueries } from "../../customer/customer.queries.js";
import { customersTemplate } from "../../imports/profiles/templates/customers-template.js";
import { type ExportSource, worded } from "./export-source.js";

interface CustomerRow {
  id: string;
  number: string;
  name: string;
  kind: string;
  sex: string | null;
  id_type: string | null;
  id_number_cipher: string | null;
  id_number_masked: string | null;
  birthday: string | null;
  registered_place: string | null;
  mobile: string | null;
  home_phone: string | null;
  other_phones: string[];
  emergency_name: string | null;
  emergency_phone: string | null;
  contact_name: string | null;
  address: string | null;
  remark: string | null;
  incomplete: string[];
  room_code: string | null;
  role: string | null;
  share: string | null;
  kinship: string | null;
  is_primary_contact: boolean | null;
  starts_on: string | null;
  ends_on: string | null;
}

/** Telephone and document numbers, masked in lists and exports (LAW-30). */
const NUMBERS = ["idNumber", "mobile", "homePhone", "otherPhones", "emergencyPhone"];

/** 客户与客房关系: a row for each relation of the customers found, one without room for those who have none. */
export const customersSource = (customers: CustomerQueries, personal: PersonalData): ExportSource<CustomerRow> => ({
  kind: "CUSTOMERS",
  template: customersTemplate,
  further: [{ key: "incomplete", label: "资料缺项" }],
  filter: CustomerQueryDto,
  permission: "customer:read",
  attributes: "CUSTOMER",
  masked: NUMBERS,
  statement: async (projectId, filter, today) => ({
    columns: `c.*, (SELECT k.name FROM customer_contact k WHERE k.project_id = c.project_id AND k.customer_id = c.id AND k.is_main) AS contact_name,
              o.code AS room_code, rr.role, trim_scale(rr.share)::text AS share, rr.kinship, rr.is_primary_contact,
              rr.starts_on, rr.ends_on`,
    from: `customer c LEFT JOIN room_relation rr ON rr.project_id = c.project_id AND rr.customer_id = c.id
           LEFT JOIN room o ON o.project_id = rr.project_id AND o.id = rr.room_id`,
    where: await customers.conditions(projectId, filter, today),
    order: `c.number, o.code ${NATURAL}, rr.starts_on, rr.id`,
  }),
  valuesOf: (row, whole) => ({
    number: row.number,
    roomCode: row.room_code,
    role: worded(relationRoleLabels, row.role),
    name: row.name,
    kind: worded(customerKindLabels, row.kind),
    sex: worded(sexLabels, row.sex),
    idType: worded(idTypeLabels, row.id_type),
    idNumber: whole && row.id_number_cipher ? personal.decrypt(row.id_number_cipher) : row.id_number_masked,
    birthday: row.birthday,
    registeredResidence: row.registered_place,
    emergencyName: row.emergency_name,
    emergencyPhone: phone(row.emergency_phone, whole),
    homePhone: phone(row.home_phone, whole),
    mobile: phone(row.mobile, whole),
    otherPhones: row.other_phones.map((number) => phone(number, whole)).join("、") || null,
    contactName: row.contact_name,
    address: row.address,
    remark: row.remark,
    share: row.share === null ? null : `${row.share}%`,
    from: row.starts_on,
    to: row.ends_on,
    kinship: worded(kinshipLabels, row.kinship),
    primary: row.is_primary_contact === null ? null : row.is_primary_contact ? "是" : "否",
    incomplete: row.incomplete.join("、") || null,
  }),
  personOf: ({ id, name, number }) => ({ id, name, number }),
});

const phone = (number: string | null, whole: boolean) => (whole ? number : maskPhone(number));
