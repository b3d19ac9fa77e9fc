import type { PayerDto } from "@linli/contracts";
import { today } from "../../lib/dates";
import { spanText } from "./customer.words";
import { trackOf } from "./payer-track";

/** Who pays for what over the years: one line per fee item, today marked; the table below says the same. */
export function PayerTimeline({ payers }: { payers: readonly PayerDto[] }) {
  const day = today();
  if (payers.length < 2) return null;
  const { lines, todayAt, from, to } = trackOf(payers, day);
  return (
    <div className="payer-timeline" aria-hidden>
      {lines.map(({ name, bars }) => (
        <div key={name} className="payer-line">
          <span className="payer-line-name">{name}</span>
          <span className="payer-line-track">
            {bars.map(({ payer, left, width }) => (
              <span
                key={payer.id}
                className="payer-bar"
                style={{ left: `${left}%`, width: `${width}%` }}
                title={`${payer.customerName} ${spanText(payer)}`}
              >
                {payer.customerName}
              </span>
            ))}
            <i className="payer-today" style={{ left: `${todayAt}%` }} />
          </span>
        </div>
      ))}
      <div className="payer-line payer-scale">
        <span className="payer-line-name" />
        <span className="payer-line-ends">
          <span>{from}</span>
          <span>{to}</span>
        </span>
      </div>
    </div>
  );
}
