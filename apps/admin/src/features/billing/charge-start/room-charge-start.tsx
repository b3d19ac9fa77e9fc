import { useQuery } from "@tanstack/react-query";
import type { ChargeBorneOtherwiseDto, RoomChargeStartDto } from "@linli/contracts";
import { Alert, Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { chargeStartQueries } from "./charge-start.queries";

/** Charges shown before somebody asks for all. */
const AT_FIRST = 3;

/** From when the owner of the room bears its charges, and what was issued otherwise; nothing without a policy. */
export function RoomChargeStart({ roomId }: { roomId: string }) {
  const { data } = useQuery(chargeStartQueries.ofRoom(useProjectId(), roomId));
  if (!data || data.rule === "OFF") return null;
  return (
    <Alert
      className="form-note"
      type={data.lack || data.differing.length > 0 ? "warning" : "info"}
      showIcon
      title={data.explanation[0]}
      description={<Details start={data} roomId={roomId} />}
    />
  );
}

interface DetailsProps {
  start: RoomChargeStartDto;
  roomId: string;
}

function Details({ start: { explanation, differing, developerName }, roomId }: DetailsProps) {
  const recalculation = usePageLink()(recalculationOf(roomId, differing));
  const [all, setAll] = useState(false);
  const rest = explanation.slice(1);
  const shown = all ? differing : differing.slice(0, AT_FIRST);
  return (
    <>
      {rest.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
      {developerName && <div>开发商：{developerName}</div>}
      {differing.length > 0 && (
        <>
          <p>已出账的应收有 {differing.length} 笔与此不符，不会自动改动；未缴的用应收重算，已缴的用更正：</p>
          <ul>
            {shown.map((charge) => (
              <li key={charge.chargeId}>{differenceInWords(charge)}</li>
            ))}
          </ul>
          {differing.length > shown.length && (
            <Button size="small" onClick={() => setAll(true)}>
              再看 {differing.length - shown.length} 笔
            </Button>
          )}
          {recalculation && (
            <Can do="billing:recalculate">
              <p>
                <Link to={recalculation}>重算未缴账单</Link>
              </p>
            </Can>
          )}
        </>
      )}
    </>
  );
}

/** The form of a recalculation of the room, for the months of the charges that differ. */
function recalculationOf(roomId: string, differing: readonly ChargeBorneOtherwiseDto[]): string {
  const months = differing.map(({ serviceFrom }) => serviceFrom.slice(0, 7)).toSorted();
  const [period, toPeriod] = [months.at(0), months.at(-1)];
  const query = new URLSearchParams({ roomId, ...(period && toPeriod && { period, toPeriod }) });
  return `billing/recalculations/new?${query.toString()}`;
}

function differenceInWords(charge: ChargeBorneOtherwiseDto): string {
  const { feeItemName, serviceFrom, serviceTo, amountFen, payerName, from, to, partFen, bearerName } = charge;
  const bearer = bearerName ? `由${bearerName}承担` : "由业主承担（没有收费对象）";
  return `${feeItemName} ${serviceFrom} 至 ${serviceTo} ${formatFen(amountFen)} 元记在${payerName}名下，其中 ${from} 至 ${to} 按天 ${formatFen(partFen)} 元应${bearer}`;
}
