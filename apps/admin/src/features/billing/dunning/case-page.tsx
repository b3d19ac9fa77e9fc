import { useQuery } from "@tanstack/react-query";
import type { DunningCaseDetailDto } from "@linli/contracts";
import { dunningMarkLabels } from "@linli/contracts/enums";
import { Button, Tabs } from "antd";
import { Link, useParams } from "react-router";
import { Can } from "../../../components/can";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useTab } from "../../../lib/use-tab";
import { CaseActions } from "./case-actions";
import { CaseCharges } from "./case-charges";
import { CaseHistory } from "./case-history";
import { CasePromises } from "./case-promises";
import { dunningQueries } from "./dunning.queries";
import { limitationHint, limitationTone, markTones } from "./dunning-words";

/** 催缴案件: what one payer owes for one room, how he was asked, what he promised, until when a court would hear it. */
export function DunningCasePage() {
  const { roomId = "", payerId = "" } = useParams();
  const projectId = useProjectId();
  const query = useQuery(dunningQueries.one({ projectId, roomId, payerId }));
  return <QueryView query={query}>{(one) => <CaseView key={`${one.roomId} ${one.payerId}`} one={one} />}</QueryView>;
}

function CaseView({ one }: { one: DunningCaseDetailDto }) {
  const linkTo = usePageLink();
  const [tab, setTab] = useTab("charges");
  const { roomId, roomCode, payerId, payerName, payerNumber, mobileMasked, marks, jointlyLiable } = one;
  const roomTo = linkTo(`property/rooms/${roomId}?tab=dunning`);
  const payerTo = linkTo(`customer/customers/${payerId}`);
  const payer = `${payerName}（${payerNumber}）`;
  return (
    <>
      <PageHeader
        title={`${roomCode} ${payerName}`}
        back="billing/dunning"
        help="dunning"
        tags={marks.map((mark) => (
          <StatusTag key={mark} value={mark} labels={dunningMarkLabels} tones={markTones} />
        ))}
        description={
          <>
            房间 {roomTo ? <Link to={roomTo}>{roomCode}</Link> : roomCode} · 收费对象{" "}
            {payerTo ? <Link to={payerTo}>{payer}</Link> : payer} · {mobileMasked ?? "没有电话"}
            {jointlyLiable.length > 0 && ` · 连带责任业主 ${jointlyLiable.map(({ name }) => name).join("、")}`}
          </>
        }
        figures={
          <>
            <StatCard
              title="逾期欠费（元）"
              value={<Money fen={one.openFen} />}
              hint={one.oldestDueOn ? `${one.charges} 笔，最早应缴日 ${one.oldestDueOn}` : "没有逾期"}
              to={linkTo(`billing/charges?roomId=${roomId}&payerId=${payerId}&overdue=true`)}
            />
            <StatCard
              title="催缴"
              value={`${one.steps} 次`}
              hint={one.lastStepOn ? `上次 ${one.lastStepOn}` : "还没有催过"}
            />
            <StatCard
              title="最早时效届满"
              value={one.limitationOn ?? "—"}
              hint={limitationHint(one.limitationDaysLeft, one.openFen)}
              tone={limitationTone(one.limitationDaysLeft)}
            />
          </>
        }
        actions={
          <Can do="billing:dun">
            <CaseActions one={one} />
          </Can>
        }
      />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          { key: "charges", label: `欠费与时效 ${one.items.length}`, children: <CaseCharges items={one.items} /> },
          { key: "history", label: `催缴记录 ${one.history.length}`, children: <CaseHistory steps={one.history} /> },
          {
            key: "promises",
            label: `承诺、暂停与诉讼 ${one.promises.length + one.pauses.length + one.lawsuits.length}`,
            children: <CasePromises one={one} />,
          },
        ]}
      />
      {linkTo(`billing/desk?roomId=${roomId}`) && one.openFen > 0 && (
        <Link to={linkTo(`billing/desk?roomId=${roomId}`) ?? ""}>
          <Button tabIndex={-1}>去收款</Button>
        </Link>
      )}
    </>
  );
}
