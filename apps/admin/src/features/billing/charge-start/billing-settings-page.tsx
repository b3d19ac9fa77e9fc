import { useQuery } from "@tanstack/react-query";
import { chargeStartRuleLabels, developerShareLabels } from "@linli/contracts/enums";
import { Tabs } from "antd";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { ThingTimeline } from "../../../components/thing-timeline";
import type { ChangeWords } from "../../../lib/changes";
import { useProjectId } from "../../../lib/session";
import { useTab } from "../../../lib/use-tab";
import { chargeStartQueries } from "./charge-start.queries";
import { ChargeStartForm } from "./charge-start-form";

const words: ChangeWords = {
  dto: "SaveChargeStartDto",
  labels: { developer: "开发商", waiverLimitFen: "减免审批限额（分）", lateFeeCeiling: "违约金提示上限" },
  choices: { rule: chargeStartRuleLabels, developerShare: developerShareLabels },
};

/** Settings of charging: from when owners bear the charges of their rooms (BIL-14). */
export function BillingSettingsPage() {
  const projectId = useProjectId();
  const query = useQuery(chargeStartQueries.ofProject(projectId));
  const [tab, setTab] = useTab("start");
  return (
    <>
      <PageHeader title="收费设置" help="charging" description="业主从哪天起承担费用，之前由谁承担" />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: "start",
            label: "起算政策",
            children: <QueryView query={query}>{(start) => <ChargeStartForm start={start} />}</QueryView>,
          },
          {
            key: "history",
            label: "历史",
            children: <ThingTimeline entity="billing-settings" entityId={projectId} words={words} />,
          },
        ]}
      />
    </>
  );
}
