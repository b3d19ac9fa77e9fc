import { useMutation, useQuery } from "@tanstack/react-query";
import type { InspectionDetailDto } from "@linli/contracts";
import { inspectionStateLabels } from "@linli/contracts/enums";
import { Alert, Button, Input } from "antd";
import { Link, useParams } from "react-router";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { PageHeader } from "../../../components/page-header";
import { PrintButton } from "../../../components/print-button";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { InspectionRecorder } from "./inspection-recorder";
import { InspectionView } from "./inspection-view";
import "./inspections.css";
import { beginInspection, inspectionQueries, voidInspection } from "./inspections.queries";
import { inspectionTones } from "./inspections.words";

/** One inspection: recorded while it is under way, read afterwards. */
export function InspectionPage() {
  const projectId = useProjectId();
  const { inspectionId = "" } = useParams();
  const query = useQuery(inspectionQueries.one(projectId, inspectionId));
  const mayInspect = useCan("property:inspect");
  return (
    <QueryView query={query}>
      {(inspection) => (
        <>
          <PageHeader
            title={`验收单 ${inspection.number}`}
            back={`/p/${projectId}/property/inspections`}
            help="inspections"
            tags={<StatusTag value={inspection.state} labels={inspectionStateLabels} tones={inspectionTones} />}
            description={
              <>
                房间 <Link to={`/p/${projectId}/property/rooms/${inspection.roomId}`}>{inspection.roomCode}</Link>{" "}
                {inspection.buildingName} {inspection.roomName}
              </>
            }
            actions={<Actions inspection={inspection} />}
          />
          <Notes inspection={inspection} />
          {inspection.state === "IN_PROGRESS" && mayInspect ? (
            <InspectionRecorder key={inspection.id} inspection={inspection} />
          ) : (
            <InspectionView inspection={inspection} />
          )}
        </>
      )}
    </QueryView>
  );
}

/** What has become of it, where that is not plain. */
function Notes({ inspection }: { inspection: InspectionDetailDto }) {
  const base = `/p/${useProjectId()}/property/inspections`;
  const { correctsId, correctsNumber, correctionReason, voidReason, correctedById, correctedByNumber } = inspection;
  return (
    <>
      {voidReason && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={`已作废：${voidReason}`}
          action={correctedById && <Link to={`${base}/${correctedById}`}>查看 {correctedByNumber}</Link>}
        />
      )}
      {correctsId && (
        <Alert
          type="info"
          showIcon
          className="form-note"
          title={`更正 ${correctsNumber}：${correctionReason}`}
          action={<Link to={`${base}/${correctsId}`}>查看原验收单</Link>}
        />
      )}
    </>
  );
}

function Actions({ inspection }: { inspection: InspectionDetailDto }) {
  const projectId = useProjectId();
  const { id, state, version, number } = inspection;
  const { mutate: begin, isPending } = useMutation(beginInspection(projectId, id));
  const { mutateAsync: discard } = useMutation(voidInspection(projectId, id));
  const isUnderWay = state === "DRAFT" || state === "IN_PROGRESS";
  return (
    <>
      {!isUnderWay && (
        <>
          <Link to="print" target="_blank">
            <Button tabIndex={-1}>打印验收单</Button>
          </Link>
          <PrintButton path={`/projects/${projectId}/inspections/${id}/pdf`}>PDF</PrintButton>
        </>
      )}
      <Can do="property:inspect">
        {state === "DRAFT" && (
          <Button type="primary" loading={isPending} onClick={() => begin(version)}>
            开始验收
          </Button>
        )}
        {(state === "DEFECTS" || state === "PASSED") && (
          <Link to={`/p/${projectId}/property/inspections/new?corrects=${id}`}>
            <Button tabIndex={-1}>更正</Button>
          </Link>
        )}
        {isUnderWay && (
          <FormDialog<{ reason: string }>
            name="void-inspection"
            kind="modal"
            title={`作废验收单 ${number}？`}
            dto="VoidInspectionDto"
            danger
            submitText="作废"
            note="作废后不能再记录，已填的内容仍可查看。"
            trigger={<Button danger>作废</Button>}
            onFinish={({ reason }) => discard({ version, reason })}
          >
            <Field name="reason">
              <Input />
            </Field>
          </FormDialog>
        )}
      </Can>
    </>
  );
}
