import { useQuery } from "@tanstack/react-query";
import type { RoomSummaryDto, SummaryPersonDto } from "@linli/contracts";
import { kinshipLabels, relationRoleLabels, vehicleKindLabels, vehicleRankLabels } from "@linli/contracts/enums";
import { Link } from "react-router";
import { QueryView } from "../../components/query-view";
import { StatusTag } from "../../components/status-tag";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { roleTones } from "../customer/customer.words";
import { plateText } from "../parking/vehicle.words";
import { OverviewCard } from "./overview-card";
import { RoomMoney, RoomRates } from "./room-overview-money";
import { RoomUnderWay } from "./room-under-way";
import "./search.css";
import { searchQueries } from "./search.queries";

/** The tab 概览: who and what belongs to the room today, what it costs and what waits; each figure opens its list. */
export function RoomOverview({ room }: { room: { id: string } }) {
  const query = useQuery(searchQueries.summary(useProjectId(), room.id));
  return <QueryView query={query}>{(summary) => <Overview summary={summary} />}</QueryView>;
}

function Overview({ summary }: { summary: RoomSummaryDto }) {
  const { people, vehicles } = summary;
  return (
    <div className="query-groups">
      <RoomUnderWay summary={summary} />
      {people && <People summary={summary} people={people} />}
      <RoomMoney summary={summary} />
      <RoomRates summary={summary} />
      {vehicles && <Vehicles vehicles={vehicles} />}
    </div>
  );
}

function People({ summary, people }: { summary: RoomSummaryDto; people: SummaryPersonDto[] }) {
  const linkTo = usePageLink();
  const { payers, formerResidents, room } = summary;
  const general = payers?.find(({ feeItemId }) => feeItemId === null)?.payer;
  const former = formerResidents ? linkTo(`query/former-residents?roomId=${room.id}`) : undefined;
  return (
    <OverviewCard title="人员" to="?tab=relations" empty={people.length === 0 && "现在没有客户"}>
      <ul className="query-hits">
        {people.map((person) => (
          <li key={person.relationId}>
            <PersonLine person={person} />
          </li>
        ))}
      </ul>
      <p className="query-foot">
        收费对象：{general ? general.customerName : "没有指定"}
        {former && (
          <>
            {" · "}
            <Link to={former}>历史住户 {formerResidents} 位</Link>
          </>
        )}
      </p>
    </OverviewCard>
  );
}

function PersonLine({ person }: { person: SummaryPersonDto }) {
  const to = usePageLink()(`customer/customers/${person.customerId}`);
  const phones = [person.mobileMasked, person.homePhoneMasked].filter(Boolean).join("、");
  const emergency = person.emergencyName && `紧急联络 ${person.emergencyName} ${person.emergencyPhoneMasked ?? ""}`;
  return (
    <>
      <b>{to ? <Link to={to}>{person.customerName}</Link> : person.customerName}</b>{" "}
      <StatusTag value={person.role} labels={relationRoleLabels} tones={roleTones} />{" "}
      {person.isPrimaryContact && <span className="tone tone-neutral">首要联系人</span>}{" "}
      <span className="option-hint figures">
        {[person.kinship && kinshipLabels[person.kinship], person.share && `份额 ${person.share}%`, phones, emergency]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </>
  );
}

function Vehicles({ vehicles }: { vehicles: NonNullable<RoomSummaryDto["vehicles"]> }) {
  const linkTo = usePageLink();
  return (
    <OverviewCard title="车位车辆" to="?tab=vehicles" empty={vehicles.length === 0 && "现在没有车辆"}>
      <ul className="query-hits">
        {vehicles.map(({ id, vehicleId, plate, model, color, customerName, rank, kind, spaceCode }) => {
          const to = linkTo(`parking/vehicles/${vehicleId}`);
          const words = [model, color, customerName, vehicleRankLabels[rank], vehicleKindLabels[kind]];
          return (
            <li key={id}>
              <b className="figures">{to ? <Link to={to}>{plateText(plate)}</Link> : plateText(plate)}</b>{" "}
              <span className="option-hint">
                {words.join(" · ")}
                {spaceCode && ` · 车位 ${spaceCode}`}
              </span>
            </li>
          );
        })}
      </ul>
    </OverviewCard>
  );
}
