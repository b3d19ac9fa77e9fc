import type { DeskChargeDto, DeskLateFeeDto } from "@linli/contracts";
import { Checkbox, Tooltip } from "antd";
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { lateFeeKey } from "../payment-sums";

/** What accrued on an overdue charge until today, below it: ticked to be paid, or left to be owed (BIL-52). */
export function DeskLateFee(props: {
  charge: DeskChargeDto;
  lateFee: DeskLateFeeDto;
  chosen: ReadonlyMap<string, number>;
  onChoose: (chosen: Map<string, number>) => void;
}) {
  const { charge, lateFee, chosen, onChoose } = props;
  const key = lateFeeKey(charge.id);
  const amountFen = chosen.get(key);
  const name = `违约金 ${charge.feeItemName} ${charge.period}`;

  function choose(isChosen: boolean) {
    const next = new Map(chosen);
    if (isChosen) next.set(key, lateFee.amountFen);
    else next.delete(key);
    onChoose(next);
  }

  return (
    <tr className={amountFen === undefined ? "desk-unchosen" : undefined}>
      <td>
        <Checkbox
          className="desk-late-fee"
          checked={amountFen !== undefined}
          onChange={(event) => choose(event.target.checked)}
          aria-label={name}
        >
          违约金
        </Checkbox>
      </td>
      <td className="desk-quiet">
        <Tooltip
          title={lateFee.explanation.map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
          trigger={["hover", "focus"]}
        >
          <button type="button" className="desk-why">
            {lateFee.months === null ? `计 ${lateFee.days} 天` : `计 ${lateFee.months} 个月`}
          </button>
        </Tooltip>
      </td>
      <td className="right">
        <Money fen={lateFee.amountFen} />
      </td>
      <td className="right">
        {amountFen === undefined ? (
          "—"
        ) : (
          <MoneyInput
            size="small"
            className="desk-amount"
            aria-label={`本次收 ${name}`}
            value={amountFen}
            onChange={(fen) => onChoose(new Map(chosen).set(key, Math.min(fen ?? 0, lateFee.amountFen)))}
          />
        )}
      </td>
    </tr>
  );
}
