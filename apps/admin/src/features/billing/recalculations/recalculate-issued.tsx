import type { RunDto } from "@linli/contracts";
import { Button } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { usePageLink } from "../../../lib/page-links";

/** From the issued bills that differ from a rehearsal to their recalculation, with the run's own scope. */
export function RecalculateIssued({ run: { period, roomIds, buildingIds, feeItemIds } }: { run: RunDto }) {
  const scope = [
    ...roomIds.map((id) => ["roomId", id]),
    ...buildingIds.map((id) => ["directory", `building:${id}`]),
    ...feeItemIds.map((id) => ["feeItemId", id]),
  ];
  const query = new URLSearchParams([["period", period], ...scope]);
  const href = usePageLink()(`billing/recalculations/new?${query.toString()}`);
  if (!href) return null;
  return (
    <Can do="billing:recalculate">
      <p>
        <Link to={href}>
          <Button tabIndex={-1}>重算未缴账单</Button>
        </Link>
      </p>
    </Can>
  );
}
