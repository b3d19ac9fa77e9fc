import { useMutation, useQuery } from "@tanstack/react-query";
import type { RoomPrefixDto, SaveRoomPrefixDto } from "@linli/contracts";
import { Alert, Button, Empty, Input, Table } from "antd";
import type { ReactElement } from "react";
import { Can } from "../../components/can";
import { actionsColumn, countColumn, textColumn } from "../../components/columns";
import { ConfirmButton } from "../../components/confirm-button";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { projectQueries, removePrefix, savePrefix } from "./property.queries";

/** The letters the company issued for room codes of this area (PRP-04). */
export function RoomPrefixes() {
  const projectId = useProjectId();
  const query = useQuery(projectQueries.prefixes(projectId));
  const { mutateAsync: remove } = useMutation(removePrefix(projectId));
  const mayChange = useCan("project:settings");

  const actions = actionsColumn<RoomPrefixDto>((prefix) => (
    <>
      <PrefixForm prefix={prefix} trigger={<Button type="link">修改</Button>} />
      <ConfirmButton
        type="link"
        danger
        disabled={prefix.rooms > 0}
        title={`删除房号前缀 ${prefix.prefix}？`}
        onConfirm={() => remove(prefix.id)}
      >
        删除
      </ConfirmButton>
    </>
  ));
  return (
    <>
      <Alert
        type="info"
        showIcon
        className="form-note"
        title="登记前缀后，新的房间代码必须以其中之一开头，录入和导入都会检查；没有登记时不检查。"
      />
      <Can do="project:settings">
        <p>
          <PrefixForm trigger={<Button type="primary">新增前缀</Button>} />
        </p>
      </Can>
      <QueryView query={query}>
        {(prefixes) => (
          <Table<RoomPrefixDto>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={prefixes}
            locale={{
              emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有登记前缀，房间代码不作检查" />,
            }}
            columns={[
              textColumn("prefix", "前缀"),
              countColumn("rooms", "使用的房间"),
              textColumn("remark", "备注"),
              ...(mayChange ? [actions] : []),
            ]}
          />
        )}
      </QueryView>
    </>
  );
}

function PrefixForm({ prefix, trigger }: { prefix?: RoomPrefixDto; trigger: ReactElement<{ onClick?: () => void }> }) {
  const { mutateAsync } = useMutation(savePrefix(useProjectId(), prefix?.id));
  return (
    <FormDialog<SaveRoomPrefixDto>
      name={prefix ? `room-prefix-${prefix.id}` : "room-prefix"}
      title={prefix ? "修改房号前缀" : "新增房号前缀"}
      kind="modal"
      width={420}
      dto="SaveRoomPrefixDto"
      trigger={trigger}
      initialValues={{ prefix: prefix?.prefix, remark: prefix?.remark }}
      onFinish={mutateAsync}
    >
      <Field name="prefix" normalize={(text: string) => text.toUpperCase()}>
        <Input disabled={prefix !== undefined && prefix.rooms > 0} placeholder="例如：CH" />
      </Field>
      <Field name="remark">
        <Input />
      </Field>
    </FormDialog>
  );
}
