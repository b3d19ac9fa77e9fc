import { payerOn } from "./payers.js";
import type { PayerSpan } from "./pricing.types.js";

const DAY = "2025-05-12";
const span = { from: "2020-01-01", to: null };
const named: PayerSpan = { ...span, customerId: "named" };
const forItem: PayerSpan = { ...span, customerId: "for-item", feeItemId: "water" };
const owner: PayerSpan = { ...span, customerId: "owner", as: "OWNER" };
const coOwner: PayerSpan = { ...span, customerId: "co-owner", as: "OWNER" };
const company: PayerSpan = { ...span, customerId: null, as: "OWNER" };
const developer: PayerSpan = { ...span, customerId: "developer", as: "DEVELOPER" };
const past = (payer: PayerSpan): PayerSpan => ({ ...payer, to: "2025-05-11" });
const lately = (payer: PayerSpan): PayerSpan => ({ ...payer, from: DAY });

test.each<[string, PayerSpan[], string | null]>([
  ["one named for the item before one named for all", [named, forItem, owner, developer], "for-item"],
  ["one named for the item, however long ago", [lately(named), forItem], "for-item"],
  ["one named for all before the owner, however lately he bought", [named, lately(owner)], "named"],
  ["of two named for all the latest begun", [lately({ ...named, customerId: "new" }), named], "new"],
  ["the only owner when nobody is named", [owner, developer], "owner"],
  ["the only owner, though his relation was entered twice", [owner, lately(owner)], "owner"],
  ["the owner of the day, not the one before", [past(coOwner), owner], "owner"],
  ["nobody when several owners named nobody", [owner, coOwner, developer], null],
  ["nobody when a company owner named nobody", [company, developer], null],
  ["the developer while nobody owns the room", [past(owner), developer], "developer"],
  ["nobody when there is nobody", [], null],
  ["the owner when the named one is named for another item", [{ ...named, feeItemId: "parking" }, owner], "owner"],
])("pays: %s", (_what, payers, expected) => {
  expect(payerOn(payers, "water", DAY)).toBe(expected);
  expect(payerOn(payers.toReversed(), "water", DAY)).toBe(expected);
});
