import { useQuery } from "@tanstack/react-query";
import type { LateFeeSchemeDto } from "@linli/contracts";
import { gracePolicyLabels } from "@linli/contracts/enums";
import { Alert, Button, Card, Empty, Flex } from "antd";
import { Can } from "../../../components/can";
import { DescriptionList } from "../../../components/description-list";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { toPercent } from "../../../lib/percent";
import { useProjectId } from "../../../lib/session";
import { AddRateForm, CeilingForm, CreateSchemeForm, EditSchemeForm } from "./late-fee-forms";
import { lateFeeQueries } from "./late-fees.queries";

/** 违约金方案: on which items late fees accrue and how (BIL-50, BIL-51). */
export function LateFeeSchemesPage() {
  const query = useQuery(lateFeeQueries.schemes(useProjectId()));
  return (
    <>
      <PageHeader
        title="违约金方案"
        help="late-fees"
        actions={
          <>
            <Can do="project:settings">
              <CeilingForm />
            </Can>
            <Can do="billing:rates">
              <CreateSchemeForm trigger={<Button type="primary">新建方案</Button>} />
            </Can>
          </>
        }
      />
      <QueryView query={query}>{({ items }) => <Schemes schemes={items} />}</QueryView>
    </>
  );
}

function Schemes({ schemes }: { schemes: readonly LateFeeSchemeDto[] }) {
  if (schemes.length === 0) {
    return (
      <Card>
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="没有违约金方案：本管理区不计收违约金。合同约定违约金时，点“新建方案”。"
        />
      </Card>
    );
  }
  return (
    <Flex vertical gap={12}>
      {schemes.map((scheme) => (
        <Scheme key={scheme.id} scheme={scheme} />
      ))}
    </Flex>
  );
}

function Scheme({ scheme }: { scheme: LateFeeSchemeDto }) {
  const { name, active, chargedItems, feeItem, graceDays, gracePolicy, capShare, collectedAllowed, rates } = scheme;
  return (
    <Card
      title={
        <h2 style={{ margin: 0, fontSize: 16 }}>
          {name} {!active && <span className="tone tone-neutral">已停用</span>}
        </h2>
      }
      extra={
        <Can do="billing:rates">
          <Flex gap={8}>
            <AddRateForm scheme={scheme} trigger={<Button size="small">调整日利率</Button>} />
            <EditSchemeForm scheme={scheme} trigger={<Button size="small">修改</Button>} />
          </Flex>
        </Can>
      }
    >
      {active && scheme.warning && <Alert type="warning" showIcon className="form-note" title={scheme.warning} />}
      <DescriptionList
        columns={2}
        items={[
          ["计收项目", chargedItems.map((item) => item.name).join("、")],
          ["记入项目", feeItem.name],
          ["宽限", graceDays === 0 ? "没有宽限" : `${graceDays} 天，${gracePolicyLabels[gracePolicy]}`],
          ["封顶", capShare === null ? "不封顶" : `本金的 ${toPercent(capShare)}%`],
          ["日利率", rates.map(({ startsOn, dailyRate }) => `${startsOn} 起 ${toPercent(dailyRate)}%`).join("；")],
          collectedAllowed && ["代收项目", "计收"],
        ]}
      />
    </Card>
  );
}
