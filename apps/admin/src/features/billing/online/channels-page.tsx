import { useMutation, useQuery } from "@tanstack/react-query";
import type { OnlineChannelDto, SaveOnlineChannelDto } from "@linli/contracts";
import { onlineMethodLabels } from "@linli/contracts/enums";
import { App, Button, Checkbox, Flex, Input, InputNumber, Select, Table, Typography } from "antd";
import type { ReactElement } from "react";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { checkChannel, createChannel, onlineQueries, updateChannel } from "./online.queries";

/** 支付渠道: the project's accounts with payment channels. */
export function ChannelsPage() {
  const query = useQuery(onlineQueries.channels(useProjectId()));
  const maySave = useCan("billing:online-channel");
  return (
    <>
      <PageHeader
        title="支付渠道"
        help="online-payments"
        description="每个商户号一个渠道。签名密钥加密保存，填写以后不再显示。"
        actions={
          <Can do="billing:online-channel">
            <ChannelForm trigger={<Button type="primary">新建渠道</Button>} />
          </Can>
        }
      />
      <QueryView query={query}>
        {({ items }) => (
          <Table<OnlineChannelDto>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={items}
            locale={{
              emptyText:
                "还没有支付渠道。先向支付机构申请商户号和签名密钥，在这里新建，再点“检查连接”；启用以后收银台上就有“线上支付码”。",
            }}
            columns={[
              { title: "渠道", dataIndex: "name" },
              { title: "支付方式", render: (_v, { method }) => onlineMethodLabels[method] },
              { title: "商户号", dataIndex: "merchantId" },
              { title: "渠道地址", dataIndex: "baseUrl" },
              {
                title: "接收通知的地址",
                render: (_v, { notifyUrl }) => (
                  <Typography.Text ellipsis copyable={{ text: notifyUrl }} style={{ maxWidth: 220 }}>
                    {notifyUrl}
                  </Typography.Text>
                ),
              },
              { title: "链接有效", align: "right", render: (_v, { validMinutes }) => `${validMinutes} 分钟` },
              { title: "状态", render: (_v, { active }) => (active ? "启用" : "停用") },
              {
                title: "操作",
                hidden: !maySave,
                render: (_v, channel) => (
                  <Flex gap={4}>
                    <ChannelForm channel={channel} trigger={<Button size="small">修改</Button>} />
                    <Check channel={channel} />
                  </Flex>
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </>
  );
}

function Check({ channel: { id, name } }: { channel: OnlineChannelDto }) {
  const { message } = App.useApp();
  const { mutate, isPending } = useMutation({
    ...checkChannel(useProjectId(), id),
    onSuccess: (found) => void (found.ok ? message.success : message.error)(`${name}：${found.message}`),
  });
  return (
    <Button size="small" loading={isPending} onClick={() => mutate()}>
      检查连接
    </Button>
  );
}

const NEW: Partial<SaveOnlineChannelDto> = { method: "WECHAT", validMinutes: 30, active: true };

function ChannelForm({
  channel,
  trigger,
}: {
  channel?: OnlineChannelDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const projectId = useProjectId();
  const create = useMutation(createChannel(projectId));
  const update = useMutation(updateChannel(projectId, channel?.id ?? ""));
  const { id: _id, notifyUrl: _url, ...known } = channel ?? { id: "", notifyUrl: "" };
  return (
    <FormDialog<SaveOnlineChannelDto>
      name="online-channel"
      title={channel ? `修改支付渠道 ${channel.name}` : "新建支付渠道"}
      dto="SaveOnlineChannelDto"
      trigger={trigger}
      initialValues={channel ? known : { ...NEW, notifyBaseUrl: window.location.origin }}
      onFinish={(values) => (channel ? update : create).mutateAsync(values)}
    >
      <Field name="name">
        <Input />
      </Field>
      <Field name="method" extra="收据上的收款方式；有了订单以后不能再改">
        <Select options={optionsOf(onlineMethodLabels)} />
      </Field>
      <Field name="merchantId">
        <Input />
      </Field>
      <Field name="key" required={!channel} extra={channel ? "不填则不变" : "支付机构给的密钥，16 到 128 个字符"}>
        <Input.Password autoComplete="new-password" />
      </Field>
      <Field name="baseUrl" extra="支付机构给的接口地址">
        <Input placeholder="https://" />
      </Field>
      <Field name="notifyBaseUrl" extra="支付机构从外网访问本系统的地址，付款通知送到这里">
        <Input placeholder="https://" />
      </Field>
      <Field name="validMinutes">
        <InputNumber min={5} max={1440} precision={0} suffix="分钟" style={{ width: 160 }} />
      </Field>
      <Field name="active" valuePropName="checked">
        <Checkbox>可以生成支付链接</Checkbox>
      </Field>
    </FormDialog>
  );
}
