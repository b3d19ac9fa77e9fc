import type { AsOfRateDto, RoomSummaryDto } from "@linli/contracts";
import { areaKindLabels, cycleLabels, rateBaseLabels } from "@linli/contracts/enums";
import { Link } from "react-router";
import { Money } from "../../components/money";
import { formatFen } from "../../lib/money";
import { usePageLink } from "../../lib/page-links";
import { OverviewCard } from "./overview-card";

/** What is owed by item, and what is paid ahead. */
export function RoomMoney({ summary: { room, arrears, prepayments } }: { summary: RoomSummaryDto }) {
  const linkTo = usePageLink();
  if (!arrears || !prepayments) return null;
  const total = arrears.reduce((sum, { openFen }) => sum + openFen, 0);
  return (
    <>
      <OverviewCard title="欠费" to="?tab=charges" empty={arrears.length === 0 && "没有欠费"}>
        <ul className="query-hits">
          {arrears.map(({ feeItemId, feeItemName, openFen, overdueFen, charges, oldestPeriod }) => {
            const to = linkTo(`billing/charges?roomId=${room.id}&feeItemId=${feeItemId}&status=OPEN`);
            return (
              <li key={feeItemId} className="query-amount">
                <span>
                  {feeItemName}{" "}
                  <span className="option-hint">
                    {oldestPeriod} 起 {charges} 笔{overdueFen > 0 && `，逾期 ${formatFen(overdueFen)} 元`}
                  </span>
                </span>
                {to ? (
                  <Link to={to} title={`${feeItemName}欠费明细`}>
                    <Money fen={openFen} />
                  </Link>
                ) : (
                  <Money fen={openFen} />
                )}
              </li>
            );
          })}
        </ul>
        <p className="query-foot query-amount">
          <span>合计（元）</span>
          <b>
            <Money fen={total} />
          </b>
        </p>
      </OverviewCard>
      <OverviewCard title="预收余额" to="?tab=receipts" empty={prepayments.length === 0 && "没有预收余额"}>
        <ul className="query-hits">
          {prepayments.map(({ customerId, customerName, balanceFen }) => (
            <li key={customerId} className="query-amount">
              <span>{customerName}</span>
              <Money fen={balanceFen} />
            </li>
          ))}
        </ul>
      </OverviewCard>
    </>
  );
}

/** Prices in force today. */
export function RoomRates({ summary: { rates } }: { summary: RoomSummaryDto }) {
  const linkTo = usePageLink();
  if (!rates) return null;
  return (
    <OverviewCard title="收费标准" to="?tab=charges" empty={rates.length === 0 && "没有绑定收费标准"}>
      <ul className="query-hits">
        {rates.map((rate) => {
          const to = linkTo(`billing/rates/${rate.rateId}`);
          return (
            <li key={rate.rateId} className="query-amount">
              <span>
                {rate.feeItemName} {to ? <Link to={to}>{rate.rateName}</Link> : rate.rateName}
              </span>
              <span className="figures">{priceText(rate)}</span>
            </li>
          );
        })}
      </ul>
    </OverviewCard>
  );
}

/** 2.38 元 · 收费面积 · 每月 */
function priceText({ unitPrice, surcharge, base, areaKind, cycle, quantity, agreed }: AsOfRateDto): string {
  if (unitPrice === null) return "没有生效的价格";
  const extra = surcharge && Number(surcharge) > 0 ? ` + ${surcharge} 元` : "";
  const by = quantity ? `× ${quantity}` : base === "AREA" ? areaKindLabels[areaKind] : rateBaseLabels[base];
  return [`${unitPrice} 元${extra}`, by, cycleLabels[cycle], agreed && "专门约定"].filter(Boolean).join(" · ");
}
