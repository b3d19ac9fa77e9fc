import { useMutation, useQuery } from "@tanstack/react-query";
import type { CustomerDetailDto, ExportPersonDto, PersonReasonDto, RegisterRequestDto } from "@linli/contracts";
import {
  personFileLabels,
  REQUEST_DAYS,
  requestKindLabels,
  requesterLabels,
  requestWayLabels,
} from "@linli/contracts/enums";
import { Alert, Button, Flex, Form, Input, Radio, Select, Table } from "antd";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { QueryView } from "../../components/query-view";
import { postForBlob, saveBlob } from "../../lib/api-client";
import { today } from "../../lib/dates";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { anonymisePerson, privacyQueries, registerRequest } from "./privacy.queries";
import { requestColumns } from "./privacy-requests-page";

/** Requests of one customer about his data, and what answers them: the export, the anonymising (LAW-38). */
export function CustomerRequests({ customer }: { customer: CustomerDetailDto }) {
  const query = useQuery(privacyQueries.requests(useProjectId())({ customerId: customer.id, pageSize: 100 }));
  return (
    <>
      <Flex gap={8} wrap justify="end" className="form-note">
        <RegisterForm customerId={customer.id} />
        <ExportForm customer={customer} />
        <AnonymiseForm customer={customer} />
      </Flex>
      <QueryView query={query}>
        {({ items }) => (
          <Table
            size="small"
            rowKey="id"
            columns={requestColumns}
            dataSource={items}
            pagination={false}
            scroll={{ x: "max-content" }}
            locale={{ emptyText: "这位客户没有提出过请求" }}
          />
        )}
      </QueryView>
    </>
  );
}

function RegisterForm({ customerId }: { customerId: string }) {
  const { mutateAsync } = useMutation(registerRequest(useProjectId(), customerId));
  return (
    <FormDialog<RegisterRequestDto>
      name="register-request"
      title="登记请求"
      dto="RegisterRequestDto"
      trigger={<Button type="primary">登记请求</Button>}
      note={`自收到之日起 ${REQUEST_DAYS} 天内答复。`}
      initialValues={{ kind: "ACCESS", receivedOn: today(), way: "COUNTER", requester: "SELF" }}
      onFinish={mutateAsync}
    >
      <Field name="kind">
        <Select options={optionsOf(requestKindLabels)} />
      </Field>
      <div className="form-columns">
        <Field name="receivedOn">
          <DateInput max={today()} allowClear={false} />
        </Field>
        <Field name="way">
          <Select options={optionsOf(requestWayLabels)} />
        </Field>
      </div>
      <Field name="requester">
        <Select options={optionsOf(requesterLabels)} />
      </Field>
      <Form.Item noStyle dependencies={["requester"]}>
        {(form) =>
          form.getFieldValue("requester") !== "SELF" && (
            <Field name="requesterName" rules={[{ required: true, message: "请填写请求人姓名" }]}>
              <Input autoComplete="off" />
            </Field>
          )
        }
      </Form.Item>
      <Field name="text">
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Field>
    </FormDialog>
  );
}

function ExportForm({ customer }: { customer: CustomerDetailDto }) {
  const projectId = useProjectId();
  return (
    <FormDialog<ExportPersonDto>
      name="export-person"
      title="导出全部个人信息"
      dto="ExportPersonDto"
      kind="modal"
      initialValues={{ format: "XLSX" }}
      trigger={<Button>导出全部个人信息</Button>}
      note="文件包含完整的证件、电话和账号，用于答复查阅或复制的请求。导出会连同原因记录在案。"
      submitText="导出"
      onFinish={async (body) => {
        const file = await postForBlob(`/projects/${projectId}/customers/${customer.id}/export`, body);
        saveBlob(file.blob, file.fileName ?? "个人信息");
      }}
    >
      <Field name="reason">
        <Input placeholder="例如：客户要求复制" autoComplete="off" />
      </Field>
      <Field name="format">
        <Radio.Group options={optionsOf(personFileLabels)} />
      </Field>
    </FormDialog>
  );
}

function AnonymiseForm({ customer }: { customer: CustomerDetailDto }) {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(anonymisePerson(projectId, customer.id));
  const { data } = useQuery(privacyQueries.holds(projectId, customer.id));
  const { holds = [], kept = [] } = data ?? {};
  return (
    <FormDialog<PersonReasonDto>
      name="anonymise-person"
      title="匿名化"
      dto="PersonReasonDto"
      kind="modal"
      danger
      trigger={<Button danger>匿名化</Button>}
      submitText="匿名化"
      onFinish={mutateAsync}
    >
      <Alert
        type={holds.length > 0 ? "error" : "warning"}
        showIcon
        className="form-note"
        title={holds.length > 0 ? "还不能删除" : "匿名化后不能恢复"}
        description={
          holds.length > 0
            ? holds.join("；")
            : [
                "姓名、证件、电话、地址、抬头和联系人将被抹去，账目和客房关系保留但不再指向具体的人。",
                ...kept.map((one) => `${one}。`),
              ].join("")
        }
      />
      <Field name="reason">
        <Input placeholder="例如：客户要求删除，保存期已满" autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
