import { useQuery } from "@tanstack/react-query";
import type { DefectDto, InspectionDetailDto, InspectionItemDto, InspectionReadingDto } from "@linli/contracts";
import {
  defectSeverityLabels,
  defectStateLabels,
  inspectionResultLabels,
  inspectionStateLabels,
  meterKindLabels,
  picturesOf,
  signerRoleLabels,
} from "@linli/contracts/enums";
import { useParams } from "react-router";
import { useApiPicture } from "../../../components/api-image";
import { PrintPage } from "../../../components/print-page";
import "../../../components/print-sheet.css";
import { type PrintColumn, PrintTable } from "../../../components/print-table";
import { QueryView } from "../../../components/query-view";
import { attachmentPath } from "../../../lib/attachments";
import { dateText } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import "./inspection-print.css";
import { inspectionQueries } from "./inspections.queries";
import { PrintFacts, PrintHeading, stepNotes } from "./print-parts";

/** 验收单打印页; says what the PDF says. */
export function InspectionPrintPage() {
  const projectId = useProjectId();
  const { inspectionId = "" } = useParams();
  const query = useQuery(inspectionQueries.sheet(projectId, inspectionId));
  return (
    <QueryView query={query}>
      {({ projectName, inspection }) => (
        <PrintPage title={`验收单 ${inspection.number}`}>
          <article className="print-sheet a4-sheet" aria-label={`验收单 ${inspection.number}`}>
            {inspection.state === "VOID" && <div className="inspection-void">已作废</div>}
            <p className="print-organisation">{projectName}</p>
            <h1 className="print-title">房屋验收单</h1>
            <PrintFacts facts={factsOf(inspection)} />
            <PrintHeading
              title="验收项目"
              aside={`${inspection.items.length} 项，不合格 ${inspection.failedItems} 项`}
            />
            <PrintTable label="验收项目" columns={itemColumns} rows={inspection.items} />
            <PrintHeading title="仪表起度" aside="计费从这里开始" />
            <PrintTable label="仪表起度" columns={readingColumns} rows={inspection.readings} formRows={1} />
            <PrintHeading title="缺陷与整改" aside={`${inspection.defectList.length} 处`} />
            <PrintTable
              label="缺陷与整改"
              columns={defectColumns}
              rows={inspection.defectList}
              notesOf={stepNotes}
              formRows={1}
            />
            <Photos inspection={inspection} />
            <SignatureLines inspection={inspection} />
          </article>
        </PrintPage>
      )}
    </QueryView>
  );
}

function factsOf(inspection: InspectionDetailDto): [string, string][] {
  const { takerName, takerRelation, correctsNumber, correctionReason, voidReason } = inspection;
  return [
    ["房间", `${inspection.roomCode} ${inspection.roomName}（${inspection.buildingName}）`],
    ["验收单号", inspection.number],
    ["接房人", takerRelation ? `${takerName}（${takerRelation}）` : takerName],
    ["验收日期", dateText(inspection.inspectedOn)],
    ["户型", inspection.layout ?? "—"],
    ["验收人", inspection.inspectorName],
    ["状态", inspectionStateLabels[inspection.state]],
    ...(correctsNumber ? ([["更正", `${correctsNumber}：${correctionReason}`]] as [string, string][]) : []),
    ...(voidReason ? ([["作废", voidReason]] as [string, string][]) : []),
  ];
}

const itemColumns: PrintColumn<InspectionItemDto>[] = [
  { title: "序", whole: true, value: ({ no }) => String(no) },
  { title: "部位", value: ({ group }) => group },
  { title: "项目", value: ({ name }) => name },
  { title: "标准", value: ({ standard }) => standard ?? "—" },
  {
    title: "结果",
    whole: true,
    strong: true,
    value: ({ result }) => (result ? inspectionResultLabels[result] : "未验"),
  },
  { title: "说明", value: ({ remark }) => remark ?? "" },
];

const readingColumns: PrintColumn<InspectionReadingDto>[] = [
  { title: "表种", value: ({ kind }) => meterKindLabels[kind] },
  { title: "表号", value: ({ meterNo }) => meterNo },
  { title: "读数", figure: true, strong: true, value: ({ reading }) => reading },
];

const defectColumns: PrintColumn<DefectDto>[] = [
  { title: "位置", value: ({ place }) => place },
  { title: "缺陷", value: ({ description }) => description },
  { title: "程度", whole: true, value: ({ severity }) => defectSeverityLabels[severity] },
  { title: "责任单位", value: ({ contractor }) => contractor },
  { title: "整改期限", whole: true, value: ({ deadline }) => deadline },
  { title: "状态", whole: true, value: ({ state }) => defectStateLabels[state] },
];

/** The photos of the defects, each with its place. */
function Photos({ inspection }: { inspection: InspectionDetailDto }) {
  const photos = picturesOf(inspection.defectList);
  if (photos.length === 0) return null;
  return (
    <div className="defect-photos">
      {photos.map(({ picture, words }) => (
        <figure key={picture.id}>
          <StoredPicture attachmentId={picture.id} alt={words} />
          <figcaption>{words}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function SignatureLines({ inspection }: { inspection: InspectionDetailDto }) {
  const { signatures, unsignedReason } = inspection;
  return (
    <footer className="inspection-signatures">
      {(["TAKER", "INSPECTOR"] as const).map((role) => {
        const signature = signatures.find((one) => one.role === role);
        return (
          <div key={role}>
            <span className="print-label">{signerRoleLabels[role]}签字：</span>
            {signature && <StoredPicture attachmentId={signature.attachmentId} alt={`${signature.name}的签名`} />}
            <span>{signature && `${signature.name}　${dateText(signature.signedAt.slice(0, 10))}`}</span>
          </div>
        );
      })}
      {unsignedReason && <p>接房人未签字：{unsignedReason}</p>}
    </footer>
  );
}

function StoredPicture({ attachmentId, alt }: { attachmentId: string; alt: string }) {
  const { url } = useApiPicture(attachmentPath(useProjectId(), attachmentId, "content"));
  return url ? <img src={url} alt={alt} /> : null;
}
