import { useMutation } from "@tanstack/react-query";
import type { ChargeStartDto, RoomsLackingDto, SaveChargeStartDto } from "@linli/contracts";
import { type ChargeStartRule, chargeStartRuleLabels, developerShareLabels } from "@linli/contracts/enums";
import { Alert, Card, ConfigProvider, Form, InputNumber, Radio } from "antd";
import { Fragment } from "react";
import { Link } from "react-router";
import { Field } from "../../../components/field";
import { PageForm } from "../../../components/page-form";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { CustomerSelect } from "../../customer/customer-select";
import { setChargeStart } from "./charge-start.queries";

const ABOUT =
  "交付前的费用由开发商承担（物业管理条例第41条）。启用后不必逐户按交房日期设收费对象和绑定：试算按房间的交房日期分段，起算日之前记在开发商名下。已出账的应收不会变动。";

/** The start of charging and the developer, with what would be missing for the rule that is chosen. */
export function ChargeStartForm({ start }: { start: ChargeStartDto }) {
  const { mutateAsync } = useMutation(setChargeStart(useProjectId()));
  const mayChange = useCan("project:settings");
  const maySeeCustomers = useCan("customer:read");
  const { rule, noticeDays, developerShare, developerId } = start;
  return (
    <ConfigProvider componentDisabled={!mayChange}>
      <PageForm<SaveChargeStartDto>
        name="charge-start"
        dto="SaveChargeStartDto"
        initialValues={{ rule, noticeDays, developerShare, developerId }}
        onFinish={(values) => mutateAsync({ noticeDays, developerShare, developerId, ...values })}
      >
        <Card size="small" title="业主从哪天起承担费用" className="form-card">
          <Alert type="info" showIcon className="form-note" title={ABOUT} />
          <Field name="rule">
            <Radio.Group vertical options={optionsOf(chargeStartRuleLabels)} />
          </Field>
          <RuleFields start={start} />
          {maySeeCustomers && (
            <Field name="developerId" extra="须是单位客户。没有业主（未售）的房间也由开发商缴费">
              <CustomerSelect allowClear placeholder="从客户中选择" style={{ maxWidth: 420 }} />
            </Field>
          )}
        </Card>
      </PageForm>
    </ConfigProvider>
  );
}

/** What belongs to the rule that is chosen. */
function RuleFields({ start }: { start: ChargeStartDto }) {
  const form = Form.useFormInstance();
  const rule = Form.useWatch<ChargeStartRule | undefined>("rule", form) ?? start.rule;
  const developerId = Form.useWatch<string | null | undefined>("developerId", form);
  if (rule === "OFF") return null;
  return (
    <>
      {rule === "NOTICE" && (
        <Field
          name="noticeDays"
          extra="通知日期加这么多天起算；在这之前收房的，自交房日起算"
          rules={[{ required: true, message: "请填写通知后多少天起算" }]}
        >
          <InputNumber suffix="天" precision={0} style={{ width: 160 }} />
        </Field>
      )}
      {rule === "NEXT_MONTH" ? (
        <p className="form-facts">交付当月由开发商承担整月，业主自次月 1 日起承担。</p>
      ) : (
        <Field name="developerShare" label="之前由开发商承担" extra="上海等地规定交付当月由开发商承担整月">
          <Radio.Group vertical options={optionsOf(developerShareLabels)} />
        </Field>
      )}
      {rule === "NOTICE" ? (
        <Lacking rooms={start.withoutEither} what="没有交房通知日期，也没有交房日期" />
      ) : (
        <Lacking rooms={start.withoutHandover} what="没有交房日期" />
      )}
      {!(developerId ?? (developerId === undefined && start.developerId)) && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title="没有选择开发商：起算日之前和没有业主的房间都不会出账"
        />
      )}
    </>
  );
}

/** Rooms that nobody could be billed for, because a date is missing. */
function Lacking({ rooms: { count, rooms }, what }: { rooms: RoomsLackingDto; what: string }) {
  const projectId = useProjectId();
  if (count === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-note"
      title={`${count} 间已交付的房间${what}，不会出账`}
      description={
        <>
          {rooms.map(({ id, code }, index) => (
            <Fragment key={id}>
              {index > 0 && "、"}
              <Link to={`/p/${projectId}/property/rooms/${id}`}>{code}</Link>
            </Fragment>
          ))}
          {count > rooms.length && "……"}
          。日期在房间档案的“状态与用途”里填写，也可以用房产表导入。
        </>
      }
    />
  );
}
