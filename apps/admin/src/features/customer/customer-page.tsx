import { useMutation, useQuery } from "@tanstack/react-query";
import type { CustomerDetailDto, UnmaskedDto } from "@linli/contracts";
import { customerKindLabels, type RelationRole, relationRoleLabels } from "@linli/contracts/enums";
import { Alert, Button, Tabs } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { Money } from "../../components/money";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { StatusTag } from "../../components/status-tag";
import { ThingTimeline } from "../../components/thing-timeline";
import { today } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useTab } from "../../lib/use-tab";
import { AttributeSection } from "../property/attribute-section";
import "./customer.css";
import { customerQueries, removeCustomer } from "./customer.queries";
import { CustomerTags } from "./customer-tags";
import { customerWords, lasts, roleTones } from "./customer.words";
import { EditCustomer } from "./edit-customer";
import { Identity } from "./identity";
import { PayersTable } from "./payers-table";
import { RelationsTable } from "./relations-table";
import { UnmaskDialog } from "./unmask-dialog";

/** Everything about one customer. */
export function CustomerPage() {
  const { customerId = "" } = useParams();
  const query = useQuery(customerQueries.one(useProjectId(), customerId));
  return <QueryView query={query}>{(customer) => <Customer key={customer.id} customer={customer} />}</QueryView>;
}

function Customer({ customer }: { customer: CustomerDetailDto }) {
  const [tab, setTab] = useTab("basic");
  const [numbers, setNumbers] = useState<UnmaskedDto>();
  const { relations, payers } = customer;

  return (
    <>
      <PageHeader
        title={customer.name}
        back="customer/customers"
        help="customer"
        tags={<Tags customer={customer} />}
        description={`客户编号 ${customer.number}`}
        figures={<Figures customer={customer} />}
        actions={<Actions customer={customer} onShown={setNumbers} />}
      />
      {customer.incomplete.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={`资料不全，缺：${customer.incomplete.join("、")}`}
        />
      )}
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: "basic",
            label: "基本资料",
            children: (
              <>
                <Identity customer={customer} numbers={numbers} onHide={() => setNumbers(undefined)} />
                <AttributeSection owner="CUSTOMER" thing={customer} />
              </>
            ),
          },
          {
            key: "relations",
            label: `房间关系（${relations.length}）`,
            children: <RelationsTable side="customer" relations={relations} />,
          },
          {
            key: "payers",
            label: `收费对象（${payers.length}）`,
            children: <PayersTable side="customer" payers={payers} />,
          },
          {
            key: "history",
            label: "历史",
            children: <ThingTimeline entity="customer" entityId={customer.id} words={customerWords} />,
          },
        ]}
      />
    </>
  );
}

/** Kind, what he is today, and what deserves attention. */
function Tags({ customer }: { customer: CustomerDetailDto }) {
  const roles = [...new Set(customer.relations.filter((one) => lasts(one, today())).map(({ role }) => role))];
  return (
    <>
      <span className="tone tone-neutral">{customerKindLabels[customer.kind]}</span>
      {roles.map((role: RelationRole) => (
        <StatusTag key={role} value={role} labels={relationRoleLabels} tones={roleTones} />
      ))}
      <CustomerTags customer={customer} />
    </>
  );
}

function Figures({ customer }: { customer: CustomerDetailDto }) {
  const linkTo = usePageLink();
  return (
    <>
      <StatCard
        title="欠费（元）"
        value={<Money fen={customer.openFen} />}
        tone={customer.openFen > 0 ? "bad" : "plain"}
        to={linkTo(`billing/charges?payerId=${customer.id}`)}
      />
      <StatCard title="房间" value={customer.roomCount} hint={customer.roomCodes.join("、")} to="?tab=relations" />
      <StatCard
        title="最近核对"
        value={customer.confirmedOn ?? "从未"}
        tone={customer.confirmedOn ? "plain" : "warning"}
      />
    </>
  );
}

/** Takes his money, for whoever may. */
function DeskLink({ customerId }: { customerId: string }) {
  const desk = usePageLink()(`billing/desk?customerId=${customerId}`);
  return (
    desk && (
      <Link to={desk}>
        <Button tabIndex={-1}>收款</Button>
      </Link>
    )
  );
}

function Actions({ customer, onShown }: { customer: CustomerDetailDto; onShown: (numbers: UnmaskedDto) => void }) {
  const { mutateAsync: remove } = useMutation(removeCustomer(useProjectId(), customer.id));
  const navigate = useNavigate();
  const isUnused = customer.relations.length === 0 && customer.payers.length === 0;

  return (
    <>
      <DeskLink customerId={customer.id} />
      <Can do="customer:unmask">
        <UnmaskDialog customerId={customer.id} onShown={onShown} />
      </Can>
      <Can do="customer:write">
        {isUnused && (
          <ConfirmButton
            danger
            title={`删除客户 ${customer.name}？`}
            content="只有从未使用过的客户可以删除；删除后不能恢复。"
            okText="删除"
            onConfirm={async () => {
              await remove();
              void navigate("..", { relative: "path", replace: true });
            }}
          >
            删除
          </ConfirmButton>
        )}
        <EditCustomer customer={customer} />
      </Can>
    </>
  );
}
