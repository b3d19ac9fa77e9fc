import { useMutation, useQuery } from "@tanstack/react-query";
import type {
  ConsentEntryDto,
  ConsentsDto,
  CustomerDetailDto,
  GiveNoticeDto,
  RecordConsentDto,
} from "@linli/contracts";
import { consentActionLabels, consentPurposeLabels, consentWayLabels } from "@linli/contracts/enums";
import { Button, Card, Input, Radio, Select, Table } from "antd";
import { Can } from "../../components/can";
import { DateInput } from "../../components/date-input";
import { DescriptionList } from "../../components/description-list";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { QueryView } from "../../components/query-view";
import { today } from "../../lib/dates";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { ConsentProof } from "./consent-proof";
import { giveNotice, privacyQueries, recordConsent } from "./privacy.queries";

/** What a customer was told and agreed to (LAW-31, LAW-32). */
export function CustomerConsents({ customer: { id } }: { customer: CustomerDetailDto }) {
  const query = useQuery(privacyQueries.consents(useProjectId(), id));
  return (
    <QueryView query={query}>
      {(consents) => (
        <>
          <Now customerId={id} consents={consents} />
          <Card size="small" className="section-card" title="登记记录">
            <Table<ConsentEntryDto>
              size="small"
              rowKey="id"
              dataSource={consents.entries}
              pagination={false}
              scroll={{ x: "max-content" }}
              locale={{ emptyText: "还没有告知和同意的记录" }}
              columns={[
                { title: "日期", key: "on", render: (_value, { on }) => <span className="figures nowrap">{on}</span> },
                { title: "内容", key: "what", render: (_value, entry) => whatOf(entry) },
                { title: "方式", key: "way", render: (_value, { way }) => consentWayLabels[way] },
                { title: "备注", key: "remark", render: (_value, { remark }) => remark ?? "—" },
                { title: "登记人", key: "by", dataIndex: "recordedByName" },
                {
                  title: "材料",
                  key: "proof",
                  render: (_value, entry) => <ConsentProof entry={entry} what={whatOf(entry)} />,
                },
              ]}
            />
          </Card>
        </>
      )}
    </QueryView>
  );
}

const whatOf = ({ purpose, action, noticeVersion }: ConsentEntryDto) =>
  purpose === null
    ? `告知隐私政策 ${noticeVersion ?? ""}`
    : `${consentActionLabels[action]}：${consentPurposeLabels[purpose]}`;

function Now({ customerId, consents }: { customerId: string; consents: ConsentsDto }) {
  const { currentVersion, givenVersion, states } = consents;
  const notice =
    givenVersion === null
      ? "未告知"
      : givenVersion === currentVersion
        ? givenVersion
        : `${givenVersion}（现行 ${currentVersion ?? "—"}）`;
  return (
    <Card
      size="small"
      className="section-card"
      title="现状"
      extra={
        <Can do="customer:privacy">
          <span className="row-actions">
            {currentVersion && <NoticeForm customerId={customerId} />}
            <ConsentForm customerId={customerId} />
          </span>
        </Can>
      }
    >
      <DescriptionList
        items={[
          ["隐私告知", notice],
          ...states.map(({ purpose, action, since }): [string, string] => [
            consentPurposeLabels[purpose],
            action === null ? "未征求" : `${consentActionLabels[action]}（${since ?? ""}）`,
          ]),
        ]}
      />
    </Card>
  );
}

function NoticeForm({ customerId }: { customerId: string }) {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(giveNotice(projectId, customerId));
  const { data } = useQuery(privacyQueries.notices(projectId));
  const versions = (data?.items ?? []).filter(({ startsOn }) => startsOn <= today());
  return (
    <FormDialog<GiveNoticeDto>
      name="give-notice"
      title="登记告知"
      dto="GiveNoticeDto"
      kind="modal"
      trigger={<Button size="small">登记告知</Button>}
      initialValues={{ noticeId: versions[0]?.id, on: today(), way: "WRITTEN" }}
      onFinish={mutateAsync}
    >
      <Field name="noticeId">
        <Select options={versions.map(({ id, version }) => ({ value: id, label: version }))} />
      </Field>
      <Field name="on">
        <DateInput max={today()} allowClear={false} />
      </Field>
      <Field name="way">
        <Select options={optionsOf(consentWayLabels)} />
      </Field>
    </FormDialog>
  );
}

function ConsentForm({ customerId }: { customerId: string }) {
  const { mutateAsync } = useMutation(recordConsent(useProjectId(), customerId));
  return (
    <FormDialog<RecordConsentDto>
      name="record-consent"
      title="登记同意或撤回"
      dto="RecordConsentDto"
      kind="modal"
      trigger={<Button size="small">登记同意或撤回</Button>}
      note="履行物业服务合同所需的信息不需要同意；下列用途须单独同意，随时可以撤回。"
      initialValues={{ action: "GIVEN", on: today(), way: "WRITTEN" }}
      onFinish={mutateAsync}
    >
      <Field name="purpose">
        <Select options={optionsOf(consentPurposeLabels)} />
      </Field>
      <Field name="action">
        <Radio.Group options={optionsOf(consentActionLabels)} optionType="button" />
      </Field>
      <Field name="on">
        <DateInput max={today()} allowClear={false} />
      </Field>
      <Field name="way">
        <Select options={optionsOf(consentWayLabels)} />
      </Field>
      <Field name="remark">
        <Input autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
