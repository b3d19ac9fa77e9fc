import { useQuery } from "@tanstack/react-query";
import type { CustomerDetailDto, UnmaskedDto } from "@linli/contracts";
import { customerKindLabels, type RelationRole, relationRoleLabels } from "@linli/contracts/enums";
import { Alert, Skeleton, Tabs } from "antd";
import { lazy, Suspense, useState } from "react";
import { Navigate, useParams } from "react-router";
import { customerTabs } from "../../app/customer-tabs";
import { AsOfBar } from "../../components/as-of-bar";
import { Can } from "../../components/can";
import { Money } from "../../components/money";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatCard } from "../../components/stat-card";
import { StatusTag } from "../../components/status-tag";
import { ThingTimeline } from "../../components/thing-timeline";
import { today } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { isAllowed } from "../../lib/rights";
import { useProject, useProjectId, useSession } from "../../lib/session";
import { useAsOf } from "../../lib/use-as-of";
import { useTab } from "../../lib/use-tab";
import { AttributeSection } from "../property/attribute-section";
import { CustomerActions } from "./customer-actions";
import "./customer.css";
import { customerQueries } from "./customer.queries";
import { CustomerTags } from "./customer-tags";
import { customerWords, lasts, roleTones } from "./customer.words";
import { GuardianConsents } from "./guardian-consents";
import { Identity } from "./identity";
import { MergesCard } from "./merges-card";
import { RecordConsent } from "./record-consent";

/** Everything about one customer. */
export function CustomerPage() {
  const { customerId = "" } = useParams();
  const query = useQuery(customerQueries.one(useProjectId(), customerId));
  return (
    <QueryView query={query}>
      {(customer) =>
        customer.mergedIntoId ? (
          <Navigate to={`../${customer.mergedIntoId}`} relative="path" replace />
        ) : (
          <Customer key={customer.id} customer={customer} />
        )
      }
    </QueryView>
  );
}

function Customer({ customer }: { customer: CustomerDetailDto }) {
  const [tab, setTab] = useTab("basic");
  const [on, setOn] = useAsOf();
  const [numbers, setNumbers] = useState<UnmaskedDto>();
  const added = useAddedTabs();
  const known = ["basic", ...added.map(({ key }) => key), "history"];

  return (
    <>
      <PageHeader
        title={customer.name}
        back="customer/customers"
        help="customer"
        tags={<Tags customer={customer} />}
        description={`客户编号 ${customer.number}`}
        figures={!on && <Figures customer={customer} />}
        actions={<CustomerActions customer={customer} onShown={setNumbers} />}
      />
      {customer.incomplete.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={`资料不全，缺：${customer.incomplete.join("、")}`}
          action={
            customer.incomplete.includes("监护人同意") && (
              <Can do="customer:write">
                <RecordConsent customer={customer} />
              </Can>
            )
          }
        />
      )}
      <AsOfBar on={on} onChange={setOn} />
      {on ? (
        <Suspense fallback={<Skeleton active />}>
          <CustomerAsOf customerId={customer.id} on={on} />
        </Suspense>
      ) : (
        <Tabs
          activeKey={known.includes(tab) ? tab : "basic"}
          onChange={setTab}
          destroyOnHidden
          items={[
            {
              key: "basic",
              label: "基本资料",
              children: (
                <>
                  <Identity customer={customer} numbers={numbers} onHide={() => setNumbers(undefined)} />
                  <GuardianConsents consents={customer.guardianConsents} />
                  <AttributeSection owner="CUSTOMER" thing={customer} />
                </>
              ),
            },
            ...added.map(({ key, title, Content }) => ({
              key,
              label: typeof title === "string" ? title : title(customer),
              children: (
                <Suspense fallback={<Skeleton active />}>
                  <Content customer={customer} />
                </Suspense>
              ),
            })),
            {
              key: "history",
              label: "历史",
              children: (
                <>
                  <MergesCard customerId={customer.id} />
                  <ThingTimeline entity="customer" entityId={customer.id} words={customerWords} />
                </>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

/** The customer as of another day, loaded when somebody asks. */
const CustomerAsOf = lazy(async () => ({ default: (await import("../query/customer-as-of")).CustomerAsOf }));

/** The tabs of the registry, each loaded when it is opened. */
const addedTabs = customerTabs.map(({ load, ...tab }) => ({
  ...tab,
  Content: lazy(async () => ({ default: await load() })),
}));

/** Those that this user may see in this project. */
function useAddedTabs() {
  const session = useSession();
  const project = useProject();
  return addedTabs.filter(
    ({ anyOf, module }) =>
      isAllowed(session, project, anyOf) && (module === undefined || project.modules.includes(module)),
  );
}

/** Kind, what he is today, what he is marked with, and what deserves attention. */
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
        hint={customer.confirmedByName ?? undefined}
        tone={customer.confirmedOn ? "plain" : "warning"}
      />
    </>
  );
}
