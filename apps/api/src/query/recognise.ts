import { type HitKind, type InputKind, normaliseNumber, normalisePhone } from "@linli/contracts";

const TESTS: [InputKind, (text: string) => boolean][] = [
  ["ID_NUMBER", (text) => /^(\d{15}|\d{17}[\dX]|[A-Z]{1,2}\d{7,9}|[0-9A-HJ-NPQRTUWXY]{18})$/.test(text)],
  ["PHONE", (text) => /^(1[3-9]\d{9}|0\d{9,11}|[2-9]\d{6,7})$/.test(normalisePhone(text).replaceAll("-", ""))],
  ["PHONE_TAIL", (text) => /^\d{4}$/.test(text)],
  ["RECEIPT", (text) => /^SJ\d+$/.test(text)],
  [
    "PLATE",
    (text) => /^\p{Script=Han}[·.]?[A-Z][·.]?[A-Z0-9]{0,6}$/u.test(text) || /^(?=.*\d)[A-Z0-9]{3,8}$/.test(text),
  ],
  ["CODE", (text) => /\d/.test(text)],
  ["NAME", (text) => /[\p{Script=Han}A-Z]/u.test(text)],
];

/** What a text in the search box may be, the likeliest first; full-width characters and the country code are understood. */
export function recognise(q: string): InputKind[] {
  const text = normaliseNumber(q);
  return TESTS.filter(([, fits]) => fits(text)).map(([kind]) => kind);
}

/** Which kinds of things can be meant by each kind of input. */
const MEANT: Record<InputKind, HitKind[]> = {
  ID_NUMBER: ["CUSTOMER"],
  PHONE: ["CUSTOMER"],
  PHONE_TAIL: ["CUSTOMER", "ROOM", "VEHICLE", "SPACE"],
  RECEIPT: ["RECEIPT"],
  PLATE: ["VEHICLE"],
  CODE: ["ROOM", "SPACE", "VEHICLE", "CUSTOMER", "RECEIPT"],
  NAME: ["CUSTOMER", "ROOM"],
};

/** The kinds of things to look for. A whole ID or telephone number means a person, whatever else its digits may be. */
export function meantBy(inputs: readonly InputKind[]): HitKind[] {
  const whole = inputs.filter((input) => input === "ID_NUMBER" || input === "PHONE" || input === "RECEIPT");
  return [...new Set((whole.length > 0 ? whole : inputs).flatMap((input) => MEANT[input]))];
}
