import { useQuery } from "@tanstack/react-query";
import type { DefectDto } from "@linli/contracts";
import { defectSeverityLabels, defectStateLabels } from "@linli/contracts/enums";
import { useSearchParams } from "react-router";
import { PrintPage } from "../../../components/print-page";
import "../../../components/print-sheet.css";
import { type PrintColumn, PrintTable } from "../../../components/print-table";
import { QueryView } from "../../../components/query-view";
import { dateText } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import "./inspection-print.css";
import { defectQueries } from "./inspections.queries";
import { PrintFacts, PrintHeading, stepNotes } from "./print-parts";

const columns: PrintColumn<DefectDto>[] = [
  { title: "房间", strong: true, value: ({ roomCode }) => roomCode },
  { title: "位置", value: ({ place }) => place },
  { title: "缺陷", value: ({ description }) => description },
  { title: "程度", whole: true, value: ({ severity }) => defectSeverityLabels[severity] },
  { title: "验收单", whole: true, value: ({ inspectionNumber }) => inspectionNumber },
  { title: "整改期限", value: ({ deadline, overdue }) => (overdue ? `${deadline}（逾期）` : deadline) },
  { title: "状态", whole: true, value: ({ state }) => defectStateLabels[state] },
];

/** 缺陷整改通知单打印页: what a contractor still has to put right. */
export function DefectsPrintPage() {
  const projectId = useProjectId();
  const [params] = useSearchParams();
  const query = useQuery(defectQueries.sheet(projectId, params.get("contractor") ?? ""));
  return (
    <QueryView query={query}>
      {({ projectName, contractor, today, items }) => (
        <PrintPage title={`缺陷整改通知单 ${contractor}`}>
          <article className="print-sheet a4-sheet" aria-label={`缺陷整改通知单 ${contractor}`}>
            <p className="print-organisation">{projectName}</p>
            <h1 className="print-title">缺陷整改通知单</h1>
            <PrintFacts
              facts={[
                ["责任单位", contractor],
                ["打印日期", dateText(today)],
                ["未完成", `${items.length} 处，其中逾期 ${items.filter(({ overdue }) => overdue).length} 处`],
              ]}
            />
            <PrintHeading title="待整改与待复验的缺陷" aside={`${items.length} 处`} />
            <PrintTable label="缺陷" columns={columns} rows={items} notesOf={stepNotes} formRows={1} />
            <div className="defect-sheet-foot">
              <span>物业服务企业（盖章）：</span>
              <span>责任单位签收：________________</span>
            </div>
          </article>
        </PrintPage>
      )}
    </QueryView>
  );
}
