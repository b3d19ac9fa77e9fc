import type { DiscountOfferDto } from "@linli/contracts";
import { Checkbox } from "antd";
import { useId } from "react";
import { formatFen } from "../../../lib/money";

interface Props {
  offers: readonly DiscountOfferDto[];
  /** The schemes that are to be given, in the order in which they were ticked. */
  schemeIds: readonly string[];
  onChange: (schemeIds: string[]) => void;
}

/** The discounts that the ticked charges get when they are paid together; the cashier gives them by a tick. */
export function DeskDiscounts({ offers, schemeIds, onChange }: Props) {
  const id = useId();
  if (offers.length === 0) return null;
  return (
    <fieldset className="desk-discounts">
      <legend>优惠</legend>
      {bySchemes(offers).map(([schemeId, own]) => {
        const why = `${id}${schemeId}`;
        return (
          <div key={schemeId}>
            <Checkbox
              checked={own.some(({ given }) => given)}
              aria-describedby={why}
              onChange={({ target }) =>
                onChange(target.checked ? [...schemeIds, schemeId] : schemeIds.filter((one) => one !== schemeId))
              }
            >
              {wordsOf(own)}
            </Checkbox>
            <p id={why} className="desk-rule">
              {explanationOf(own)}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}

const bySchemes = (offers: readonly DiscountOfferDto[]): [schemeId: string, own: DiscountOfferDto[]][] =>
  [...new Set(offers.map(({ schemeId }) => schemeId))].map((id) => [id, offers.filter((one) => one.schemeId === id)]);

/** A scheme given on one room and item names them; on several it says how many. */
function wordsOf(offers: readonly DiscountOfferDto[]): string {
  const [first] = offers;
  const fen = offers.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const rooms = new Set(offers.map(({ roomId }) => roomId)).size;
  const what = offers.length === 1 ? `${first?.roomCode} ${first?.feeItemName}` : `${rooms} 个房间`;
  return `${first?.name}：${what} 减 ${formatFen(fen)} 元`;
}

/** How it came about on each room and item, one after another, and why the others are gone when it is given. */
function explanationOf(offers: readonly DiscountOfferDto[]): string {
  const isAlone = offers.some(({ given, stackable }) => given && !stackable);
  const sentences = offers.map(({ explanation }) => `${explanation.join("；")}。`);
  return [...sentences, ...(isAlone ? ["不与其他优惠叠加，取消勾选可另选。"] : [])].join("");
}
