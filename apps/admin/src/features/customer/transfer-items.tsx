import type { TransferItemDto } from "@linli/contracts";
import { Link } from "react-router";
import { Money } from "../../components/money";
import { usePageLink } from "../../lib/page-links";

/** Things with their amounts, each linked to the list behind it. */
export function TransferItems({ items, empty = "没有" }: { items: readonly TransferItemDto[]; empty?: string }) {
  const linkTo = usePageLink();
  if (items.length === 0) return <p className="transfer-none">{empty}</p>;
  return (
    <ul className="transfer-items">
      {items.map(({ label, detail, amountFen, link }, index) => {
        const to = link === null ? undefined : linkTo(link);
        return (
          <li key={index}>
            <span>
              {to ? <Link to={to}>{label}</Link> : label}
              {detail && <span className="transfer-detail">{detail}</span>}
            </span>
            {amountFen !== null && <Money fen={amountFen} unit />}
          </li>
        );
      })}
    </ul>
  );
}
