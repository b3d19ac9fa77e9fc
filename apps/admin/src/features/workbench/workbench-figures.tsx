import type { WorkbenchBillingDto, WorkbenchDto, WorkbenchPropertyDto } from "@linli/contracts";
import { paymentMethodLabels } from "@linli/contracts/enums";
import { Card, Empty } from "antd";
import { DescriptionList } from "../../components/description-list";
import { Money } from "../../components/money";
import { StatCard } from "../../components/stat-card";
import { formatPeriod } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { useCan } from "../../lib/use-can";

/** What `GET /projects/:projectId/workbench` answers, as cards; parts without a right are left out. */
export function WorkbenchFigures({ workbench: { approvalsWaiting, billing, property } }: { workbench: WorkbenchDto }) {
  if (!billing && !property) return <Empty description="您的角色在工作台上没有要处理的事项，请从左侧菜单开始" />;
  return (
    <>
      {approvalsWaiting !== null && approvalsWaiting > 0 && <WaitingApprovals waiting={approvalsWaiting} />}
      {billing && <BillingFigures billing={billing} />}
      {property && <PropertyFigures property={property} />}
    </>
  );
}

/** What others asked for and this person may decide. */
function WaitingApprovals({ waiting }: { waiting: number }) {
  const linkTo = usePageLink();
  return (
    <section aria-label="审批">
      <h2 className="section-title">审批</h2>
      <div className="card-grid">
        <StatCard
          title="待我审批"
          value={waiting}
          hint="别人提出、等您办理的申请"
          tone="warning"
          to={linkTo("approvals")}
        />
      </div>
    </section>
  );
}

/** Charging at a glance; every figure opens the list behind it. */
function BillingFigures({ billing }: { billing: WorkbenchBillingDto }) {
  const linkTo = usePageLink();
  const mayPublish = useCan("billing:publish");
  const mayClose = useCan("billing:close");
  const mayRefund = useCan("billing:refund");
  const { takings, period, monthsToClose } = billing;
  return (
    <section aria-label="收费">
      <h2 className="section-title">收费 · {formatPeriod(period)}</h2>
      <div className="card-grid">
        <StatCard
          title="本月应收"
          value={<Money fen={billing.receivableFen} />}
          to={linkTo(`billing/charges?bookedPeriod=${period}`)}
        />
        <StatCard
          title="本月已收"
          value={<Money fen={billing.collectedFen} />}
          hint={billing.currentRate === null ? "还没有应收" : `收缴率 ${billing.currentRate}%`}
          to={linkTo("billing/month")}
        />
        <StatCard
          title="逾期欠费"
          value={<Money fen={billing.overdueFen} />}
          hint={`${billing.overdueRooms} 户`}
          tone={billing.overdueFen > 0 ? "bad" : "plain"}
          to={linkTo("billing/arrears")}
        />
        <StatCard
          title="今日收款"
          value={<Money fen={billing.takingsFen} />}
          hint={`${billing.receiptsToday} 张收据`}
          to={linkTo("billing/receipts")}
        />
        {mayPublish && billing.runsWaiting > 0 && (
          <StatCard title="待发布的试算" value={billing.runsWaiting} tone="warning" to={linkTo("billing/runs")} />
        )}
        {mayClose && monthsToClose.length > 0 && (
          <StatCard
            title="待月结"
            value={`${monthsToClose.length} 个月`}
            hint={monthsToClose.join("、")}
            tone="warning"
            to={linkTo("billing/month")}
          />
        )}
        {mayRefund && billing.refundsWaiting > 0 && (
          <StatCard title="待退款" value={billing.refundsWaiting} tone="warning" to={linkTo("billing/receipts")} />
        )}
      </div>
      {takings.length > 0 && (
        <Card size="small" className="section-card">
          <DescriptionList
            title="今日收款方式"
            columns={4}
            items={takings.map(({ method, amountFen }) => [
              paymentMethodLabels[method],
              <Money key={method} fen={amountFen} />,
            ])}
          />
        </Card>
      )}
    </section>
  );
}

/** What the project consists of, and what is still to be completed. */
function PropertyFigures({ property }: { property: WorkbenchPropertyDto }) {
  const linkTo = usePageLink();
  const { rooms, roomsIncomplete, occupiedRooms, customers, customersIncomplete, importsOpen } = property;
  return (
    <section aria-label="房产与客户">
      <h2 className="section-title">房产与客户</h2>
      <div className="card-grid">
        <StatCard title="房间" value={rooms} hint={`已入住 ${occupiedRooms}`} to={linkTo("property/rooms")} />
        {roomsIncomplete > 0 && (
          <StatCard
            title="资料不全的房间"
            value={roomsIncomplete}
            tone="warning"
            to={linkTo("property/completeness")}
          />
        )}
        {customers !== null && <StatCard title="客户" value={customers} to={linkTo("customer/customers")} />}
        {customersIncomplete !== null && customersIncomplete > 0 && (
          <StatCard
            title="资料不全的客户"
            value={customersIncomplete}
            tone="warning"
            to={linkTo("property/completeness?tab=customers")}
          />
        )}
        {importsOpen !== null && importsOpen > 0 && (
          <StatCard title="未完成的导入" value={importsOpen} tone="warning" to={linkTo("imports")} />
        )}
      </div>
    </section>
  );
}
