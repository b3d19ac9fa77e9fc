import { useQuery } from "@tanstack/react-query";
import type { LateFeeRateDto, LateFeeSchemeDto } from "@linli/contracts";
import { gracePolicyLabels, lateFeeUnitLabels } from "@linli/contracts/enums";
import { Alert, Button, Card, Empty, Flex } from "antd";
import { Link } from "react-router";
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
            <CeilingForm />
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
  const { name, active, chargedItems, standards, feeItem, unit, rates } = scheme;
  const { graceDays, gracePolicy, capShare, collectedAllowed } = scheme;
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
            <AddRateForm scheme={scheme} trigger={<Button size="small">调整利率</Button>} />
            <EditSchemeForm scheme={scheme} trigger={<Button size="small">修改</Button>} />
          </Flex>
        </Can>
      }
    >
      {active && scheme.warning && <Alert type="warning" showIcon className="form-note" title={scheme.warning} />}
      <DescriptionList
        columns={2}
        items={[
          ["计收项目", chargedItems.map((item) => item.name).join("、") || "没有，只由收费标准选用"],
          standards.length > 0 && ["选用的标准", <Standards key="standards" standards={standards} />],
          ["记入项目", feeItem.name],
          ["宽限", graceDays === 0 ? "没有宽限" : `${graceDays} 天，${gracePolicyLabels[gracePolicy]}`],
          ["封顶", capShare === null ? "不封顶" : `本金的 ${toPercent(capShare)}%`],
          ["计算单位", lateFeeUnitLabels[unit]],
          [unit === "DAY" ? "日利率" : "月利率", rates.map(rateInWords).join("；")],
          collectedAllowed && ["代收项目", "计收"],
        ]}
      />
    </Card>
  );
}

const rateInWords = ({ startsOn, dailyRate, monthlyRate }: LateFeeRateDto) =>
  `${startsOn} 起 ${toPercent(dailyRate ?? monthlyRate ?? "0")}%`;

/** The standards that chose a scheme, each a link. */
function Standards({ standards }: { standards: LateFeeSchemeDto["standards"] }) {
  const projectId = useProjectId();
  return (
    <Flex gap="4px 12px" wrap>
      {standards.map(({ id, name }) => (
        <Link key={id} to={`/p/${projectId}/billing/rates/${id}`}>
          {name}
        </Link>
      ))}
    </Flex>
  );
}
