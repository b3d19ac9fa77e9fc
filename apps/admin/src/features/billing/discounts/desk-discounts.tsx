import type { DiscountOfferDto } from "@linli/contracts";
import { Checkbox } from "antd";
import { formatFen } from "../../../lib/money";

interface Props {
  offers: readonly DiscountOfferDto[];
  /** The schemes that are to be given, in the order in which they were ticked. */
  schemeIds: readonly string[];
  onChange: (schemeIds: string[]) => void;
}

/** The discounts that the ticked charges get when they are paid together; the cashier gives them by a tick. */
export function DeskDiscounts({ offers, schemeIds, onChange }: Props) {
  if (offers.length === 0) return null;
  return (
    <fieldset className="desk-discounts">
      <legend>优惠</legend>
      {offers.map((offer) => (
        <Checkbox
          key={`${offer.schemeId}${offer.roomId}${offer.feeItemId}`}
          checked={offer.given}
          title={offer.explanation.join("；")}
          onChange={({ target }) =>
            onChange(target.checked ? [...schemeIds, offer.schemeId] : schemeIds.filter((id) => id !== offer.schemeId))
          }
        >
          {offer.name}：{offer.roomCode} {offer.feeItemName} 减 {formatFen(offer.amountFen)} 元
        </Checkbox>
      ))}
    </fieldset>
  );
}
