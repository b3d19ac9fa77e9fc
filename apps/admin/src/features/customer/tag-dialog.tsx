import { useMutation, useQuery } from "@tanstack/react-query";
import type { CustomerDetailDto, TagCustomerDto } from "@linli/contracts";
import { Button, Checkbox, Form } from "antd";
import { Link } from "react-router";
import { FormDialog } from "../../components/form-dialog";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { detailQueries, tagCustomer } from "./details.queries";

/** Chooses the tags a customer carries. */
export function TagDialog({ customer }: { customer: CustomerDetailDto }) {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(tagCustomer(projectId, customer.id));
  const { data } = useQuery(detailQueries.tags(projectId));
  const settings = usePageLink()("customer/settings");
  const tags = data?.items ?? [];
  return (
    <FormDialog<TagCustomerDto>
      name="tag-customer"
      title="客户标签"
      dto="TagCustomerDto"
      kind="modal"
      trigger={<Button>标签</Button>}
      initialValues={{ tagIds: customer.tags.map(({ id }) => id) }}
      onFinish={mutateAsync}
    >
      {tags.length > 0 && (
        <Form.Item name="tagIds" label="标签">
          <Checkbox.Group
            className="tag-choices"
            options={tags.map(({ id, name, tone }) => ({
              value: id,
              label: <span className={`tone tone-${tone}`}>{name}</span>,
            }))}
          />
        </Form.Item>
      )}
      {tags.length === 0 && <p>本管理区还没有客户标签。</p>}
      {settings && <Link to={settings}>维护标签列表</Link>}
    </FormDialog>
  );
}
