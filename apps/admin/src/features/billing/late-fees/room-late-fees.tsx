import { useMutation, useQuery } from "@tanstack/react-query";
import type { LateFeesDto } from "@linli/contracts";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { Money } from "../../../components/money";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { freezeLateFees, lateFeeQueries } from "./late-fees.queries";

/** What accrued on the room's overdue charges until today, and booking it (BIL-52); nothing when nothing accrued. */
export function RoomLateFees({ roomId }: { roomId: string }) {
  const projectId = useProjectId();
  const { data } = useQuery(lateFeeQueries.ofRoom(projectId, roomId));
  if (!data || data.totalFen === 0) return null;
  return (
    <span>
      未入账违约金 <Money fen={data.totalFen} strong unit />
      <Can do="billing:waive">
        <Freeze lateFees={data} />
      </Can>
    </span>
  );
}

function Freeze({ lateFees: { items, totalFen, asOf } }: { lateFees: LateFeesDto }) {
  const { mutateAsync } = useMutation(freezeLateFees(useProjectId()));
  return (
    <ConfirmButton
      type="link"
      size="small"
      title={`违约金入账 ${formatFen(totalFen)} 元？`}
      content={`${items.length} 笔逾期应收计至 ${asOf} 的违约金记为应收，之后可以申请减免或催缴；此后的天数另计。`}
      okText="入账"
      onConfirm={() => mutateAsync({ chargeIds: items.map(({ chargeId }) => chargeId) })}
    >
      入账
    </ConfirmButton>
  );
}
