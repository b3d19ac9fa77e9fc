import { plainText } from "../workbook/values.js";
import type { KnownPerson, KnownRelation } from "./known-project.js";

type Refuse = (field: string, code: string, message: string) => void;

/** Whom a row means: by number, else by name among the people of its room. */
export function personOfRow(
  { number, name }: { number: string | null; name: string },
  people: ReadonlyMap<string, KnownPerson>,
  ofRoom: readonly KnownRelation[] | undefined,
  refuse: Refuse,
): KnownPerson | undefined {
  if (number !== null) {
    const person = people.get(number);
    if (!person) refuse("number", "CUSTOMER_NOT_FOUND", `没有编号为 ${number} 的客户`);
    else if (plainText(person.name) !== name)
      refuse("name", "CUSTOMER_DIFFERS", `编号 ${number} 是客户 ${person.name}，不是 ${name}`);
    return person;
  }
  if (!ofRoom) {
    refuse("number", "CUSTOMER_NOT_FOUND", `没有写房间，请写明 ${name} 的客户编号`);
    return undefined;
  }
  const found = new Map(
    ofRoom
      .filter(({ customerName }) => plainText(customerName) === name)
      .map(({ customerId, customerName }) => [customerId, { id: customerId, name: customerName }]),
  );
  const [only, ...others] = found.values();
  if (!only) refuse("name", "CUSTOMER_NOT_FOUND", `这个房间没有名叫 ${name} 的客户，请写明客户编号`);
  else if (others.length > 0) refuse("name", "CUSTOMER_UNCLEAR", `这个房间有几位 ${name}，请写明客户编号`);
  return others.length > 0 ? undefined : only;
}
