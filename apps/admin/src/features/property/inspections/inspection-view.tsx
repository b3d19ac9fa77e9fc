import type { InspectionDetailDto, InspectionItemDto } from "@linli/contracts";
import { inspectionFileLabels, inspectionResultLabels } from "@linli/contracts/enums";
import { Table, Typography } from "antd";
import { Attachments } from "../../../components/attachments";
import { ThingTimeline } from "../../../components/thing-timeline";
import type { Tone } from "../../../components/status-tag";
import { StatusTag } from "../../../components/status-tag";
import { Signatures } from "./complete-inspection";
import { DefectCard } from "./defect-card";
import { InspectionHead } from "./inspection-head";
import { RecordReadings } from "./record-readings";

const tones: Record<string, Tone> = { PASS: "good", FAIL: "bad" };

const columns = [
  { key: "no", dataIndex: "no", title: "序", width: 48 },
  { key: "group", dataIndex: "group", title: "部位" },
  { key: "name", dataIndex: "name", title: "项目" },
  { key: "standard", dataIndex: "standard", title: "标准", responsive: ["md" as const] },
  {
    key: "result",
    title: "结果",
    render: (_: unknown, { result }: InspectionItemDto) =>
      result ? <StatusTag value={result} labels={inspectionResultLabels} tones={tones} /> : "未验",
  },
  { key: "remark", dataIndex: "remark", title: "说明" },
];

/** An inspection to be read; its defects are still worked on. */
export function InspectionView({ inspection }: { inspection: InspectionDetailDto }) {
  const { items, defectList, state } = inspection;
  const isWorkedOn = state === "DEFECTS";
  return (
    <>
      <InspectionHead inspection={inspection} />
      {defectList.length > 0 && (
        <section aria-label="缺陷" className="inspection-group">
          <Typography.Title level={2} className="section-title">
            缺陷（{defectList.length}）
          </Typography.Title>
          {defectList.map((defect) => (
            <DefectCard key={defect.id} defect={defect} canWork={isWorkedOn} />
          ))}
        </section>
      )}
      <section aria-label="验收项目" className="inspection-group">
        <Typography.Title level={2} className="section-title">
          验收项目
        </Typography.Title>
        <Table
          size="small"
          rowKey="no"
          columns={columns}
          dataSource={items}
          pagination={false}
          scroll={{ x: "max-content" }}
          locale={{ emptyText: "开始验收后，这里是要看的项目" }}
        />
      </section>
      <RecordReadings readings={inspection.readings} />
      <section aria-label="签字" className="inspection-group">
        <Typography.Title level={2} className="section-title">
          签字与资料
        </Typography.Title>
        <Signatures inspection={inspection} />
        <Attachments ownerType="inspection" ownerId={inspection.id} kinds={inspectionFileLabels} canWrite={false} />
      </section>
      <Typography.Title level={2} className="section-title">
        历史
      </Typography.Title>
      <ThingTimeline entity="inspection" entityId={inspection.id} words={{}} />
    </>
  );
}
