import { useMutation } from "@tanstack/react-query";
import { App, Card, Checkbox, Form, Input } from "antd";
import { useNavigate, useSearchParams } from "react-router";
import { Field } from "../../../components/field";
import { PageForm } from "../../../components/page-form";
import { PageHeader } from "../../../components/page-header";
import { thisPeriod } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { SpacesSelect } from "../../parking/spaces-select";
import { BuildingsSelect } from "../../property/buildings-select";
import { RoomSelect } from "../../property/room-select";
import { BindingTerms } from "../bindings-new-page";
import { bindObjects } from "../bindings.queries";
import { type BindObjectsForm, toBindObjects } from "./bind-objects-form";
import { ObjectsPreview } from "./objects-preview";

/** Binds a rate to parking spaces, with a preview of every one before anything is written (BIL-05). */
export function BindObjectsPage() {
  const projectId = useProjectId();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { mutateAsync } = useMutation({ ...bindObjects(projectId), meta: {} });

  // a space that was chosen in the list of spaces comes with its number
  const chosen = new Map(params.getAll("id").map((id, at) => [id, params.getAll("code")[at] ?? id]));

  async function handleFinish(values: BindObjectsForm) {
    const { createdCount, skippedCount } = await mutateAsync(toBindObjects(values));
    void message.success(`已绑定 ${createdCount} 个${skippedCount > 0 ? `，跳过 ${skippedCount} 个` : ""}`);
    await navigate(`/p/${projectId}/billing/bindings?rateId=${values.rateId}`);
  }

  return (
    <>
      <PageHeader
        title="绑定车位"
        back="billing/bindings"
        help="charging"
        description="一个车位一项应收，记在付费房间名下；看过预览再绑定，全部成功或全部不做。"
      />
      <PageForm<BindObjectsForm>
        name="bind-objects"
        dto="BindObjectsDto"
        submitText="绑定"
        initialValues={{
          kind: "SPACE",
          ids: [...chosen.keys()],
          rateId: params.get("rateId") ?? undefined,
          startsOn: `${thisPeriod()}-01`,
          skipConflicts: false,
        }}
        onFinish={handleFinish}
      >
        <BindingTerms perPiece="每个车位的个数，一般为 1" plain="不填按一个；按面积的标准不填取车位面积" />
        <Spaces chosen={chosen} />
        <ObjectsPreview />
      </PageForm>
    </>
  );
}

function Spaces({ chosen }: { chosen: ReadonlyMap<string, string> }) {
  return (
    <Card size="small" title="车位与付费房间" className="section-card">
      <Form.Item name="kind" hidden>
        <Input />
      </Form.Item>
      <div className="form-columns">
        <Form.Item label="车位" name="ids" extra="按车位号查找，可以选多个">
          <SpacesSelect chosen={chosen} />
        </Form.Item>
        <Form.Item label="车库或楼栋" name="buildingIds" extra="选了就包括其中全部车位">
          <BuildingsSelect />
        </Form.Item>
        <Field name="roomId" extra="不填取车位上车辆登记的房间">
          <RoomSelect allowClear />
        </Field>
      </div>
      <Form.Item name="skipConflicts" valuePropName="checked" noStyle>
        <Checkbox>跳过不能绑定的车位</Checkbox>
      </Form.Item>
    </Card>
  );
}
