import { useQuery } from "@tanstack/react-query";
import { transferStatusLabels } from "@linli/contracts/enums";
import { Link } from "react-router";
import { StatusTag } from "../../components/status-tag";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { transferQueries } from "./transfers.queries";
import { transferTones } from "./transfers.words";

/** How the room changed hands, the latest first; nothing when it never did. */
export function RoomTransfers({ roomId }: { roomId: string }) {
  const linkTo = usePageLink();
  const { data } = useQuery(transferQueries.list(useProjectId())({ roomId }));
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <div className="room-customers-head">
        <h2>过户</h2>
      </div>
      <ul className="transfer-items">
        {data.items.map(({ id, number, status, transferOn, oldOwners, newOwners }) => (
          <li key={id}>
            <span>
              <Link to={linkTo(`customer/transfers/${id}`) ?? ""}>{number}</Link>{" "}
              <StatusTag value={status} labels={transferStatusLabels} tones={transferTones} />
              <span className="transfer-detail">
                {transferOn ? `${transferOn} 起` : ""} {oldOwners.join("、") || "—"} → {newOwners.join("、") || "—"}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
