import { useMutation } from "@tanstack/react-query";
import { chargeObjectKindLabels, type ChargeObjectKind } from "@linli/contracts/enums";
import { App, Card, Checkbox, Form, Segmented } from "antd";
import { useNavigate, useSearchParams } from "react-router";
import { Field } from "../../../components/field";
import { PageForm } from "../../../components/page-form";
import { PageHeader } from "../../../components/page-header";
import { thisPeriod } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { BuildingsSelect } from "../../property/buildings-select";
import { RoomSelect } from "../../property/room-select";
import { BindingTerms } from "../bindings-new-page";
import { bindObjects } from "../bindings.queries";
import { type BindObjectsForm, toBindObjects } from "./bind-objects-form";
import { ObjectsSelect } from "./objects-select";
import { ObjectsPreview } from "./objects-preview";

/** Binds a rate to parking spaces, vehicles or contracts, with a preview of every one before anything is written (BIL-05). */
export function BindObjectsPage() {
  const projectId = useProjectId();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { mutateAsync } = useMutation({ ...bindObjects(projectId), meta: {} });

  // what was chosen in its own list comes with its number
  const chosen = new Map(params.getAll("id").map((id, at) => [id, params.getAll("code")[at] ?? id]));

  async function handleFinish(values: BindObjectsForm) {
    const { createdCount, skippedCount } = await mutateAsync(toBindObjects(values));
    void message.success(`已绑定 ${createdCount} 个${skippedCount > 0 ? `，跳过 ${skippedCount} 个` : ""}`);
    await navigate(`/p/${projectId}/billing/bindings?rateId=${values.rateId}`);
  }

  return (
    <>
      <PageHeader
        title="绑定车位、车辆或合同"
        back="billing/bindings"
        help="charging"
        description="每个车位、车辆或合同各一项应收，记在付费房间名下；看过预览再绑定，全部成功或全部不做。"
      />
      <PageForm<BindObjectsForm>
        name="bind-objects"
        dto="BindObjectsDto"
        submitText="绑定"
        initialValues={{
          kind: kindOf(params.get("kind")),
          ids: [...chosen.keys()],
          rateId: params.get("rateId") ?? undefined,
          startsOn: `${thisPeriod()}-01`,
          skipConflicts: false,
        }}
        onFinish={handleFinish}
      >
        <BindingTerms perPiece="每个车位、车辆或合同的个数，一般为 1" plain="不填按一个；按面积的标准不填取车位面积" />
        <Objects chosen={chosen} />
        <ObjectsPreview />
      </PageForm>
    </>
  );
}

function Objects({ chosen }: { chosen: ReadonlyMap<string, string> }) {
  const form = Form.useFormInstance<BindObjectsForm>();
  const kind = Form.useWatch<ChargeObjectKind | undefined>("kind", form) ?? kindOf(null);
  const name = chargeObjectKindLabels[kind];
  return (
    <Card size="small" title="计费对象与付费房间" className="section-card">
      <Form.Item label="种类" name="kind">
        <Segmented
          options={optionsOf(chargeObjectKindLabels)}
          onChange={() => form.setFieldsValue({ ids: [], buildingIds: [] })}
        />
      </Form.Item>
      <div className="form-columns">
        <Form.Item label={name} name="ids" extra="可以选多个">
          <ObjectsSelect key={kind} kind={kind} chosen={chosen} />
        </Form.Item>
        {kind !== "CONTRACT" && (
          <Form.Item
            label="车库或楼栋"
            name="buildingIds"
            extra={kind === "SPACE" ? "选了就包括其中全部车位" : "选了就包括登记在其中车位上的全部车辆"}
          >
            <BuildingsSelect />
          </Form.Item>
        )}
        <Field name="roomId" extra={PAYS[kind]}>
          <RoomSelect allowClear />
        </Field>
      </div>
      <Form.Item name="skipConflicts" valuePropName="checked" noStyle>
        <Checkbox>跳过不能绑定的{name}</Checkbox>
      </Form.Item>
    </Card>
  );
}

/** Who pays when no room is named. */
const PAYS: Record<ChargeObjectKind, string> = {
  SPACE: "不填取车位上车辆登记的房间",
  VEHICLE: "不填取车辆登记的房间",
  CONTRACT: "不填取合同的付费房间",
};

const kindOf = (text: string | null): ChargeObjectKind =>
  text !== null && text in chargeObjectKindLabels ? (text as ChargeObjectKind) : "SPACE";
