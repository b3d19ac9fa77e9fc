import { useMutation, useQuery } from "@tanstack/react-query";
import type { PrivacyNoticeDto, PublishNoticeDto } from "@linli/contracts";
import { Button, Card, Input, Table } from "antd";
import { Can } from "../../components/can";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { QueryView } from "../../components/query-view";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { privacyQueries, publishNotice } from "./privacy.queries";

/** The versions of the project's privacy notice (LAW-32). */
export function NoticesCard() {
  const projectId = useProjectId();
  const query = useQuery(privacyQueries.notices(projectId));
  const { mutateAsync } = useMutation(publishNotice(projectId));
  return (
    <Card
      size="small"
      className="section-card"
      title="隐私告知"
      extra={
        <Can do="customer:privacy">
          <FormDialog<PublishNoticeDto>
            name="publish-notice"
            title="发布隐私告知"
            dto="PublishNoticeDto"
            trigger={<Button size="small">发布新版本</Button>}
            note="版本发布后不能修改；内容有变请发布新版本。"
            submitText="发布"
            initialValues={{ startsOn: today() }}
            onFinish={mutateAsync}
          >
            <Field name="version">
              <Input placeholder="例如：2026-01" autoComplete="off" />
            </Field>
            <Field name="startsOn">
              <DateInput allowClear={false} />
            </Field>
            <Field name="text">
              <Input.TextArea rows={10} />
            </Field>
          </FormDialog>
        </Can>
      }
    >
      <QueryView query={query}>
        {({ items }) => (
          <Table<PrivacyNoticeDto>
            size="small"
            rowKey="id"
            dataSource={items}
            pagination={false}
            scroll={{ x: "max-content" }}
            locale={{ emptyText: "还没有发布隐私告知" }}
            expandable={{ expandedRowRender: ({ text }) => <div className="notice-text">{text}</div> }}
            columns={[
              { title: "版本", key: "version", dataIndex: "version" },
              { title: "启用日期", key: "startsOn", dataIndex: "startsOn" },
              { title: "发布人", key: "by", dataIndex: "createdByName" },
            ]}
          />
        )}
      </QueryView>
    </Card>
  );
}
