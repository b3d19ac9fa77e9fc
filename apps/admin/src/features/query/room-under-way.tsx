import type { RoomSummaryDto, SummaryUnderWayDto } from "@linli/contracts";
import {
  approvalStatusLabels,
  inspectionStateLabels,
  restructureStateLabels,
  transferStatusLabels,
  type UnderWayKind,
  underWayKindLabels,
  waiverStatusLabels,
} from "@linli/contracts/enums";
import { Link } from "react-router";
import { formatMoment } from "../../lib/dates";
import { labelOf } from "../../lib/labels";
import { formatFen } from "../../lib/money";
import { usePageLink } from "../../lib/page-links";
import { OverviewCard } from "./overview-card";

/** Words of the state of each kind of thing. */
const states: Record<Exclude<UnderWayKind, "DEFECTS">, Record<string, string>> = {
  TRANSFER: transferStatusLabels,
  SPLIT: restructureStateLabels,
  MERGE: restructureStateLabels,
  APPROVAL: approvalStatusLabels,
  INSPECTION: inspectionStateLabels,
  WAIVER: waiverStatusLabels,
};

/** Where each kind of thing is gone on with. */
const pages: Record<Exclude<UnderWayKind, "DEFECTS">, (id: string) => string> = {
  TRANSFER: (id) => `customer/transfers/${id}`,
  SPLIT: (id) => `property/restructures/${id}`,
  MERGE: (id) => `property/restructures/${id}`,
  APPROVAL: (id) => `approvals?approval=${id}`,
  INSPECTION: (id) => `property/inspections/${id}`,
  WAIVER: (id) => `billing/waivers?waiver=${id}`,
};

/** The card 办理中: what was begun on the room and has not ended, each with the page where it goes on. */
export function RoomUnderWay({ summary: { underWay, today } }: { summary: RoomSummaryDto }) {
  if (underWay.length === 0) return null;
  return (
    <OverviewCard title="办理中" empty={false}>
      <ul className="query-hits">
        {underWay.map((one) => (
          <li key={`${one.kind}-${one.title}`}>
            <UnderWayLine one={one} today={today} />
          </li>
        ))}
      </ul>
    </OverviewCard>
  );
}

function UnderWayLine({ one, today }: { one: SummaryUnderWayDto; today: string }) {
  const linkTo = usePageLink();
  const to = one.kind === "DEFECTS" ? "?tab=inspections" : linkTo(pages[one.kind](one.id));
  const name = one.kind === "APPROVAL" ? one.title : `${underWayKindLabels[one.kind]} ${one.title}`;
  const isLate = one.kind === "DEFECTS" && one.day !== null && one.day < today;
  return (
    <>
      {to ? <Link to={to}>{name}</Link> : name} {isLate && <span className="tone tone-bad">逾期</span>}
      <span className="option-hint figures">{wordsOf(one).join(" · ")}</span>
    </>
  );
}

/** 待审批 · 自 2026-04-01 起 · 王芳 2026-03-10 09:00 */
function wordsOf({ kind, state, day, count, amountFen, byName, createdAt }: SummaryUnderWayDto): string[] {
  if (kind === "DEFECTS") return [`${count} 项未闭合`, `最早期限 ${day}`];
  return [
    labelOf(states[kind], state),
    ...(day ? [`自 ${day} 起`] : []),
    ...(amountFen === null ? [] : [`${formatFen(amountFen)} 元`]),
    `${byName} ${formatMoment(createdAt)}`,
  ];
}
